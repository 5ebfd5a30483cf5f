CREATE TABLE issued (
  id INTEGER PRIMARY KEY, -- number of the thing issued or copied
  kind TEXT NOT NULL, -- packet, purge-report, reconciliation, backup, migration-copy
  subject TEXT NOT NULL, -- what it is of: a production, a plan, an accession
  name TEXT NOT NULL, -- file name
  place TEXT NOT NULL, -- vault, or where the copy was put
  digest BLOB NOT NULL, -- SHA-256
  size INTEGER NOT NULL, -- bytes
  issued_at INTEGER NOT NULL -- when, ms since 1970 UTC
) STRICT;

CREATE TABLE strike (
  id INTEGER PRIMARY KEY, -- number of the strike
  package_id TEXT NOT NULL REFERENCES package (id), -- package struck
  member_id INTEGER NOT NULL REFERENCES member (id), -- member struck
  ranges TEXT NOT NULL, -- byte ranges to overwrite, as JSON pairs of offset and length
  marked_at INTEGER NOT NULL, -- when it was decided, ms since 1970 UTC
  done_at INTEGER -- when the bytes were overwritten and synced; NULL is unfinished work
) STRICT;

CREATE TABLE job (
  id TEXT PRIMARY KEY, -- id of the job
  kind TEXT NOT NULL, -- its operation
  label TEXT NOT NULL, -- what it works on, in words
  input TEXT NOT NULL, -- its input, as JSON
  actor TEXT NOT NULL, -- who started it, as JSON
  state TEXT NOT NULL, -- queued, running, succeeded, failed, cancelled, interrupted
  stage TEXT NOT NULL, -- what it is doing
  done INTEGER NOT NULL, -- how much is done
  total INTEGER, -- of how much; NULL where unknown
  unit TEXT NOT NULL, -- of what
  checkpoint TEXT, -- where to take it up, written with the batch it describes, as JSON
  seed BLOB NOT NULL, -- 32 random bytes from which its salts are drawn
  result TEXT, -- its result, as JSON
  problem TEXT, -- why it failed, as JSON
  created_at INTEGER NOT NULL, -- when it was asked for, ms since 1970 UTC
  started_at INTEGER, -- when it began
  ended_at INTEGER -- when it ended
) STRICT, WITHOUT ROWID;
CREATE INDEX job_created ON job (created_at);

CREATE TABLE applied_command (
  id TEXT PRIMARY KEY, -- id the client gave
  operation TEXT NOT NULL, -- what was asked
  result TEXT NOT NULL, -- what was answered, as JSON: repeating the command gives it again
  applied_at INTEGER NOT NULL -- when, ms since 1970 UTC
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger (
  seq INTEGER PRIMARY KEY, -- place in the chain, from 1
  at INTEGER NOT NULL, -- when, ms since 1970 UTC
  kind TEXT NOT NULL, -- what was done
  commitment BLOB NOT NULL, -- H(salt, payload)
  hash BLOB NOT NULL -- H(previous hash, seq, at, kind, commitment)
) STRICT;

CREATE TABLE ledger_payload (
  seq INTEGER PRIMARY KEY REFERENCES ledger (seq), -- entry it opens
  salt BLOB NOT NULL, -- 16 random bytes
  payload TEXT NOT NULL -- ids and salted digests, as JSON: no names, words or reasons
) STRICT;

CREATE TRIGGER ledger_keeps BEFORE UPDATE ON ledger
BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_stays BEFORE DELETE ON ledger
BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER record_identity_keeps BEFORE UPDATE OF native_id, kind, accession_id ON record
BEGIN SELECT RAISE (ABORT, 'identity of a record does not change'); END;
CREATE TRIGGER version_keeps BEFORE UPDATE OF digest ON version
BEGIN SELECT RAISE (ABORT, 'a version does not change'); END;
CREATE TRIGGER package_keeps BEFORE UPDATE OF digest, size, name ON package
BEGIN SELECT RAISE (ABORT, 'a package keeps its digest as received'); END;
