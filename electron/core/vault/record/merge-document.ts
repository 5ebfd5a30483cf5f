// What is written down of two records before they become one, so that they can be two again.
import { z } from 'zod'
import type { Driver } from '../catalog/driver.ts'

const Text = z.string().nullable()
const Whole = z.int().nullable()

/** A record's row as the catalog holds it. */
export const RecordColumns = z.strictObject({
  id: z.int(),
  account_id: z.int(),
  kind: z.string(),
  native_id: z.string(),
  at: Whole,
  at_source: Text,
  precision: z.string(),
  source_zone: Text,
  author: z.string(),
  conversation: Text,
  parent_native_id: Text,
  state: z.string(),
  deleted_at: Whole,
  versions: z.int(),
  media: z.int(),
  links: z.int(),
  series: Text,
  accession_id: z.int(),
  last_accession_id: z.int(),
})
export type RecordColumns = z.infer<typeof RecordColumns>

const Change = z.strictObject({
  accession: z.int(),
  state: z.string(),
  deletedAt: Whole,
  previous: z.string(),
  /** Merges before it was kept do not say it. */
  previousDeletedAt: Whole.default(null),
})

/** `kept` and `record` as they were; the rest is the other one's. Ids and counts only: texts stay with the versions. */
export const MergeDocument = z.strictObject({
  kept: RecordColumns,
  record: RecordColumns,
  measures: z.array(z.strictObject({ accession: z.int(), counts: z.string() })),
  /** Accessions that counted the kept one. */
  keptMeasures: z.array(z.int()),
  states: z.array(Change),
  times: z.array(
    z.strictObject({
      accession: z.int(),
      former: z.int(),
      at: Whole,
      atSource: Text,
      precision: z.string(),
      sourceZone: Text,
    }),
  ),
  holds: z.array(z.int()),
  classifications: z.array(z.int()),
  /** Further series of the other one; merges before they were kept have none. */
  beside: z
    .array(z.strictObject({ series: z.string(), addedAt: z.int(), addedBy: z.string(), reason: z.string() }))
    .default([]),
  /** Merges into the other one that stood. */
  merges: z.array(z.int()),
  /** What was folded into versions of the other one; merges before there was folding have none. */
  folded: z.array(z.strictObject({ number: z.int(), sameAs: z.int() })).default([]),
  /** Separations from the other one, and that it came of. */
  separations: z.strictObject({ from: z.array(z.int()), own: z.array(z.int()) }).default({ from: [], own: [] }),
  /** The state that the kept one had at the accession under which the merge writes its own. */
  replaced: Change.nullable(),
})
export type MergeDocument = z.infer<typeof MergeDocument>

/** A record's row, or null. */
export function recordColumns(db: Driver, id: number): RecordColumns | null {
  const row = db.get<unknown>('SELECT * FROM record WHERE id = ?', id)
  return row === undefined ? null : RecordColumns.parse(row)
}

/** The rows of records, by number. */
export function recordRows(db: Driver, ids: readonly number[]): ReadonlyMap<number, RecordColumns> {
  const rows = db.all<unknown>('SELECT * FROM record WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
  return new Map(rows.map((row) => RecordColumns.parse(row)).map((row) => [row.id, row]))
}

/** Inserts a record's row as it is given. */
export function insertRecordRow(db: Driver, row: RecordColumns): void {
  db.run(
    'INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    row.id,
    row.account_id,
    row.kind,
    row.native_id,
    row.at,
    row.at_source,
    row.precision,
    row.source_zone,
    row.author,
    row.conversation,
    row.parent_native_id,
    row.state,
    row.deleted_at,
    row.versions,
    row.media,
    row.links,
    row.series,
    row.accession_id,
    row.last_accession_id,
  )
}

/** Both records as they are now. */
export function writeDown(db: Driver, kept: RecordColumns, record: RecordColumns): MergeDocument {
  const at = mergeAccession(kept, record)
  const numbers = (sql: string, id: number) => db.all<{ id: number }>(sql, id).map((row) => row.id)
  return {
    kept,
    record,
    measures: db.all(
      'SELECT accession_id AS accession, counts FROM measure WHERE record_id = ? ORDER BY accession_id',
      record.id,
    ),
    keptMeasures: numbers('SELECT accession_id AS id FROM measure WHERE record_id = ?', kept.id),
    states: statesOf(db, record.id),
    times: db.all(
      `SELECT accession_id AS accession, former_id AS former, at, at_source AS atSource, precision, source_zone AS sourceZone FROM time_retold
       WHERE record_id = ? ORDER BY accession_id`,
      record.id,
    ),
    holds: numbers('SELECT hold_id AS id FROM hold_record WHERE record_id = ?', record.id),
    classifications: numbers('SELECT id FROM classification WHERE record_id = ?', record.id),
    beside: db.all(
      'SELECT series, added_at AS addedAt, added_by AS addedBy, reason FROM series_beside WHERE record_id = ? ORDER BY series',
      record.id,
    ),
    merges: numbers('SELECT id FROM record_merge WHERE kept_id = ? AND split_at IS NULL', record.id),
    folded: db.all(
      'SELECT number, same_as AS sameAs FROM version_folded WHERE record_id = ? ORDER BY number',
      record.id,
    ),
    separations: {
      from: numbers('SELECT id FROM record_separation WHERE from_id = ?', record.id),
      own: numbers('SELECT id FROM record_separation WHERE record_id = ?', record.id),
    },
    replaced: statesOf(db, kept.id).find(({ accession }) => accession === at) ?? null,
  }
}

/** The accession under which a change of state by the merge stands: the newest that saw either. */
export function mergeAccession(kept: RecordColumns, absorbed: RecordColumns): number {
  return Math.max(kept.last_accession_id, absorbed.last_accession_id)
}

function statesOf(db: Driver, record: number): MergeDocument['states'] {
  return db.all(
    `SELECT accession_id AS accession, state, deleted_at AS deletedAt, previous, previous_deleted_at AS previousDeletedAt FROM state_change
     WHERE record_id = ? ORDER BY accession_id`,
    record,
  )
}
