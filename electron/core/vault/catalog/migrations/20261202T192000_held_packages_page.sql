-- Plans of which a page was printed that bears the City Attorney's consent to overwrite packages with records under a hold.

CREATE TABLE held_packages_page (
  plan_id INTEGER PRIMARY KEY REFERENCES plan (id), -- the plan
  printed_at INTEGER NOT NULL -- when the first such page of it was printed: none was signed before
) STRICT;
