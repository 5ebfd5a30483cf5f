-- What the columns of tables are, as people said it, and the mapping by which each import of a table was read.

CREATE TABLE mapping (
  id INTEGER PRIMARY KEY, -- number of the saved version
  name TEXT NOT NULL, -- its name; saving again under a name adds a version
  version INTEGER NOT NULL, -- which version of that name, from 1
  rules TEXT NOT NULL, -- what each column is, as canonical JSON
  digest BLOB NOT NULL, -- SHA-256 of the rules
  saved_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  saved_by TEXT REFERENCES person (id), -- who
  UNIQUE (name, version)
) STRICT;

CREATE TABLE accession_mapping (
  accession_id INTEGER PRIMARY KEY REFERENCES accession (id), -- accession whose tables were read by it
  name TEXT NOT NULL, -- its name at that time
  version INTEGER NOT NULL, -- its version at that time
  rules TEXT NOT NULL, -- a copy of the rules, as canonical JSON: a later version changes nothing here
  digest BLOB NOT NULL, -- SHA-256 of the rules
  saved_at INTEGER NOT NULL, -- when it was saved, ms since 1970 UTC
  saved_by TEXT -- who saved it
) STRICT;
