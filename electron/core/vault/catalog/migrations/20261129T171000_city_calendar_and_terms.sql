-- The City's own calendar beside what Muniment brings, and how people's roles changed.

CREATE TABLE city_closure (
  id INTEGER PRIMARY KEY, -- number of the closure
  day TEXT NOT NULL, -- local date on which the City's office was closed for the whole day
  reason TEXT NOT NULL, -- why, in words
  authority TEXT NOT NULL, -- who ordered it, by what
  added_at INTEGER NOT NULL, -- when it was entered, ms since 1970 UTC
  added_by TEXT REFERENCES person (id), -- who entered it
  withdrawn_at INTEGER, -- when it was taken back; NULL while it counts
  withdrawn_by TEXT REFERENCES person (id), -- who took it back
  withdrawn_reason TEXT -- why
) STRICT;

CREATE TABLE holiday_year (
  id INTEGER PRIMARY KEY, -- number of the list; the newest of a kind and year counts
  kind TEXT NOT NULL, -- judicial or city
  year INTEGER NOT NULL, -- year of all its days
  days TEXT NOT NULL, -- dates and names, as JSON
  source TEXT NOT NULL, -- what it was copied from
  added_at INTEGER NOT NULL, -- when it was entered, ms since 1970 UTC
  added_by TEXT REFERENCES person (id) -- who entered it
) STRICT;

CREATE TABLE person_change (
  id INTEGER PRIMARY KEY, -- number of the change; the newest of a person stands
  person_id TEXT NOT NULL REFERENCES person (id), -- who was changed
  kind TEXT NOT NULL, -- changed, ended, returned
  name_before TEXT NOT NULL, -- full name until then
  title_before TEXT NOT NULL, -- title until then
  role_before TEXT NOT NULL, -- role until then
  reason TEXT NOT NULL, -- why
  changed_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  changed_by TEXT REFERENCES person (id) -- who changed it
) STRICT;
CREATE INDEX person_change_person ON person_change (person_id);
