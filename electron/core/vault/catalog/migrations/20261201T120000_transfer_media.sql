-- Which pictures and recordings a copy for an archive has of a record: custody is given up only where it has them all.

CREATE TABLE transfer_media (
  transfer_id INTEGER NOT NULL REFERENCES transfer (id), -- the copy
  record_id INTEGER NOT NULL, -- a record in it that has pictures or recordings
  commitment BLOB NOT NULL, -- those that the bag has, salted; the salt is destroyed with the record
  PRIMARY KEY (transfer_id, record_id)
) STRICT, WITHOUT ROWID;
