-- Approvals of purge plans: the office's own chain, what each signer said, and what was taken out of a plan afterwards.

CREATE TABLE disposition_office (
  id INTEGER PRIMARY KEY, -- number of the settings; the newest count
  document TEXT NOT NULL, -- who approves, how long approvals count, whether one person may do all, as JSON
  reason TEXT NOT NULL, -- why
  set_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  set_by TEXT NOT NULL REFERENCES person (id) -- who set them
) STRICT;

CREATE TABLE plan_list (
  id INTEGER PRIMARY KEY, -- number of the list; the newest of a plan and kind counts
  plan_id INTEGER NOT NULL REFERENCES plan (id), -- plan that is checked against it
  kind TEXT NOT NULL, -- open-requests, claims
  name TEXT NOT NULL, -- its file name
  object_digest BLOB NOT NULL, -- the list, as an object
  rows INTEGER NOT NULL, -- its entries
  dated_on TEXT NOT NULL, -- local date that it tells the state of
  given_at INTEGER NOT NULL, -- when it was given, ms since 1970 UTC
  given_by TEXT NOT NULL REFERENCES person (id) -- who gave it
) STRICT;
CREATE INDEX plan_list_plan ON plan_list (plan_id, kind);

CREATE TABLE plan_narrowing (
  plan_id INTEGER NOT NULL REFERENCES plan (id), -- the plan
  record_id INTEGER NOT NULL, -- record that was taken out of it: it stays
  reason TEXT NOT NULL, -- why
  struck_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  struck_by TEXT NOT NULL REFERENCES person (id), -- who took it out
  PRIMARY KEY (plan_id, record_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE approval (
  id INTEGER PRIMARY KEY, -- number of the approval; the newest of a plan and role that was not taken back counts
  plan_id INTEGER NOT NULL REFERENCES plan (id), -- plan that it is of
  role TEXT NOT NULL, -- department-head, city-attorney, city-clerk …
  name TEXT NOT NULL, -- who approves, in full
  title TEXT NOT NULL, -- that person's title
  way TEXT NOT NULL, -- signed: by a registered key; attached: on paper that bears the digest; reported: nothing but a name, which executes nothing
  statement TEXT NOT NULL, -- the words that were signed
  held_packages INTEGER NOT NULL CHECK (held_packages IN (0, 1)), -- 1 where the City Attorney consents that packages are overwritten which hold a record under a hold
  key_id INTEGER REFERENCES person_key (id), -- key that signed; NULL for other ways
  signature BLOB, -- 64 bytes over the words
  document_digest BLOB, -- the signed page, as an object
  signed_on TEXT NOT NULL, -- local date of the signature
  recorded_at INTEGER NOT NULL, -- when it was entered, ms since 1970 UTC
  recorded_by TEXT NOT NULL REFERENCES person (id), -- who entered it: of a page, who has seen it
  withdrawn_at INTEGER, -- when it was taken back, ms since 1970 UTC
  withdrawn_by TEXT REFERENCES person (id), -- who took it back
  withdrawn_reason TEXT -- why
) STRICT;
CREATE INDEX approval_plan ON approval (plan_id);
