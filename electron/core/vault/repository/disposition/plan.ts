// Purge plans, and records as retention sees them: read in the order of their ids.
import type { PlanKind } from '../../../../../shared/domain/disposition/plan-kind.ts'
import type { AccountId, Digest, PersonId, RecordId } from '../../../../../shared/domain/id.ts'
import { PlanId } from '../../../../../shared/domain/id.ts'
import type { RecordKind, RecordState } from '../../../../../shared/domain/record/record.ts'
import type { Instant, LocalDate, Precision } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestBytes, digestOf } from '../../hex.ts'
import { nextNumber } from '../packet/given-number.ts'

/** A record with what eligibility depends on. `edited` is the latest instant at which its content can have changed, null where nothing says that it did. */
export interface SubjectRow {
  readonly id: RecordId
  readonly account: AccountId
  readonly kind: RecordKind
  readonly nativeId: string
  /** Number of what it answers. */
  readonly answers: string | null
  readonly at: Instant | null
  readonly precision: Precision
  /** 1 where the source gave a zone with the time. */
  readonly zoned: number
  readonly state: RecordState
  readonly series: string | null
  /** Further series, as a JSON array; null where it has none. */
  readonly beside: string | null
  readonly edited: Instant | null
  /** 1 where the platform gives a time of an edit that cannot be read: it may be of any day. */
  readonly editUnread: number
  readonly deletedAt: Instant | null
}

// An export shows that content changed, not when: the newest export that brought a version bounds it.
const SUBJECTS = `SELECT id, account_id AS account, kind, native_id AS nativeId, parent_native_id AS answers, at, precision, coalesce(source_zone, 'unknown') <> 'unknown' AS zoned, state, series,
  nullif((SELECT json_group_array(beside.series) FROM series_beside AS beside WHERE beside.record_id = record.id), '[]') AS beside,
  deleted_at AS deletedAt,
  CASE WHEN versions > 1 THEN (SELECT max(coalesce(generated_at, received_at)) FROM version
    JOIN accession ON accession.id = version.accession_id WHERE version.record_id = record.id AND version.number > 0) END AS edited, 0 AS editUnread
  FROM record`

/** The records after an id, oldest id first, at most so many. */
export function subjectsAfter(db: Driver, after: number, most: number): SubjectRow[] {
  const rows = db.all<SubjectRow>(`${SUBJECTS} WHERE id > ? ORDER BY id LIMIT ?`, after, most)
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return rows
  return withEdits(
    rows,
    db.all<Edits>(`${EDITS} WHERE record_id BETWEEN ? AND ? GROUP BY record_id`, first.id, last.id),
  )
}

/** Records by id; those that are not there are left out. */
export function subjectsOf(db: Driver, ids: readonly number[]): SubjectRow[] {
  const named = JSON.stringify(ids)
  const rows = db.all<SubjectRow>(`${SUBJECTS} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`, named)
  const edits = `${EDITS} WHERE record_id IN (SELECT value FROM json_each(?)) GROUP BY record_id`
  return withEdits(rows, db.all<Edits>(edits, named))
}

/** What the platform says of the edits of a record: the latest, and whether the time of one cannot be read. */
interface Edits {
  readonly record: number
  readonly at: Instant | null
  readonly unread: number
}

// Most records have none: they are read beside, once for a run, and not asked for at each.
const EDITS = 'SELECT record_id AS record, max(at) AS at, count(*) > count(at) AS unread FROM version_edited'

function withEdits(rows: SubjectRow[], edits: readonly Edits[]): SubjectRow[] {
  if (edits.length === 0) return rows
  const told = new Map(edits.map((one) => [one.record, one]))
  return rows.map((row) => {
    const own = told.get(row.id)
    if (own === undefined) return row
    const edited = own.at === null || (row.edited !== null && row.edited >= own.at) ? row.edited : own.at
    return { ...row, edited, editUnread: own.unread }
  })
}

/** A version as a plan commits to it: the digest of its content and the salt of the observation that it was read from, null where destroyed. */
export interface VersionSeal {
  readonly record: number
  readonly number: number
  readonly digest: Uint8Array
  readonly salt: Uint8Array | null
}

/** The seals of every version of the records of a key range, both ends included, in order. */
export function versionSeals(db: Driver, first: number, last: number): VersionSeal[] {
  return db.all<VersionSeal>(
    `SELECT version.record_id AS record, version.number, version.digest, salt
     FROM version LEFT JOIN observation ON observation.member_id = version.member_id AND observation.position = version.position
       AND observation.record_id = version.record_id
     WHERE version.record_id BETWEEN ? AND ? ORDER BY version.record_id, version.number`,
    first,
    last,
  )
}

