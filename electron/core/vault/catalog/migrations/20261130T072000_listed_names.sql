-- Names and words that an office wants proposed in every review: confidential informants, juveniles. Restricted: they are never shown as a list.

CREATE TABLE listed_name (
  list TEXT NOT NULL, -- what the list is called
  words TEXT NOT NULL, -- the name or words
  added_at INTEGER NOT NULL, -- when it came in, ms since 1970 UTC
  added_by TEXT REFERENCES person (id), -- who brought it
  PRIMARY KEY (list, words)
) STRICT, WITHOUT ROWID;
