-- The second person behind an import that was moved to an account that standing rules give the day of an event.
CREATE TABLE correction_second (
  correction_id INTEGER PRIMARY KEY REFERENCES correction (id), -- the move of an import
  second_by TEXT NOT NULL REFERENCES person (id) -- who else stands behind it
) STRICT;
