-- The day from which the retention of a record ran, beside the day on which it ended (law.md §3.4: cutoff and eligibility of each). None is kept where
-- custody is given up, nor of destructions of before.
CREATE TABLE destruction_cutoff (
  destruction_id INTEGER NOT NULL REFERENCES destruction (id), -- the destruction
  item INTEGER NOT NULL, -- position of the record in it
  cutoff TEXT NOT NULL, -- local date from which its period ran
  PRIMARY KEY (destruction_id, item)
) STRICT, WITHOUT ROWID;
