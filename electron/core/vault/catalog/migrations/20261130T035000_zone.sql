-- The City's time zone can be changed: what it was, since when it is another, and why.

CREATE TABLE zone_change (
  id INTEGER PRIMARY KEY, -- number of the change; the newest stands, and vault.json says the same
  zone_before TEXT NOT NULL, -- zone in which days were reckoned until then
  zone TEXT NOT NULL, -- zone in which they are reckoned from then on
  held INTEGER NOT NULL, -- records that a hold would have let go with this change, and that it keeps
  reason TEXT NOT NULL, -- why
  changed_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  changed_by TEXT REFERENCES person (id) -- who changed it
) STRICT;
