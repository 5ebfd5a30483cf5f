// What became of the items of each file of an import that has not ended.
import type { JobId } from '../../../../../shared/domain/id.ts'
import type { Driver } from '../../catalog/driver.ts'

/** Writes down what became of a file's items so far, in the transaction that stores them. */
export function saveTally(db: Driver, job: JobId, file: number, tally: object): void {
  const sql = 'INSERT INTO import_tally VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET tally = excluded.tally'
  db.run(sql, job, file, JSON.stringify(tally))
}

/** What became of the items of every file that an earlier run reached, by its place in the plan. */
export function talliesOf(db: Driver, job: JobId): { readonly file: number; readonly tally: unknown }[] {
  const rows = db.all<{ file: number; tally: string }>('SELECT file, tally FROM import_tally WHERE job_id = ?', job)
  return rows.map(({ file, tally }) => ({ file, tally: JSON.parse(tally) }))
}

/** An import that has ended has its reconciliation; one that was taken back has none. */
export function forgetTallies(db: Driver, accession: number): void {
  db.run('DELETE FROM import_tally WHERE job_id = (SELECT job_id FROM accession WHERE id = ?)', accession)
}
