-- The lists that a plan was drawn up with, as objects: they go with the plan's file, as lists that were given later do.

CREATE TABLE plan_first_list (
  plan_id INTEGER NOT NULL REFERENCES plan (id), -- the plan
  object_digest BLOB NOT NULL REFERENCES object (digest), -- the list as it was given
  PRIMARY KEY (plan_id, object_digest)
) STRICT, WITHOUT ROWID;
