-- Captures: what an account showed at a moment. The bytes are an accession like any other: that of the capture's job.

CREATE TABLE capture (
  id INTEGER PRIMARY KEY, -- number of the capture
  account_id INTEGER NOT NULL REFERENCES account (id), -- account that was captured
  job_id TEXT NOT NULL UNIQUE, -- job that made it, and that its accession names
  way TEXT NOT NULL, -- how: feed, page, or api/ and the name of an API
  address TEXT NOT NULL, -- where it began
  scope TEXT NOT NULL, -- what was asked for, as JSON: address, kinds, from, to, depth
  started_at INTEGER NOT NULL, -- when, ms since 1970 UTC; anew where it was taken up again
  started_by TEXT REFERENCES person (id), -- who captured
  ended_at INTEGER, -- when it ended; null while it runs, or where it was interrupted
  outcome TEXT, -- complete, unchanged, incomplete, lapsed, refused, nothing
  sentence TEXT NOT NULL, -- how it ended, in plain words
  stop_met INTEGER, -- 1 where it reached the end that it was to reach: only then can it say that something is no longer shown
  facts TEXT, -- everything that it says of itself, as JSON
  same_as INTEGER REFERENCES capture (id) -- the capture whose items it confirms, where the server said that nothing changed
) STRICT;
CREATE INDEX capture_account ON capture (account_id, started_at);

CREATE TABLE capture_validator (
  account_id INTEGER NOT NULL REFERENCES account (id), -- account
  address TEXT NOT NULL, -- address that was answered
  etag TEXT, -- what the server called that answer
  last_modified TEXT, -- when the server says it was changed
  capture_id INTEGER NOT NULL REFERENCES capture (id), -- capture that has the answer
  PRIMARY KEY (account_id, address)
) STRICT, WITHOUT ROWID;
