-- Destructions at a pace: traces are kept a run at a time, identities without an index that nothing asks, and reconciliations that show words are found at once.

CREATE TABLE destruction_traces (
  id INTEGER PRIMARY KEY, -- number of the run
  destruction_id INTEGER NOT NULL REFERENCES destruction (id), -- destruction whose traces are looked for; deleted once they were
  traces BLOB NOT NULL -- of some 16 bytes each of what was destroyed: a keyed rolling sum (4 bytes, big-endian), and a keyed digest (16 bytes)
) STRICT;
INSERT INTO destruction_traces (destruction_id, traces)
  SELECT destruction_id, unhex(printf('%08x%s', mark, hex(seal))) FROM destruction_trace;
DROP TABLE destruction_trace;

DROP INDEX destroyed_identity_destruction;

CREATE INDEX accession_samples ON accession (id) WHERE json_array_length(reconciliation, '$.comparison.notSeenSample') > 0;
