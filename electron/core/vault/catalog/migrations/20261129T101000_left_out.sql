-- Packages that do not lie in the vault as they were received, archives taken out of archives, and what was left out at an import.

CREATE TABLE package_kept (
  package_id TEXT PRIMARY KEY REFERENCES package (id), -- package that was unpacked or filtered when it was received
  digest BLOB NOT NULL -- SHA-256 of what lies in the vault; of files in a folder: over their names and digests
) STRICT, WITHOUT ROWID;

CREATE TABLE package_inside (
  package_id TEXT PRIMARY KEY REFERENCES package (id), -- package that was an archive inside another one
  member_id INTEGER NOT NULL REFERENCES member (id) -- the member that it was there
) STRICT, WITHOUT ROWID;
CREATE INDEX package_inside_member ON package_inside (member_id);

CREATE TABLE left_out (
  member_id INTEGER PRIMARY KEY REFERENCES member (id), -- member whose bytes were not kept
  name TEXT NOT NULL, -- its path inside the package
  size INTEGER NOT NULL, -- its bytes, unpacked
  digest BLOB, -- SHA-256 of its unpacked bytes as received; NULL where it could not be read
  kind TEXT NOT NULL, -- kind of file: advertising, log-ins …; opened where the archive was taken in as a package of its own
  reason TEXT NOT NULL, -- why, in a sentence
  attorney TEXT -- who of the city attorney's allowed it, where a hold or request was in force
) STRICT;
