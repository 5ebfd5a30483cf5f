-- The search for what answers a request: its searches, what was added or removed by hand, answers, declarations and stored statements; fees; translations of letters; how long a request holds.

CREATE TABLE request_search (
  id INTEGER PRIMARY KEY, -- number of the wording; the newest of a request stands
  request_id TEXT NOT NULL REFERENCES request (id), -- request that is answered
  searches TEXT NOT NULL, -- each search with words, accounts, period, kinds and families, as JSON
  saved_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  saved_by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX request_search_request ON request_search (request_id);

CREATE TABLE request_pick (
  id INTEGER PRIMARY KEY, -- number of the act; the newest of a record stands
  request_id TEXT NOT NULL REFERENCES request (id), -- request that is answered
  record_id INTEGER NOT NULL REFERENCES record (id), -- record that is taken in or left out by hand
  act TEXT NOT NULL, -- added, removed, undone
  reason TEXT NOT NULL, -- why
  picked_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  picked_by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX request_pick_request ON request_pick (request_id, record_id);
CREATE INDEX request_pick_record ON request_pick (record_id);

CREATE TABLE search_answer (
  id INTEGER PRIMARY KEY, -- number of the answer; the newest of a line stands
  request_id TEXT NOT NULL REFERENCES request (id), -- request that is answered
  line TEXT NOT NULL, -- line of the search statement, such as account:3 or files:unread
  facts TEXT NOT NULL, -- what the line said then: an answer to other facts answers nothing
  answer TEXT NOT NULL, -- what was done about it
  answered_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  answered_by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX search_answer_request ON search_answer (request_id, line);

CREATE TABLE request_declaration (
  request_id TEXT NOT NULL REFERENCES request (id), -- request for which personal accounts are searched
  number INTEGER NOT NULL, -- from 1, within the request
  document TEXT NOT NULL, -- who was asked, when, and what was declared, as JSON
  changed_at INTEGER NOT NULL, -- when it was entered last, ms since 1970 UTC
  changed_by TEXT REFERENCES person (id), -- who entered it
  PRIMARY KEY (request_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_statement (
  id INTEGER PRIMARY KEY, -- number of the statement
  request_id TEXT NOT NULL REFERENCES request (id), -- request that is answered
  version INTEGER NOT NULL, -- from 1, within the request
  document TEXT NOT NULL, -- what was searched, where, what it found and what words cannot search, as JSON
  digest BLOB NOT NULL, -- SHA-256 of the document
  stored_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  stored_by TEXT REFERENCES person (id), -- who
  UNIQUE (request_id, version)
) STRICT;

CREATE TABLE request_found (
  request_id TEXT NOT NULL REFERENCES request (id), -- request that is answered
  record_id INTEGER NOT NULL REFERENCES record (id), -- record that a stored statement found for it
  PRIMARY KEY (request_id, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX request_found_record ON request_found (record_id);
CREATE VIEW request_result AS
  SELECT request_id, record_id FROM request_found
  UNION SELECT request_id, record_id FROM review_decision
  UNION SELECT request_id, record_id FROM production JOIN production_item ON production_id = production.id;

CREATE TABLE request_narrowing (
  id INTEGER PRIMARY KEY, -- number of the suggestion
  request_id TEXT NOT NULL REFERENCES request (id), -- request that it would narrow
  document TEXT NOT NULL, -- the narrower search, how much it and the whole find, and in what words it is put, as JSON
  offered_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  offered_by TEXT REFERENCES person (id), -- who
  dropped_at INTEGER -- when it was taken back, ms since 1970 UTC; NULL while it stands
) STRICT;
CREATE INDEX request_narrowing_request ON request_narrowing (request_id);

CREATE TABLE request_fee (
  request_id TEXT NOT NULL REFERENCES request (id), -- request whose copies are paid for
  number INTEGER NOT NULL, -- from 1, within the request
  document TEXT NOT NULL, -- schedule, lines, and who it is due from, as JSON
  state TEXT NOT NULL, -- draft, invoiced, paid, waived
  invoiced_on TEXT, -- local date of the invoice
  settled_on TEXT, -- local date on which it was paid or waived
  settled_how TEXT, -- receipt, or why it was waived
  changed_at INTEGER NOT NULL, -- when it was entered last, ms since 1970 UTC
  changed_by TEXT REFERENCES person (id), -- who entered it
  PRIMARY KEY (request_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE letter_translation (
  letter_id INTEGER NOT NULL REFERENCES request_letter (id), -- letter that was signed in English
  language TEXT NOT NULL, -- es, zh, vi
  words_digest BLOB NOT NULL, -- SHA-256 of the English words that it translates
  text TEXT NOT NULL, -- the translation
  reviewed_by TEXT NOT NULL, -- name of the person who reviewed it
  reviewer_title TEXT NOT NULL, -- that person's title or qualification
  reviewed_on TEXT NOT NULL, -- local date of the review
  entered_at INTEGER NOT NULL, -- when it was attached, ms since 1970 UTC
  entered_by TEXT REFERENCES person (id), -- who attached it
  PRIMARY KEY (letter_id, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE request_kept_until (
  request_id TEXT PRIMARY KEY REFERENCES request (id), -- closed request
  until TEXT NOT NULL, -- last local date of the retention of its file: until then it holds what was found for it
  authority TEXT NOT NULL, -- series of the schedule, or other authority
  entered_at INTEGER NOT NULL, -- when it was entered, ms since 1970 UTC
  entered_by TEXT REFERENCES person (id) -- who entered it
) STRICT, WITHOUT ROWID;
