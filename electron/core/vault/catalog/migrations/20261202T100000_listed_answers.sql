-- What two persons said of entries of the lists of open requests and of claims that the vault does not know, and in which column a list has its
-- numbers where nobody could tell by its headings.
CREATE TABLE listed_answer (
  id INTEGER PRIMARY KEY, -- number of the answer; the newest of an entry counts
  plan_id INTEGER NOT NULL REFERENCES plan (id), -- plan for whose list it was given
  kind TEXT NOT NULL, -- open-requests, claims
  entry_digest BLOB NOT NULL, -- SHA-256 of the kind, number and words of the entry: one that reads otherwise has no answer
  number TEXT NOT NULL, -- its number as the list spells it, or what it is about where it has none
  hold_id INTEGER, -- number of the hold that covers the claim; NULL: it concerns nothing that is kept here
  reason TEXT NOT NULL, -- why
  answered_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  answered_by TEXT NOT NULL REFERENCES person (id), -- who said it
  second_by TEXT NOT NULL REFERENCES person (id) -- who else stands behind it
) STRICT;
CREATE INDEX listed_answer_entry ON listed_answer (entry_digest);
CREATE INDEX listed_answer_plan ON listed_answer (plan_id);

CREATE TABLE plan_list_column (
  list_id INTEGER PRIMARY KEY REFERENCES plan_list (id), -- the list that a plan was given
  heading TEXT NOT NULL -- heading of the column that was said to hold its numbers
) STRICT;
