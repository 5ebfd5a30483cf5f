-- The second persons behind answers for series, accounts that were given up, and settlements of the office, where they may let records go sooner;
-- and every term that was set for the age of lists.
CREATE TABLE series_answer_second (
  answer_id INTEGER PRIMARY KEY REFERENCES series_answer (id), -- the answer for a series
  second_by TEXT NOT NULL REFERENCES person (id) -- who else stands behind it
) STRICT;

CREATE TABLE channel_step_second (
  step_id INTEGER PRIMARY KEY REFERENCES channel_step (id), -- the step by which an account was given up
  second_by TEXT NOT NULL REFERENCES person (id) -- who else stands behind it
) STRICT;

CREATE TABLE disposition_office_second (
  office_id INTEGER PRIMARY KEY REFERENCES disposition_office (id), -- what was settled of who approves
  second_by TEXT NOT NULL REFERENCES person (id) -- who else stands behind it
) STRICT;

CREATE TABLE list_term (
  id INTEGER PRIMARY KEY, -- number of the term
  days INTEGER NOT NULL, -- how old a list of open requests or claims may be, in days
  reason TEXT NOT NULL, -- why; empty where none was given
  set_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  set_by TEXT REFERENCES person (id), -- who set it
  second_by TEXT REFERENCES person (id) -- who else stands behind it
) STRICT;
