-- What is kept and destroyed together, as decided with the City Attorney.

CREATE TABLE retention_unit (
  id INTEGER PRIMARY KEY, -- number of the decision; the newest counts
  unit TEXT NOT NULL, -- item or thread
  attorney TEXT NOT NULL REFERENCES person (id), -- the City Attorney with whom it was decided
  decided_on TEXT NOT NULL, -- local date
  document_digest BLOB, -- the attorney's paper, as an object
  reason TEXT NOT NULL, -- why
  recorded_at INTEGER NOT NULL, -- when it was entered, ms since 1970 UTC
  recorded_by TEXT NOT NULL REFERENCES person (id) -- who entered it
) STRICT;
