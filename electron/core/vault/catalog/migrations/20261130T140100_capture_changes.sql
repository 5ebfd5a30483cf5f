-- What captures no longer show, and how often accounts are captured.

CREATE TABLE capture_change (
  capture_id INTEGER NOT NULL REFERENCES capture (id), -- the first capture that does not show it as before
  record_id INTEGER NOT NULL, -- the record
  change TEXT NOT NULL, -- gone (no longer shown) or hidden
  shown_id INTEGER NOT NULL REFERENCES capture (id), -- the last capture that shows it
  number INTEGER NOT NULL, -- the version that it shows
  not_before INTEGER NOT NULL, -- it happened after this, ms since 1970 UTC
  not_after INTEGER NOT NULL, -- and before this
  PRIMARY KEY (capture_id, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX capture_change_record ON capture_change (record_id);

CREATE TABLE capture_schedule (
  id INTEGER PRIMARY KEY, -- number of the schedule
  account_id INTEGER NOT NULL REFERENCES account (id), -- account that is captured
  way TEXT NOT NULL, -- how, as in capture.way
  scope TEXT NOT NULL, -- what, as in capture.scope
  attorney TEXT, -- who of the City Attorney's allowed it, where the account is not public
  every TEXT NOT NULL, -- daily or weekly
  set_at INTEGER NOT NULL, -- since when, ms since 1970 UTC
  set_by TEXT REFERENCES person (id), -- who set it
  ended_at INTEGER, -- until when; null while it runs
  ended_by TEXT REFERENCES person (id) -- who ended it
) STRICT;
CREATE INDEX capture_schedule_account ON capture_schedule (account_id);
