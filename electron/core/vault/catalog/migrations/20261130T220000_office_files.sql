CREATE TABLE office_series (
  id INTEGER PRIMARY KEY, -- number of the choice; the newest of a file counts, else the newest of its kind
  kind TEXT NOT NULL, -- request-file, packet, purge-plan, hold-file, removal-entry, remainder
  subject TEXT, -- which one, by its number; NULL: every file of the kind that has no choice of its own
  series TEXT NOT NULL, -- series code
  starts_on TEXT, -- day that its event is, where the series waits for one: closed or superseded; NULL where it waits for none
  reason TEXT NOT NULL, -- why
  chosen_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  chosen_by TEXT NOT NULL REFERENCES person (id), -- who
  second_by TEXT REFERENCES person (id) -- second person who stands behind a shorter series than before
) STRICT;
CREATE INDEX office_series_file ON office_series (kind, subject);

CREATE TABLE hold_file (
  hold_id INTEGER NOT NULL REFERENCES hold (id), -- the hold
  kind TEXT NOT NULL, -- kind of the office's own file that it names
  subject TEXT NOT NULL, -- which one, by its number
  named_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  named_by TEXT NOT NULL REFERENCES person (id), -- who
  PRIMARY KEY (hold_id, kind, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX hold_file_subject ON hold_file (kind, subject);

CREATE TABLE office_salt (
  kind TEXT NOT NULL, -- kind of the file
  subject TEXT NOT NULL, -- which one, by its number
  salt BLOB NOT NULL, -- 16 random bytes by which plans commit to what is in it; destroyed with it
  PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_file_narrowing (
  plan_id INTEGER NOT NULL REFERENCES plan (id), -- the plan
  kind TEXT NOT NULL, -- kind of the file that was taken out of it: it stays
  subject TEXT NOT NULL, -- which one, by its number
  reason TEXT NOT NULL, -- why
  struck_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  struck_by TEXT NOT NULL REFERENCES person (id), -- who took it out
  PRIMARY KEY (plan_id, kind, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE destruction_file (
  destruction_id INTEGER NOT NULL REFERENCES destruction (id), -- the destruction
  position INTEGER NOT NULL, -- order in which it is carried out, from 0, after the records
  kind TEXT NOT NULL, -- kind of the office's own file
  subject TEXT NOT NULL, -- which one, by its number, which is not given out again
  series TEXT NOT NULL, -- series that decided
  cutoff TEXT, -- local date from which its period ran
  eligible_on TEXT NOT NULL, -- local date from which it might be destroyed
  authority TEXT NOT NULL, -- schedule, resolution and citation
  commitment BLOB NOT NULL, -- what the plan saw in it, salted
  outcome TEXT, -- destroyed, skipped; NULL while it waits
  reason TEXT, -- why it was skipped, in one word
  detail TEXT, -- the same in a sentence
  decided_at INTEGER, -- when, ms since 1970 UTC
  opened_at INTEGER, -- of what was destroyed: when it was begun, ms since 1970 UTC
  rows INTEGER, -- how many rows of the catalog it had
  files INTEGER, -- how many files went with it
  bytes INTEGER, -- bytes of these
  PRIMARY KEY (destruction_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX destruction_file_subject ON destruction_file (kind, subject);

CREATE TABLE destruction_file_traces (
  traces_id INTEGER PRIMARY KEY -- run of destruction_traces that is of an office's own file: what such files say alike stands in those that stay, too
) STRICT;
