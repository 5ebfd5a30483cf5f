-- Keys with which people sign: Ed25519, the private half sealed by a passphrase that nobody keeps.

CREATE TABLE person_key (
  id INTEGER PRIMARY KEY, -- number of the key
  person_id TEXT NOT NULL REFERENCES person (id), -- whose it is
  public_key BLOB NOT NULL UNIQUE, -- Ed25519, 32 bytes (RFC 8032)
  sealed TEXT, -- the private half, encrypted under its owner's passphrase, as JSON; NULL where its owner keeps it elsewhere
  registered_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  registered_by TEXT NOT NULL REFERENCES person (id), -- who registered it; its owner, unless it is kept elsewhere
  ended_at INTEGER, -- since when it signs no more, ms since 1970 UTC; what it signed before stays signed
  ended_by TEXT REFERENCES person (id), -- who ended it
  ended_reason TEXT -- why
) STRICT;
CREATE INDEX person_key_person ON person_key (person_id);
