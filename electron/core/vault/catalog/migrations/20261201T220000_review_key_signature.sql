-- Signatures that a person gave over a review with a registered key.

CREATE TABLE review_key_signature (
  signature_id INTEGER PRIMARY KEY REFERENCES review_signature (id), -- the signature over a review
  signature BLOB NOT NULL -- Ed25519 signature of its key over the statement of the review; one that came with a reply stands there
) STRICT;
