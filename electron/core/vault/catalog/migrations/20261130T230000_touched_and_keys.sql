-- What guards consent: records that a hold let go stay known as touched by it, and a key counts once its holder and another person stand behind it.

CREATE TABLE hold_let_go (
  hold_id INTEGER NOT NULL REFERENCES hold (id), -- hold that covered the record until it was narrowed
  record_id INTEGER NOT NULL REFERENCES record (id), -- record that it covered; what shortens its retention takes two persons still
  PRIMARY KEY (hold_id, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX hold_let_go_record ON hold_let_go (record_id);

CREATE TABLE key_confirmation (
  key_id INTEGER NOT NULL REFERENCES person_key (id), -- the key
  part TEXT NOT NULL, -- holder: has shown that the private half is theirs; second: another person than the holder and whoever registered it
  confirmed_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  confirmed_by TEXT NOT NULL REFERENCES person (id), -- who
  role TEXT NOT NULL, -- office that the holder had in the register then: for another one the key is confirmed anew
  signature BLOB, -- of the holder: 64 bytes over the words of the confirmation; NULL where the key was made in this vault, and of the second person
  PRIMARY KEY (key_id, part)
) STRICT, WITHOUT ROWID;
