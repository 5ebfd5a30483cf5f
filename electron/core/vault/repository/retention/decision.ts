// Taking decisions back, decisions on many records at once, and notes for decisions to come.
import type { JobId, PersonId, RecordId } from '../../../../../shared/domain/id.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { type Decision, standingOf } from './classification.ts'

interface Earlier {
  readonly id: number
  readonly series: string | null
  readonly rule: string | null
  readonly ruleSet: number | null
  readonly restored: number | null
}

const EARLIER = 'SELECT id, series, rule, rule_set_id AS ruleSet, restored FROM classification'

/**
 * The decision that takes an earlier one back: what stood before it stands again, a rule's as a rule's.
 * @returns null where somebody has decided since
 */
export function takingBack(
  db: Driver,
  back: { readonly record: RecordId; readonly decision: number; readonly reason: string },
): Decision | null {
  const { record, decision, reason } = back
  const standing = standingOf(db, record)
  if (standing === null || (standing.decision !== decision && standing.restored !== decision)) return null
  const before = db.get<Earlier>(`${EARLIER} WHERE record_id = ? AND id < ? ORDER BY id DESC LIMIT 1`, record, decision)
  const restored = before?.restored ?? before?.id ?? 0
  const again = restored === before?.id ? before : db.get<Earlier>(`${EARLIER} WHERE id = ?`, restored)
  const { series = null, rule = null, ruleSet = null } = again ?? {}
  return { record, series, previous: standing.series, rule, ruleSet, reason, restored }
}

/** How records stand, for whoever is about to decide on them: series, newest decision, who made it, when and why. */
export interface Stand {
  readonly record: RecordId
  readonly series: string | null
  readonly decision: number | null
  readonly by: string | null
  readonly at: Instant | null
  readonly rule: string | null
  readonly reason: string | null
}

/** How some records stand; those that are gone are left out. */
export function standsOf(db: Driver, records: readonly number[]): Stand[] {
  return db.all<Stand>(
    `SELECT record.id AS record, record.series, newest.id AS decision, person.name AS "by", newest.decided_at AS at, newest.rule, newest.reason
     FROM record LEFT JOIN classification AS newest ON newest.id = (SELECT max(id) FROM classification WHERE record_id = record.id)
       LEFT JOIN person ON person.id = newest.decided_by
     WHERE record.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(records),
  )
}

/** A note for a record's next decision. */
export interface DecisionNote {
  readonly id: number
  readonly record: RecordId
  readonly text: string
  readonly writtenBy: PersonId | null
  readonly name: string | null
}

/** The notes of some records. */
export function notesOf(db: Driver, records: readonly number[]): DecisionNote[] {
  return db.all<DecisionNote>(
    `SELECT decision_note.id, record_id AS record, text, written_by AS writtenBy, person.name
     FROM decision_note LEFT JOIN person ON person.id = written_by WHERE record_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(records),
  )
}

/**
 * Writes the note of a record in place of an earlier one; without words it only goes.
 * @param id a number that was never given, so that no decision takes a note that its person has not seen
 */
export function writeNote(
  db: Driver,
  note: { readonly id: number; readonly record: RecordId; readonly text: string },
  at: Instant,
  by: PersonId | null,
): void {
  db.run('DELETE FROM decision_note WHERE record_id = ?', note.record)
  if (note.text === '') return
  db.run('INSERT INTO decision_note VALUES (?, ?, ?, ?, ?)', note.id, note.record, note.text, at, by)
}

/** Takes the note of a record away, if it is still the one of that number. */
export function takeNote(db: Driver, record: RecordId, id: number): DecisionNote | null {
  const note = notesOf(db, [record]).find((one) => one.id === id)
  if (note === undefined) return null
  db.run('DELETE FROM decision_note WHERE id = ?', id)
  return note
}

/** Begins a decision on many records. Returns its number. */
export function beginBulk(
  db: Driver,
  bulk: { readonly series: string | null; readonly reason: string },
  at: Instant,
  by: PersonId | null,
): number {
  const sql = 'INSERT INTO bulk_decision (series, reason, made_at, made_by) VALUES (?, ?, ?, ?)'
  return db.run(sql, bulk.series, bulk.reason, at, by).id
}

