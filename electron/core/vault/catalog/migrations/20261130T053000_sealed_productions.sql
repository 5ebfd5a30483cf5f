-- Productions that are sealed and sent: when and by whom, the secrets behind their commitments, and what the attorney opened of them.

CREATE TABLE production_seal (
  production_id INTEGER PRIMARY KEY REFERENCES production (id), -- the production
  sealed_at INTEGER NOT NULL, -- when its packet was finished and kept, ms since 1970 UTC
  sealed_by TEXT REFERENCES person (id) -- who sealed it
) STRICT;
INSERT INTO production_seal
  SELECT id, coalesce((SELECT min(issued_at) FROM issued WHERE kind = 'packet' AND digest = packet_digest), frozen_at), prepared_by
  FROM production WHERE packet_digest IS NOT NULL;

CREATE TABLE production_sent (
  id INTEGER PRIMARY KEY, -- number of the sending
  production_id INTEGER NOT NULL REFERENCES production (id), -- the production whose packet went out
  sent_on TEXT NOT NULL, -- local date on which it went out
  sent_time TEXT, -- local time, HH:MM, where it is known
  sent_how TEXT NOT NULL, -- portal, email, letter, counter
  sent_proof TEXT NOT NULL, -- what shows that it went out
  entered_at INTEGER NOT NULL, -- when this was entered, ms since 1970 UTC
  entered_by TEXT REFERENCES person (id) -- who entered it
) STRICT;
CREATE INDEX production_sent_production ON production_sent (production_id);

CREATE TABLE production_secret (
  production_id INTEGER NOT NULL REFERENCES production (id), -- the production
  position INTEGER NOT NULL, -- record's place in it
  secret BLOB NOT NULL, -- 32 random bytes from which the salts of its commitments follow; destroyed with the record
  PRIMARY KEY (production_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE production_opening (
  id INTEGER PRIMARY KEY, -- number of the opening
  production_id INTEGER NOT NULL REFERENCES production (id), -- the production
  position INTEGER NOT NULL, -- record's place in it
  fields TEXT NOT NULL, -- names of the fields opened, as a JSON array
  reason TEXT NOT NULL, -- why, in the attorney's words
  opened_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  opened_by TEXT NOT NULL REFERENCES person (id), -- the attorney
  digest BLOB NOT NULL -- SHA-256 of the opening
) STRICT;
CREATE INDEX production_opening_production ON production_opening (production_id);
