-- What a hold covered before it was narrowed by the attorney's paper.

CREATE TABLE hold_scope (
  id INTEGER PRIMARY KEY, -- number of the narrowing
  hold_id INTEGER NOT NULL REFERENCES hold (id), -- the hold
  scope TEXT NOT NULL, -- what it covered until then, as JSON
  narrowed_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  signed_by TEXT NOT NULL REFERENCES person (id), -- attorney who signed it
  document_digest BLOB NOT NULL -- the paper, as an object
) STRICT;
CREATE INDEX hold_scope_hold ON hold_scope (hold_id);
