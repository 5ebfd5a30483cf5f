-- Letters on a request: drafts, what was signed word for word, and when, how and by whom each was sent.

CREATE TABLE request_letter (
  id INTEGER PRIMARY KEY, -- number of the letter
  request_id TEXT NOT NULL REFERENCES request (id), -- request it answers
  kind TEXT NOT NULL, -- acknowledgement, extension, determination …
  state TEXT NOT NULL, -- draft, signed, sent, discarded
  draft TEXT NOT NULL, -- what the clerk settled, as JSON
  saved_at INTEGER NOT NULL, -- when the draft was saved last, ms since 1970 UTC
  saved_by TEXT REFERENCES person (id), -- who saved it
  words TEXT, -- the letter as signed, as JSON; NULL while it is a draft
  words_digest BLOB, -- SHA-256 of these words
  signed_at INTEGER, -- when it was signed, ms since 1970 UTC
  signed_by TEXT REFERENCES person (id), -- who signed it
  sent_on TEXT, -- local date on which it went out
  sent_time TEXT, -- local time, HH:MM; NULL where unknown
  sent_how TEXT, -- portal, email, letter, counter
  sent_proof TEXT, -- what proves it, in words
  sent_entered_at INTEGER, -- when that was entered, ms since 1970 UTC
  sent_by TEXT REFERENCES person (id) -- who sent it
) STRICT;
CREATE INDEX request_letter_request ON request_letter (request_id);
