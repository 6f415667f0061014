-- What this device told its owner and when, so that nothing is told twice or lost; of this device alone, without words.

CREATE TABLE delivery (
  entity BLOB NOT NULL,
  occurrence BLOB NOT NULL,         -- date and ordinal
  at INTEGER NOT NULL,              -- the moment that it was for, milliseconds since 1970
  space INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  wall INTEGER NOT NULL,            -- that moment on the wall clock of then, seconds
  message INTEGER NOT NULL,         -- in which it came; others may have come in the same
  state INTEGER NOT NULL,           -- 0 put off, 1 announced, 2 shown, 3 over
  told INTEGER NOT NULL,            -- when, milliseconds since 1970
  asked INTEGER NOT NULL,           -- 1 where the message asked whether to rest, move or go
  PRIMARY KEY (entity, occurrence, at)
) STRICT, WITHOUT ROWID;

CREATE INDEX delivery_by_message ON delivery(message);
