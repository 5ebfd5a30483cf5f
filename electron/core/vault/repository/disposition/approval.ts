// Approvals of purge plans, what was taken out of a plan, and the lists that it was given again.
import { SettledBy } from '../../../../../shared/contract/approval.ts'
import { Approval, DispositionOffice, usualOffice } from '../../../../../shared/domain/disposition/approval.ts'
import { type PersonId, PlanId, type RecordId } from '../../../../../shared/domain/id.ts'
import type { Instant, LocalDate } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestOf } from '../../hex.ts'
import { fingerprintOf } from '../../key/seal.ts'
import { KEY_COUNTS } from '../account/person-key.ts'

/** How the office goes about disposition now. */
export function officeInForce(db: Driver): DispositionOffice {
  const row = db.get<{ document: string }>('SELECT document FROM disposition_office ORDER BY id DESC LIMIT 1')
  return row === undefined ? usualOffice : DispositionOffice.parse(JSON.parse(row.document))
}

/** By whom it was settled so, or null where nobody has. */
export function officeSettled(db: Driver): SettledBy | null {
  const row = db.get(
    `SELECT coalesce(person.name, set_by) AS "by", set_at AS at, reason,
       (SELECT name FROM disposition_office_second JOIN person ON person.id = second_by WHERE office_id = disposition_office.id) AS second
     FROM disposition_office LEFT JOIN person ON person.id = set_by ORDER BY disposition_office.id DESC LIMIT 1`,
  )
  return row === undefined ? null : SettledBy.parse(row)
}

/** Settles how it does from now on. `second`: who else stands behind it. */
export function saveOffice(
  db: Driver,
  {
    office,
    reason,
    second,
  }: { readonly office: DispositionOffice; readonly reason: string; readonly second: PersonId | null },
  at: Instant,
  by: PersonId,
): void {
  const sql = 'INSERT INTO disposition_office (document, reason, set_at, set_by) VALUES (?, ?, ?, ?)'
  const { id } = db.run(sql, JSON.stringify(office), reason, at, by)
  if (second !== null) db.run('INSERT INTO disposition_office_second VALUES (?, ?)', id, second)
}

/** An approval as it is entered. */
export interface NewApproval {
  readonly plan: PlanId
  readonly subject: Pick<Approval, 'role' | 'name' | 'title' | 'signedOn' | 'heldPackages'>
  readonly statement: string
  readonly way: Approval['way']
  readonly key: number | null
  readonly signature: Uint8Array | null
  readonly document: Uint8Array | null
}

