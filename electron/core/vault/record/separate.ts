// One version taken off a record and made a record of its own, and put back: for what an import joined wrongly.
import { z } from 'zod'
import type { PersonId } from '../../../../shared/domain/id.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import type { Driver } from '../catalog/driver.ts'
import { takeSeries } from './both-series.ts'
import { changeState } from './change-state.ts'
import { letGo } from './let-go.ts'
import { insertRecordRow, type RecordColumns, recordColumns } from './merge-document.ts'
import { recordIds } from './record-id.ts'
import { foldedVersions, followVersions, type PlacedVersion, placedVersions, renumber } from './renumber.ts'
import { LAST_SEEN } from './seen-last.ts'
import { forgetWordsOf, indexWordsOf } from './words.ts'

interface Decision {
  readonly reason: string
  readonly at: Instant
  readonly by: PersonId | null
}

/** The order that the versions had, by the items that they were read from. */
const Document = z.strictObject({ order: z.array(z.strictObject({ member: z.int(), position: z.int() })) })

/**
 * Makes a version of a record a record of its own, with its sightings and what only the exports that show nothing else of the record counted.
 * A hold is on both. The caller has made sure that the record has another version.
 * @returns the new record and the number of the separation
 */
export function separateVersion(
  db: Driver,
  from: RecordColumns,
  version: PlacedVersion,
  { reason, at, by }: Decision,
): { readonly record: number; readonly separation: number } {
  const order = placedVersions(db, from.id)
  const folded = foldedVersions(db, from.id)
  const rest = order.filter(({ number }) => number !== version.number)
  const record = recordIds(db).free(from.at)
  insertRecordRow(db, {
    ...from,
    id: record,
    native_id: freeName(db, from),
    series: null,
    accession_id: version.accession,
  })
  db.run('DELETE FROM version_current WHERE record_id = ?', from.id)
  renumber(
    db,
    record,
    [version],
    folded.filter(({ same }) => same.number === version.number),
  )
  renumber(
    db,
    from.id,
    rest,
    folded.filter(({ same }) => same.number !== version.number),
  )
  db.run('INSERT INTO hold_record SELECT hold_id, ? FROM hold_record WHERE record_id = ?', record, from.id)
  db.run('INSERT INTO hold_let_go SELECT hold_id, ? FROM hold_let_go WHERE record_id = ?', record, from.id)
  db.run('INSERT INTO request_found SELECT request_id, ? FROM request_found WHERE record_id = ?', record, from.id)
  const seen = exportsOf(db, from.id)
  for (const accession of exportsOf(db, record).filter((one) => !seen.includes(one))) {
    db.run('UPDATE measure SET record_id = ? WHERE record_id = ? AND accession_id = ?', record, from.id, accession)
  }
  beginWith(db, from.id, Math.min(...seen))
  for (const id of [from.id, record]) follow(db, id)
  const document = { order: order.map(({ member, position }) => ({ member, position })) } satisfies z.infer<
    typeof Document
  >
  const { id: separation } = db.run(
    `INSERT INTO record_separation (from_id, record_id, account_id, kind, native_id, digest, document, reason, separated_at, separated_by)
     SELECT ?, record_id, ?, ?, ?, digest, ?, ?, ?, ? FROM version WHERE record_id = ? AND number = 1`,
    from.id,
    from.account_id,
    from.kind,
    from.native_id,
    JSON.stringify(document),
    reason,
    at,
    by,
    record,
  )
  return { record, separation }
}

/** The versions of both in the order that they had; what came since stands behind. */
export function rejoinedOrder(db: Driver, separation: number, from: number, record: number): PlacedVersion[] {
  const row = db.get<{ document: string }>('SELECT document FROM record_separation WHERE id = ?', separation)
  const { order } = Document.parse(JSON.parse(row?.document ?? ''))
  const placeOf = ({ member, position }: PlacedVersion) => {
    const place = order.findIndex((one) => one.member === member && one.position === position)
    return place < 0 ? order.length : place
  }
  return [...placedVersions(db, from), ...placedVersions(db, record)].sort((a, b) => placeOf(a) - placeOf(b))
}

