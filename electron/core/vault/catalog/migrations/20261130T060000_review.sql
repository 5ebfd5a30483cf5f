-- The review of what answers a request: what was decided of each record, the signature over it, and what a production froze of it.

CREATE TABLE review_decision (
  id INTEGER PRIMARY KEY, -- number of the decision; the newest of a record stands
  request_id TEXT NOT NULL REFERENCES request (id), -- request it is for
  record_id INTEGER NOT NULL REFERENCES record (id), -- record decided on
  outcome TEXT, -- release, redact, withhold, not-responsive; NULL took the decision back
  said TEXT NOT NULL, -- grounds, redactions and reason, as JSON
  decided_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  decided_by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX review_decision_request ON review_decision (request_id, record_id);
CREATE INDEX review_decision_record ON review_decision (record_id);

CREATE TABLE review_kept (
  request_id TEXT NOT NULL REFERENCES request (id), -- request it is for
  record_id INTEGER NOT NULL REFERENCES record (id), -- record whose words stay
  phrase BLOB NOT NULL, -- SHA-256 of words that are redacted in another record, as they are folded for searching
  reason TEXT NOT NULL, -- why they stay here
  kept_at INTEGER NOT NULL, -- when it was said, ms since 1970 UTC
  kept_by TEXT REFERENCES person (id), -- who
  PRIMARY KEY (request_id, record_id, phrase)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_kept_record ON review_kept (record_id);

CREATE TABLE review_signature (
  id INTEGER PRIMARY KEY, -- number of the signature; the newest of a request counts
  request_id TEXT NOT NULL REFERENCES request (id), -- request whose review is signed
  decisions BLOB NOT NULL, -- SHA-256 of everything that was decided then
  signed_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  signed_by TEXT NOT NULL REFERENCES person (id) -- person responsible for what is kept back
) STRICT;
CREATE INDEX review_signature_request ON review_signature (request_id);

CREATE TABLE production_decision (
  production_id INTEGER NOT NULL REFERENCES production (id), -- the production
  position INTEGER NOT NULL, -- record's place in it
  decision TEXT NOT NULL, -- what was decided of the record, as it was frozen, as JSON
  PRIMARY KEY (production_id, position)
) STRICT, WITHOUT ROWID;
