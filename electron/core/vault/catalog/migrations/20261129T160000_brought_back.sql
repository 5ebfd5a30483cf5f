-- Records that a later export shows again: the deletion before is kept with its time, so that taking the import back gives it again.

CREATE TABLE state_change_before AS SELECT * FROM state_change;
DROP TABLE state_change;

CREATE TABLE state_change (
  record_id INTEGER NOT NULL REFERENCES record (id), -- record whose state on the platform changed
  accession_id INTEGER NOT NULL REFERENCES accession (id), -- export that shows it
  state TEXT NOT NULL, -- state from then on
  deleted_at INTEGER, -- when the platform says it was deleted, ms since 1970 UTC
  previous TEXT NOT NULL, -- state before; deleted in both where the export shows a known deletion again
  previous_deleted_at INTEGER, -- when the platform said that it was deleted before, ms since 1970 UTC
  PRIMARY KEY (record_id, accession_id)
) STRICT, WITHOUT ROWID;

INSERT INTO state_change SELECT record_id, accession_id, state, deleted_at, previous, NULL FROM state_change_before;
DROP TABLE state_change_before;
