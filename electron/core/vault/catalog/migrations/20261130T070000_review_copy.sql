-- Copies of a review for somebody who reads it elsewhere, and what comes back of them.

CREATE TABLE review_copy (
  id INTEGER PRIMARY KEY, -- number of the copy
  request_id TEXT NOT NULL REFERENCES request (id), -- request whose review it shows
  person_id TEXT NOT NULL REFERENCES person (id), -- for whom it was made
  name TEXT NOT NULL, -- name of the file
  digest BLOB NOT NULL UNIQUE, -- SHA-256 of the encrypted file
  decisions BLOB NOT NULL, -- SHA-256 of everything that was decided then
  passphrase TEXT, -- what opens it, to be told to that person; NULL where it was made for a key of theirs
  reply_key TEXT NOT NULL, -- secret key (age) that opens replies to it
  made_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  made_by TEXT REFERENCES person (id) -- who made it
) STRICT;
CREATE INDEX review_copy_request ON review_copy (request_id);

CREATE TABLE review_reply (
  id INTEGER PRIMARY KEY, -- number of the reply
  copy_id INTEGER NOT NULL REFERENCES review_copy (id), -- copy that it answers
  digest BLOB NOT NULL UNIQUE, -- SHA-256 of the file that came back
  words TEXT NOT NULL, -- what it says of the whole
  signed INTEGER NOT NULL, -- 1 where it signs the review as it stood in the copy
  replied_at INTEGER NOT NULL, -- when it was written, as it says, ms since 1970 UTC
  received_at INTEGER NOT NULL, -- when it was taken in, ms since 1970 UTC
  received_by TEXT REFERENCES person (id) -- who took it in
) STRICT;
CREATE INDEX review_reply_copy ON review_reply (copy_id);

CREATE TABLE review_comment (
  id INTEGER PRIMARY KEY, -- number of the comment
  reply_id INTEGER NOT NULL REFERENCES review_reply (id), -- reply that it came in
  record_id INTEGER NOT NULL REFERENCES record (id), -- record that it is about
  words TEXT NOT NULL -- what it says
) STRICT;
CREATE INDEX review_comment_reply ON review_comment (reply_id);
CREATE INDEX review_comment_record ON review_comment (record_id);
