-- Decisions that are taken back, decisions on many records at once, and notes for a decision to come.

CREATE TABLE classification_before AS SELECT * FROM classification;
DROP TABLE classification;

CREATE TABLE bulk_decision (
  id INTEGER PRIMARY KEY, -- number of the decision on many records at once
  series TEXT, -- series code; NULL took the records' series away
  reason TEXT NOT NULL, -- why
  made_at INTEGER NOT NULL, -- when it was begun, ms since 1970 UTC
  made_by TEXT REFERENCES person (id), -- who
  ended_at INTEGER, -- when every record was decided on, ms since 1970 UTC; NULL where it was stopped before
  undone_at INTEGER, -- when it was taken back, ms since 1970 UTC
  undone_by TEXT REFERENCES person (id) -- who took it back
) STRICT;

CREATE TABLE classification (
  id INTEGER PRIMARY KEY, -- number of the decision
  record_id INTEGER NOT NULL REFERENCES record (id), -- record decided on
  series TEXT, -- series code; NULL takes the record's series away
  previous TEXT, -- series code before
  decided_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  decided_by TEXT REFERENCES person (id), -- who
  rule TEXT, -- rule that decided; NULL by hand
  rule_set_id INTEGER REFERENCES rule_set (id), -- the set that rule stood in
  reason TEXT NOT NULL, -- why
  restored INTEGER, -- where a decision was taken back: the earlier one that stands again, 0 where there was none
  bulk_id INTEGER REFERENCES bulk_decision (id) -- the decision on many records that it is a part of
) STRICT;

INSERT INTO classification
  SELECT id, record_id, series, previous, decided_at, decided_by, rule, rule_set_id, reason, NULL, NULL FROM classification_before;
DROP TABLE classification_before;
CREATE INDEX classification_record ON classification (record_id);
CREATE INDEX classification_hand ON classification (id) WHERE rule_set_id IS NULL AND bulk_id IS NULL;
CREATE INDEX classification_bulk ON classification (bulk_id, id) WHERE bulk_id IS NOT NULL;

CREATE TABLE decision_note (
  id INTEGER PRIMARY KEY, -- number of the note; another wording is another number
  record_id INTEGER NOT NULL UNIQUE REFERENCES record (id), -- record whose next decision it is for
  text TEXT NOT NULL, -- the note; it becomes the reason of that decision
  written_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  written_by TEXT REFERENCES person (id) -- who
) STRICT;
