CREATE TABLE transfer (
  id INTEGER PRIMARY KEY, -- number of the copy for the archive
  name TEXT NOT NULL, -- name of the bag's folder
  bag BLOB NOT NULL, -- SHA-256 of the bag's manifest-sha256.txt, which names every file of its payload
  files INTEGER NOT NULL, -- files of its payload
  bytes INTEGER NOT NULL, -- bytes of these
  made_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  made_by TEXT REFERENCES person (id) -- who
) STRICT;

CREATE TABLE transfer_record (
  transfer_id INTEGER NOT NULL REFERENCES transfer (id), -- the copy
  record_id INTEGER NOT NULL, -- a record in it; its number stays here when it is destroyed
  series TEXT NOT NULL, -- series code that it was in
  commitment BLOB NOT NULL, -- the versions that the bag has, salted; the salt is destroyed with the record
  PRIMARY KEY (transfer_id, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX transfer_record_record ON transfer_record (record_id);

CREATE TABLE transfer_receipt (
  id INTEGER PRIMARY KEY, -- number of the receipt; the newest of a copy counts, earlier ones stay
  transfer_id INTEGER NOT NULL REFERENCES transfer (id), -- the copy that it is for
  archive TEXT NOT NULL, -- the archive that received it
  signed_by TEXT NOT NULL, -- who signed for the archive
  title TEXT NOT NULL, -- their title; empty where the paper says none
  signed_on TEXT NOT NULL, -- local date on the paper
  document_digest BLOB NOT NULL REFERENCES object (digest), -- the paper
  entered_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  entered_by TEXT NOT NULL REFERENCES person (id) -- who has seen the paper
) STRICT;
CREATE INDEX transfer_receipt_transfer ON transfer_receipt (transfer_id);
