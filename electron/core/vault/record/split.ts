// Undoing a merge: two records again, each with what was received of it.
import type { PersonId } from '../../../../shared/domain/id.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import type { Driver } from '../catalog/driver.ts'
import { changesState } from './merge.ts'
import { insertRecordRow, MergeDocument, mergeAccession, type RecordColumns, recordColumns } from './merge-document.ts'
import { recordIds } from './record-id.ts'
import {
  allVersions,
  type FoldedVersion,
  foldedVersions,
  followVersions,
  type PlacedVersion,
  renumber,
} from './renumber.ts'
import { LAST_SEEN } from './seen-last.ts'
import { indexWordsOf } from './words.ts'

/** A merge that stands. */
export interface StandingMerge {
  readonly id: number
  readonly kept: number
  readonly absorbed: number
  /** The import whose moving joined them; null where a person merged them. */
  readonly moved: number | null
  readonly document: MergeDocument
}

/** A merge by its number, or null where there is none or it was undone. */
export function standingMerge(db: Driver, id: number): StandingMerge | null {
  const row = db.get<{ kept: number; absorbed: number; moved: number | null; document: string }>(
    'SELECT kept_id AS kept, absorbed_id AS absorbed, moved_accession_id AS moved, document FROM record_merge WHERE id = ? AND split_at IS NULL',
    id,
  )
  return row === undefined ? null : { ...row, id, document: MergeDocument.parse(JSON.parse(row.document)) }
}

/** The versions of one of the two records of a merge, and what is folded into them. */
export interface Share {
  readonly versions: readonly PlacedVersion[]
  readonly folded: readonly FoldedVersion[]
}

/** What of the kept record stays with it, and what goes back to the other. */
export function sharedOut(db: Driver, { id, kept, document }: StandingMerge): { ours: Share; theirs: Share } {
  const all = allVersions(db, kept)
  const rows = db.all<{ number: number; member_id: number; position: number }>(
    'SELECT number, member_id, position FROM record_merge_version WHERE merge_id = ? ORDER BY number',
    id,
  )
  const theirs = rows.flatMap(({ number, member_id, position }) => {
    const version = all.find((one) => one.member === member_id && one.position === position)
    return version === undefined ? [] : [{ was: number, version }]
  })
  const wasTheirs = (version: PlacedVersion) => theirs.some((one) => isSame(one.version, version))
  const folded = theirs.flatMap(({ was, version }) => {
    const into = document.folded.find(({ number }) => number === was)?.sameAs
    const same = theirs.find((one) => one.was === into)?.version
    return same === undefined ? [] : [{ ...version, same }]
  })
  return {
    ours: {
      versions: all.filter((version) => version.number > 0 && !wasTheirs(version)),
      folded: foldedVersions(db, kept).filter((version) => !wasTheirs(version)),
    },
    theirs: { versions: theirs.filter(({ was }) => was > 0).map(({ version }) => version), folded },
  }
}

function isSame(one: PlacedVersion, other: PlacedVersion): boolean {
  return one.member === other.member && one.position === other.position
}

/**
 * Gives the absorbed record its id, its versions and its decisions again. What was decided since stays with the kept one; a hold stays on
 * both, and so does a further series that the merge brought the kept one.
 * @param row the absorbed record as it is to be again; by default as it was
 * @returns the number of the record that was absorbed: the one it had, unless another record has that now
 */
