// What was done in a vault after a backup of it was made: rows that a restored copy takes over.
import type { HoldId, PersonId } from '../../../../../shared/domain/id.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver, Value } from '../../catalog/driver.ts'
import { raiseNumber } from '../packet/given-number.ts'
import { saveSetting, setting } from '../setting.ts'

/** What a destroyed record was called, with its place in the destruction. */
export interface GoneRecord {
  readonly position: number
  readonly account: number
  readonly kind: string
  readonly nativeId: string
}

/** Whether a catalog knows of such rows at all: those of before do not. */
export function knowsOf(
  db: Driver,
  table:
    | 'transfer'
    | 'transfer_media'
    | 'destruction'
    | 'destruction_file'
    | 'destruction_cutoff'
    | 'given_number'
    | 'hold_file'
    | 'hold_let_go'
    | 'hold_record'
    | 'record_lock'
    | 'restriction',
): boolean {
  return db.get('SELECT 1 FROM sqlite_schema WHERE name = ?', table) !== undefined
}

/** Everybody and every account that the later one knows; who is known stays as they are. */
export function takeOverRegisters(later: Driver, db: Driver): void {
  copyRows(later, db, 'person', '1', 1)
  copyRows(later, db, 'account', '1', 1)
}

/**
 * Takes over the copies for archives with what each has, and the receipts whose paper is brought.
 * @param bring brings the paper of a receipt, and tells whether it was there
 */
export function takeOverTransfers(later: Driver, db: Driver, bring: (document: Uint8Array) => boolean): void {
  if (!knowsOf(later, 'transfer')) return
  copyRows(later, db, 'transfer', '1', 1)
  copyRows(later, db, 'transfer_record', '1', 1)
  if (knowsOf(later, 'transfer_media')) copyRows(later, db, 'transfer_media', '1', 1)
  const receipts = later.all<{ id: number; document: Uint8Array }>(
    'SELECT id, document_digest AS document FROM transfer_receipt ORDER BY id',
  )
  for (const { id, document } of receipts) if (bring(document)) copyRows(later, db, 'transfer_receipt', 'id', id)
}

/**
 * Takes over a destruction with its plan, its job, the list of what became of each record, and by what its records are known again: also those that
 * the copy never held do not come back by an old export, unless it was decided since that they may. What the copy has of it, as far as it was then, goes.
 */
export function takeOverDestruction(later: Driver, db: Driver, destruction: number, plan: number): void {
  for (const table of ['destruction_item', 'destruction_cutoff', 'destruction_file'])
    db.run(`DELETE FROM ${table} WHERE destruction_id = ?`, destruction)
  copyRows(later, db, 'plan', 'id', plan)
  copyRows(later, db, 'destruction', 'id', destruction, 'OR REPLACE')
  copyRows(later, db, 'job', 'id', jobOf(later, destruction), 'OR REPLACE')
  for (const table of ['destruction_item', 'destruction_readmission'])
    copyRows(later, db, table, 'destruction_id', destruction)
  // What was taken in again and destroyed once more is remembered as of the last time.
  copyRows(later, db, 'destroyed_identity', 'destruction_id', destruction, 'OR REPLACE')
  if (knowsOf(later, 'destruction_cutoff')) copyRows(later, db, 'destruction_cutoff', 'destruction_id', destruction)
}

/** Takes over what became of the office's own files in a destruction. */
export function takeOverFiles(later: Driver, db: Driver, destruction: number): void {
  copyRows(later, db, 'destruction_file', 'destruction_id', destruction)
}

/** Takes over which of the office's own files a hold names. @param was its number in the later vault @param now its number here */
export function takeOverNamedFiles(later: Driver, db: Driver, was: HoldId, now: HoldId): void {
  if (!knowsOf(later, 'hold_file')) return
  const rows = later.all<{ kind: string; subject: string; at: number; by: string }>(
    'SELECT kind, subject, named_at AS at, named_by AS "by" FROM hold_file WHERE hold_id = ?',
    was,
  )
  for (const { kind, subject, at, by } of rows)
    db.run('INSERT OR IGNORE INTO hold_file VALUES (?, ?, ?, ?, ?)', now, kind, subject, at, by)
}

/** What a hold covers by itself, and what it covered until it was narrowed. */
const FROZEN = ['hold_record', 'hold_let_go'] as const

/** The records that a hold froze, or let go of, after one of them, in the order of their numbers, at most so many. */
export function frozenAfter(
  db: Driver,
  table: (typeof FROZEN)[number],
  hold: HoldId,
  after: number,
  most: number,
): number[] {
  if (!knowsOf(db, table)) return []
  const sql = `SELECT record_id AS id FROM ${table} WHERE hold_id = ? AND record_id > ? ORDER BY record_id LIMIT ?`
  return db.all<{ id: number }>(sql, hold, after, most).map(({ id }) => id)
}

