-- Imports that were read again by a newer parser: other readings of the same versions.

CREATE TABLE reading (
  id INTEGER PRIMARY KEY, -- number of the reading
  accession_id INTEGER NOT NULL REFERENCES accession (id), -- import that was read again
  parser TEXT NOT NULL, -- parser and its version that read it
  before TEXT NOT NULL, -- parser and version of the reading before
  changed INTEGER NOT NULL, -- versions whose reading is another now
  read_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  read_by TEXT REFERENCES person (id) -- who asked for it
) STRICT;
CREATE INDEX reading_accession ON reading (accession_id);
