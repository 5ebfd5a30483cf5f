-- What two persons said of series that the schedule marks as historical: whether they are of lasting value. The newest answer of a series counts.
CREATE TABLE series_review (
  id INTEGER PRIMARY KEY, -- number of the review
  series TEXT NOT NULL, -- code of the series
  title TEXT NOT NULL, -- its title then: a series that bears another was not reviewed
  lasting INTEGER NOT NULL CHECK (lasting IN (0, 1)), -- 0 where it is of no lasting value: its records wait for no archive
  basis TEXT NOT NULL, -- who looked, and at what
  reviewed_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  reviewed_by TEXT NOT NULL REFERENCES person (id), -- who said it
  second_by TEXT NOT NULL REFERENCES person (id) -- who else stands behind it
) STRICT;
CREATE INDEX series_review_series ON series_review (series);
