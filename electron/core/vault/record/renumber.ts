// Giving versions their numbers anew, also those that come from another record: every table that names them follows.
import type { Driver } from '../catalog/driver.ts'

/** Where a version stands now, by the item that it was read from. */
export interface PlacedVersion {
  readonly record: number
  readonly number: number
  readonly accession: number
  readonly member: number
  readonly position: number
}

/** The versions of a record, oldest first. */
export function placedVersions(db: Driver, record: number): PlacedVersion[] {
  return db.all(
    `SELECT record_id AS record, number, accession_id AS accession, member_id AS member, position
     FROM version WHERE record_id = ? ORDER BY number`,
    record,
  )
}

/** Makes `versions`, in this order, the versions 1, 2, 3 … of a record. Those that are not of it yet are taken from theirs. */
export function renumber(db: Driver, record: number, versions: readonly PlacedVersion[]): void {
  // Two steps, so that no number is given twice at any moment.
  for (const [place, version] of versions.entries()) moveVersion(db, version, { record, number: -(place + 1) })
  for (const [place, version] of versions.entries()) {
    moveVersion(db, { ...version, record, number: -(place + 1) }, { record, number: place + 1 })
  }
}

function moveVersion(
  db: Driver,
  { record, number, member, position }: PlacedVersion,
  to: { readonly record: number; readonly number: number },
): void {
  for (const sql of MOVES) db.run(sql, to.record, to.number, record, number)
  db.run(
    'UPDATE observation SET record_id = ?, number = ? WHERE member_id = ? AND position = ?',
    to.record,
    to.number,
    member,
    position,
  )
}

/** The first sighting has no index by its record; it is found by its place. */
const MOVES = [
  'UPDATE version SET record_id = ?, number = ? WHERE record_id = ? AND number = ?',
  'UPDATE joined_fragment SET record_id = ?, number = ? WHERE record_id = ? AND number = ?',
  'UPDATE media SET record_id = ?, number = ? WHERE record_id = ? AND number = ?',
  'UPDATE observation SET record_id = ?, number = ? WHERE record_id = ? AND number = ? AND again = 1',
]

/** What a record's row and the index say of its versions, made to follow them. */
export function followVersions(db: Driver, record: number): void {
  const newest = placedVersions(db, record).at(-1)
  if (newest === undefined) throw new Error(`record ${record} has no version left`)
  db.run(
    `UPDATE record SET versions = ?, media = (SELECT count(*) FROM media WHERE record_id = record.id AND number = ?),
       links = (SELECT coalesce(json_array_length(details, '$.links'), 0) FROM version WHERE record_id = record.id AND number = ?)
     WHERE id = ?`,
    newest.number,
    newest.number,
    newest.number,
    record,
  )
}
