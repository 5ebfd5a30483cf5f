-- Files of other systems that were taken in for a part of a request.

CREATE TABLE request_part_import (
  request_id TEXT NOT NULL REFERENCES request (id), -- request
  part INTEGER NOT NULL, -- number of its part
  accession_id INTEGER NOT NULL, -- import that brought the files
  records INTEGER NOT NULL, -- how many records that came to
  entered_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  entered_by TEXT REFERENCES person (id), -- who
  PRIMARY KEY (request_id, part, accession_id)
) STRICT, WITHOUT ROWID;
