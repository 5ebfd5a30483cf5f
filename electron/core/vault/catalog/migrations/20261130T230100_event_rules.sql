-- Standing rules that give the days of events which retention waits for.

CREATE TABLE event_rule_set (
  id INTEGER PRIMARY KEY, -- number of the set; the newest is in force
  document TEXT NOT NULL, -- the rules as JSON: which code, for which records, by what day
  saved_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  saved_by TEXT NOT NULL REFERENCES person (id) -- who
) STRICT;
