-- Destructions: what was approved, what became of each record, and what stays of it; certificates are kept for ever.

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
CREATE INDEX destroyed_identity_destruction ON destroyed_identity (destruction_id);

CREATE TABLE destruction_readmission (
  destruction_id INTEGER PRIMARY KEY REFERENCES destruction (id), -- destruction whose records may be taken in again
  reason TEXT NOT NULL, -- why
  decided_at INTEGER NOT NULL, -- when, ms since 1970 UTC
  decided_by TEXT NOT NULL REFERENCES person (id) -- who decided it
) STRICT;

CREATE TABLE destruction_trace (
  destruction_id INTEGER NOT NULL REFERENCES destruction (id), -- destruction whose traces are looked for
  mark INTEGER NOT NULL, -- keyed rolling sum of 16 bytes of what was destroyed; deleted once they were looked for
  seal BLOB NOT NULL, -- keyed digest of the same bytes
  PRIMARY KEY (destruction_id, mark, seal)
) STRICT, WITHOUT ROWID;
CREATE INDEX strike_member ON strike (member_id);
CREATE INDEX member_digest ON member (digest) WHERE digest IS NOT NULL;
