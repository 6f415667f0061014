-- What devices exchange. Nothing here is ever worked out from operation: segments are kept as they were sealed or came,
-- byte for byte, so that a store that lost them can be given them again.

CREATE TABLE segment (
  number INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,        -- of all its bytes
  label BLOB NOT NULL,              -- the stream that its operations count for: where a stream forked, a branch has its own
  stream BLOB NOT NULL,             -- the stream that it says it is of
  first INTEGER NOT NULL,
  count INTEGER NOT NULL,
  previous BLOB NOT NULL,           -- hash of the one before; zeros at the beginning
  state INTEGER NOT NULL,           -- 0 not seen on the store yet, 1 seen there, 2 seen there in a pack
  bytes BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX segment_by_previous ON segment(label, previous);
CREATE INDEX segment_by_stream ON segment(stream, first);
CREATE INDEX segment_by_state ON segment(state) WHERE state = 0;

-- The devices of a space.
CREATE TABLE member (
  stream BLOB PRIMARY KEY,
  person BLOB NOT NULL,
  sign BLOB NOT NULL,               -- public keys
  box BLOB NOT NULL,
  names BLOB NOT NULL,              -- sealed
  closed INTEGER                    -- nothing of this stream after that seq counts
) STRICT, WITHOUT ROWID;

-- The keys that segments are sealed under. New ones are sealed under the one with the greatest (ms, counter, stream).
CREATE TABLE epoch (
  id INTEGER PRIMARY KEY,
  ms INTEGER NOT NULL,
  counter INTEGER NOT NULL,
  stream BLOB NOT NULL,
  key BLOB NOT NULL                 -- sealed
) STRICT;

-- Packs on the store whose segments are all here.
CREATE TABLE pack (
  path TEXT PRIMARY KEY,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
