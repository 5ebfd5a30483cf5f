// Decisions on which series a record belongs to: every one is kept, the newest stands. One without a rule set is a person's, but for
// one that took the only decision back: then nobody has decided.
import type { PersonId, RecordId } from '../../../../../shared/domain/id.ts'
import type { RecordKind } from '../../../../../shared/domain/record/record.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

/** A record that rules may decide on; `text` is folded, `decision` the number of the newest decision, null where there is none. */
export interface Candidate {
  readonly id: RecordId
  readonly account: string
  readonly platform: string
  readonly kind: RecordKind
  readonly author: string
  readonly at: Instant | null
  readonly media: number
  readonly series: string | null
  readonly text: string
  readonly decision: number | null
}

/** A record as rules see it, and whether a person decided on it. */
export interface Tried extends Candidate {
  readonly byHand: 0 | 1
}

/** The state of a record's classification: its newest decision, what that one restored, and whether a person decided. */
export interface Standing {
  readonly series: string | null
  readonly decision: number | null
  readonly restored: number | null
  readonly byHand: 0 | 1
}

export interface Decision {
  readonly record: RecordId
  readonly series: string | null
  readonly previous: string | null
  readonly rule: string | null
  readonly ruleSet: number | null
  readonly reason: string
  /** Where a decision is taken back: the earlier one that stands again, 0 where there was none. */
  readonly restored?: number
  /** The decision on many records that it is a part of. */
  readonly bulk?: number
}

export interface PastDecision {
  readonly series: string | null
  readonly previous: string | null
  readonly decidedAt: Instant
  readonly decidedBy: string | null
  readonly rule: string | null
  readonly reason: string
}

/** How many records there are. */
export function countRecords(db: Driver): number {
  return db.get<{ records: number }>('SELECT count(*) AS records FROM record')?.records ?? 0
}

/** The records after an id, at most so many: the id of the last and how many they are; null where there are no more. */
export function keyRange(
  db: Driver,
  after: number,
  most: number,
): { readonly last: number; readonly records: number } | null {
  const row = db.get<{ last: number | null; records: number }>(
    'SELECT max(id) AS last, count(*) AS records FROM (SELECT id FROM record WHERE id > ? ORDER BY id LIMIT ?)',
    after,
    most,
  )
  return row?.last == null ? null : { last: row.last, records: row.records }
}

const NEWEST = 'newest.id = (SELECT max(id) FROM classification WHERE record_id = record.id)'
const BY_HAND = 'newest.id IS NOT NULL AND newest.rule_set_id IS NULL AND newest.restored IS NOT 0'
const AS_RULES_SEE = `record.id, account.handle AS account, account.platform, kind, author, at, media, record.series, body.text, newest.id AS decision
     FROM record JOIN account ON account.id = account_id JOIN body ON body.id = record.id LEFT JOIN classification AS newest ON ${NEWEST}`

/** The records of a key range (`after` < id ≤ `last`) that a rule set may decide on: decided by nobody, or by an earlier set. */
export function ruleCandidates(db: Driver, after: number, last: number, set: number): Candidate[] {
  return db.all<Candidate>(
    `SELECT ${AS_RULES_SEE}
     WHERE record.id > ? AND record.id <= ? AND (newest.id IS NULL OR newest.rule_set_id < ? OR newest.restored = 0) ORDER BY record.id`,
    after,
    last,
    set,
  )
}

/**
 * Those of some records that a rule set may decide on, as they are now: decided by nobody, or by this set or an earlier one. What this set
 * decided may be another rule's since, because the record reads otherwise.
 */
export function candidatesAmong(db: Driver, ids: readonly number[], set: number): Candidate[] {
  return db.all<Candidate>(
    `SELECT ${AS_RULES_SEE}
     WHERE record.id IN (SELECT value FROM json_each(?)) AND (newest.id IS NULL OR newest.rule_set_id <= ? OR newest.restored = 0)
     ORDER BY record.id`,
    JSON.stringify(ids),
    set,
  )
}

/** How many of some records stand in which series, and by which rule or by hand. */
export function standingsAmong(
  db: Driver,
  ids: readonly number[],
): {
  readonly series: string | null
  readonly rule: string | null
  readonly byHand: 0 | 1
  readonly records: number
}[] {
  return db.all(
    `SELECT record.series, newest.rule, ${BY_HAND} AS byHand, count(*) AS records
     FROM record LEFT JOIN classification AS newest ON ${NEWEST}
     WHERE record.id IN (SELECT value FROM json_each(?)) GROUP BY 1, 2, 3`,
    JSON.stringify(ids),
  )
}

/** Every record of a key range (`after` < id ≤ `last`), for trying rules. */
export function recordsToTry(db: Driver, after: number, last: number): Tried[] {
  return db.all<Tried>(
    `SELECT ${BY_HAND} AS byHand, ${AS_RULES_SEE} WHERE record.id > ? AND record.id <= ? ORDER BY record.id`,
    after,
    last,
  )
}

/** Some records as rules see them. */
export function recordsForRules(db: Driver, ids: readonly number[]): Candidate[] {
  return db.all<Candidate>(
    `SELECT ${AS_RULES_SEE} WHERE record.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  )
}

/** How many records of a key range stand as a person decided. */
export function decidedByHand(db: Driver, after: number, last: number): number {
  const row = db.get<{ records: number }>(
    `SELECT count(*) AS records FROM record JOIN classification AS newest ON ${NEWEST}
     WHERE record.id > ? AND record.id <= ? AND ${BY_HAND}`,
    after,
    last,
  )
  return row?.records ?? 0
}

/** How a record stands, or null where there is no such record. */
export function standingOf(db: Driver, record: RecordId): Standing | null {
  const row = db.get<Standing>(
    `SELECT record.series, newest.id AS decision, newest.restored, ${BY_HAND} AS byHand
     FROM record LEFT JOIN classification AS newest ON ${NEWEST} WHERE record.id = ?`,
    record,
  )
  return row ?? null
}

/** Writes a decision down and carries it out. Returns its number. */
export function decide(db: Driver, decision: Decision, at: Instant, by: PersonId | null): number {
  const { record, series, previous, rule, ruleSet, reason, restored, bulk } = decision
  const { id } = db.run(
    `INSERT INTO classification (record_id, series, previous, decided_at, decided_by, rule, rule_set_id, reason, restored, bulk_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    record,
    series,
    previous,
    at,
    by,
    rule,
    ruleSet,
    reason,
    restored ?? null,
    bulk ?? null,
  )
  if (series !== previous) db.run('UPDATE record SET series = ? WHERE id = ?', series, record)
  return id
}

/** Every decision on a record, newest first. */
export function decisionsOn(db: Driver, record: RecordId): PastDecision[] {
  return db.all<PastDecision>(
    `SELECT series, previous, decided_at AS decidedAt, person.name AS decidedBy, rule, reason
     FROM classification LEFT JOIN person ON person.id = decided_by WHERE record_id = ? ORDER BY classification.id DESC`,
    record,
  )
}
