-- Putting right what was taken in: imports moved, withdrawn, set aside; records that are one; records locked.

CREATE TABLE correction (
  id INTEGER PRIMARY KEY, -- number of the correction
  accession_id INTEGER NOT NULL REFERENCES accession (id), -- import that was put right
  act TEXT NOT NULL, -- withdrawn, moved, set-aside, brought-back
  from_account INTEGER REFERENCES account (id), -- account it was moved from; NULL for other acts
  to_account INTEGER REFERENCES account (id), -- account it was moved to; NULL for other acts
  reason TEXT NOT NULL, -- why
  at INTEGER NOT NULL, -- when, ms since 1970 UTC
  by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX correction_accession ON correction (accession_id);

CREATE TABLE set_aside (
  accession_id INTEGER PRIMARY KEY REFERENCES accession (id) -- import that everyday searches leave out; holds and requests still find it
) STRICT;

CREATE TABLE record_merge (
  id INTEGER PRIMARY KEY, -- number of the decision
  kept_id INTEGER NOT NULL REFERENCES record (id), -- record that holds the versions of both
  absorbed_id INTEGER NOT NULL, -- id that the other one had, and has again when they are split
  account_id INTEGER NOT NULL REFERENCES account (id), -- account of both
  kind TEXT NOT NULL, -- kind of the other one
  native_id TEXT NOT NULL, -- identity of the other one: later imports find the kept record by it
  document TEXT NOT NULL, -- how both rows were, with counts, states, holds and classifications of the other one, as JSON
  reason TEXT NOT NULL, -- why they are one
  merged_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  merged_by TEXT REFERENCES person (id), -- who
  split_at INTEGER, -- when they were split again; NULL while they are one
  split_by TEXT REFERENCES person (id) -- who split them
) STRICT;
CREATE UNIQUE INDEX record_merge_identity ON record_merge (account_id, kind, native_id) WHERE split_at IS NULL;
CREATE INDEX record_merge_kept ON record_merge (kept_id) WHERE split_at IS NULL;

CREATE TABLE record_merge_version (
  merge_id INTEGER NOT NULL REFERENCES record_merge (id), -- the decision
  number INTEGER NOT NULL, -- version of the other one, as it was numbered there
  member_id INTEGER NOT NULL, -- file that it was read from, by which it is found again
  position INTEGER NOT NULL, -- running number of the item in that file
  PRIMARY KEY (merge_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_lock (
  id INTEGER PRIMARY KEY, -- number of the lock
  record_id INTEGER NOT NULL, -- record that is locked; it may have been removed since
  basis TEXT NOT NULL, -- court-sealed, unlawful, juvenile, victim, other
  reason TEXT NOT NULL, -- why
  locked_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  locked_by TEXT REFERENCES person (id), -- who
  ended_at INTEGER, -- when it was lifted or the record was removed; NULL while it is locked
  ended_by TEXT REFERENCES person (id), -- who
  ended_how TEXT, -- lifted or removed
  order_digest BLOB -- the order to lift or remove, as an object
) STRICT;
CREATE UNIQUE INDEX record_lock_standing ON record_lock (record_id) WHERE ended_at IS NULL;

CREATE TABLE removed_identity (
  digest BLOB PRIMARY KEY -- HMAC-SHA-256 of account, kind and identity under the vault's own key: what was removed by order is not taken in again
) STRICT, WITHOUT ROWID;
