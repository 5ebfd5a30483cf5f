CREATE TABLE schedule (
  id INTEGER PRIMARY KEY, -- number of the schedule version
  name TEXT NOT NULL, -- its title
  resolution TEXT NOT NULL, -- resolution that adopted it
  adopted_on TEXT NOT NULL, -- local date
  source_name TEXT NOT NULL, -- file it was read from
  source_digest BLOB NOT NULL, -- SHA-256 of that file
  document TEXT NOT NULL, -- legend, fiscal year end and series, as JSON
  imported_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  imported_by TEXT REFERENCES person (id) -- who
) STRICT;

CREATE TABLE rule_set (
  id INTEGER PRIMARY KEY, -- number of the set; the newest is in force
  document TEXT NOT NULL, -- the rules, as JSON
  saved_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  saved_by TEXT REFERENCES person (id) -- who
) STRICT;

CREATE TABLE classification (
  id INTEGER PRIMARY KEY, -- number of the decision
  record_id INTEGER NOT NULL REFERENCES record (id), -- record decided on
  series TEXT, -- series code; NULL takes the record's series away
  previous TEXT, -- series code before
  decided_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  decided_by TEXT REFERENCES person (id), -- who
  rule TEXT, -- rule that decided; NULL by hand
  rule_set_id INTEGER REFERENCES rule_set (id), -- the set that rule stood in
  reason TEXT NOT NULL -- why
) STRICT;
CREATE INDEX classification_record ON classification (record_id);

CREATE TABLE hold (
  id INTEGER PRIMARY KEY, -- number of the hold
  label TEXT NOT NULL, -- matter
  basis TEXT NOT NULL, -- litigation, request, audit …
  scope TEXT NOT NULL, -- what it covers, as JSON: also records that come later
  ordered_by TEXT NOT NULL, -- who ordered it
  document_digest BLOB, -- the order, as an object
  request_id TEXT REFERENCES request (id), -- the request that it serves
  placed_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  placed_by TEXT REFERENCES person (id), -- who placed it
  released_at INTEGER, -- when it was released
  released_by TEXT REFERENCES person (id), -- who released it
  release_digest BLOB -- the written release, as an object
) STRICT;

CREATE TABLE hold_record (
  hold_id INTEGER NOT NULL REFERENCES hold (id), -- the hold
  record_id INTEGER NOT NULL REFERENCES record (id), -- a record that it froze when placed
  PRIMARY KEY (hold_id, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX hold_record_record ON hold_record (record_id);

CREATE TABLE request (
  id TEXT PRIMARY KEY, -- the City's number for it
  document TEXT NOT NULL, -- the request as received, as JSON
  received_on TEXT NOT NULL, -- local date of receipt
  opened_at INTEGER NOT NULL, -- when it was entered, ms since 1970 UTC
  opened_by TEXT REFERENCES person (id), -- who entered it
  state TEXT NOT NULL -- open, produced, closed
) STRICT, WITHOUT ROWID;

CREATE TABLE production (
  id INTEGER PRIMARY KEY, -- number of the production
  request_id TEXT NOT NULL REFERENCES request (id), -- request it answers
  frozen_at INTEGER NOT NULL, -- when its contents were settled, ms since 1970 UTC
  prepared_by TEXT REFERENCES person (id), -- who prepared it
  searched TEXT NOT NULL, -- what was searched, in words
  document TEXT NOT NULL, -- everything else that the packet is built from, as JSON
  ledger_head BLOB NOT NULL, -- head of the ledger when frozen
  packet_digest BLOB, -- SHA-256 of the packet; NULL until built
  packet_name TEXT, -- its file name
  packet_size INTEGER -- its bytes
) STRICT;
CREATE INDEX production_request ON production (request_id);

CREATE TABLE production_item (
  production_id INTEGER NOT NULL REFERENCES production (id), -- the production
  position INTEGER NOT NULL, -- order in the packet, from 0
  record_id INTEGER NOT NULL, -- record released
  number INTEGER NOT NULL, -- version released
  label TEXT NOT NULL, -- number printed on it
  salt BLOB NOT NULL, -- 16 random bytes of its leaf in the packet
  PRIMARY KEY (production_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX production_item_record ON production_item (record_id);

CREATE TABLE plan (
  id INTEGER PRIMARY KEY, -- number of the purge plan
  as_of TEXT NOT NULL, -- local date it was reckoned for
  made_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  made_by TEXT REFERENCES person (id), -- who
  digest BLOB NOT NULL, -- SHA-256 of the plan
  eligible INTEGER NOT NULL, -- records that may be destroyed
  excluded INTEGER NOT NULL, -- records that may not
  summary TEXT NOT NULL, -- counts by series and reason, as JSON
  object_digest BLOB NOT NULL -- the plan file, as an object
) STRICT;

