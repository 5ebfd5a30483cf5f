// Records that change their account with the imports that brought them.
import type { Driver } from '../../catalog/driver.ts'

/** Records that no import but the given ones saw; the caller has made sure that these are all. */
const BROUGHT = 'account_id = ? AND accession_id IN (SELECT value FROM json_each(?))'

/** A record that moves, and the one of the other account that has its identity, also by a merge. */
export interface Clash {
  readonly record: number
  readonly target: number
}

const TARGET = `coalesce((SELECT id FROM record WHERE account_id = ?1 AND kind = moved.kind AND native_id = moved.native_id),
  (SELECT kept_id FROM record_merge WHERE account_id = ?1 AND kind = moved.kind AND native_id = moved.native_id AND split_at IS NULL
     AND moved_accession_id IS NULL))`

/** The records of imports whose identity another account holds already. */
export function clashesIn(db: Driver, accessions: readonly number[], from: number, to: number): Clash[] {
  return db.all<Clash>(
    `SELECT id AS record, target FROM (SELECT id, ${TARGET.replaceAll('?1', '?')} AS target FROM record AS moved WHERE ${BROUGHT})
     WHERE target IS NOT NULL ORDER BY id`,
    to,
    to,
    from,
    JSON.stringify(accessions),
  )
}

/** The record of an account that has an identity, also by a merge; or null. */
export function holderOf(
  db: Driver,
  account: number,
  { kind, nativeId }: { readonly kind: string; readonly nativeId: string },
): number | null {
  const sql = `SELECT ${TARGET.replaceAll('?1', '?')} AS id FROM (SELECT ? AS kind, ? AS native_id) AS moved`
  return db.get<{ id: number | null }>(sql, account, account, kind, nativeId)?.id ?? null
}

/** Gives imports and the records that they brought to another account. */
export function moveAccessions(db: Driver, accessions: readonly number[], from: number, to: number): void {
  const list = JSON.stringify(accessions)
  db.run(`UPDATE record SET account_id = ? WHERE ${BROUGHT}`, to, from, list)
  db.run(
    `UPDATE record_separation SET account_id = ? WHERE from_id IN (SELECT id FROM record WHERE ${BROUGHT})`,
    to,
    to,
    list,
  )
  db.run('UPDATE accession SET account_id = ? WHERE id IN (SELECT value FROM json_each(?))', to, list)
}

/** The merges by which imports that were moved joined records of their account, and that stand. */
export function joinedBy(db: Driver, accessions: readonly number[]): number[] {
  const sql = `SELECT id FROM record_merge WHERE split_at IS NULL AND moved_accession_id IN (SELECT value FROM json_each(?)) ORDER BY id DESC`
  return db.all<{ id: number }>(sql, JSON.stringify(accessions)).map(({ id }) => id)
}

/** Records of joined imports whose versions another import saw again since: taking them along would leave that one without. */
export function seenSinceJoined(db: Driver, accessions: readonly number[]): number[] {
  const list = JSON.stringify(accessions)
  return db
    .all<{ id: number }>(
      `SELECT DISTINCT kept_id AS id FROM record_merge JOIN record_merge_version AS theirs ON merge_id = record_merge.id
         JOIN version ON record_id = kept_id AND version.member_id = theirs.member_id AND version.position = theirs.position
       WHERE split_at IS NULL AND moved_accession_id IN (SELECT value FROM json_each(?))
         AND (version.accession_id NOT IN (SELECT value FROM json_each(?)) OR EXISTS (SELECT 1 FROM observation AS seen
           WHERE seen.record_id = kept_id AND seen.number = version.number AND again = 1
             AND seen.accession_id NOT IN (SELECT value FROM json_each(?)))) ORDER BY 1`,
      list,
      list,
      list,
    )
    .map(({ id }) => id)
}

/** A record that moves as far as a removal knows it again. */
export interface Moving {
  readonly id: number
  readonly kind: string
  readonly nativeId: string
  readonly at: number | null
  readonly precision: string
  /** Its words as they are found, a line for each version. */
  readonly words: string
}

/** Every record that imports brought. */
export function movingRecords(db: Driver, accessions: readonly number[], from: number): IterableIterator<Moving> {
  return db.iterate<Moving>(
    `SELECT record.id, kind, native_id AS nativeId, at, precision, text AS words FROM record JOIN body USING (id) WHERE ${BROUGHT}`,
    from,
    JSON.stringify(accessions),
  )
}
