-- What an export made last shows is current, the same content is one version, one version can become a record of its own, and what is to be unlinked is written down.

CREATE TABLE version_current (
  record_id INTEGER PRIMARY KEY REFERENCES record (id), -- record whose current version is not the one received last
  number INTEGER NOT NULL -- version that the export made last shows
) STRICT, WITHOUT ROWID;

INSERT INTO version_current SELECT id, shown FROM (
  SELECT id, versions, (
    SELECT number FROM (
      SELECT number, accession_id FROM version WHERE record_id = record.id
      UNION ALL SELECT number, accession_id FROM observation WHERE record_id = record.id AND again = 1
    ) AS seen JOIN accession ON accession.id = accession_id
    ORDER BY coalesce(generated_at, received_at) DESC, accession.id DESC, number DESC LIMIT 1
  ) AS shown FROM record WHERE versions > 1
) WHERE shown <> versions;
UPDATE record SET
  media = (SELECT count(*) FROM media JOIN version_current USING (record_id, number) WHERE record_id = record.id),
  links = (SELECT coalesce(json_array_length(details, '$.links'), 0) FROM version JOIN version_current USING (record_id, number) WHERE record_id = record.id)
  WHERE id IN (SELECT record_id FROM version_current);

CREATE TABLE version_folded (
  record_id INTEGER NOT NULL REFERENCES record (id), -- record under which a merged version with the same content is kept
  number INTEGER NOT NULL, -- number of that version, below 0: it is not shown by itself, its sightings are those of the other
  same_as INTEGER NOT NULL, -- version that has the same content
  PRIMARY KEY (record_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_merge_before AS SELECT * FROM record_merge;
DROP TABLE record_merge;

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

INSERT INTO record_merge SELECT id, kept_id, absorbed_id, account_id, kind, native_id, document, reason, merged_at, merged_by, NULL, split_at, split_by
  FROM record_merge_before;
DROP TABLE record_merge_before;

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
