-- Days of the events that retention periods wait for: closed, superseded, terminated, audited.

CREATE TABLE record_event (
  id INTEGER PRIMARY KEY, -- number of the entry; the newest of a record and code counts
  record_id INTEGER NOT NULL REFERENCES record (id), -- record that the event is of
  code TEXT NOT NULL, -- code of the legend that waits for it, such as CL
  happened_on TEXT, -- local date of the event; NULL takes an earlier entry back
  reason TEXT NOT NULL, -- how it is known
  entered_at INTEGER NOT NULL, -- when it was entered, ms since 1970 UTC
  entered_by TEXT NOT NULL REFERENCES person (id) -- who entered it
) STRICT;
CREATE INDEX record_event_record ON record_event (record_id, code);