/** Freezes a record under a hold, or remembers that it let go of it. */
export function freezeAgain(db: Driver, table: (typeof FROZEN)[number], hold: HoldId, record: number): void {
  db.run(`INSERT OR IGNORE INTO ${table} VALUES (?, ?)`, hold, record)
}

/** Numbers that the later one has given out are not given again, though what bore them is not taken over. */
export function takeOverNumbers(later: Driver, db: Driver): void {
  if (!knowsOf(later, 'given_number')) return
  for (const { kind, last } of later.all<{ kind: string; last: number }>('SELECT kind, last FROM given_number'))
    raiseNumber(db, kind, last)
}

/** What a destruction destroyed. */
export function goneRecords(db: Driver, destruction: number): GoneRecord[] {
  return db.all(
    `SELECT position, account_id AS account, kind, native_id AS nativeId FROM destruction_item
     WHERE destruction_id = ? AND outcome = 'destroyed' ORDER BY position`,
    destruction,
  )
}

/** The record of an identity, or null. */
export function recordOf(db: Driver, { account, kind, nativeId }: Omit<GoneRecord, 'position'>): number | null {
  const sql = 'SELECT id FROM record WHERE account_id = ? AND kind = ? AND native_id = ?'
  return db.get<{ id: number }>(sql, account, kind, nativeId)?.id ?? null
}

/** What was removed by order, and the key by which it is known: a copy of the same vault has the same key, or none yet. */
export function takeOverRemovals(later: Driver, db: Driver): void {
  const key = setting(later, 'removal_key')
  if (key === null) return
  saveSetting(db, 'removal_key', key)
  copyRows(later, db, 'removed_identity', '1', 1)
}

/** Records after one of them, as they are known, in the order of their ids, at most so many. */
export function identitiesAfter(db: Driver, after: number, most: number): Known[] {
  return db.all<Known>(
    'SELECT id, account_id, kind, native_id FROM record WHERE id > ? ORDER BY id LIMIT ?',
    after,
    most,
  )
}

interface Known {
  readonly id: number
  readonly account_id: number
  readonly kind: string
  readonly native_id: string
}

/** A lock or a restriction that stands, and what it stands on. */
export interface StandingGuard extends GoneRecord {
  readonly words: string | null
  readonly ground: string
  readonly reason: string
  readonly at: Instant
  readonly by: PersonId | null
}

/** The locks that stand. */
export function standingLocks(db: Driver): StandingGuard[] {
  return db.all(
    `SELECT 0 AS position, account_id AS account, kind, native_id AS nativeId, NULL AS words, basis AS ground, reason, locked_at AS at, locked_by AS "by"
     FROM record_lock JOIN record ON record.id = record_id WHERE ended_at IS NULL ORDER BY record_lock.id`,
  )
}

/** The restrictions that stand. */
export function standingRestrictions(db: Driver): StandingGuard[] {
  return db.all(
    `SELECT 0 AS position, account_id AS account, kind, native_id AS nativeId, words, ground, reason, restricted_at AS at, restricted_by AS "by"
     FROM restriction JOIN record ON record.id = record_id WHERE ended_at IS NULL ORDER BY restriction.id`,
  )
}

/** Restricts a record, unless it is. Returns whether it was not. */
export function restrictAgain(db: Driver, record: number, { ground, words, reason, at, by }: StandingGuard): boolean {
  const sql = `INSERT INTO restriction (record_id, ground, words, reason, restricted_at, restricted_by) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING`
  return db.run(sql, record, ground, words, reason, at, by).changes > 0
}

/** The seed of the job of a destruction, from which the key of its traces is drawn; null where the job is not there or has ended. */
export function seedOf(db: Driver, destruction: number): Uint8Array | null {
  const row = db.get<{ seed: Uint8Array }>('SELECT seed FROM job WHERE id = ?', jobOf(db, destruction))
  return row === undefined || row.seed.length === 0 ? null : row.seed
}

function jobOf(db: Driver, destruction: number): string {
  return db.get<{ job: string }>('SELECT job_id AS job FROM destruction WHERE id = ?', destruction)?.job ?? ''
}

/** @param or what becomes of a row that is there: it stays, unless it is said to be replaced */
function copyRows(from: Driver, to: Driver, table: string, column: string, value: Value, or = 'OR IGNORE'): void {
  for (const row of from.all<Record<string, Value>>(`SELECT * FROM ${table} WHERE ${column} = ?`, value)) {
    const names = Object.keys(row)
    const places = names.map(() => '?').join(', ')
    to.run(`INSERT ${or} INTO ${table} (${names.join(', ')}) VALUES (${places})`, ...Object.values(row))
  }
}
