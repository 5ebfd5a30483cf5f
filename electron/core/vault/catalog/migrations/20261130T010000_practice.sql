-- Whether this is a practice vault: said once, when the catalog is made, and never again.

CREATE TABLE practice_mark (
  id INTEGER PRIMARY KEY CHECK (id = 1), -- there is one row
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)) -- 1: nothing in this vault is a record, and all that it makes says so
) STRICT;

CREATE TRIGGER practice_mark_stays BEFORE UPDATE ON practice_mark
BEGIN
  SELECT raise(ABORT, 'whether a vault is for practice never changes');
END;

CREATE TRIGGER practice_mark_is_kept BEFORE DELETE ON practice_mark
BEGIN
  SELECT raise(ABORT, 'whether a vault is for practice is never forgotten');
END;
