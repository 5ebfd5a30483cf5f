-- The life of a request: what happened to it, what was said, its parts, and what the portal says of it.

CREATE TABLE request_event (
  id INTEGER PRIMARY KEY, -- number of the event
  request_id TEXT NOT NULL REFERENCES request (id), -- request it belongs to
  kind TEXT NOT NULL, -- assigned, immediate, split, merged, withdrawn, closed, reopened …
  on_day TEXT NOT NULL, -- local date on which it happened
  words TEXT NOT NULL, -- why, or what changed
  other_id TEXT REFERENCES request (id), -- the other request of a split or merge
  at INTEGER NOT NULL, -- when it was entered, ms since 1970 UTC
  by TEXT REFERENCES person (id) -- who entered it
) STRICT;
CREATE INDEX request_event_request ON request_event (request_id);

CREATE TABLE request_merge (
  id INTEGER PRIMARY KEY, -- number of the merge
  request_id TEXT NOT NULL REFERENCES request (id), -- request that was merged
  into_id TEXT NOT NULL REFERENCES request (id), -- request that answers it from then on
  merged_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  ended_at INTEGER -- when it was reopened by itself; NULL while the merge stands
) STRICT;
CREATE INDEX request_merge_into ON request_merge (into_id);

CREATE TABLE request_message (
  id INTEGER PRIMARY KEY, -- number of the message; attachments name it
  request_id TEXT NOT NULL REFERENCES request (id), -- request it belongs to
  direction TEXT NOT NULL, -- in or out
  channel TEXT NOT NULL, -- portal, email, letter, telephone, counter
  about TEXT NOT NULL, -- general, clarification, assistance
  on_day TEXT NOT NULL, -- local date on which it came or went
  at_time TEXT, -- local time, HH:MM; NULL where unknown
  party TEXT NOT NULL, -- who wrote or spoke, or to whom it went
  text TEXT NOT NULL, -- what was said
  entered_at INTEGER NOT NULL, -- when it was entered, ms since 1970 UTC
  entered_by TEXT REFERENCES person (id) -- who entered it
) STRICT;
CREATE INDEX request_message_request ON request_message (request_id);

CREATE TABLE request_part (
  request_id TEXT NOT NULL REFERENCES request (id), -- request it is part of
  number INTEGER NOT NULL, -- from 1, within the request
  title TEXT NOT NULL, -- what is asked for
  system TEXT NOT NULL, -- where it is kept
  holder TEXT NOT NULL, -- who looks there
  state TEXT NOT NULL, -- open, asked, found, none, withheld, sent
  answer TEXT NOT NULL, -- what came of it
  changed_at INTEGER NOT NULL, -- when it was entered last, ms since 1970 UTC
  changed_by TEXT REFERENCES person (id), -- who entered it
  PRIMARY KEY (request_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE request_portal (
  number TEXT PRIMARY KEY, -- the portal's number
  request_id TEXT NOT NULL UNIQUE REFERENCES request (id), -- request it is
  row TEXT NOT NULL, -- what the portal's export says of it, as JSON
  file_name TEXT NOT NULL, -- name of the export
  imported_at INTEGER NOT NULL, -- when it was read last, ms since 1970 UTC
  imported_by TEXT REFERENCES person (id) -- who read it
) STRICT, WITHOUT ROWID;
