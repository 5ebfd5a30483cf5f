-- Letters and answers to review copies that a person signed with a registered key.

ALTER TABLE request_letter ADD COLUMN key_id INTEGER REFERENCES person_key (id); -- key that signed its words; NULL: signed by name, or not signed
ALTER TABLE request_letter ADD COLUMN signature BLOB; -- Ed25519 signature of that key over the statement of the letter

ALTER TABLE review_reply ADD COLUMN key_id INTEGER REFERENCES person_key (id); -- key that signed the answer; NULL: its signature is reported
ALTER TABLE review_reply ADD COLUMN statement TEXT; -- what that key signed
ALTER TABLE review_reply ADD COLUMN signature BLOB; -- Ed25519 signature over the statement

ALTER TABLE review_signature ADD COLUMN key_id INTEGER REFERENCES person_key (id); -- key that signed; NULL: signed by name, or reported
