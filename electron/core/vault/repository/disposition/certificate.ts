// What a certificate says, out of the catalog: tombstones, what was passed over, packages that were overwritten, series.
import { PassedOver, Tombstone } from '../../../../../shared/domain/disposition/destruction.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestOf } from '../../hex.ts'

interface Row {
  readonly position: number
  readonly [column: string]: string | number | null
}

/** Records that were destroyed, in the order of their ids, from a place on. @param most all where it is left out */
export function tombstones(db: Driver, destruction: number, from = 0, most = -1): Tombstone[] {
  const rows = db.all<Row>(
    `SELECT item.position, record_id AS recordId, platform || '/' || handle AS account, item.kind, item.native_id AS nativeId, item.at,
         item.precision, series, cutoff, eligible_on AS eligibleOn, versions, files, bytes
       FROM destruction_item AS item JOIN account ON account.id = account_id
         LEFT JOIN destruction_cutoff AS began ON began.destruction_id = item.destruction_id AND began.item = item.position
       WHERE item.destruction_id = ? AND outcome = 'destroyed' ORDER BY record_id LIMIT ? OFFSET ?`,
    ...[destruction, most, from],
  )
  const leaves = leavesOf(
    db,
    destruction,
    rows.map(({ position }) => position),
  )
  return rows.map(({ position, cutoff, ...row }) =>
    Tombstone.parse({
      ...row,
      ...(cutoff === null ? {} : { cutoff }),
      leaves: (leaves.get(position) ?? []).map(({ leaf }) => digestOf(leaf)),
    }),
  )
}

/** The salted leaves that stay of items, in the order of where each was seen. */
function leavesOf(db: Driver, destruction: number, items: readonly number[]) {
  const rows = db.all<{ item: number; leaf: Uint8Array }>(
    `SELECT item, leaf FROM json_each(?) AS wanted CROSS JOIN destruction_leaf AS seen ON seen.destruction_id = ? AND seen.item = wanted.value
       CROSS JOIN observation USING (member_id, position) WHERE leaf IS NOT NULL ORDER BY item, member_id, position`,
    JSON.stringify(items),
    destruction,
  )
  return Map.groupBy(rows, ({ item }) => item)
}

/** How many records of each account were destroyed, by the number of the account. */
export function destroyedByAccount(db: Driver, destruction: number): Map<number, number> {
  const rows = db.all<{ account: number; records: number }>(
    `SELECT account_id AS account, count(*) AS records FROM destruction_item
     WHERE destruction_id = ? AND outcome = 'destroyed' GROUP BY account_id`,
    destruction,
  )
  return new Map(rows.map(({ account, records }) => [account, records]))
}

/** Records of the plan that stay, in the order of their ids, from a place on. */
export function passedOver(db: Driver, destruction: number, from = 0, most = -1): PassedOver[] {
  return db
    .all(
      `SELECT record_id AS recordId, reason, detail FROM destruction_item
       WHERE destruction_id = ? AND outcome = 'skipped' ORDER BY record_id LIMIT ? OFFSET ?`,
      ...[destruction, most, from],
    )
    .map((row) => PassedOver.parse(row))
}

/** The packages that were overwritten in part. */
export function struckPackages(db: Driver, destruction: number) {
  return db
    .all<{ id: string; name: string; digest: Uint8Array; members: number; held: number }>(
      `SELECT package.id, package.name, package.digest, members, held FROM destruction_package
       JOIN package ON package.id = package_id WHERE destruction_id = ? ORDER BY accession_id, part, package.id`,
      destruction,
    )
    .map(({ digest, held, ...row }) => ({ ...row, digest: digestOf(digest), held: held === 1 }))
}

/** Whether what a destruction destroyed may be taken in again. */
export function isReadmitted(db: Driver, destruction: number): boolean {
  return db.get('SELECT 1 FROM destruction_readmission WHERE destruction_id = ?', destruction) !== undefined
}

/** Lets what a destruction destroyed be taken in again. */
export function readmit(db: Driver, destruction: number, reason: string, at: number, by: string): void {
  db.run('INSERT INTO destruction_readmission VALUES (?, ?, ?, ?)', destruction, reason, at, by)
}
