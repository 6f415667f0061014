-- The log is the truth; entity, cell, element and counter can be rebuilt from it.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE stream (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE
) STRICT;

CREATE TABLE operation (
  stream INTEGER NOT NULL REFERENCES stream(number),
  seq INTEGER NOT NULL,
  ms INTEGER NOT NULL,
  counter INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  entity_kind INTEGER NOT NULL,
  entity BLOB NOT NULL,
  field INTEGER NOT NULL,
  action INTEGER NOT NULL,          -- seq of the first operation of the same act
  verb INTEGER NOT NULL,
  undoes INTEGER NOT NULL,          -- the action that it takes back, or 0
  payload BLOB NOT NULL,            -- sealed
  PRIMARY KEY (stream, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX operation_by_entity ON operation(entity, field);
CREATE INDEX operation_by_undoes ON operation(stream, undoes) WHERE undoes <> 0;

CREATE TABLE entity (
  id BLOB PRIMARY KEY,
  kind INTEGER NOT NULL,
  alive INTEGER NOT NULL,
  alive_ms INTEGER NOT NULL,        -- version of the last ALIVE operation; 0 before there is one
  alive_counter INTEGER NOT NULL,
  alive_stream INTEGER NOT NULL,
  alive_seq INTEGER NOT NULL,
  sort INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX entity_by_sort ON entity(kind, alive, sort, id);

CREATE TABLE cell (
  entity BLOB NOT NULL,
  field INTEGER NOT NULL,
  ms INTEGER NOT NULL,
  counter INTEGER NOT NULL,
  stream INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  value ANY,                        -- a blob is sealed; integers and text are plain
  PRIMARY KEY (entity, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE element (
  entity BLOB NOT NULL,
  field INTEGER NOT NULL,
  key BLOB NOT NULL,
  present INTEGER NOT NULL,
  ms INTEGER NOT NULL,
  counter INTEGER NOT NULL,
  stream INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  value ANY,                        -- sealed
  PRIMARY KEY (entity, field, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
  entity BLOB NOT NULL,
  field INTEGER NOT NULL,
  total INTEGER NOT NULL,
  PRIMARY KEY (entity, field)
) STRICT, WITHOUT ROWID;

-- Private things whose shared twin in the couple's space is still to be brought in step; of this device alone.
CREATE TABLE pending_share (
  entity BLOB PRIMARY KEY
) STRICT, WITHOUT ROWID;
