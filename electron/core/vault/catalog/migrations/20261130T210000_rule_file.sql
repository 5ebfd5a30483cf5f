-- Rules of law that came by signed files: whom the attorney trusts to sign them, and what was applied.

CREATE TABLE rule_signer (
  id INTEGER PRIMARY KEY, -- number of the signer
  name TEXT NOT NULL, -- who signs, as the attorney named it
  public_key BLOB NOT NULL UNIQUE, -- 32 bytes of Ed25519
  trusted_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  trusted_by TEXT NOT NULL REFERENCES person (id), -- the attorney who registered it
  ended_at INTEGER, -- when it was trusted no more, ms since 1970 UTC
  ended_by TEXT REFERENCES person (id), -- the attorney who said so
  ended_reason TEXT -- why
) STRICT;

CREATE TABLE rule_file (
  id INTEGER PRIMARY KEY, -- number of the file in this vault
  signer_id INTEGER NOT NULL REFERENCES rule_signer (id), -- whose signature it bears
  number INTEGER NOT NULL, -- its number among the files of its signer; an older one is not applied after it
  file BLOB NOT NULL, -- the signed file, byte for byte
  digest BLOB NOT NULL UNIQUE, -- SHA-256 of it
  applied_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  applied_by TEXT NOT NULL REFERENCES person (id) -- the attorney
) STRICT;
