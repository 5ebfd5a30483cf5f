-- The approval and the life of accounts (AI 599, III): what was asked for, each step, and who let a name stand.

CREATE TABLE channel_request (
  id INTEGER PRIMARY KEY, -- number of the wording; the newest of an account stands
  account_id INTEGER NOT NULL REFERENCES account (id), -- account that is asked for
  said TEXT NOT NULL, -- items i to vi of the request, as JSON
  written_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  written_by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX channel_request_account ON channel_request (account_id);

CREATE TABLE channel_step (
  id INTEGER PRIMARY KEY, -- number of the step; the newest that was not taken back says where the account stands
  account_id INTEGER NOT NULL REFERENCES account (id), -- account
  state TEXT NOT NULL, -- draft, requested, approved, refused, active, dormant, dissolved
  on_day TEXT NOT NULL, -- when it was decided or happened, a day of the City
  decider TEXT NOT NULL, -- who decided or did it, by name and title
  document TEXT NOT NULL, -- where its document lies, in words; empty where a file is attached or none is needed
  attachment_id INTEGER REFERENCES attachment (id), -- file on the account that is its document
  note TEXT NOT NULL, -- more words on it
  last_used TEXT, -- of an account that was given up: the last day on which it was used
  without_export TEXT NOT NULL, -- of an account that was given up without a last export: why
  recorded_at INTEGER NOT NULL, -- when it was written down, ms since 1970 UTC
  recorded_by TEXT REFERENCES person (id), -- who wrote it down
  taken_back_at INTEGER, -- when it was taken back, ms since 1970 UTC
  taken_back_by TEXT REFERENCES person (id), -- who took it back
  taken_back_reason TEXT -- why
) STRICT;
CREATE INDEX channel_step_account ON channel_step (account_id);

CREATE TABLE name_approval (
  id INTEGER PRIMARY KEY, -- number of the approval; the newest of a name stands
  account_id INTEGER NOT NULL REFERENCES account (id), -- account
  handle TEXT NOT NULL, -- its handle then
  name TEXT NOT NULL, -- its display name then
  approver TEXT NOT NULL, -- who let it stand, by name and title
  reason TEXT NOT NULL, -- why
  at INTEGER NOT NULL, -- when it was written down, ms since 1970 UTC
  recorded_by TEXT REFERENCES person (id) -- who wrote it down
) STRICT;
CREATE INDEX name_approval_account ON name_approval (account_id);