/** Writes an approval down. Returns its number. */
export function insertApproval(db: Driver, approval: NewApproval, at: Instant, by: PersonId): number {
  const { plan, subject, statement, way, key, signature, document } = approval
  const { id } = db.run(
    `INSERT INTO approval (plan_id, role, name, title, way, statement, held_packages, key_id, signature, document_digest, signed_on, recorded_at, recorded_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    plan,
    subject.role,
    subject.name,
    subject.title,
    way,
    statement,
    subject.heldPackages ? 1 : 0,
    key,
    signature,
    document,
    subject.signedOn,
    at,
    by,
  )
  return id
}

interface Row {
  readonly id: number
  readonly plan: number
  readonly heldPackages: number
  readonly statement: string
  readonly signature: Uint8Array | null
  readonly publicKey: Uint8Array | null
  readonly keyCounts: number
  readonly document: Uint8Array | null
  readonly withdrawn: number | null
}

const APPROVALS = `SELECT approval.id, plan_id AS plan, role, name, title, way, held_packages AS heldPackages, statement, signature,
    person_key.person_id AS person, public_key AS publicKey, registered_by AS keyRegisteredBy, ${KEY_COUNTS} AS keyCounts,
    (SELECT second.name FROM key_confirmation JOIN person AS second ON second.id = confirmed_by
     WHERE key_confirmation.key_id = person_key.id AND part = 'second') AS keyComparedBy, document_digest AS document,
    signed_on AS signedOn, recorded_at AS recordedAt, recorded_by AS seenBy,
    (SELECT person.name FROM person WHERE person.id = recorded_by) AS seenByName, withdrawn_at AS withdrawn
  FROM approval LEFT JOIN person_key ON person_key.id = key_id`

/** An approval with what its signature is checked by. */
export interface StoredApproval {
  readonly plan: PlanId
  readonly approval: Approval
  readonly statement: string
  readonly signature: Uint8Array | null
  readonly publicKey: Uint8Array | null
  /** Whether the key that signed is confirmed; nothing of other ways. */
  readonly keyCounts: boolean
  readonly withdrawn: boolean
}

/** Every approval of a plan that was not taken back, in the order in which they were recorded. */
export function approvalsOf(db: Driver, plan: PlanId): StoredApproval[] {
  return db.all<Row>(`${APPROVALS} WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY approval.id`, plan).map(stored)
}

/** One approval, or null. */
export function findApproval(db: Driver, id: number): StoredApproval | null {
  const row = db.get<Row>(`${APPROVALS} WHERE approval.id = ?`, id)
  return row === undefined ? null : stored(row)
}

/** Takes an approval back. */
export function withdrawApproval(db: Driver, id: number, reason: string, at: Instant, by: PersonId): void {
  const sql = 'UPDATE approval SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?'
  db.run(sql, at, by, reason, id)
}

function stored({ plan, statement, signature, publicKey, keyCounts, document, heldPackages, withdrawn, ...row }: Row) {
  const approval = Approval.parse({
    ...row,
    heldPackages: heldPackages === 1,
    fingerprint: publicKey === null ? null : fingerprintOf(publicKey),
    document: document === null ? null : digestOf(document),
  })
  const key = { publicKey, keyCounts: keyCounts === 1 }
  return { plan: PlanId.parse(plan), approval, statement, signature, ...key, withdrawn: withdrawn !== null }
}

/** Notes that a page of a plan was printed on which the City Attorney can consent that packages with held records are overwritten. */
export function noteHeldPackagesPage(db: Driver, plan: PlanId, at: Instant): void {
  db.run('INSERT INTO held_packages_page VALUES (?, ?) ON CONFLICT DO NOTHING', plan, at)
}

/** When the first such page of a plan was printed, or null. */
export function heldPackagesPageOf(db: Driver, plan: PlanId): Instant | null {
  const sql = 'SELECT printed_at AS at FROM held_packages_page WHERE plan_id = ?'
  return db.get<{ at: Instant }>(sql, plan)?.at ?? null
}

/** Takes records out of a plan. Returns how many were not out before. */
export function narrowPlan(
  db: Driver,
  plan: PlanId,
  records: readonly RecordId[],
  reason: string,
  at: Instant,
  by: PersonId,
): number {
  const sql = 'INSERT INTO plan_narrowing VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING'
  return records.reduce((count, record) => count + db.run(sql, plan, record, reason, at, by).changes, 0)
}

/** What was taken out of a plan, in the order of ids. */
export function narrowingOf(db: Driver, plan: PlanId): { record: RecordId; reason: string; by: string }[] {
  return db.all(
    `SELECT record_id AS record, reason, person.name AS by FROM plan_narrowing JOIN person ON person.id = struck_by
     WHERE plan_id = ? ORDER BY record_id`,
    plan,
  )
}

/** Which of some records were taken out of a plan. */
export function narrowedAmong(db: Driver, plan: PlanId, records: readonly number[]): ReadonlySet<number> {
  const sql =
    'SELECT record_id AS id FROM plan_narrowing WHERE plan_id = ? AND record_id IN (SELECT value FROM json_each(?))'
  return new Set(db.all<{ id: number }>(sql, plan, JSON.stringify(records)).map(({ id }) => id))
}

/** A list that a plan was given after it was drawn up. */
export interface GivenList {
  readonly kind: 'open-requests' | 'claims'
  readonly name: string
  readonly object: Uint8Array
  readonly rows: number
  readonly datedOn: LocalDate
  /** Heading of the column that was said to hold its numbers; null where nobody said it. */
  readonly numberIn: string | null
}

/** Gives a plan a newer list. */
export function insertPlanList(db: Driver, plan: PlanId, list: GivenList, at: Instant, by: PersonId): void {
  const sql =
    'INSERT INTO plan_list (plan_id, kind, name, object_digest, rows, dated_on, given_at, given_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)'
  const { id } = db.run(sql, plan, list.kind, list.name, list.object, list.rows, list.datedOn, at, by)
  if (list.numberIn !== null) db.run('INSERT INTO plan_list_column VALUES (?, ?)', id, list.numberIn)
}

/** The newest list of a kind that a plan was given after it was drawn up, or null. */
export function newestList(db: Driver, plan: PlanId, kind: GivenList['kind']): GivenList | null {
  const sql = `SELECT kind, name, object_digest AS object, rows, dated_on AS datedOn, heading AS numberIn
    FROM plan_list LEFT JOIN plan_list_column ON list_id = plan_list.id WHERE plan_id = ? AND kind = ? ORDER BY plan_list.id DESC LIMIT 1`
  return db.get<GivenList>(sql, plan, kind) ?? null
}

/** The latest day, up to one, of a list of a kind that any plan was drawn up with or was given since; null where there is none. */
export function newestListDay(db: Driver, kind: GivenList['kind'], until: LocalDate): LocalDate | null {
  const row = db.get<{ day: LocalDate | null }>(
    `SELECT max(day) AS day FROM (SELECT dated_on AS day FROM plan_list WHERE kind = ?
       UNION ALL SELECT first.value ->> 'datedOn' FROM plan, json_each(summary, '$.lists') AS first WHERE first.value ->> 'kind' = ?)
     WHERE day <= ?`,
    kind,
    kind,
    until,
  )
  return row?.day ?? null
}
