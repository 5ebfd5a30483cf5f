-- Files made of other files for their review: documents as pages, and sound and films without what is redacted.

CREATE TABLE file_page (
  original BLOB NOT NULL, -- SHA-256 of the document
  page INTEGER NOT NULL, -- its page, from 1
  picture BLOB NOT NULL, -- SHA-256 of the picture of the page, an object
  words TEXT NOT NULL, -- what the page says and where, as JSON
  PRIMARY KEY (original, page)
) STRICT, WITHOUT ROWID;
CREATE INDEX file_page_picture ON file_page (picture);

CREATE TABLE made_file (
  id INTEGER PRIMARY KEY, -- number of the file
  original BLOB NOT NULL, -- SHA-256 of the file that it was made of
  made BLOB NOT NULL, -- SHA-256 of what was made, an object
  kind TEXT NOT NULL, -- paper: a PDF that is read in its place; edit: sound or film without what is redacted
  how TEXT NOT NULL, -- with what, or by whom, it was made
  made_at INTEGER NOT NULL, -- when it came into the vault, ms since 1970 UTC
  made_by TEXT REFERENCES person (id), -- who made it or took it in
  UNIQUE (original, made)
) STRICT;
CREATE INDEX made_file_made ON made_file (made);