/** The seals of every version of some records, in order. */
export function versionSealsOf(db: Driver, ids: readonly number[]): VersionSeal[] {
  return db.all<VersionSeal>(
    `SELECT version.record_id AS record, version.number, version.digest, salt
     FROM version LEFT JOIN observation ON observation.member_id = version.member_id AND observation.position = version.position
       AND observation.record_id = version.record_id
     WHERE version.record_id IN (SELECT value FROM json_each(?)) ORDER BY version.record_id, version.number`,
    JSON.stringify(ids),
  )
}

/** Holds one state of the catalog for as long as `work` reads, whatever is written meanwhile. */
export async function inSnapshot<Result>(db: Driver, work: () => Promise<Result>): Promise<Result> {
  db.exec('BEGIN')
  try {
    return await work()
  } finally {
    if (db.busy) db.exec('COMMIT')
  }
}

/** The latest instant of any ledger entry, or null before the first: a clock that is behind it is wrong. */
export function latestEntryAt(db: Driver): number | null {
  return db.get<{ at: number | null }>('SELECT max(at) AS at FROM ledger')?.at ?? null
}

/** A plan as stored; `summary` holds its counts as JSON. */
export interface StoredPlan {
  readonly asOf: LocalDate
  readonly madeAt: Instant
  readonly digest: Digest
  readonly eligible: number
  readonly excluded: number
  readonly summary: unknown
}

/** Writes a plan down with the object that holds its file, and those of the lists that it was drawn up with. */
export function insertPlan(
  db: Driver,
  plan: StoredPlan,
  { file, lists }: { readonly file: Uint8Array; readonly lists: readonly Uint8Array[] },
  by: PersonId | null,
): PlanId {
  const { id } = db.run(
    `INSERT INTO plan (id, as_of, made_at, made_by, digest, eligible, excluded, summary, object_digest)
     VALUES (${nextNumber('plan')}, ?, ?, ?, ?, ?, ?, ?, ?)`,
    plan.asOf,
    plan.madeAt,
    by,
    digestBytes(plan.digest),
    plan.eligible,
    plan.excluded,
    JSON.stringify(plan.summary),
    file,
  )
  // One file can be given as both lists.
  for (const list of lists) db.run('INSERT OR IGNORE INTO plan_first_list VALUES (?, ?)', id, list)
  return PlanId.parse(id)
}

// Plans of before there were two kinds do not say theirs.
const KIND = "coalesce(summary ->> 'kind', 'destruction')"

/** A plan with what binds it: who drew it up, and the object that holds its file. */
export interface KnownPlan {
  readonly id: PlanId
  readonly kind: PlanKind
  readonly asOf: LocalDate
  readonly madeAt: Instant
  readonly madeBy: PersonId | null
  readonly digest: Digest
  readonly eligible: number
  readonly object: Digest
}

/** One plan, or null. */
export function findPlan(db: Driver, id: PlanId): KnownPlan | null {
  const row = db.get<Omit<KnownPlan, 'digest' | 'object'> & { digest: Uint8Array; object: Uint8Array }>(
    `SELECT id, ${KIND} AS kind, as_of AS asOf, made_at AS madeAt, made_by AS madeBy, digest, eligible, object_digest AS object
     FROM plan WHERE id = ?`,
    id,
  )
  return row === undefined ? null : { ...row, digest: digestOf(row.digest), object: digestOf(row.object) }
}

const PLANS = 'SELECT id, as_of AS asOf, made_at AS madeAt, digest, eligible, excluded, summary FROM plan'

type PlanRow = Omit<StoredPlan, 'digest' | 'summary'> & { id: PlanId; digest: Uint8Array; summary: string }

/** Every plan, newest first. */
export function listPlans(db: Driver): (StoredPlan & { readonly id: PlanId })[] {
  return db.all<PlanRow>(`${PLANS} ORDER BY id DESC`).map(planOf)
}

/** The plan of a kind for the latest day up to one, the newest of that day; null where there is none. */
export function newestPlanUntil(db: Driver, kind: PlanKind, day: LocalDate): StoredPlan | null {
  const row = db.get<PlanRow>(
    `${PLANS} WHERE ${KIND} = ? AND as_of <= ? ORDER BY as_of DESC, id DESC LIMIT 1`,
    kind,
    day,
  )
  return row ? planOf(row) : null
}

function planOf(row: PlanRow): StoredPlan & { readonly id: PlanId } {
  return { ...row, digest: digestOf(row.digest), summary: JSON.parse(row.summary) }
}
