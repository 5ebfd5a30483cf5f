// Records that change their account with the imports that brought them.
import type { Driver } from '../catalog/driver.ts'

/** Records that no import but the given ones saw; the caller has made sure that these are all. */
const BROUGHT = 'account_id = ? AND accession_id IN (SELECT value FROM json_each(?))'

/** How many records of imports have an identity that another account holds already, also under a merge. */
export function clashesIn(db: Driver, accessions: readonly number[], to: number): number {
  const row = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM record AS moved WHERE accession_id IN (SELECT value FROM json_each(?)) AND (
       EXISTS (SELECT 1 FROM record WHERE account_id = ? AND kind = moved.kind AND native_id = moved.native_id)
       OR EXISTS (SELECT 1 FROM record_merge WHERE account_id = ? AND kind = moved.kind AND native_id = moved.native_id AND split_at IS NULL))`,
    JSON.stringify(accessions),
    to,
    to,
  )
  return row?.n ?? 0
}

/** Gives imports and their records to another account. */
export function moveAccessions(db: Driver, accessions: readonly number[], from: number, to: number): void {
  const list = JSON.stringify(accessions)
  db.run(`UPDATE record SET account_id = ? WHERE ${BROUGHT}`, to, from, list)
  db.run('UPDATE accession SET account_id = ? WHERE id IN (SELECT value FROM json_each(?))', to, list)
}
