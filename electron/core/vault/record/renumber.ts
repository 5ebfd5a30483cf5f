// Giving versions their numbers anew, also those that come from another record: every table that names them follows.
import type { Driver } from '../catalog/driver.ts'
import { current, newestShown } from './newest.ts'

/** Where a version stands now, by the item that it was read from. */
export interface PlacedVersion {
  readonly record: number
  readonly number: number
  readonly accession: number
  readonly member: number
  readonly position: number
}

/** A version that is not shown by itself, because `same` has its content: it keeps its source, and is told apart again when a merge is undone. */
export interface FoldedVersion extends PlacedVersion {
  readonly same: PlacedVersion
}

const PLACED = `SELECT record_id AS record, number, accession_id AS accession, member_id AS member, position
  FROM version WHERE record_id = ?`

/** The versions of a record as they are shown, by number. */
export function placedVersions(db: Driver, record: number): PlacedVersion[] {
  return db.all(`${PLACED} AND number > 0 ORDER BY number`, record)
}

/** Everything of a record that has a source: its versions, and those that were folded into them. */
export function allVersions(db: Driver, record: number): PlacedVersion[] {
  return db.all(`${PLACED} ORDER BY number`, record)
}

/** What was folded into the versions of a record. */
export function foldedVersions(db: Driver, record: number): FoldedVersion[] {
  const shown = placedVersions(db, record)
  const rows = db.all<PlacedVersion & { readonly same_as: number }>(
    `SELECT version.record_id AS record, number, accession_id AS accession, member_id AS member, position, same_as
     FROM version JOIN version_folded USING (record_id, number) WHERE record_id = ? ORDER BY number DESC`,
    record,
  )
  return rows.flatMap(({ same_as, ...version }) => {
    const same = shown.find(({ number }) => number === same_as)
    return same === undefined ? [] : [{ ...version, same }]
  })
}

/**
 * Makes `versions`, in this order, the versions 1, 2, 3 … of a record, and keeps `folded` under them. Those that are not of it yet are taken
 * from theirs.
 */
export function renumber(
  db: Driver,
  record: number,
  versions: readonly PlacedVersion[],
  folded: readonly FoldedVersion[],
): void {
  const all = [...versions, ...folded]
  for (const { record: from, number } of folded) {
    db.run('DELETE FROM version_folded WHERE record_id = ? AND number = ?', from, number)
  }
  // Two steps, so that no number is given twice at any moment.
  for (const [place, version] of all.entries()) moveVersion(db, version, { record, number: ASIDE + place })
  for (const [place, version] of all.entries()) {
    const number = place < versions.length ? place + 1 : versions.length - place - 1
    moveVersion(db, { ...version, record, number: ASIDE + place }, { record, number })
  }
  for (const [place, { same }] of folded.entries()) {
    const target = versions.findIndex(({ member, position }) => member === same.member && position === same.position)
    db.run('INSERT INTO version_folded VALUES (?, ?, ?)', record, -place - 1, target + 1)
  }
}

/** Beyond the number of any version. */
const ASIDE = 2 ** 31

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
  'UPDATE version_edited SET record_id = ?, number = ? WHERE record_id = ? AND number = ?',
  'UPDATE joined_fragment SET record_id = ?, number = ? WHERE record_id = ? AND number = ?',
  'UPDATE media SET record_id = ?, number = ? WHERE record_id = ? AND number = ?',
  'UPDATE observation SET record_id = ?, number = ? WHERE record_id = ? AND number = ? AND again = 1',
]

const NEWEST = `SELECT ${newestShown('record.id')} AS number FROM record WHERE id = ?`

/** What a record's row says of its versions, made to follow them: how many there are, and which is current. */
export function followVersions(db: Driver, record: number): void {
  const last = placedVersions(db, record).at(-1)
  if (last === undefined) throw new Error(`record ${record} has no version left`)
  db.run('DELETE FROM version_current WHERE record_id = ?', record)
  if (last.number > 1) {
    const shown = db.get<{ number: number | null }>(NEWEST, record)?.number
    if (shown !== undefined && shown !== null && shown !== last.number) {
      db.run('INSERT INTO version_current VALUES (?, ?)', record, shown)
    }
  }
  db.run('UPDATE record SET versions = ? WHERE id = ?', last.number, record)
  db.run(
    `UPDATE record SET media = (SELECT count(*) FROM media WHERE record_id = record.id AND number = ${current()}),
       links = (SELECT coalesce(json_array_length(details, '$.links'), 0) FROM version WHERE record_id = record.id AND number = ${current()})
     WHERE id = ?`,
    record,
  )
}
