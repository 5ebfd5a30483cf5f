-- What becomes of packets after they are sealed: numbers given out once, checks answered, publication, demands, recall.

CREATE TABLE given_number (
  kind TEXT PRIMARY KEY, -- production, record
  last INTEGER NOT NULL -- the last that was given out; it never goes back, whatever becomes of what bore it
) STRICT, WITHOUT ROWID;
INSERT INTO given_number SELECT 'production', coalesce(max(id), 0) FROM production;
INSERT INTO given_number
  SELECT 'record', coalesce(max(CAST(replace(label, rtrim(label, '0123456789'), '') AS INTEGER)), 0) FROM production_item;

CREATE TABLE packet_check (
  id INTEGER PRIMARY KEY, -- number of the answer; the newest to a question counts
  request_id TEXT NOT NULL REFERENCES request (id), -- request whose packet is checked
  subject TEXT NOT NULL, -- what was looked at: the digest of the decisions, or the number of the production
  name TEXT NOT NULL, -- the question
  answer TEXT NOT NULL, -- yes, no
  words TEXT NOT NULL, -- what the person who looked says
  answered_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  answered_by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX packet_check_request ON packet_check (request_id, subject);

CREATE TABLE packet_posting (
  id INTEGER PRIMARY KEY, -- number of the published copy
  production_id INTEGER NOT NULL REFERENCES production (id), -- the production that was published
  place TEXT NOT NULL, -- where: an address, or the portal's name
  posted_on TEXT NOT NULL, -- local date on which it was published
  entered_at INTEGER NOT NULL, -- when this was entered, ms since 1970 UTC
  entered_by TEXT REFERENCES person (id), -- who
  down_at INTEGER, -- when it was entered that it was taken down, ms since 1970 UTC; NULL while it stands
  down_on TEXT, -- local date on which it was taken down
  down_by TEXT REFERENCES person (id) -- who entered that
) STRICT;
CREATE INDEX packet_posting_production ON packet_posting (production_id);

CREATE TABLE removal_demand (
  id INTEGER PRIMARY KEY, -- number of the demand
  posting_id INTEGER NOT NULL REFERENCES packet_posting (id), -- the published copy
  received_at INTEGER NOT NULL, -- when it was received, ms since 1970 UTC
  due_at INTEGER NOT NULL, -- until when it must be gone, ms since 1970 UTC
  party TEXT NOT NULL, -- who demands it
  what TEXT NOT NULL, -- what is to be removed
  entered_at INTEGER NOT NULL, -- when this was entered, ms since 1970 UTC
  entered_by TEXT REFERENCES person (id), -- who
  done_at INTEGER, -- when it was gone, ms since 1970 UTC; NULL while it is not
  done_words TEXT, -- what was done
  done_by TEXT REFERENCES person (id) -- who entered that
) STRICT;
CREATE INDEX removal_demand_posting ON removal_demand (posting_id);

CREATE TABLE packet_recall (
  production_id INTEGER PRIMARY KEY REFERENCES production (id), -- the production whose packet was recalled
  reason TEXT NOT NULL, -- why
  recalled_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  recalled_by TEXT REFERENCES person (id) -- who
) STRICT;

CREATE TABLE packet_recall_step (
  id INTEGER PRIMARY KEY, -- number of the step
  production_id INTEGER NOT NULL REFERENCES packet_recall (production_id), -- the recalled production
  kind TEXT NOT NULL, -- told, returned, destroyed, kept, other
  on_day TEXT NOT NULL, -- local date
  words TEXT NOT NULL, -- what happened
  entered_at INTEGER NOT NULL, -- when this was entered, ms since 1970 UTC
  entered_by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX packet_recall_step_production ON packet_recall_step (production_id);

CREATE TABLE production_pages (
  production_id INTEGER PRIMARY KEY REFERENCES production (id), -- the production
  pages INTEGER NOT NULL -- pages of its records.pdf, each with a number of its own
) STRICT;
