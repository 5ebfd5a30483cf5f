-- The catalog of a vault, catalog.sqlite. Generated from migrations/ by "npm run schema"; not to be edited.

CREATE TABLE setting (
  name TEXT PRIMARY KEY, -- what is set: vault_id, city, zone, fold_version, clean_close
  value TEXT NOT NULL -- its value as text
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id TEXT PRIMARY KEY, -- short name, as on the command line (--as)
  name TEXT NOT NULL, -- full name
  title TEXT NOT NULL, -- office or position
  role TEXT NOT NULL, -- records-clerk, custodian, department-head, city-attorney, city-clerk, liaison
  public_key BLOB, -- Ed25519 key that checks this person's signatures; NULL until one is made
  added_at INTEGER NOT NULL -- when, ms since 1970 UTC
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  id INTEGER PRIMARY KEY, -- number of the account in this vault
  platform TEXT NOT NULL, -- platform in lower case: x, facebook …
  handle TEXT NOT NULL, -- name on the platform, without @
  native_id TEXT, -- the platform's own id for it
  name TEXT NOT NULL, -- display name
  department TEXT NOT NULL, -- department that answers for it
  liaison TEXT NOT NULL, -- social media liaison (AI 599, III)
  added_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  UNIQUE (platform, handle)
) STRICT;

CREATE TABLE accession (
  id INTEGER PRIMARY KEY, -- number of the act of receiving
  account_id INTEGER NOT NULL REFERENCES account (id), -- whose account
  platform TEXT NOT NULL, -- platform as recognised or as the clerk said
  layout TEXT NOT NULL, -- which of the platform's layouts was read
  parser TEXT NOT NULL, -- parser and its version
  received_at INTEGER NOT NULL, -- when the import began, ms since 1970 UTC
  received_by TEXT REFERENCES person (id), -- who received it
  generated_at INTEGER, -- when the platform says it made the export, ms since 1970 UTC
  state TEXT NOT NULL, -- receiving, complete, undoing, undone
  job_id TEXT NOT NULL, -- the job that did it
  root BLOB, -- Merkle root over the salted leaves of its observations, in order (member, position)
  leaves INTEGER NOT NULL DEFAULT 0, -- how many leaves the root covers
  records INTEGER NOT NULL DEFAULT 0, -- records first seen here
  versions INTEGER NOT NULL DEFAULT 0, -- further versions of known records first seen here
  unexplained INTEGER NOT NULL DEFAULT 0, -- unexplained differences of its reconciliation
  reconciliation TEXT -- the reconciliation as JSON; NULL while receiving
) STRICT;
CREATE INDEX accession_job ON accession (job_id);

CREATE TABLE package (
  id TEXT PRIMARY KEY, -- folder name below packages/
  accession_id INTEGER NOT NULL REFERENCES accession (id), -- the act of receiving it belongs to
  part INTEGER NOT NULL, -- its place among the parts, from 0
  name TEXT NOT NULL, -- file name as received
  form TEXT NOT NULL, -- zip or folder
  size INTEGER NOT NULL, -- bytes as received
  digest BLOB NOT NULL, -- SHA-256 as received; of a folder: over its members' names and digests
  state TEXT NOT NULL -- sealed, filtered, struck, unlinked
) STRICT, WITHOUT ROWID;
CREATE INDEX package_accession ON package (accession_id);

CREATE TABLE member (
  id INTEGER PRIMARY KEY, -- number of the member in this vault
  package_id TEXT NOT NULL REFERENCES package (id), -- package that holds it
  position INTEGER NOT NULL, -- place in the central directory, from 0
  name TEXT NOT NULL, -- path inside the package, readable form; emptied when struck
  header_offset INTEGER NOT NULL, -- first byte of its local header in the package
  data_offset INTEGER NOT NULL, -- first byte of its data in the package
  packed_size INTEGER NOT NULL, -- bytes in the package
  size INTEGER NOT NULL, -- bytes unpacked
  method TEXT NOT NULL, -- stored or deflated
  crc32 INTEGER NOT NULL, -- CRC-32 of the unpacked bytes
  digest BLOB, -- SHA-256 of the unpacked bytes; NULL where it could not be read
  use TEXT NOT NULL, -- data, media, unread, quarantined, directory
  finding TEXT, -- code of what is wrong with it, where something is
  struck_at INTEGER -- when its bytes were overwritten, ms since 1970 UTC
) STRICT;
CREATE UNIQUE INDEX member_place ON member (package_id, position);

CREATE TABLE object (
  digest BLOB PRIMARY KEY, -- SHA-256 of the bytes
  size INTEGER NOT NULL, -- bytes
  mime TEXT NOT NULL, -- type found in the bytes, never the one claimed
  member_id INTEGER REFERENCES member (id), -- stored member that serves it in place; NULL when it lies in objects/
  added_at INTEGER NOT NULL -- when, ms since 1970 UTC
) STRICT, WITHOUT ROWID;
CREATE INDEX object_member ON object (member_id) WHERE member_id IS NOT NULL;

CREATE TABLE record (
  id INTEGER PRIMARY KEY, -- seconds since 1970 (UTC) times 2^20 plus a sequence: sorts by time
  account_id INTEGER NOT NULL REFERENCES account (id), -- the City account it belongs to
  kind TEXT NOT NULL, -- post, reply, repost, message …
  native_id TEXT NOT NULL, -- the platform's id, or the key that identity was settled by
  at INTEGER, -- when it was made, ms since 1970 UTC; NULL where unknown
  at_source TEXT, -- that time as the source wrote it
  precision TEXT NOT NULL, -- how exact the source is: millisecond, second … unknown
  source_zone TEXT, -- zone the source gave, such as UTC; NULL where it gave none
  author TEXT NOT NULL, -- author's handle or id as the source gives it
  conversation TEXT, -- conversation of a message
  parent_native_id TEXT, -- platform id of what it answers
  state TEXT NOT NULL, -- live, deleted, draft: on the platform
  deleted_at INTEGER, -- when it was deleted on the platform, ms since 1970 UTC
  versions INTEGER NOT NULL, -- how many versions are kept
  media INTEGER NOT NULL, -- media items of the newest version
  links INTEGER NOT NULL, -- links of the newest version
  series TEXT, -- code of the series it is classified under now
  accession_id INTEGER NOT NULL REFERENCES accession (id), -- accession that brought it first
  last_accession_id INTEGER NOT NULL REFERENCES accession (id) -- newest accession that holds it
) STRICT;
CREATE UNIQUE INDEX record_identity ON record (account_id, kind, native_id);
CREATE INDEX record_account ON record (account_id, id);
CREATE INDEX record_kind ON record (kind, id) WHERE kind <> 'post';
CREATE INDEX record_gone ON record (id) WHERE state <> 'live';
CREATE INDEX record_edited ON record (id) WHERE versions > 1;
CREATE INDEX record_media ON record (id) WHERE media > 0;
CREATE INDEX record_conversation ON record (conversation, id) WHERE conversation IS NOT NULL;
CREATE INDEX record_parent ON record (parent_native_id) WHERE parent_native_id IS NOT NULL;
CREATE INDEX record_series ON record (series, id) WHERE series IS NOT NULL;

