-- Hand-overs: what was open when one person's work went to another, as both signed it.

CREATE TABLE handover (
  id INTEGER PRIMARY KEY, -- number of the hand-over
  from_id TEXT NOT NULL REFERENCES person (id), -- who hands over
  to_id TEXT NOT NULL REFERENCES person (id), -- who takes over
  document TEXT NOT NULL, -- what was open when it was given, as JSON
  digest BLOB NOT NULL, -- SHA-256 of that document
  reason TEXT NOT NULL, -- why
  ends INTEGER NOT NULL, -- 1 where the one who hands over acts no more afterwards
  given_at INTEGER NOT NULL, -- when it was signed by the one who hands over, ms since 1970 UTC
  taken_at INTEGER, -- when it was signed by the one who takes over
  replaced_at INTEGER -- when a later one took its place before it was taken
) STRICT;
