-- What AI 599 (part III) asks of those who run the accounts: the log of removed content, and the other registers.

CREATE TABLE steward_entry (
  id INTEGER PRIMARY KEY, -- number of the entry
  kind TEXT NOT NULL, -- removal, liaison, change, departure, paper, flag, credential, custody
  account_id INTEGER REFERENCES account (id), -- account that it is about
  record_id INTEGER, -- record that it is about; NULL again when the record is destroyed
  of_record INTEGER NOT NULL CHECK (of_record IN (0, 1)), -- 1 where it is, or was, about a record
  opened_at INTEGER NOT NULL, -- when it was begun, ms since 1970 UTC
  opened_by TEXT REFERENCES person (id) -- who began it
) STRICT;
CREATE INDEX steward_entry_kind ON steward_entry (kind);
CREATE INDEX steward_entry_record ON steward_entry (record_id) WHERE record_id IS NOT NULL;

CREATE TABLE steward_wording (
  id INTEGER PRIMARY KEY, -- number of the wording; the newest of an entry stands
  entry_id INTEGER NOT NULL REFERENCES steward_entry (id), -- entry that it is of
  said TEXT NOT NULL, -- what it says, as JSON; never words of a record, and never a password
  written_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  written_by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX steward_wording_entry ON steward_wording (entry_id);

CREATE TABLE steward_act (
  id INTEGER PRIMARY KEY, -- number of the act; acts follow one another
  entry_id INTEGER NOT NULL REFERENCES steward_entry (id), -- entry that it is on
  act TEXT NOT NULL, -- submitted, approved, returned, closed, appealed, done …
  on_day TEXT NOT NULL, -- when it was done, a day of the City
  doer TEXT NOT NULL, -- who did it, by name and title
  words TEXT NOT NULL, -- why, or what came of it
  at INTEGER NOT NULL, -- when it was written down, ms since 1970 UTC
  recorded_by TEXT REFERENCES person (id) -- who wrote it down
) STRICT;
CREATE INDEX steward_act_entry ON steward_act (entry_id);

CREATE TABLE query_mark (
  id INTEGER PRIMARY KEY, -- number of the mark; the newest of a record stands
  record_id INTEGER NOT NULL REFERENCES record (id), -- what somebody from the public wrote
  asks INTEGER CHECK (asks IN (0, 1)), -- 1: it asks or reports something; 0: it does not; NULL: the rule decides again
  reason TEXT NOT NULL, -- why
  at INTEGER NOT NULL, -- when, ms since 1970 UTC
  marked_by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX query_mark_record ON query_mark (record_id);