CREATE TABLE version (
  record_id INTEGER NOT NULL REFERENCES record (id), -- whose state it is
  number INTEGER NOT NULL, -- 1 is the first that was received
  digest BLOB NOT NULL, -- SHA-256 over the content fields that the platform declares
  text TEXT NOT NULL, -- text as given, entities decoded once
  details TEXT NOT NULL, -- links and what else is shown, as JSON
  accession_id INTEGER NOT NULL, -- accession that brought it
  member_id INTEGER NOT NULL, -- file it was first seen in
  position INTEGER NOT NULL, -- running number of the item in that file
  frame_id INTEGER NOT NULL REFERENCES frame (id), -- frame that holds the exact source it was read from
  slot INTEGER NOT NULL, -- place in the frame, from 0
  PRIMARY KEY (record_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE frame (
  id INTEGER PRIMARY KEY, -- number of the frame
  lengths TEXT NOT NULL, -- byte lengths of its fragments, as a JSON array; 0 where destroyed
  bytes BLOB NOT NULL -- the fragments one after another, zstd
) STRICT;

CREATE TABLE joined_fragment (
  record_id INTEGER NOT NULL REFERENCES record (id), -- record whose version was read from it besides its own item
  number INTEGER NOT NULL, -- version
  part INTEGER NOT NULL, -- order among what was joined, from 1
  role TEXT NOT NULL, -- what was joined: note
  frame_id INTEGER NOT NULL REFERENCES frame (id), -- frame that holds the bytes
  slot INTEGER NOT NULL, -- place in the frame, from 0
  PRIMARY KEY (record_id, number, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE observation (
  member_id INTEGER NOT NULL REFERENCES member (id), -- file it was seen in
  position INTEGER NOT NULL, -- running number of the item in that file
  accession_id INTEGER NOT NULL, -- accession
  record_id INTEGER NOT NULL, -- record seen
  number INTEGER NOT NULL, -- version seen
  pointer TEXT, -- JSON pointer of an item inside an element; NULL means /position
  start INTEGER NOT NULL, -- first byte in the unpacked file
  length INTEGER NOT NULL, -- bytes
  digest BLOB, -- SHA-256 of those bytes; destroyed with the version
  salt BLOB, -- 16 random bytes of its leaf; destroyed with the version
  leaf BLOB, -- H(0x00, salt, digest), written when digest and salt are destroyed
  again INTEGER NOT NULL, -- 0 where the version was read from this very item, 1 for what was joined to it and for every later sighting
  PRIMARY KEY (member_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX observation_again ON observation (record_id) WHERE again = 1;

CREATE TABLE measure (
  record_id INTEGER NOT NULL REFERENCES record (id), -- what was counted
  accession_id INTEGER NOT NULL, -- export that says so
  counts TEXT NOT NULL, -- the numbers then, as a JSON object: likes, reposts …
  PRIMARY KEY (record_id, accession_id)
) STRICT, WITHOUT ROWID;
CREATE VIEW measured AS
  SELECT record_id, accession_id, json_each.key AS name, json_each.value AS value FROM measure, json_each(measure.counts);

CREATE TABLE media (
  record_id INTEGER NOT NULL REFERENCES record (id), -- whose media it is
  number INTEGER NOT NULL, -- version
  position INTEGER NOT NULL, -- place in the post, from 0
  role TEXT NOT NULL, -- photo, video, animation, audio, file
  name TEXT NOT NULL, -- file name in the export, or the address it had
  object_digest BLOB, -- the bytes; NULL where the export does not hold them
  alt TEXT, -- description given by the author
  missing TEXT, -- why there are no bytes
  PRIMARY KEY (record_id, number, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX media_object ON media (object_digest) WHERE object_digest IS NOT NULL;

CREATE TABLE body (
  id INTEGER PRIMARY KEY, -- the record
  text TEXT NOT NULL -- folded text of all its versions
) STRICT;

CREATE VIRTUAL TABLE found USING fts5 (
  text, -- the words
  content = 'body',
  content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'",
  prefix = '2 3'
);

CREATE TABLE schedule (
  id INTEGER PRIMARY KEY, -- number of the schedule version
  name TEXT NOT NULL, -- its title
  resolution TEXT NOT NULL, -- resolution that adopted it
  adopted_on TEXT NOT NULL, -- local date
  source_name TEXT NOT NULL, -- file it was read from
  source_digest BLOB NOT NULL, -- SHA-256 of that file
  document TEXT NOT NULL, -- legend, fiscal year end and series, as JSON
  imported_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  imported_by TEXT REFERENCES person (id) -- who
) STRICT;

CREATE TABLE rule_set (
  id INTEGER PRIMARY KEY, -- number of the set; the newest is in force
  document TEXT NOT NULL, -- the rules, as JSON
  saved_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  saved_by TEXT REFERENCES person (id) -- who
) STRICT;

CREATE TABLE hold (
  id INTEGER PRIMARY KEY, -- number of the hold
  label TEXT NOT NULL, -- matter
  basis TEXT NOT NULL, -- litigation, request, audit …
  scope TEXT NOT NULL, -- what it covers, as JSON: also records that come later
  ordered_by TEXT NOT NULL, -- who ordered it
  document_digest BLOB, -- the order, as an object
  request_id TEXT REFERENCES request (id), -- the request that it serves
  placed_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  placed_by TEXT REFERENCES person (id), -- who placed it
  released_at INTEGER, -- when it was released
  released_by TEXT REFERENCES person (id), -- who released it
  release_digest BLOB -- the written release, as an object
) STRICT;

CREATE TABLE hold_record (
  hold_id INTEGER NOT NULL REFERENCES hold (id), -- the hold
  record_id INTEGER NOT NULL REFERENCES record (id), -- a record that it froze when placed
  PRIMARY KEY (hold_id, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX hold_record_record ON hold_record (record_id);

CREATE TABLE request (
  id TEXT PRIMARY KEY, -- the City's number for it
  document TEXT NOT NULL, -- the request as received, as JSON
  received_on TEXT NOT NULL, -- local date of receipt
  opened_at INTEGER NOT NULL, -- when it was entered, ms since 1970 UTC
  opened_by TEXT REFERENCES person (id), -- who entered it
  state TEXT NOT NULL -- open, produced, closed
) STRICT, WITHOUT ROWID;

CREATE TABLE production (
  id INTEGER PRIMARY KEY, -- number of the production
  request_id TEXT NOT NULL REFERENCES request (id), -- request it answers
  frozen_at INTEGER NOT NULL, -- when its contents were settled, ms since 1970 UTC
  prepared_by TEXT REFERENCES person (id), -- who prepared it
  searched TEXT NOT NULL, -- what was searched, in words
  document TEXT NOT NULL, -- everything else that the packet is built from, as JSON
  ledger_head BLOB NOT NULL, -- head of the ledger when frozen
  packet_digest BLOB, -- SHA-256 of the packet; NULL until built
  packet_name TEXT, -- its file name
  packet_size INTEGER -- its bytes
) STRICT;
CREATE INDEX production_request ON production (request_id);

CREATE TABLE production_item (
  production_id INTEGER NOT NULL REFERENCES production (id), -- the production
  position INTEGER NOT NULL, -- order in the packet, from 0
  record_id INTEGER NOT NULL, -- record released
  number INTEGER NOT NULL, -- version released
  label TEXT NOT NULL, -- number printed on it
  salt BLOB NOT NULL, -- 16 random bytes of its leaf in the packet
  PRIMARY KEY (production_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX production_item_record ON production_item (record_id);

CREATE TABLE plan (
  id INTEGER PRIMARY KEY, -- number of the purge plan
  as_of TEXT NOT NULL, -- local date it was reckoned for
  made_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  made_by TEXT REFERENCES person (id), -- who
  digest BLOB NOT NULL, -- SHA-256 of the plan
  eligible INTEGER NOT NULL, -- records that may be destroyed
  excluded INTEGER NOT NULL, -- records that may not
  summary TEXT NOT NULL, -- counts by series and reason, as JSON
  object_digest BLOB NOT NULL -- the plan file, as an object
) STRICT;

CREATE TABLE issued (
  id INTEGER PRIMARY KEY, -- number of the thing issued or copied
  kind TEXT NOT NULL, -- packet, purge-report, reconciliation, backup, migration-copy
  subject TEXT NOT NULL, -- what it is of: a production, a plan, an accession
  name TEXT NOT NULL, -- file name
  place TEXT NOT NULL, -- vault, or where the copy was put
  digest BLOB NOT NULL, -- SHA-256
  size INTEGER NOT NULL, -- bytes
  issued_at INTEGER NOT NULL -- when, ms since 1970 UTC
) STRICT;

CREATE TABLE strike (
  id INTEGER PRIMARY KEY, -- number of the strike
  package_id TEXT NOT NULL REFERENCES package (id), -- package struck
  member_id INTEGER NOT NULL REFERENCES member (id), -- member struck
  ranges TEXT NOT NULL, -- byte ranges to overwrite, as JSON pairs of offset and length
  marked_at INTEGER NOT NULL, -- when it was decided, ms since 1970 UTC
  done_at INTEGER -- when the bytes were overwritten and synced; NULL is unfinished work
) STRICT;

CREATE TABLE job (
  id TEXT PRIMARY KEY, -- id of the job
  kind TEXT NOT NULL, -- its operation
  label TEXT NOT NULL, -- what it works on, in words
  input TEXT NOT NULL, -- its input, as JSON
  actor TEXT NOT NULL, -- who started it, as JSON
  state TEXT NOT NULL, -- queued, running, succeeded, failed, cancelled, interrupted
  stage TEXT NOT NULL, -- what it is doing
  done INTEGER NOT NULL, -- how much is done
  total INTEGER, -- of how much; NULL where unknown
  unit TEXT NOT NULL, -- of what
  checkpoint TEXT, -- where to take it up, written with the batch it describes, as JSON
  seed BLOB NOT NULL, -- 32 random bytes from which its salts are drawn
  result TEXT, -- its result, as JSON
  problem TEXT, -- why it failed, as JSON
  created_at INTEGER NOT NULL, -- when it was asked for, ms since 1970 UTC
  started_at INTEGER, -- when it began
  ended_at INTEGER -- when it ended
) STRICT, WITHOUT ROWID;
CREATE INDEX job_created ON job (created_at);

CREATE TABLE applied_command (
  id TEXT PRIMARY KEY, -- id the client gave
  operation TEXT NOT NULL, -- what was asked
  result TEXT NOT NULL, -- what was answered, as JSON: repeating the command gives it again
  applied_at INTEGER NOT NULL -- when, ms since 1970 UTC
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger (
  seq INTEGER PRIMARY KEY, -- place in the chain, from 1
  at INTEGER NOT NULL, -- when, ms since 1970 UTC
  kind TEXT NOT NULL, -- what was done
  commitment BLOB NOT NULL, -- H(salt, payload)
  hash BLOB NOT NULL -- H(previous hash, seq, at, kind, commitment)
) STRICT;

CREATE TABLE ledger_payload (
  seq INTEGER PRIMARY KEY REFERENCES ledger (seq), -- entry it opens
  salt BLOB NOT NULL, -- 16 random bytes
  payload TEXT NOT NULL -- ids and salted digests, as JSON: no names, words or reasons
) STRICT;
CREATE TRIGGER ledger_keeps BEFORE UPDATE ON ledger
BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_stays BEFORE DELETE ON ledger
BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER record_identity_keeps BEFORE UPDATE OF native_id, kind, accession_id ON record
BEGIN SELECT RAISE (ABORT, 'identity of a record does not change'); END;
CREATE TRIGGER version_keeps BEFORE UPDATE OF digest ON version
BEGIN SELECT RAISE (ABORT, 'a version does not change'); END;
CREATE TRIGGER package_keeps BEFORE UPDATE OF digest, size, name ON package
BEGIN SELECT RAISE (ABORT, 'a package keeps its digest as received'); END;

CREATE TABLE package_kept (
  package_id TEXT PRIMARY KEY REFERENCES package (id), -- package that was unpacked or filtered when it was received
  digest BLOB NOT NULL -- SHA-256 of what lies in the vault; of files in a folder: over their names and digests
) STRICT, WITHOUT ROWID;

CREATE TABLE package_inside (
  package_id TEXT PRIMARY KEY REFERENCES package (id), -- package that was an archive inside another one
  member_id INTEGER NOT NULL REFERENCES member (id) -- the member that it was there
) STRICT, WITHOUT ROWID;
CREATE INDEX package_inside_member ON package_inside (member_id);

CREATE TABLE left_out (
  member_id INTEGER PRIMARY KEY REFERENCES member (id), -- member whose bytes were not kept
  name TEXT NOT NULL, -- its path inside the package
  size INTEGER NOT NULL, -- its bytes, unpacked
  digest BLOB, -- SHA-256 of its unpacked bytes as received; NULL where it could not be read
  kind TEXT NOT NULL, -- kind of file: advertising, log-ins …; opened where the archive was taken in as a package of its own
  reason TEXT NOT NULL, -- why, in a sentence
  attorney TEXT -- who of the city attorney's allowed it, where a hold or request was in force
) STRICT;

CREATE TABLE mapping (
  id INTEGER PRIMARY KEY, -- number of the saved version
  name TEXT NOT NULL, -- its name; saving again under a name adds a version
  version INTEGER NOT NULL, -- which version of that name, from 1
  rules TEXT NOT NULL, -- what each column is, as canonical JSON
  digest BLOB NOT NULL, -- SHA-256 of the rules
  saved_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  saved_by TEXT REFERENCES person (id), -- who
  UNIQUE (name, version)
) STRICT;

CREATE TABLE accession_mapping (
  accession_id INTEGER PRIMARY KEY REFERENCES accession (id), -- accession whose tables were read by it
  name TEXT NOT NULL, -- its name at that time
  version INTEGER NOT NULL, -- its version at that time
  rules TEXT NOT NULL, -- a copy of the rules, as canonical JSON: a later version changes nothing here
  digest BLOB NOT NULL, -- SHA-256 of the rules
  saved_at INTEGER NOT NULL, -- when it was saved, ms since 1970 UTC
  saved_by TEXT -- who saved it
) STRICT;

CREATE TABLE time_retold (
  record_id INTEGER NOT NULL REFERENCES record (id), -- record whose time was told better
  accession_id INTEGER NOT NULL REFERENCES accession (id), -- export that told it
  former_id INTEGER NOT NULL, -- number that the record had by the time before
  at INTEGER, -- the time before, ms since 1970 UTC; NULL where it was unknown
  at_source TEXT, -- that time as its source wrote it
  precision TEXT NOT NULL, -- how exact that was
  source_zone TEXT, -- zone of that time
  PRIMARY KEY (record_id, accession_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_personal (
  account_id INTEGER PRIMARY KEY REFERENCES account (id), -- account that is not the City's but a person's own
  holder TEXT NOT NULL, -- whose it is: an officer or employee
  marked_at INTEGER NOT NULL -- when, ms since 1970 UTC
) STRICT;

CREATE TABLE correction (
  id INTEGER PRIMARY KEY, -- number of the correction
  accession_id INTEGER NOT NULL REFERENCES accession (id), -- import that was put right
  act TEXT NOT NULL, -- withdrawn, moved, set-aside, brought-back
  from_account INTEGER REFERENCES account (id), -- account it was moved from; NULL for other acts
  to_account INTEGER REFERENCES account (id), -- account it was moved to; NULL for other acts
  reason TEXT NOT NULL, -- why
  at INTEGER NOT NULL, -- when, ms since 1970 UTC
  by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX correction_accession ON correction (accession_id);

CREATE TABLE set_aside (
  accession_id INTEGER PRIMARY KEY REFERENCES accession (id) -- import that everyday searches leave out; holds and requests still find it
) STRICT;

CREATE TABLE record_merge_version (
  merge_id INTEGER NOT NULL REFERENCES record_merge (id), -- the decision
  number INTEGER NOT NULL, -- version of the other one, as it was numbered there
  member_id INTEGER NOT NULL, -- file that it was read from, by which it is found again
  position INTEGER NOT NULL, -- running number of the item in that file
  PRIMARY KEY (merge_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_lock (
  id INTEGER PRIMARY KEY, -- number of the lock
  record_id INTEGER NOT NULL, -- record that is locked; it may have been removed since
  basis TEXT NOT NULL, -- court-sealed, unlawful, juvenile, victim, other
  reason TEXT NOT NULL, -- why
  locked_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  locked_by TEXT REFERENCES person (id), -- who
  ended_at INTEGER, -- when it was lifted or the record was removed; NULL while it is locked
  ended_by TEXT REFERENCES person (id), -- who
  ended_how TEXT, -- lifted or removed
  order_digest BLOB -- the order to lift or remove, as an object
) STRICT;
CREATE UNIQUE INDEX record_lock_standing ON record_lock (record_id) WHERE ended_at IS NULL;

CREATE TABLE removed_identity (
  digest BLOB PRIMARY KEY -- HMAC-SHA-256 of account, kind and identity under the vault's own key: what was removed by order is not taken in again
) STRICT, WITHOUT ROWID;

CREATE TABLE reading (
  id INTEGER PRIMARY KEY, -- number of the reading
  accession_id INTEGER NOT NULL REFERENCES accession (id), -- import that was read again
  parser TEXT NOT NULL, -- parser and its version that read it
  before TEXT NOT NULL, -- parser and version of the reading before
  changed INTEGER NOT NULL, -- versions whose reading is another now
  read_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  read_by TEXT REFERENCES person (id) -- who asked for it
) STRICT;
CREATE INDEX reading_accession ON reading (accession_id);

CREATE TABLE account_reminder (
  account_id INTEGER PRIMARY KEY REFERENCES account (id), -- account whose export is due from time to time
  months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 60), -- months from one export to the next
  set_at INTEGER NOT NULL -- when the interval was set, ms since 1970 UTC
) STRICT;

CREATE TABLE state_change (
  record_id INTEGER NOT NULL REFERENCES record (id), -- record whose state on the platform changed
  accession_id INTEGER NOT NULL REFERENCES accession (id), -- export that shows it
  state TEXT NOT NULL, -- state from then on
  deleted_at INTEGER, -- when the platform says it was deleted, ms since 1970 UTC
  previous TEXT NOT NULL, -- state before; deleted in both where the export shows a known deletion again
  previous_deleted_at INTEGER, -- when the platform said that it was deleted before, ms since 1970 UTC
  PRIMARY KEY (record_id, accession_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE version_current (
  record_id INTEGER PRIMARY KEY REFERENCES record (id), -- record whose current version is not the one received last
  number INTEGER NOT NULL -- version that the export made last shows
) STRICT, WITHOUT ROWID;

CREATE TABLE version_folded (
  record_id INTEGER NOT NULL REFERENCES record (id), -- record under which a merged version with the same content is kept
  number INTEGER NOT NULL, -- number of that version, below 0: it is not shown by itself, its sightings are those of the other
  same_as INTEGER NOT NULL, -- version that has the same content
  PRIMARY KEY (record_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_merge (
  id INTEGER PRIMARY KEY, -- number of the decision
  kept_id INTEGER NOT NULL REFERENCES record (id), -- record that holds the versions of both
  absorbed_id INTEGER NOT NULL, -- id that the other one had, and has again when they are split
  account_id INTEGER NOT NULL REFERENCES account (id), -- account of both
  kind TEXT NOT NULL, -- kind of the other one
  native_id TEXT NOT NULL, -- identity of the other one: later imports find the kept record by it
  document TEXT NOT NULL, -- how both rows were, with counts, states, holds and classifications of the other one, as JSON
  reason TEXT NOT NULL, -- why they are one
  merged_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  merged_by TEXT REFERENCES person (id), -- who
  moved_accession_id INTEGER REFERENCES accession (id), -- import that brought the other one to this account when it was moved, and takes it along when it is moved back; NULL where a person found them to be one
  split_at INTEGER, -- when they were split again; NULL while they are one
  split_by TEXT REFERENCES person (id) -- who split them
) STRICT;
CREATE UNIQUE INDEX record_merge_identity ON record_merge (account_id, kind, native_id) WHERE split_at IS NULL AND moved_accession_id IS NULL;
CREATE INDEX record_merge_kept ON record_merge (kept_id) WHERE split_at IS NULL;
CREATE INDEX record_merge_moved ON record_merge (moved_accession_id) WHERE split_at IS NULL AND moved_accession_id IS NOT NULL;

CREATE TABLE record_separation (
  id INTEGER PRIMARY KEY, -- number of the decision
  from_id INTEGER NOT NULL REFERENCES record (id), -- record that the version was taken off
  record_id INTEGER NOT NULL, -- record of its own that it became; gone once they are joined again
  account_id INTEGER NOT NULL REFERENCES account (id), -- account of both
  kind TEXT NOT NULL, -- kind of both
  native_id TEXT NOT NULL, -- identity by which imports name both
  digest BLOB NOT NULL, -- SHA-256 of the content of the version: an item of that identity with it is the record of its own
  document TEXT NOT NULL, -- how the row was, and the order of its versions, as JSON
  reason TEXT NOT NULL, -- why they are not one
  separated_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  separated_by TEXT REFERENCES person (id), -- who
  joined_at INTEGER, -- when they were joined again; NULL while they are two
  joined_by TEXT REFERENCES person (id) -- who joined them
) STRICT;
CREATE UNIQUE INDEX record_separation_content ON record_separation (account_id, kind, native_id, digest) WHERE joined_at IS NULL;
CREATE INDEX record_separation_from ON record_separation (from_id);
CREATE INDEX record_separation_record ON record_separation (record_id);

CREATE TABLE reading_version (
  member_id INTEGER NOT NULL, -- file that a version was read from
  position INTEGER NOT NULL, -- running number of the item in that file
  reading_id INTEGER NOT NULL REFERENCES reading (id), -- reading by which something else is shown of it than before
  PRIMARY KEY (member_id, position, reading_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE unlinking (
  path TEXT PRIMARY KEY -- file or folder in the vault that nothing names any more: unlinked, or at the next opening
) STRICT, WITHOUT ROWID;

CREATE TABLE city_closure (
  id INTEGER PRIMARY KEY, -- number of the closure
  day TEXT NOT NULL, -- local date on which the City's office was closed for the whole day
  reason TEXT NOT NULL, -- why, in words
  authority TEXT NOT NULL, -- who ordered it, by what
  added_at INTEGER NOT NULL, -- when it was entered, ms since 1970 UTC
  added_by TEXT REFERENCES person (id), -- who entered it
  withdrawn_at INTEGER, -- when it was taken back; NULL while it counts
  withdrawn_by TEXT REFERENCES person (id), -- who took it back
  withdrawn_reason TEXT -- why
) STRICT;

CREATE TABLE holiday_year (
  id INTEGER PRIMARY KEY, -- number of the list; the newest of a kind and year counts
  kind TEXT NOT NULL, -- judicial or city
  year INTEGER NOT NULL, -- year of all its days
  days TEXT NOT NULL, -- dates and names, as JSON
  source TEXT NOT NULL, -- what it was copied from
  added_at INTEGER NOT NULL, -- when it was entered, ms since 1970 UTC
  added_by TEXT REFERENCES person (id) -- who entered it
) STRICT;

CREATE TABLE person_change (
  id INTEGER PRIMARY KEY, -- number of the change; the newest of a person stands
  person_id TEXT NOT NULL REFERENCES person (id), -- who was changed
  kind TEXT NOT NULL, -- changed, ended, returned
  name_before TEXT NOT NULL, -- full name until then
  title_before TEXT NOT NULL, -- title until then
  role_before TEXT NOT NULL, -- role until then
  reason TEXT NOT NULL, -- why
  changed_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  changed_by TEXT REFERENCES person (id) -- who changed it
) STRICT;
CREATE INDEX person_change_person ON person_change (person_id);
CREATE INDEX version_place ON version (record_id) WHERE instr(details, '"place') > 0 OR instr(details, '"coordinates"') > 0;
CREATE INDEX version_poll ON version (record_id) WHERE instr(details, '"poll') > 0;

CREATE TABLE bulk_decision (
  id INTEGER PRIMARY KEY, -- number of the decision on many records at once
  series TEXT, -- series code; NULL took the records' series away
  reason TEXT NOT NULL, -- why
  made_at INTEGER NOT NULL, -- when it was begun, ms since 1970 UTC
  made_by TEXT REFERENCES person (id), -- who
  ended_at INTEGER, -- when every record was decided on, ms since 1970 UTC; NULL where it was stopped before
  undone_at INTEGER, -- when it was taken back, ms since 1970 UTC
  undone_by TEXT REFERENCES person (id) -- who took it back
) STRICT;

CREATE TABLE classification (
  id INTEGER PRIMARY KEY, -- number of the decision
  record_id INTEGER NOT NULL REFERENCES record (id), -- record decided on
  series TEXT, -- series code; NULL takes the record's series away
  previous TEXT, -- series code before
  decided_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  decided_by TEXT REFERENCES person (id), -- who
  rule TEXT, -- rule that decided; NULL by hand
  rule_set_id INTEGER REFERENCES rule_set (id), -- the set that rule stood in
  reason TEXT NOT NULL, -- why
  restored INTEGER, -- where a decision was taken back: the earlier one that stands again, 0 where there was none
  bulk_id INTEGER REFERENCES bulk_decision (id) -- the decision on many records that it is a part of
) STRICT;
CREATE INDEX classification_record ON classification (record_id);
CREATE INDEX classification_hand ON classification (id) WHERE rule_set_id IS NULL AND bulk_id IS NULL;
CREATE INDEX classification_bulk ON classification (bulk_id, id) WHERE bulk_id IS NOT NULL;

CREATE TABLE decision_note (
  id INTEGER PRIMARY KEY, -- number of the note; another wording is another number
  record_id INTEGER NOT NULL UNIQUE REFERENCES record (id), -- record whose next decision it is for
  text TEXT NOT NULL, -- the note; it becomes the reason of that decision
  written_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  written_by TEXT REFERENCES person (id) -- who
) STRICT;

CREATE TABLE text_origin (
  accession_id INTEGER PRIMARY KEY REFERENCES accession (id), -- import whose texts are meant
  origin TEXT NOT NULL -- how its texts come about from their sources, as JSON: how, composed, told
) STRICT;

CREATE TABLE import_tally (
  job_id TEXT NOT NULL REFERENCES job (id), -- job that imports
  file INTEGER NOT NULL, -- place of the file in the import's plan, from 0
  tally TEXT NOT NULL, -- what became of its items so far, as JSON
  PRIMARY KEY (job_id, file)
) STRICT, WITHOUT ROWID;

CREATE TABLE practice_mark (
  id INTEGER PRIMARY KEY CHECK (id = 1), -- there is one row
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)) -- 1: nothing in this vault is a record, and all that it makes says so
) STRICT;
CREATE TRIGGER practice_mark_stays BEFORE UPDATE ON practice_mark
BEGIN
  SELECT raise(ABORT, 'whether a vault is for practice never changes');
END;
CREATE TRIGGER practice_mark_is_kept BEFORE DELETE ON practice_mark
BEGIN
  SELECT raise(ABORT, 'whether a vault is for practice is never forgotten');
END;

CREATE TABLE vault_move (
  number INTEGER PRIMARY KEY, -- number of the move in this vault; the newest stands, whatever the clocks said
  id TEXT NOT NULL UNIQUE, -- id of the move, the same in both vaults
  side TEXT NOT NULL CHECK (side IN ('left', 'arrived')), -- left: the vault went away from this folder; arrived: it came to this folder
  state TEXT NOT NULL CHECK (state IN ('gone', 'waiting', 'ready', 'opened', 'called-off')), -- of the left: gone, called-off; of the arrived: waiting until the left is retired, ready, opened, called-off
  from_place TEXT NOT NULL, -- folder and computer that it was moved from
  to_folder TEXT NOT NULL, -- folder that it was moved to
  reason TEXT NOT NULL, -- why
  moved_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  moved_by TEXT REFERENCES person (id), -- who
  arrival_salt BLOB, -- salt of the ledger entry that the first opening of the arrived makes
  ended_at INTEGER, -- when the move was called off, ms since 1970 UTC
  ended_by TEXT REFERENCES person (id), -- who called it off
  ended_reason TEXT -- why
) STRICT;

CREATE TABLE handover (
  id INTEGER PRIMARY KEY, -- number of the hand-over
  from_id TEXT NOT NULL REFERENCES person (id), -- who hands over
  to_id TEXT NOT NULL REFERENCES person (id), -- who takes over
  document TEXT NOT NULL, -- what was open when it was given, as JSON
  digest BLOB NOT NULL, -- SHA-256 of that document
  reason TEXT NOT NULL, -- why
  ends INTEGER NOT NULL, -- 1 where the one who hands over acts no more afterwards
  given_at INTEGER NOT NULL, -- when it was signed by the one who hands over, ms since 1970 UTC
  taken_at INTEGER, -- when it was signed by the one who takes over
  replaced_at INTEGER -- when a later one took its place before it was taken
) STRICT;

CREATE TABLE restriction_act (
  id INTEGER PRIMARY KEY, -- number of the act upon all that a search found
  ended_at INTEGER, -- when its last record was restricted, ms since 1970 UTC; NULL while it goes on or where it was stopped
  undone_at INTEGER, -- when it was taken back; NULL while it stands
  undone_by TEXT REFERENCES person (id) -- who took it back
) STRICT;

CREATE TABLE restriction (
  id INTEGER PRIMARY KEY, -- number of the restriction
  record_id INTEGER NOT NULL, -- record that is shown only on purpose
  ground TEXT NOT NULL, -- juvenile, victim, booking-photo, sealed, other
  words TEXT, -- what another ground is, as lists show it; NULL for the others
  reason TEXT NOT NULL, -- why
  restricted_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  restricted_by TEXT REFERENCES person (id), -- who
  act_id INTEGER REFERENCES restriction_act (id), -- act upon many records that it is part of; NULL for a single one
  ended_at INTEGER, -- when it was lifted, or another ground took its place; NULL while it stands
  ended_by TEXT REFERENCES person (id), -- who
  ended_reason TEXT -- why
) STRICT;
CREATE UNIQUE INDEX restriction_standing ON restriction (record_id) WHERE ended_at IS NULL;
CREATE INDEX restriction_record ON restriction (record_id);
CREATE INDEX restriction_of_act ON restriction (act_id) WHERE act_id IS NOT NULL;

CREATE TABLE restriction_review (
  id INTEGER PRIMARY KEY, -- number of the review; the newest one counts
  restriction_id INTEGER NOT NULL REFERENCES restriction (id), -- what was reviewed
  release INTEGER NOT NULL CHECK (release IN (0, 1)), -- 1 where the record may stand in packets; 0 where that was taken back
  versions INTEGER NOT NULL, -- how many versions the record had: a later one is to be reviewed anew
  reason TEXT NOT NULL, -- why
  reviewed_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  reviewed_by TEXT NOT NULL REFERENCES person (id) -- who
) STRICT;
CREATE INDEX restriction_review_of ON restriction_review (restriction_id);

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

CREATE TABLE zone_change (
  id INTEGER PRIMARY KEY, -- number of the change; the newest stands, and vault.json says the same
  zone_before TEXT NOT NULL, -- zone in which days were reckoned until then
  zone TEXT NOT NULL, -- zone in which they are reckoned from then on
  held INTEGER NOT NULL, -- records that a hold would have let go with this change, and that it keeps
  reason TEXT NOT NULL, -- why
  changed_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  changed_by TEXT REFERENCES person (id) -- who changed it
) STRICT;

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

CREATE TABLE law_confirmation (
  id INTEGER PRIMARY KEY, -- number of the act; the newest of a rule counts
  rule_id TEXT NOT NULL, -- id of the rule
  rule_digest BLOB NOT NULL, -- SHA-256 of the rule as it read then; a rule that reads otherwise is not confirmed
  kind TEXT NOT NULL, -- confirmed or withdrawn
  statement TEXT NOT NULL, -- what was checked, against what
  at INTEGER NOT NULL, -- when, ms since 1970 UTC
  by TEXT NOT NULL REFERENCES person (id) -- the attorney
) STRICT;
CREATE INDEX law_confirmation_rule ON law_confirmation (rule_id);

CREATE TABLE fee_schedule (
  id INTEGER PRIMARY KEY, -- number of the schedule
  name TEXT NOT NULL, -- what it is called
  valid_from TEXT NOT NULL, -- local date from which it counts
  lines TEXT NOT NULL, -- kind, words, unit and amount in cents, as JSON
  source TEXT NOT NULL, -- resolution or document that it was copied from
  entered_at INTEGER NOT NULL, -- when it was entered, ms since 1970 UTC
  entered_by TEXT REFERENCES person (id) -- who entered it
) STRICT;

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

CREATE TABLE production_seal (
  production_id INTEGER PRIMARY KEY REFERENCES production (id), -- the production
  sealed_at INTEGER NOT NULL, -- when its packet was finished and kept, ms since 1970 UTC
  sealed_by TEXT REFERENCES person (id) -- who sealed it
) STRICT;

CREATE TABLE production_sent (
  id INTEGER PRIMARY KEY, -- number of the sending
  production_id INTEGER NOT NULL REFERENCES production (id), -- the production whose packet went out
  sent_on TEXT NOT NULL, -- local date on which it went out
  sent_time TEXT, -- local time, HH:MM, where it is known
  sent_how TEXT NOT NULL, -- portal, email, letter, counter
  sent_proof TEXT NOT NULL, -- what shows that it went out
  entered_at INTEGER NOT NULL, -- when this was entered, ms since 1970 UTC
  entered_by TEXT REFERENCES person (id) -- who entered it
) STRICT;
CREATE INDEX production_sent_production ON production_sent (production_id);

CREATE TABLE production_secret (
  production_id INTEGER NOT NULL REFERENCES production (id), -- the production
  position INTEGER NOT NULL, -- record's place in it
  secret BLOB NOT NULL, -- 32 random bytes from which the salts of its commitments follow; destroyed with the record
  PRIMARY KEY (production_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE production_opening (
  id INTEGER PRIMARY KEY, -- number of the opening
  production_id INTEGER NOT NULL REFERENCES production (id), -- the production
  position INTEGER NOT NULL, -- record's place in it
  fields TEXT NOT NULL, -- names of the fields opened, as a JSON array
  reason TEXT NOT NULL, -- why, in the attorney's words
  opened_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  opened_by TEXT NOT NULL REFERENCES person (id), -- the attorney
  digest BLOB NOT NULL -- SHA-256 of the opening
) STRICT;
CREATE INDEX production_opening_production ON production_opening (production_id);

CREATE TABLE review_decision (
  id INTEGER PRIMARY KEY, -- number of the decision; the newest of a record stands
  request_id TEXT NOT NULL REFERENCES request (id), -- request it is for
  record_id INTEGER NOT NULL REFERENCES record (id), -- record decided on
  outcome TEXT, -- release, redact, withhold, not-responsive; NULL took the decision back
  said TEXT NOT NULL, -- grounds, redactions and reason, as JSON
  decided_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  decided_by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX review_decision_request ON review_decision (request_id, record_id);
CREATE INDEX review_decision_record ON review_decision (record_id);

CREATE TABLE review_kept (
  request_id TEXT NOT NULL REFERENCES request (id), -- request it is for
  record_id INTEGER NOT NULL REFERENCES record (id), -- record whose words stay
  phrase BLOB NOT NULL, -- SHA-256 of words that are redacted in another record, as they are folded for searching
  reason TEXT NOT NULL, -- why they stay here
  kept_at INTEGER NOT NULL, -- when it was said, ms since 1970 UTC
  kept_by TEXT REFERENCES person (id), -- who
  PRIMARY KEY (request_id, record_id, phrase)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_kept_record ON review_kept (record_id);

CREATE TABLE review_signature (
  id INTEGER PRIMARY KEY, -- number of the signature; the newest of a request counts
  request_id TEXT NOT NULL REFERENCES request (id), -- request whose review is signed
  decisions BLOB NOT NULL, -- SHA-256 of everything that was decided then
  signed_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  signed_by TEXT NOT NULL REFERENCES person (id) -- person responsible for what is kept back
) STRICT;
CREATE INDEX review_signature_request ON review_signature (request_id);

CREATE TABLE production_decision (
  production_id INTEGER NOT NULL REFERENCES production (id), -- the production
  position INTEGER NOT NULL, -- record's place in it
  decision TEXT NOT NULL, -- what was decided of the record, as it was frozen, as JSON
  PRIMARY KEY (production_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE given_number (
  kind TEXT PRIMARY KEY, -- production, record
  last INTEGER NOT NULL -- the last that was given out; it never goes back, whatever becomes of what bore it
) STRICT, WITHOUT ROWID;

CREATE TABLE packet_check (
  id INTEGER PRIMARY KEY, -- number of the answer; the newest to a question counts
  request_id TEXT NOT NULL REFERENCES request (id), -- request whose packet is checked
  subject TEXT NOT NULL, -- what was looked at: the digest of the decisions, or the number of the production
  name TEXT NOT NULL, -- the question
  answer TEXT NOT NULL, -- yes, no
  words TEXT NOT NULL, -- what the person who looked says
  answered_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  answered_by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX packet_check_request ON packet_check (request_id, subject);

CREATE TABLE packet_posting (
  id INTEGER PRIMARY KEY, -- number of the published copy
  production_id INTEGER NOT NULL REFERENCES production (id), -- the production that was published
  place TEXT NOT NULL, -- where: an address, or the portal's name
  posted_on TEXT NOT NULL, -- local date on which it was published
  entered_at INTEGER NOT NULL, -- when this was entered, ms since 1970 UTC
  entered_by TEXT REFERENCES person (id), -- who
  down_at INTEGER, -- when it was entered that it was taken down, ms since 1970 UTC; NULL while it stands
  down_on TEXT, -- local date on which it was taken down
  down_by TEXT REFERENCES person (id) -- who entered that
) STRICT;
CREATE INDEX packet_posting_production ON packet_posting (production_id);

CREATE TABLE removal_demand (
  id INTEGER PRIMARY KEY, -- number of the demand
  posting_id INTEGER NOT NULL REFERENCES packet_posting (id), -- the published copy
  received_at INTEGER NOT NULL, -- when it was received, ms since 1970 UTC
  due_at INTEGER NOT NULL, -- until when it must be gone, ms since 1970 UTC
  party TEXT NOT NULL, -- who demands it
  what TEXT NOT NULL, -- what is to be removed
  entered_at INTEGER NOT NULL, -- when this was entered, ms since 1970 UTC
  entered_by TEXT REFERENCES person (id), -- who
  done_at INTEGER, -- when it was gone, ms since 1970 UTC; NULL while it is not
  done_words TEXT, -- what was done
  done_by TEXT REFERENCES person (id) -- who entered that
) STRICT;
CREATE INDEX removal_demand_posting ON removal_demand (posting_id);

CREATE TABLE packet_recall (
  production_id INTEGER PRIMARY KEY REFERENCES production (id), -- the production whose packet was recalled
  reason TEXT NOT NULL, -- why
  recalled_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  recalled_by TEXT REFERENCES person (id) -- who
) STRICT;

CREATE TABLE packet_recall_step (
  id INTEGER PRIMARY KEY, -- number of the step
  production_id INTEGER NOT NULL REFERENCES packet_recall (production_id), -- the recalled production
  kind TEXT NOT NULL, -- told, returned, destroyed, kept, other
  on_day TEXT NOT NULL, -- local date
  words TEXT NOT NULL, -- what happened
  entered_at INTEGER NOT NULL, -- when this was entered, ms since 1970 UTC
  entered_by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX packet_recall_step_production ON packet_recall_step (production_id);

CREATE TABLE production_pages (
  production_id INTEGER PRIMARY KEY REFERENCES production (id), -- the production
  pages INTEGER NOT NULL -- pages of its records.pdf, each with a number of its own
) STRICT;

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

CREATE TABLE file_page (
  original BLOB NOT NULL, -- SHA-256 of the document
  page INTEGER NOT NULL, -- its page, from 1
  picture BLOB NOT NULL, -- SHA-256 of the picture of the page, an object
  words TEXT NOT NULL, -- what the page says and where, as JSON
  PRIMARY KEY (original, page)
) STRICT, WITHOUT ROWID;
CREATE INDEX file_page_picture ON file_page (picture);

CREATE TABLE made_file (
  id INTEGER PRIMARY KEY, -- number of the file
  original BLOB NOT NULL, -- SHA-256 of the file that it was made of
  made BLOB NOT NULL, -- SHA-256 of what was made, an object
  kind TEXT NOT NULL, -- paper: a PDF that is read in its place; edit: sound or film without what is redacted
  how TEXT NOT NULL, -- with what, or by whom, it was made
  made_at INTEGER NOT NULL, -- when it came into the vault, ms since 1970 UTC
  made_by TEXT REFERENCES person (id), -- who made it or took it in
  UNIQUE (original, made)
) STRICT;
CREATE INDEX made_file_made ON made_file (made);

CREATE TABLE listed_name (
  list TEXT NOT NULL, -- what the list is called
  words TEXT NOT NULL, -- the name or words
  added_at INTEGER NOT NULL, -- when it came in, ms since 1970 UTC
  added_by TEXT REFERENCES person (id), -- who brought it
  PRIMARY KEY (list, words)
) STRICT, WITHOUT ROWID;

CREATE TABLE series_answer (
  id INTEGER PRIMARY KEY, -- number of the answer; the newest of a series counts
  series TEXT NOT NULL, -- code of the series
  title TEXT NOT NULL, -- its title then: a series of another title under the same code is not answered for
  kinds TEXT NOT NULL, -- letters of 34090(a), (b), (c), (e) that it can hold, as a JSON array; empty: none of them
  basis TEXT NOT NULL, -- who looked, and at what
  answered_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  answered_by TEXT NOT NULL REFERENCES person (id) -- who answered
) STRICT;
CREATE INDEX series_answer_series ON series_answer (series);

CREATE TABLE retention_unit (
  id INTEGER PRIMARY KEY, -- number of the decision; the newest counts
  unit TEXT NOT NULL, -- item or thread
  attorney TEXT NOT NULL REFERENCES person (id), -- the City Attorney with whom it was decided
  decided_on TEXT NOT NULL, -- local date
  document_digest BLOB, -- the attorney's paper, as an object
  reason TEXT NOT NULL, -- why
  recorded_at INTEGER NOT NULL, -- when it was entered, ms since 1970 UTC
  recorded_by TEXT NOT NULL REFERENCES person (id) -- who entered it
) STRICT;

CREATE TABLE record_event (
  id INTEGER PRIMARY KEY, -- number of the entry; the newest of a record and code counts
  record_id INTEGER NOT NULL REFERENCES record (id), -- record that the event is of
  code TEXT NOT NULL, -- code of the legend that waits for it, such as CL
  happened_on TEXT, -- local date of the event; NULL takes an earlier entry back
  reason TEXT NOT NULL, -- how it is known
  entered_at INTEGER NOT NULL, -- when it was entered, ms since 1970 UTC
  entered_by TEXT NOT NULL REFERENCES person (id) -- who entered it
) STRICT;
CREATE INDEX record_event_record ON record_event (record_id, code);

CREATE TABLE schedule_paper (
  schedule_id INTEGER PRIMARY KEY REFERENCES schedule (id), -- the schedule version that it belongs to
  name TEXT NOT NULL, -- its file name
  object_digest BLOB NOT NULL -- the paper, as an object
) STRICT;

CREATE TABLE hold_matter (
  hold_id INTEGER PRIMARY KEY REFERENCES hold (id), -- the hold
  matter TEXT NOT NULL, -- privileged: what it is about, for the City alone; printed nowhere
  attorney TEXT NOT NULL, -- the attorney who answers for it
  starts_on TEXT, -- local date from which the order says that it holds; it holds from when it is placed in any case
  review_on TEXT -- local date on which it is to be looked at again
) STRICT;

CREATE TABLE channel_request (
  id INTEGER PRIMARY KEY, -- number of the wording; the newest of an account stands
  account_id INTEGER NOT NULL REFERENCES account (id), -- account that is asked for
  said TEXT NOT NULL, -- items i to vi of the request, as JSON
  written_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  written_by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX channel_request_account ON channel_request (account_id);

CREATE TABLE channel_step (
  id INTEGER PRIMARY KEY, -- number of the step; the newest that was not taken back says where the account stands
  account_id INTEGER NOT NULL REFERENCES account (id), -- account
  state TEXT NOT NULL, -- draft, requested, approved, refused, active, dormant, dissolved
  on_day TEXT NOT NULL, -- when it was decided or happened, a day of the City
  decider TEXT NOT NULL, -- who decided or did it, by name and title
  document TEXT NOT NULL, -- where its document lies, in words; empty where a file is attached or none is needed
  attachment_id INTEGER REFERENCES attachment (id), -- file on the account that is its document
  note TEXT NOT NULL, -- more words on it
  last_used TEXT, -- of an account that was given up: the last day on which it was used
  without_export TEXT NOT NULL, -- of an account that was given up without a last export: why
  recorded_at INTEGER NOT NULL, -- when it was written down, ms since 1970 UTC
  recorded_by TEXT REFERENCES person (id), -- who wrote it down
  taken_back_at INTEGER, -- when it was taken back, ms since 1970 UTC
  taken_back_by TEXT REFERENCES person (id), -- who took it back
  taken_back_reason TEXT -- why
) STRICT;
CREATE INDEX channel_step_account ON channel_step (account_id);

CREATE TABLE name_approval (
  id INTEGER PRIMARY KEY, -- number of the approval; the newest of a name stands
  account_id INTEGER NOT NULL REFERENCES account (id), -- account
  handle TEXT NOT NULL, -- its handle then
  name TEXT NOT NULL, -- its display name then
  approver TEXT NOT NULL, -- who let it stand, by name and title
  reason TEXT NOT NULL, -- why
  at INTEGER NOT NULL, -- when it was written down, ms since 1970 UTC
  recorded_by TEXT REFERENCES person (id) -- who wrote it down
) STRICT;
CREATE INDEX name_approval_account ON name_approval (account_id);

CREATE TABLE request_part_import (
  request_id TEXT NOT NULL REFERENCES request (id), -- request
  part INTEGER NOT NULL, -- number of its part
  accession_id INTEGER NOT NULL, -- import that brought the files
  records INTEGER NOT NULL, -- how many records that came to
  entered_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  entered_by TEXT REFERENCES person (id), -- who
  PRIMARY KEY (request_id, part, accession_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_key (
  id INTEGER PRIMARY KEY, -- number of the key
  person_id TEXT NOT NULL REFERENCES person (id), -- whose it is
  public_key BLOB NOT NULL UNIQUE, -- Ed25519, 32 bytes (RFC 8032)
  sealed TEXT, -- the private half, encrypted under its owner's passphrase, as JSON; NULL where its owner keeps it elsewhere
  registered_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  registered_by TEXT NOT NULL REFERENCES person (id), -- who registered it; its owner, unless it is kept elsewhere
  ended_at INTEGER, -- since when it signs no more, ms since 1970 UTC; what it signed before stays signed
  ended_by TEXT REFERENCES person (id), -- who ended it
  ended_reason TEXT -- why
) STRICT;
CREATE INDEX person_key_person ON person_key (person_id);

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

CREATE TABLE destruction (
  id INTEGER PRIMARY KEY, -- number of the destruction
  plan_id INTEGER NOT NULL UNIQUE REFERENCES plan (id), -- plan that is carried out; a plan is carried out once
  job_id TEXT NOT NULL UNIQUE, -- the job that does it
  certificate TEXT NOT NULL UNIQUE, -- number of its certificate
  state TEXT NOT NULL, -- listing, executing, proving, certified
  facts TEXT NOT NULL, -- what it was begun upon, as JSON: the plan's head, approvals, lists, office, who executes
  ledger_head BLOB NOT NULL, -- head of the ledger before it
  began_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  began_by TEXT NOT NULL REFERENCES person (id), -- who executes it
  stopped TEXT, -- why it was stopped before its end, in a sentence; NULL where it was not
  executed_at INTEGER, -- when the last record was destroyed or passed over, ms since 1970 UTC
  proof TEXT, -- what was looked through afterwards and what was found, as JSON
  certified_at INTEGER, -- when the certificate was made, ms since 1970 UTC
  document_digest BLOB, -- the certificate as JSON, an object
  paper_digest BLOB -- the certificate as PDF, an object
) STRICT;

CREATE TABLE destruction_item (
  destruction_id INTEGER NOT NULL REFERENCES destruction (id), -- the destruction
  position INTEGER NOT NULL, -- order in which it is carried out, from 0; what is kept together stands together
  family INTEGER NOT NULL, -- the same for records that go together or not at all
  record_id INTEGER NOT NULL, -- record of the plan
  series TEXT NOT NULL, -- series that decided
  eligible_on TEXT NOT NULL, -- local date from which it might be destroyed
  commitment BLOB NOT NULL, -- what the plan saw of its versions
  outcome TEXT, -- destroyed, skipped; NULL while it waits
  reason TEXT, -- why it was skipped, in one word
  detail TEXT, -- the same in a sentence
  decided_at INTEGER, -- when, ms since 1970 UTC
  account_id INTEGER REFERENCES account (id), -- of what was destroyed: its account
  kind TEXT, -- its kind
  native_id TEXT, -- its identity on the platform
  at INTEGER, -- when it was made, ms since 1970 UTC; NULL where unknown
  precision TEXT, -- how exactly that was known
  state TEXT, -- what the platform showed of it then: live, deleted, draft
  versions INTEGER, -- how many versions it had
  files INTEGER, -- how many files went with it
  bytes INTEGER, -- bytes of its sources and files
  PRIMARY KEY (destruction_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX destruction_item_record ON destruction_item (record_id);

CREATE TABLE destruction_leaf (
  destruction_id INTEGER NOT NULL REFERENCES destruction (id), -- the destruction
  item INTEGER NOT NULL, -- position of the destroyed record in it
  member_id INTEGER NOT NULL, -- file that it was seen in
  position INTEGER NOT NULL, -- running number of the item in that file: the salted leaf stands in observation
  PRIMARY KEY (destruction_id, item, member_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE destruction_package (
  destruction_id INTEGER NOT NULL REFERENCES destruction (id), -- the destruction
  package_id TEXT NOT NULL REFERENCES package (id), -- package that was overwritten in part
  members INTEGER NOT NULL, -- how many of its members were overwritten
  held INTEGER NOT NULL CHECK (held IN (0, 1)), -- 1 where it holds a record under a hold, and the City Attorney consented
  PRIMARY KEY (destruction_id, package_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE destroyed_identity (
  digest BLOB PRIMARY KEY, -- HMAC-SHA-256 of account, kind and identity under the vault's own key: what was destroyed under a plan comes back only by a decision
  destruction_id INTEGER NOT NULL REFERENCES destruction (id) -- the destruction
) STRICT, WITHOUT ROWID;

CREATE TABLE destruction_readmission (
  destruction_id INTEGER PRIMARY KEY REFERENCES destruction (id), -- destruction whose records may be taken in again
  reason TEXT NOT NULL, -- why
  decided_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  decided_by TEXT NOT NULL REFERENCES person (id) -- who decided it
) STRICT;
CREATE INDEX strike_member ON strike (member_id);
CREATE INDEX member_digest ON member (digest) WHERE digest IS NOT NULL;

CREATE TABLE series_beside (
  record_id INTEGER NOT NULL REFERENCES record (id), -- record that is in this series, too
  series TEXT NOT NULL, -- series code, beside the one that its classification gives
  added_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  added_by TEXT NOT NULL REFERENCES person (id), -- who
  reason TEXT NOT NULL, -- why
  PRIMARY KEY (record_id, series)
) STRICT, WITHOUT ROWID;

CREATE TABLE classification_second (
  classification_id INTEGER PRIMARY KEY REFERENCES classification (id), -- decision for a shorter series after a request, a hold or a plan
  second_by TEXT NOT NULL REFERENCES person (id) -- second person who stands behind it
) STRICT;

CREATE TABLE hold_scope (
  id INTEGER PRIMARY KEY, -- number of the narrowing
  hold_id INTEGER NOT NULL REFERENCES hold (id), -- the hold
  scope TEXT NOT NULL, -- what it covered until then, as JSON
  narrowed_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  signed_by TEXT NOT NULL REFERENCES person (id), -- attorney who signed it
  document_digest BLOB NOT NULL -- the paper, as an object
) STRICT;
CREATE INDEX hold_scope_hold ON hold_scope (hold_id);

CREATE TABLE capture (
  id INTEGER PRIMARY KEY, -- number of the capture
  account_id INTEGER NOT NULL REFERENCES account (id), -- account that was captured
  job_id TEXT NOT NULL UNIQUE, -- job that made it, and that its accession names
  way TEXT NOT NULL, -- how: feed, page, or api/ and the name of an API
  address TEXT NOT NULL, -- where it began
  scope TEXT NOT NULL, -- what was asked for, as JSON: address, kinds, from, to, depth
  started_at INTEGER NOT NULL, -- when, ms since 1970 UTC; anew where it was taken up again
  started_by TEXT REFERENCES person (id), -- who captured
  ended_at INTEGER, -- when it ended; null while it runs, or where it was interrupted
  outcome TEXT, -- complete, unchanged, incomplete, lapsed, refused, nothing
  sentence TEXT NOT NULL, -- how it ended, in plain words
  stop_met INTEGER, -- 1 where it reached the end that it was to reach: only then can it say that something is no longer shown
  facts TEXT, -- everything that it says of itself, as JSON
  same_as INTEGER REFERENCES capture (id) -- the capture whose items it confirms, where the server said that nothing changed
) STRICT;
CREATE INDEX capture_account ON capture (account_id, started_at);

CREATE TABLE capture_validator (
  account_id INTEGER NOT NULL REFERENCES account (id), -- account
  address TEXT NOT NULL, -- address that was answered
  etag TEXT, -- what the server called that answer
  last_modified TEXT, -- when the server says it was changed
  capture_id INTEGER NOT NULL REFERENCES capture (id), -- capture that has the answer
  PRIMARY KEY (account_id, address)
) STRICT, WITHOUT ROWID;

CREATE TABLE capture_change (
  capture_id INTEGER NOT NULL REFERENCES capture (id), -- the first capture that does not show it as before
  record_id INTEGER NOT NULL, -- the record
  change TEXT NOT NULL, -- gone (no longer shown) or hidden
  shown_id INTEGER NOT NULL REFERENCES capture (id), -- the last capture that shows it
  number INTEGER NOT NULL, -- the version that it shows
  not_before INTEGER NOT NULL, -- it happened after this, ms since 1970 UTC
  not_after INTEGER NOT NULL, -- and before this
  PRIMARY KEY (capture_id, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX capture_change_record ON capture_change (record_id);

CREATE TABLE capture_schedule (
  id INTEGER PRIMARY KEY, -- number of the schedule
  account_id INTEGER NOT NULL REFERENCES account (id), -- account that is captured
  way TEXT NOT NULL, -- how, as in capture.way
  scope TEXT NOT NULL, -- what, as in capture.scope
  attorney TEXT, -- who of the City Attorney's allowed it, where the account is not public
  every TEXT NOT NULL, -- daily or weekly
  set_at INTEGER NOT NULL, -- since when, ms since 1970 UTC
  set_by TEXT REFERENCES person (id), -- who set it
  ended_at INTEGER, -- until when; null while it runs
  ended_by TEXT REFERENCES person (id) -- who ended it
) STRICT;
CREATE INDEX capture_schedule_account ON capture_schedule (account_id);

CREATE TABLE steward_entry (
  id INTEGER PRIMARY KEY, -- number of the entry
  kind TEXT NOT NULL, -- removal, liaison, change, departure, paper, flag, credential, custody
  account_id INTEGER REFERENCES account (id), -- account that it is about
  record_id INTEGER, -- record that it is about; NULL again when the record is destroyed
  of_record INTEGER NOT NULL CHECK (of_record IN (0, 1)), -- 1 where it is, or was, about a record
  opened_at INTEGER NOT NULL, -- when it was begun, ms since 1970 UTC
  opened_by TEXT REFERENCES person (id) -- who began it
) STRICT;
CREATE INDEX steward_entry_kind ON steward_entry (kind);
CREATE INDEX steward_entry_record ON steward_entry (record_id) WHERE record_id IS NOT NULL;

CREATE TABLE steward_wording (
  id INTEGER PRIMARY KEY, -- number of the wording; the newest of an entry stands
  entry_id INTEGER NOT NULL REFERENCES steward_entry (id), -- entry that it is of
  said TEXT NOT NULL, -- what it says, as JSON; never words of a record, and never a password
  written_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  written_by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX steward_wording_entry ON steward_wording (entry_id);

CREATE TABLE steward_act (
  id INTEGER PRIMARY KEY, -- number of the act; acts follow one another
  entry_id INTEGER NOT NULL REFERENCES steward_entry (id), -- entry that it is on
  act TEXT NOT NULL, -- submitted, approved, returned, closed, appealed, done …
  on_day TEXT NOT NULL, -- when it was done, a day of the City
  doer TEXT NOT NULL, -- who did it, by name and title
  words TEXT NOT NULL, -- why, or what came of it
  at INTEGER NOT NULL, -- when it was written down, ms since 1970 UTC
  recorded_by TEXT REFERENCES person (id) -- who wrote it down
) STRICT;
CREATE INDEX steward_act_entry ON steward_act (entry_id);

CREATE TABLE query_mark (
  id INTEGER PRIMARY KEY, -- number of the mark; the newest of a record stands
  record_id INTEGER NOT NULL REFERENCES record (id), -- what somebody from the public wrote
  asks INTEGER CHECK (asks IN (0, 1)), -- 1: it asks or reports something; 0: it does not; NULL: the rule decides again
  reason TEXT NOT NULL, -- why
  at INTEGER NOT NULL, -- when, ms since 1970 UTC
  marked_by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX query_mark_record ON query_mark (record_id);

CREATE TABLE login_officer (
  id INTEGER PRIMARY KEY, -- number of the naming
  person_id TEXT NOT NULL REFERENCES person (id), -- officer to whom the list of log-ins is sealed
  recipient TEXT NOT NULL, -- public key of the officer (age-encryption.org/v1)
  named_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  named_by TEXT REFERENCES person (id), -- who
  ended_at INTEGER -- when others were named instead, ms since 1970 UTC
) STRICT;

CREATE TABLE login_duty (
  id INTEGER PRIMARY KEY, -- number of the wording; the newest of an account stands
  account_id INTEGER NOT NULL REFERENCES account (id), -- account
  owner TEXT NOT NULL, -- who answers for the log-in, by name and title
  recovery TEXT NOT NULL, -- whom the platform turns to when the log-in is lost
  second_factor TEXT NOT NULL, -- who holds the second factor
  rotate_months INTEGER, -- after how many months the password is to be changed; null where nobody said
  written_at INTEGER NOT NULL, -- when it was written down, ms since 1970 UTC
  written_by TEXT REFERENCES person (id) -- who wrote it down
) STRICT;
CREATE INDEX login_duty_account ON login_duty (account_id);

CREATE TABLE login_change (
  id INTEGER PRIMARY KEY, -- number of the change
  account_id INTEGER NOT NULL REFERENCES account (id), -- account whose log-in was sealed into the list
  kind TEXT NOT NULL, -- changed: the log-in is a new one; resealed: the same, sealed to other officers
  at INTEGER NOT NULL, -- when, ms since 1970 UTC
  by TEXT REFERENCES person (id) -- who
) STRICT;
CREATE INDEX login_change_account ON login_change (account_id);

CREATE TABLE login_reveal (
  id INTEGER PRIMARY KEY, -- number of the reveal
  account_id INTEGER NOT NULL REFERENCES account (id), -- account whose log-in was asked for
  reason TEXT NOT NULL, -- why
  at INTEGER NOT NULL, -- when, ms since 1970 UTC
  by TEXT NOT NULL REFERENCES person (id) -- who
) STRICT;
CREATE INDEX login_reveal_account ON login_reveal (account_id);

CREATE TABLE rule_signer (
  id INTEGER PRIMARY KEY, -- number of the signer
  name TEXT NOT NULL, -- who signs, as the attorney named it
  public_key BLOB NOT NULL UNIQUE, -- 32 bytes of Ed25519
  trusted_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  trusted_by TEXT NOT NULL REFERENCES person (id), -- the attorney who registered it
  ended_at INTEGER, -- when it was trusted no more, ms since 1970 UTC
  ended_by TEXT REFERENCES person (id), -- the attorney who said so
  ended_reason TEXT -- why
) STRICT;

CREATE TABLE rule_file (
  id INTEGER PRIMARY KEY, -- number of the file in this vault
  signer_id INTEGER NOT NULL REFERENCES rule_signer (id), -- whose signature it bears
  number INTEGER NOT NULL, -- its number among the files of its signer; an older one is not applied after it
  file BLOB NOT NULL, -- the signed file, byte for byte
  digest BLOB NOT NULL UNIQUE, -- SHA-256 of it
  applied_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  applied_by TEXT NOT NULL REFERENCES person (id) -- the attorney
) STRICT;

CREATE TABLE office_series (
  id INTEGER PRIMARY KEY, -- number of the choice; the newest of a file counts, else the newest of its kind
  kind TEXT NOT NULL, -- request-file, packet, purge-plan, hold-file, removal-entry, remainder
  subject TEXT, -- which one, by its number; NULL: every file of the kind that has no choice of its own
  series TEXT NOT NULL, -- series code
  starts_on TEXT, -- day that its event is, where the series waits for one: closed or superseded; NULL where it waits for none
  reason TEXT NOT NULL, -- why
  chosen_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  chosen_by TEXT NOT NULL REFERENCES person (id), -- who
  second_by TEXT REFERENCES person (id) -- second person who stands behind a shorter series than before
) STRICT;
CREATE INDEX office_series_file ON office_series (kind, subject);

CREATE TABLE hold_file (
  hold_id INTEGER NOT NULL REFERENCES hold (id), -- the hold
  kind TEXT NOT NULL, -- kind of the office's own file that it names
  subject TEXT NOT NULL, -- which one, by its number
  named_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  named_by TEXT NOT NULL REFERENCES person (id), -- who
  PRIMARY KEY (hold_id, kind, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX hold_file_subject ON hold_file (kind, subject);

CREATE TABLE office_salt (
  kind TEXT NOT NULL, -- kind of the file
  subject TEXT NOT NULL, -- which one, by its number
  salt BLOB NOT NULL, -- 16 random bytes by which plans commit to what is in it; destroyed with it
  PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_file_narrowing (
  plan_id INTEGER NOT NULL REFERENCES plan (id), -- the plan
  kind TEXT NOT NULL, -- kind of the file that was taken out of it: it stays
  subject TEXT NOT NULL, -- which one, by its number
  reason TEXT NOT NULL, -- why
  struck_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  struck_by TEXT NOT NULL REFERENCES person (id), -- who took it out
  PRIMARY KEY (plan_id, kind, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE destruction_file (
  destruction_id INTEGER NOT NULL REFERENCES destruction (id), -- the destruction
  position INTEGER NOT NULL, -- order in which it is carried out, from 0, after the records
  kind TEXT NOT NULL, -- kind of the office's own file
  subject TEXT NOT NULL, -- which one, by its number, which is not given out again
  series TEXT NOT NULL, -- series that decided
  cutoff TEXT, -- local date from which its period ran
  eligible_on TEXT NOT NULL, -- local date from which it might be destroyed
  authority TEXT NOT NULL, -- schedule, resolution and citation
  commitment BLOB NOT NULL, -- what the plan saw in it, salted
  outcome TEXT, -- destroyed, skipped; NULL while it waits
  reason TEXT, -- why it was skipped, in one word
  detail TEXT, -- the same in a sentence
  decided_at INTEGER, -- when, ms since 1970 UTC
  opened_at INTEGER, -- of what was destroyed: when it was begun, ms since 1970 UTC
  rows INTEGER, -- how many rows of the catalog it had
  files INTEGER, -- how many files went with it
  bytes INTEGER, -- bytes of these
  PRIMARY KEY (destruction_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX destruction_file_subject ON destruction_file (kind, subject);

CREATE TABLE destruction_file_traces (
  traces_id INTEGER PRIMARY KEY -- run of destruction_traces that is of an office's own file: what such files say alike stands in those that stay, too
) STRICT;

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

CREATE TABLE event_rule_set (
  id INTEGER PRIMARY KEY, -- number of the set; the newest is in force
  document TEXT NOT NULL, -- the rules as JSON: which code, for which records, by what day
  saved_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  saved_by TEXT NOT NULL REFERENCES person (id) -- who
) STRICT;

CREATE TABLE destruction_traces (
  id INTEGER PRIMARY KEY, -- number of the run
  destruction_id INTEGER NOT NULL REFERENCES destruction (id), -- destruction whose traces are looked for; deleted once they were
  traces BLOB NOT NULL -- of some 16 bytes each of what was destroyed: a keyed rolling sum (4 bytes, big-endian), and a keyed digest (16 bytes)
) STRICT;
CREATE INDEX accession_samples ON accession (id) WHERE json_array_length(reconciliation, '$.comparison.notSeenSample') > 0;

CREATE TABLE capture_schedule_terms (
  schedule_id INTEGER PRIMARY KEY REFERENCES capture_schedule (id), -- the schedule
  version TEXT NOT NULL -- names the terms in the wording that was shown; once they read otherwise, they are to be read anew
) STRICT;

CREATE TABLE transfer (
  id INTEGER PRIMARY KEY, -- number of the copy for the archive
  name TEXT NOT NULL, -- name of the bag's folder
  bag BLOB NOT NULL, -- SHA-256 of the bag's manifest-sha256.txt, which names every file of its payload
  files INTEGER NOT NULL, -- files of its payload
  bytes INTEGER NOT NULL, -- bytes of these
  made_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  made_by TEXT REFERENCES person (id) -- who
) STRICT;

CREATE TABLE transfer_record (
  transfer_id INTEGER NOT NULL REFERENCES transfer (id), -- the copy
  record_id INTEGER NOT NULL, -- a record in it; its number stays here when it is destroyed
  series TEXT NOT NULL, -- series code that it was in
  commitment BLOB NOT NULL, -- the versions that the bag has, salted; the salt is destroyed with the record
  PRIMARY KEY (transfer_id, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX transfer_record_record ON transfer_record (record_id);

CREATE TABLE transfer_receipt (
  id INTEGER PRIMARY KEY, -- number of the receipt; the newest of a copy counts, earlier ones stay
  transfer_id INTEGER NOT NULL REFERENCES transfer (id), -- the copy that it is for
  archive TEXT NOT NULL, -- the archive that received it
  signed_by TEXT NOT NULL, -- who signed for the archive
  title TEXT NOT NULL, -- their title; empty where the paper says none
  signed_on TEXT NOT NULL, -- local date on the paper
  document_digest BLOB NOT NULL REFERENCES object (digest), -- the paper
  entered_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  entered_by TEXT NOT NULL REFERENCES person (id) -- who has seen the paper
) STRICT;
CREATE INDEX transfer_receipt_transfer ON transfer_receipt (transfer_id);

CREATE TABLE production_opening_key (
  opening_id INTEGER PRIMARY KEY REFERENCES production_opening (id), -- the opening
  key_id INTEGER NOT NULL REFERENCES person_key (id), -- key that signed it
  signature BLOB NOT NULL -- Ed25519 signature over the words of the opening
) STRICT;

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

CREATE TABLE transfer_media (
  transfer_id INTEGER NOT NULL REFERENCES transfer (id), -- the copy
  record_id INTEGER NOT NULL, -- a record in it that has pictures or recordings
  commitment BLOB NOT NULL, -- those that the bag has, salted; the salt is destroyed with the record
  PRIMARY KEY (transfer_id, record_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_event_second (
  event_id INTEGER PRIMARY KEY REFERENCES record_event (id), -- the day of an event that was entered
  second_by TEXT NOT NULL REFERENCES person (id) -- who else stands behind it
) STRICT;

CREATE TABLE event_rule_second (
  set_id INTEGER PRIMARY KEY REFERENCES event_rule_set (id), -- the set of standing rules
  second_by TEXT NOT NULL REFERENCES person (id) -- who else stands behind it
) STRICT;

CREATE TABLE retention_unit_second (
  decision_id INTEGER PRIMARY KEY REFERENCES retention_unit (id), -- the decision on the unit of retention
  second_by TEXT NOT NULL REFERENCES person (id) -- who else stands behind it, besides the attorney with whom it was made
) STRICT;

CREATE TABLE certificate_told (
  number TEXT PRIMARY KEY, -- number of a certificate that was given at the restoring: no other one bears it
  digest BLOB NOT NULL, -- SHA-256 of the certificate as data
  told_at INTEGER NOT NULL -- when, ms since 1970 UTC
) STRICT, WITHOUT ROWID;

CREATE TABLE destroyed_elsewhere (
  kind TEXT NOT NULL, -- kind of an office's own file that was destroyed
  subject TEXT NOT NULL, -- which one, by its number, which is not given out again
  PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE destroyed_record (
  record_id INTEGER PRIMARY KEY -- number of a record that was destroyed: it names no other one
) STRICT;

CREATE TABLE review_key_signature (
  signature_id INTEGER PRIMARY KEY REFERENCES review_signature (id), -- the signature over a review
  signature BLOB NOT NULL -- Ed25519 signature of its key over the statement of the review; one that came with a reply stands there
) STRICT;

CREATE TABLE series_answer_second (
  answer_id INTEGER PRIMARY KEY REFERENCES series_answer (id), -- the answer for a series
  second_by TEXT NOT NULL REFERENCES person (id) -- who else stands behind it
) STRICT;

CREATE TABLE channel_step_second (
  step_id INTEGER PRIMARY KEY REFERENCES channel_step (id), -- the step by which an account was given up
  second_by TEXT NOT NULL REFERENCES person (id) -- who else stands behind it
) STRICT;

CREATE TABLE disposition_office_second (
  office_id INTEGER PRIMARY KEY REFERENCES disposition_office (id), -- what was settled of who approves
  second_by TEXT NOT NULL REFERENCES person (id) -- who else stands behind it
) STRICT;

CREATE TABLE list_term (
  id INTEGER PRIMARY KEY, -- number of the term
  days INTEGER NOT NULL, -- how old a list of open requests or claims may be, in days
  reason TEXT NOT NULL, -- why; empty where none was given
  set_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  set_by TEXT REFERENCES person (id), -- who set it
  second_by TEXT REFERENCES person (id) -- who else stands behind it
) STRICT;
CREATE INDEX hold_request ON hold (request_id);

CREATE TABLE listed_answer (
  id INTEGER PRIMARY KEY, -- number of the answer; the newest of an entry counts
  plan_id INTEGER NOT NULL REFERENCES plan (id), -- plan for whose list it was given
  kind TEXT NOT NULL, -- open-requests, claims
  entry_digest BLOB NOT NULL, -- SHA-256 of the kind, number and words of the entry: one that reads otherwise has no answer
  number TEXT NOT NULL, -- its number as the list spells it, or what it is about where it has none
  hold_id INTEGER, -- number of the hold that covers the claim; NULL: it concerns nothing that is kept here
  reason TEXT NOT NULL, -- why
  answered_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  answered_by TEXT NOT NULL REFERENCES person (id), -- who said it
  second_by TEXT NOT NULL REFERENCES person (id) -- who else stands behind it
) STRICT;
CREATE INDEX listed_answer_entry ON listed_answer (entry_digest);
CREATE INDEX listed_answer_plan ON listed_answer (plan_id);

CREATE TABLE plan_list_column (
  list_id INTEGER PRIMARY KEY REFERENCES plan_list (id), -- the list that a plan was given
  heading TEXT NOT NULL -- heading of the column that was said to hold its numbers
) STRICT;

CREATE TABLE series_review (
  id INTEGER PRIMARY KEY, -- number of the review
  series TEXT NOT NULL, -- code of the series
  title TEXT NOT NULL, -- its title then: a series that bears another was not reviewed
  lasting INTEGER NOT NULL CHECK (lasting IN (0, 1)), -- 0 where it is of no lasting value: its records wait for no archive
  basis TEXT NOT NULL, -- who looked, and at what
  reviewed_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  reviewed_by TEXT NOT NULL REFERENCES person (id), -- who said it
  second_by TEXT NOT NULL REFERENCES person (id) -- who else stands behind it
) STRICT;
CREATE INDEX series_review_series ON series_review (series);

CREATE TABLE destruction_cutoff (
  destruction_id INTEGER NOT NULL REFERENCES destruction (id), -- the destruction
  item INTEGER NOT NULL, -- position of the record in it
  cutoff TEXT NOT NULL, -- local date from which its period ran
  PRIMARY KEY (destruction_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE correction_second (
  correction_id INTEGER PRIMARY KEY REFERENCES correction (id), -- the move of an import
  second_by TEXT NOT NULL REFERENCES person (id) -- who else stands behind it
) STRICT;

CREATE TABLE plan_first_list (
  plan_id INTEGER NOT NULL REFERENCES plan (id), -- the plan
  object_digest BLOB NOT NULL REFERENCES object (digest), -- the list as it was given
  PRIMARY KEY (plan_id, object_digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE version_edited (
  record_id INTEGER NOT NULL REFERENCES record (id), -- whose version it is
  number INTEGER NOT NULL, -- version
  at INTEGER, -- the latest moment that the platform's time may mean, ms since 1970 UTC; NULL where it cannot be read
  source TEXT NOT NULL, -- that time as the details of the version say it
  PRIMARY KEY (record_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_merge_absorbed ON record_merge (absorbed_id) WHERE split_at IS NULL;

CREATE TABLE held_packages_page (
  plan_id INTEGER PRIMARY KEY REFERENCES plan (id), -- the plan
  printed_at INTEGER NOT NULL -- when the first such page of it was printed: none was signed before
) STRICT;
