-- How often an account's export is to be asked for; accounts without a row have no reminder.

CREATE TABLE account_reminder (
  account_id INTEGER PRIMARY KEY REFERENCES account (id), -- account whose export is due from time to time
  months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 60), -- months from one export to the next
  set_at INTEGER NOT NULL -- when the interval was set, ms since 1970 UTC
) STRICT;