/** Puts the version back. What was decided on the record of its own since stays with the one that it came of. */
export function rejoin(
  db: Driver,
  separation: number,
  from: number,
  record: number,
  at: Instant,
  by: PersonId | null,
): void {
  const folded = [...foldedVersions(db, from), ...foldedVersions(db, record)]
  const order = rejoinedOrder(db, separation, from, record)
  const first = Math.min(...exportsOf(db, from), ...exportsOf(db, record))
  takeState(db, from, record)
  forgetWordsOf(db, [record])
  renumber(db, from, order, folded)
  const [stays, goes] = [recordColumns(db, from), recordColumns(db, record)]
  if (stays !== null && goes !== null) takeSeries(db, stays, goes, { reason: REJOINED, at, by })
  for (const sql of TAKE_BACK) db.run(sql, from, record)
  letGo(db, record)
  beginWith(db, from, first)
  follow(db, from)
  db.run('UPDATE record_separation SET joined_at = ?, joined_by = ? WHERE id = ?', at, by, separation)
}

const REJOINED = 'The series of the version while it was a record of its own.'

/** Each binds the record that stays, then the one that goes. What merged into it was split off again. */
const TAKE_BACK = [
  'UPDATE record_separation SET from_id = ? WHERE from_id = ?',
  'UPDATE record_merge SET kept_id = ? WHERE kept_id = ?',
  'UPDATE OR IGNORE decision_note SET record_id = ? WHERE record_id = ?',
  'UPDATE classification SET record_id = ? WHERE record_id = ?',
  'UPDATE record_event SET record_id = ? WHERE record_id = ?',
  'INSERT OR IGNORE INTO hold_record SELECT hold_id, ? FROM hold_record WHERE record_id = ?',
  'INSERT OR IGNORE INTO hold_let_go SELECT hold_id, ? FROM hold_let_go WHERE record_id = ?',
  'INSERT OR IGNORE INTO request_found SELECT request_id, ? FROM request_found WHERE record_id = ?',
  'INSERT OR IGNORE INTO measure SELECT ?, accession_id, counts FROM measure WHERE record_id = ?',
]

/** What was told last of the place on the platform of the one that goes holds for the one that stays, unless an export showed that since. */
function takeState(db: Driver, from: number, record: number): void {
  const row = recordColumns(db, from)
  const told = db.get<{ accession_id: number; state: string; deleted_at: number | null }>(
    'SELECT accession_id, state, deleted_at FROM state_change WHERE record_id = ? ORDER BY accession_id DESC LIMIT 1',
    record,
  )
  if (row === null || told === undefined) return
  changeState(db, row, told.accession_id, { state: told.state, deletedAt: told.deleted_at })
}

function follow(db: Driver, id: number): void {
  followVersions(db, id)
  db.run(LAST_SEEN, id, id, id)
  indexWordsOf(db, id)
}

/** The imports that saw a record. */
function exportsOf(db: Driver, record: number): number[] {
  const sql = `SELECT accession_id AS id FROM version WHERE record_id = ?
    UNION SELECT accession_id FROM observation WHERE record_id = ? AND again = 1`
  return db.all<{ id: number }>(sql, record, record).map(({ id }) => id)
}

/** The import that brought a record first: its row is written anew, because what a row says of that is never changed in place. */
function beginWith(db: Driver, id: number, accession: number): void {
  const row = recordColumns(db, id)
  if (row === null || row.accession_id === accession) return
  // What names it finds it again at the end of the transaction.
  db.exec('PRAGMA defer_foreign_keys = ON')
  db.run('DELETE FROM record WHERE id = ?', id)
  insertRecordRow(db, { ...row, accession_id: accession })
}

/** The next free name of an identity: `key~2`, `key~3` …, as items of one key are told apart. */
function freeName(db: Driver, { account_id, kind, native_id }: RecordColumns): string {
  const taken = 'SELECT 1 FROM record WHERE account_id = ? AND kind = ? AND native_id = ?'
  for (let ordinal = 2; ; ordinal += 1) {
    const name = `${native_id}~${ordinal}`
    if (db.get(taken, account_id, kind, name) === undefined) return name
  }
}
