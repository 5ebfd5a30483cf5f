-- How the texts of an import come about from their sources, as its platform declared: verify compares them by it.

CREATE TABLE text_origin (
  accession_id INTEGER PRIMARY KEY REFERENCES accession (id), -- import whose texts are meant
  origin TEXT NOT NULL -- how its texts come about from their sources, as JSON: how, composed, told
) STRICT;
