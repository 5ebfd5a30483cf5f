-- Records that are shown only on purpose: juveniles, victims, booking photos, sealed ones; and who reviewed them for release.

CREATE TABLE restriction_act (
  id INTEGER PRIMARY KEY, -- number of the act upon all that a search found
  ended_at INTEGER, -- when its last record was restricted, ms since 1970 UTC; NULL while it goes on or where it was stopped
  undone_at INTEGER, -- when it was taken back; NULL while it stands
  undone_by TEXT REFERENCES person (id) -- who took it back
) STRICT;

CREATE TABLE restriction (
  id INTEGER PRIMARY KEY, -- number of the restriction
  record_id INTEGER NOT NULL, -- record that is shown only on purpose
  ground TEXT NOT NULL, -- juvenile, victim, booking-photo, sealed, other
  words TEXT, -- what another ground is, as lists show it; NULL for the others
  reason TEXT NOT NULL, -- why
  restricted_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  restricted_by TEXT REFERENCES person (id), -- who
  act_id INTEGER REFERENCES restriction_act (id), -- act upon many records that it is part of; NULL for a single one
  ended_at INTEGER, -- when it was lifted, or another ground took its place; NULL while it stands
  ended_by TEXT REFERENCES person (id), -- who
  ended_reason TEXT -- why
) STRICT;
CREATE UNIQUE INDEX restriction_standing ON restriction (record_id) WHERE ended_at IS NULL;
CREATE INDEX restriction_record ON restriction (record_id);
CREATE INDEX restriction_of_act ON restriction (act_id) WHERE act_id IS NOT NULL;

CREATE TABLE restriction_review (
  id INTEGER PRIMARY KEY, -- number of the review; the newest one counts
  restriction_id INTEGER NOT NULL REFERENCES restriction (id), -- what was reviewed
  release INTEGER NOT NULL CHECK (release IN (0, 1)), -- 1 where the record may stand in packets; 0 where that was taken back
  versions INTEGER NOT NULL, -- how many versions the record had: a later one is to be reviewed anew
  reason TEXT NOT NULL, -- why
  reviewed_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  reviewed_by TEXT NOT NULL REFERENCES person (id) -- who
) STRICT;
CREATE INDEX restriction_review_of ON restriction_review (restriction_id);