export function splitRecords(
  db: Driver,
  merge: StandingMerge,
  at: Instant,
  by: PersonId | null,
  row: RecordColumns = merge.document.record,
): number {
  const { kept, document } = merge
  const { ours, theirs } = sharedOut(db, merge)
  // Its old number may have been given out since.
  const taken = db.get('SELECT 1 FROM record WHERE id = ?', document.record.id) !== undefined
  const record = taken ? { ...row, id: recordIds(db).free(row.at) } : row
  insertRecordRow(db, record)
  db.run('DELETE FROM version_folded WHERE record_id = ?', kept)
  renumber(db, record.id, theirs.versions, theirs.folded)
  renumber(db, kept, ours.versions, ours.folded)
  for (const { accession, counts } of document.measures) {
    db.run('INSERT INTO measure VALUES (?, ?, ?)', record.id, accession, counts)
    if (document.keptMeasures.includes(accession)) continue
    db.run('DELETE FROM measure WHERE record_id = ? AND accession_id = ? AND counts = ?', kept, accession, counts)
  }
  for (const change of document.states) insertChange(db, record.id, change)
  for (const { accession, former, at: time, atSource, precision, sourceZone } of document.times) {
    const sql = 'INSERT INTO time_retold VALUES (?, ?, ?, ?, ?, ?, ?)'
    db.run(sql, record.id, accession, former, time, atSource, precision, sourceZone)
  }
  db.run('INSERT INTO hold_record SELECT hold_id, ? FROM hold_record WHERE record_id = ?', record.id, kept)
  db.run('INSERT INTO hold_let_go SELECT hold_id, ? FROM hold_let_go WHERE record_id = ?', record.id, kept)
  db.run('INSERT INTO request_found SELECT request_id, ? FROM request_found WHERE record_id = ?', record.id, kept)
  for (const id of document.classifications) {
    db.run('UPDATE classification SET record_id = ? WHERE id = ?', record.id, id)
  }
  for (const { series, addedAt, addedBy, reason } of document.beside) {
    db.run('INSERT INTO series_beside VALUES (?, ?, ?, ?, ?)', record.id, series, addedAt, addedBy, reason)
  }
  for (const id of document.merges) {
    db.run('UPDATE record_merge SET kept_id = ? WHERE id = ? AND split_at IS NULL', record.id, id)
  }
  for (const id of document.separations.from) {
    db.run('UPDATE record_separation SET from_id = ? WHERE id = ?', record.id, id)
  }
  for (const id of document.separations.own) {
    db.run('UPDATE record_separation SET record_id = ? WHERE id = ?', record.id, id)
  }
  giveFactsBack(db, kept, document)
  for (const id of [kept, record.id]) {
    followVersions(db, id)
    db.run(LAST_SEEN, id, id, id)
    indexWordsOf(db, id)
  }
  db.run('UPDATE record_merge SET split_at = ?, split_by = ? WHERE id = ?', at, by, merge.id)
  return record.id
}

/** The kept row as it was before, where it was not changed since. */
function giveFactsBack(db: Driver, id: number, document: MergeDocument): void {
  const { kept: before, record: other, replaced } = document
  const now = recordColumns(db, id)
  if (now === null) throw new Error(`record ${id} is not there`)
  const back = <Value>(is: Value, was: Value, taken: Value) => (is === taken ? was : is)
  db.run(
    'UPDATE record SET series = ?, conversation = ?, parent_native_id = ?, author = ? WHERE id = ?',
    back(now.series, before.series, other.series),
    back(now.conversation, before.conversation, other.conversation),
    back(now.parent_native_id, before.parent_native_id, other.parent_native_id),
    back(now.author, before.author, other.author),
    id,
  )
  if (!changesState(before, other)) return
  const at = mergeAccession(before, other)
  if (db.get('SELECT 1 FROM state_change WHERE record_id = ? AND accession_id > ?', id, at) !== undefined) return
  db.run('DELETE FROM state_change WHERE record_id = ? AND accession_id = ?', id, at)
  if (replaced !== null) insertChange(db, id, replaced)
  db.run('UPDATE record SET state = ?, deleted_at = ? WHERE id = ?', before.state, before.deleted_at, id)
}

function insertChange(db: Driver, record: number, change: MergeDocument['states'][number]): void {
  const { accession, state, deletedAt, previous, previousDeletedAt } = change
  const sql = 'INSERT INTO state_change VALUES (?, ?, ?, ?, ?, ?)'
  db.run(sql, record, accession, state, deletedAt, previous, previousDeletedAt)
}
