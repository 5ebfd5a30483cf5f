-- What became of the items of each file of an import that has not ended: a row a file, so that a batch writes only what it touched.

CREATE TABLE import_tally (
  job_id TEXT NOT NULL REFERENCES job (id), -- job that imports
  file INTEGER NOT NULL, -- place of the file in the import's plan, from 0
  tally TEXT NOT NULL, -- what became of its items so far, as JSON
  PRIMARY KEY (job_id, file)
) STRICT, WITHOUT ROWID;

INSERT INTO import_tally
SELECT job.id, CAST(one.key AS INTEGER), one.value
FROM job JOIN accession ON accession.job_id = job.id, json_each(job.checkpoint, '$.tallies') AS one
WHERE accession.state = 'receiving' AND job.checkpoint IS NOT NULL;

UPDATE job SET checkpoint = json_remove(checkpoint, '$.tallies') WHERE checkpoint IS NOT NULL;
