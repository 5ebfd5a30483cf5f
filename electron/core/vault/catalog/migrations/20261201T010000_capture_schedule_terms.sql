-- Which terms of the platform were read when a schedule of captures of pages was set: they are not captured without.

CREATE TABLE capture_schedule_terms (
  schedule_id INTEGER PRIMARY KEY REFERENCES capture_schedule (id), -- the schedule
  version TEXT NOT NULL -- names the terms in the wording that was shown; once they read otherwise, they are to be read anew
) STRICT;
