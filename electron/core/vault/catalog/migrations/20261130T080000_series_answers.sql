-- What each series was said to hold of the kinds that Gov. Code 34090 does not let a city destroy.

CREATE TABLE series_answer (
  id INTEGER PRIMARY KEY, -- number of the answer; the newest of a series counts
  series TEXT NOT NULL, -- code of the series
  title TEXT NOT NULL, -- its title then: a series of another title under the same code is not answered for
  kinds TEXT NOT NULL, -- letters of 34090(a), (b), (c), (e) that it can hold, as a JSON array; empty: none of them
  basis TEXT NOT NULL, -- who looked, and at what
  answered_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  answered_by TEXT NOT NULL REFERENCES person (id) -- who answered
) STRICT;
CREATE INDEX series_answer_series ON series_answer (series);
