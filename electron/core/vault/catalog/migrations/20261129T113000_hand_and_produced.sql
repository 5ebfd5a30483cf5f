-- Times that a later export tells better, as of what was entered by hand; and accounts that are a person's own.

CREATE TABLE time_retold (
  record_id INTEGER NOT NULL REFERENCES record (id), -- record whose time was told better
  accession_id INTEGER NOT NULL REFERENCES accession (id), -- export that told it
  former_id INTEGER NOT NULL, -- number that the record had by the time before
  at INTEGER, -- the time before, ms since 1970 UTC; NULL where it was unknown
  at_source TEXT, -- that time as its source wrote it
  precision TEXT NOT NULL, -- how exact that was
  source_zone TEXT, -- zone of that time
  PRIMARY KEY (record_id, accession_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_personal (
  account_id INTEGER PRIMARY KEY REFERENCES account (id), -- account that is not the City's but a person's own
  holder TEXT NOT NULL, -- whose it is: an officer or employee
  marked_at INTEGER NOT NULL -- when, ms since 1970 UTC
) STRICT;
