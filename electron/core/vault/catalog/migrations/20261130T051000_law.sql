-- What the City's attorney confirmed of the law that Muniment brings, and the City's own fee schedules.

CREATE TABLE law_confirmation (
  id INTEGER PRIMARY KEY, -- number of the act; the newest of a rule counts
  rule_id TEXT NOT NULL, -- id of the rule
  rule_digest BLOB NOT NULL, -- SHA-256 of the rule as it read then; a rule that reads otherwise is not confirmed
  kind TEXT NOT NULL, -- confirmed or withdrawn
  statement TEXT NOT NULL, -- what was checked, against what
  at INTEGER NOT NULL, -- when, ms since 1970 UTC
  by TEXT NOT NULL REFERENCES person (id) -- the attorney
) STRICT;
CREATE INDEX law_confirmation_rule ON law_confirmation (rule_id);

CREATE TABLE fee_schedule (
  id INTEGER PRIMARY KEY, -- number of the schedule
  name TEXT NOT NULL, -- what it is called
  valid_from TEXT NOT NULL, -- local date from which it counts
  lines TEXT NOT NULL, -- kind, words, unit and amount in cents, as JSON
  source TEXT NOT NULL, -- resolution or document that it was copied from
  entered_at INTEGER NOT NULL, -- when it was entered, ms since 1970 UTC
  entered_by TEXT REFERENCES person (id) -- who entered it
) STRICT;