/** Ends it; one that came to no record is forgotten. Returns whether it was kept. */
export function endBulk(db: Driver, bulk: number, at: Instant): boolean {
  if (db.get('SELECT 1 FROM classification WHERE bulk_id = ? LIMIT 1', bulk) === undefined) {
    db.run('DELETE FROM bulk_decision WHERE id = ?', bulk)
    return false
  }
  db.run('UPDATE bulk_decision SET ended_at = ? WHERE id = ?', at, bulk)
  return true
}

/** How many records it has put into another series than they were in. */
export function changedByBulk(db: Driver, bulk: number): number {
  const sql = 'SELECT count(*) AS n FROM classification WHERE bulk_id = ? AND previous IS NOT series'
  return db.get<{ n: number }>(sql, bulk)?.n ?? 0
}

/** Marks a decision on many records as taken back. */
export function markBulkUndone(db: Driver, bulk: number, at: Instant, by: PersonId | null): void {
  db.run('UPDATE bulk_decision SET undone_at = ?, undone_by = ? WHERE id = ?', at, by, bulk)
}

/** A decision on many records. */
export interface Bulk {
  readonly id: number
  readonly series: string | null
  readonly reason: string
  readonly records: number
  readonly madeAt: Instant
  readonly madeBy: string | null
  readonly endedAt: Instant | null
  readonly undoneAt: Instant | null
  /** The stopped job that can go on with it; null where it has ended or is taken back. */
  readonly job: JobId | null
}

/** Decisions on many records, newest first. */
export function listBulks(db: Driver, limit: number): Bulk[] {
  return db.all<Bulk>(
    `SELECT bulk_decision.id, series, reason, (SELECT count(*) FROM classification WHERE bulk_id = bulk_decision.id) AS records,
       made_at AS madeAt, person.name AS madeBy, ended_at AS endedAt, undone_at AS undoneAt,
       (SELECT job.id FROM job WHERE bulk_decision.ended_at IS NULL AND bulk_decision.undone_at IS NULL AND kind = 'classify.search' AND checkpoint ->> '$.bulk' = bulk_decision.id
         AND state IN ('interrupted', 'cancelled', 'failed')) AS job
     FROM bulk_decision LEFT JOIN person ON person.id = made_by ORDER BY bulk_decision.id DESC LIMIT ?`,
    limit,
  )
}

/** Whether there is such a decision. */
export function hasBulk(db: Driver, bulk: number): boolean {
  return db.get('SELECT 1 FROM bulk_decision WHERE id = ?', bulk) !== undefined
}

/** Its decisions on single records after one of them, in order, at most so many. */
export function bulkParts(
  db: Driver,
  bulk: number,
  after: number,
  most: number,
): { readonly decision: number; readonly record: RecordId }[] {
  return db.all(
    'SELECT id AS decision, record_id AS record FROM classification WHERE bulk_id = ? AND id > ? ORDER BY id LIMIT ?',
    bulk,
    after,
    most,
  )
}

/** A record on which a person decided by looking at it, newest decision first. */
export interface HandDecision {
  readonly record: RecordId
  readonly series: string
}

/** The newest decisions by hand that stand, one by one and not in bulk, of records that are neither locked nor restricted. */
export function handDecisions(db: Driver, most: number): HandDecision[] {
  return db.all<HandDecision>(
    `SELECT newest.record_id AS record, newest.series FROM classification AS newest
     WHERE newest.rule_set_id IS NULL AND newest.bulk_id IS NULL AND newest.series IS NOT NULL
       AND newest.id = (SELECT max(id) FROM classification WHERE record_id = newest.record_id)
       AND NOT EXISTS (SELECT 1 FROM record_lock WHERE record_id = newest.record_id AND ended_at IS NULL)
       AND NOT EXISTS (SELECT 1 FROM restriction WHERE record_id = newest.record_id AND ended_at IS NULL)
     ORDER BY newest.id DESC LIMIT ?`,
    most,
  )
}

/** How many records of some are in each series and in each account. */
export function countByStanding(
  db: Driver,
  records: readonly number[],
): {
  readonly series: { readonly series: string | null; readonly records: number }[]
  readonly accounts: { readonly account: number; readonly records: number }[]
} {
  const among = 'FROM record WHERE id IN (SELECT value FROM json_each(?))'
  const ids = JSON.stringify(records)
  return {
    series: db.all(`SELECT series, count(*) AS records ${among} GROUP BY series`, ids),
    accounts: db.all(`SELECT account_id AS account, count(*) AS records ${among} GROUP BY account_id`, ids),
  }
}
