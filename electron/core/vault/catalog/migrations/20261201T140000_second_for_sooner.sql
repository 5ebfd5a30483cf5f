-- The second persons behind days of events, standing rules for them, and changes of the unit of retention that may let records go sooner.
CREATE TABLE record_event_second (
  event_id INTEGER PRIMARY KEY REFERENCES record_event (id), -- the day of an event that was entered
  second_by TEXT NOT NULL REFERENCES person (id) -- who else stands behind it
) STRICT;

CREATE TABLE event_rule_second (
  set_id INTEGER PRIMARY KEY REFERENCES event_rule_set (id), -- the set of standing rules
  second_by TEXT NOT NULL REFERENCES person (id) -- who else stands behind it
) STRICT;

CREATE TABLE retention_unit_second (
  decision_id INTEGER PRIMARY KEY REFERENCES retention_unit (id), -- the decision on the unit of retention
  second_by TEXT NOT NULL REFERENCES person (id) -- who else stands behind it, besides the attorney with whom it was made
) STRICT;
