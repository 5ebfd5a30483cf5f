-- Notes on, and files attached to, holds, requests, purge plans and accounts. Nothing of them is overwritten: each wording is a row.

CREATE TABLE note (
  id INTEGER PRIMARY KEY, -- number of the note
  subject_kind TEXT NOT NULL, -- what it is on: hold, request, plan, account
  subject_id TEXT NOT NULL -- which one, by its number
) STRICT;
CREATE INDEX note_subject ON note (subject_kind, subject_id);

CREATE TABLE note_wording (
  id INTEGER PRIMARY KEY, -- number of the wording; the newest one counts
  note_id INTEGER NOT NULL REFERENCES note (id), -- note that it is of
  text TEXT, -- what it says; NULL where the note was taken back
  written_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  written_by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX note_wording_note ON note_wording (note_id);

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY, -- number of the attachment
  subject_kind TEXT NOT NULL, -- what it is attached to: hold, request, plan, account
  subject_id TEXT NOT NULL, -- which one, by its number
  object_digest BLOB REFERENCES object (digest), -- its bytes; NULL since they were removed with a record under an order
  name TEXT NOT NULL, -- name of the file, made safe
  mime TEXT NOT NULL, -- what its first bytes show that it is
  attached_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  attached_by TEXT REFERENCES person (id), -- who
  taken_back_at INTEGER, -- when it was taken back; its bytes are kept
  taken_back_by TEXT REFERENCES person (id), -- who
  taken_back_reason TEXT -- why
) STRICT;
CREATE INDEX attachment_subject ON attachment (subject_kind, subject_id);
CREATE INDEX attachment_object ON attachment (object_digest);
