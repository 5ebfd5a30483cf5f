-- Several series on one record, and who else stood behind a decision that shortens retention.

CREATE TABLE series_beside (
  record_id INTEGER NOT NULL REFERENCES record (id), -- record that is in this series, too
  series TEXT NOT NULL, -- series code, beside the one that its classification gives
  added_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  added_by TEXT NOT NULL REFERENCES person (id), -- who
  reason TEXT NOT NULL, -- why
  PRIMARY KEY (record_id, series)
) STRICT, WITHOUT ROWID;

CREATE TABLE classification_second (
  classification_id INTEGER PRIMARY KEY REFERENCES classification (id), -- decision for a shorter series after a request, a hold or a plan
  second_by TEXT NOT NULL REFERENCES person (id) -- second person who stands behind it
) STRICT;
