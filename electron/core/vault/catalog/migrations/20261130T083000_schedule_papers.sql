-- The papers on which schedules rest: the resolution that adopted each.

CREATE TABLE schedule_paper (
  schedule_id INTEGER PRIMARY KEY REFERENCES schedule (id), -- the schedule version that it belongs to
  name TEXT NOT NULL, -- its file name
  object_digest BLOB NOT NULL -- the paper, as an object
) STRICT;
