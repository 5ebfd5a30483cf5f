-- What a vault that was restored from a backup knows of destructions since it: by certificates and lists alone, because the vault in which they were is lost.

CREATE TABLE certificate_told (
  number TEXT PRIMARY KEY, -- number of a certificate that was given at the restoring: no other one bears it
  digest BLOB NOT NULL, -- SHA-256 of the certificate as data
  told_at INTEGER NOT NULL -- when, ms since 1970 UTC
) STRICT, WITHOUT ROWID;

CREATE TABLE destroyed_elsewhere (
  kind TEXT NOT NULL, -- kind of an office's own file that was destroyed
  subject TEXT NOT NULL, -- which one, by its number, which is not given out again
  PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE destroyed_record (
  record_id INTEGER PRIMARY KEY -- number of a record that was destroyed: it names no other one
) STRICT;
