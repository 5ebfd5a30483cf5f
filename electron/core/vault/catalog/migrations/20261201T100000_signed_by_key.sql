-- Letters and answers to review copies that a person signed with a registered key.

CREATE TABLE letter_key_signature (
  letter_id INTEGER PRIMARY KEY REFERENCES request_letter (id) ON DELETE CASCADE, -- the letter
  key_id INTEGER NOT NULL REFERENCES person_key (id), -- key that signed it
  signature BLOB NOT NULL -- its Ed25519 signature over the statement of the letter
) STRICT;

CREATE TABLE review_reply_key_signature (
  reply_id INTEGER PRIMARY KEY REFERENCES review_reply (id), -- the answer to a review copy
  key_id INTEGER NOT NULL REFERENCES person_key (id), -- key that signed it
  statement TEXT NOT NULL, -- what it signed
  signature BLOB NOT NULL -- its Ed25519 signature over the statement
) STRICT;

CREATE TABLE review_signature_key (
  signature_id INTEGER PRIMARY KEY REFERENCES review_signature (id), -- the signature over a review
  key_id INTEGER NOT NULL REFERENCES person_key (id) -- key that gave it, verified; a signature without one is by name or reported
) STRICT;
