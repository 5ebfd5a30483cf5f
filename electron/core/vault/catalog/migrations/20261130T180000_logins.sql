-- What is known of the log-ins of accounts (AI 599, III): never a log-in itself, which lies sealed in a file outside the vault.

CREATE TABLE login_officer (
  id INTEGER PRIMARY KEY, -- number of the naming
  person_id TEXT NOT NULL REFERENCES person (id), -- officer to whom the list of log-ins is sealed
  recipient TEXT NOT NULL, -- public key of the officer (age-encryption.org/v1)
  named_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  named_by TEXT REFERENCES person (id), -- who
  ended_at INTEGER -- when others were named instead, ms since 1970 UTC
) STRICT;

CREATE TABLE login_duty (
  id INTEGER PRIMARY KEY, -- number of the wording; the newest of an account stands
  account_id INTEGER NOT NULL REFERENCES account (id), -- account
  owner TEXT NOT NULL, -- who answers for the log-in, by name and title
  recovery TEXT NOT NULL, -- whom the platform turns to when the log-in is lost
  second_factor TEXT NOT NULL, -- who holds the second factor
  rotate_months INTEGER, -- after how many months the password is to be changed; null where nobody said
  written_at INTEGER NOT NULL, -- when it was written down, ms since 1970 UTC
  written_by TEXT REFERENCES person (id) -- who wrote it down
) STRICT;
CREATE INDEX login_duty_account ON login_duty (account_id);

CREATE TABLE login_change (
  id INTEGER PRIMARY KEY, -- number of the change
  account_id INTEGER NOT NULL REFERENCES account (id), -- account whose log-in was sealed into the list
  kind TEXT NOT NULL, -- changed: the log-in is a new one; resealed: the same, sealed to other officers
  at INTEGER NOT NULL, -- when, ms since 1970 UTC
  by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX login_change_account ON login_change (account_id);

CREATE TABLE login_reveal (
  id INTEGER PRIMARY KEY, -- number of the reveal
  account_id INTEGER NOT NULL REFERENCES account (id), -- account whose log-in was asked for
  reason TEXT NOT NULL, -- why
  at INTEGER NOT NULL, -- when, ms since 1970 UTC
  by TEXT NOT NULL REFERENCES person (id) -- who
) STRICT;
CREATE INDEX login_reveal_account ON login_reveal (account_id);
