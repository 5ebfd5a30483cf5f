-- An opening of the attorney's may bear a signature by key; where it does not, the name was typed.

CREATE TABLE production_opening_key (
  opening_id INTEGER PRIMARY KEY REFERENCES production_opening (id), -- the opening
  key_id INTEGER NOT NULL REFERENCES person_key (id), -- key that signed it
  signature BLOB NOT NULL -- Ed25519 signature over the words of the opening
) STRICT;
