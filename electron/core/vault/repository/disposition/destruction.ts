// Destructions: begun upon an approved plan, carried out item by item, certified.
import { DestructionFacts, DestructionProof } from '../../../../../shared/domain/disposition/destruction.ts'
import type { PlanRow } from '../../../../../shared/domain/disposition/disposition.ts'
import type { Digest, JobId, PersonId, PlanId } from '../../../../../shared/domain/id.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestBytes, digestOf } from '../../hex.ts'

/** How far a destruction is. */
export type DestructionState = 'listing' | 'executing' | 'proving' | 'certified'

/** A destruction as stored. */
export interface StoredDestruction {
  readonly id: number
  readonly plan: number
  readonly job: string
  readonly certificate: string
  readonly state: DestructionState
  readonly facts: DestructionFacts
  readonly ledgerBefore: Digest
  readonly beganAt: Instant
  readonly stopped: string | null
  readonly executedAt: Instant | null
  readonly proof: DestructionProof | null
  readonly certifiedAt: Instant | null
  readonly document: Digest | null
  readonly paper: Digest | null
}

interface Row {
  readonly facts: string
  readonly proof: string | null
  readonly ledgerBefore: Uint8Array
  readonly document: Uint8Array | null
  readonly paper: Uint8Array | null
}

const DESTRUCTIONS = `SELECT id, plan_id AS plan, job_id AS job, certificate, state, facts, ledger_head AS ledgerBefore, began_at AS beganAt,
  stopped, executed_at AS executedAt, proof, certified_at AS certifiedAt, document_digest AS document, paper_digest AS paper FROM destruction`

/** Every destruction, the newest first. */
export function listDestructions(db: Driver): StoredDestruction[] {
  return db.all<Row & StoredDestruction>(`${DESTRUCTIONS} ORDER BY id DESC`).map(stored)
}

/** One destruction, or null. */
export function findDestruction(db: Driver, id: number): StoredDestruction | null {
  const row = db.get<Row & StoredDestruction>(`${DESTRUCTIONS} WHERE id = ?`, id)
  return row === undefined ? null : stored(row)
}

/** The destruction that carries a plan out, or null. */
export function destructionOfPlan(db: Driver, plan: PlanId): StoredDestruction | null {
  const row = db.get<Row & StoredDestruction>(`${DESTRUCTIONS} WHERE plan_id = ?`, plan)
  return row === undefined ? null : stored(row)
}

function stored(row: Omit<StoredDestruction, keyof Row> & Row): StoredDestruction {
  return {
    ...row,
    facts: DestructionFacts.parse(JSON.parse(row.facts)),
    proof: row.proof === null ? null : DestructionProof.parse(JSON.parse(row.proof)),
    ledgerBefore: digestOf(row.ledgerBefore),
    document: row.document === null ? null : digestOf(row.document),
    paper: row.paper === null ? null : digestOf(row.paper),
  }
}

/** What a destruction is begun with. */
export interface NewDestruction {
  readonly plan: PlanId
  readonly job: JobId
  readonly certificate: string
  readonly facts: DestructionFacts
  readonly ledgerBefore: Uint8Array
}

/** Begins a destruction. Returns its number. */
export function insertDestruction(db: Driver, begun: NewDestruction, at: Instant, by: PersonId): number {
  const { plan, job, certificate, facts, ledgerBefore } = begun
  const { id } = db.run(
    `INSERT INTO destruction (plan_id, job_id, certificate, state, facts, ledger_head, began_at, began_by)
     VALUES (?, ?, ?, 'listing', ?, ?, ?, ?)`,
    plan,
    job,
    certificate,
    JSON.stringify(facts),
    ledgerBefore,
    at,
    by,
  )
  return id
}

/** The number of the next certificate of a year, such as 2026-0007. */
export function nextCertificate(db: Driver, year: string): string {
  const sql = `SELECT coalesce(max(CAST(substr(number, 6) AS INTEGER)), 0) AS last
    FROM (SELECT certificate AS number FROM destruction UNION ALL SELECT number FROM certificate_told) WHERE number LIKE ?`
  const { last } = db.get<{ last: number }>(sql, `${year}-%`) ?? { last: 0 }
  return `${year}-${String(last + 1).padStart(4, '0')}`
}

/** A record of the plan in its place; `family`: what goes together. */
export interface ListedItem extends PlanRow {
  readonly position: number
  readonly family: number
}

/** Forgets what was listed before a listing was interrupted: what goes together may have another order by now. */
export function forgetItems(db: Driver, destruction: number): void {
  for (const table of ['destruction_cutoff', 'destruction_item'])
    db.run(`DELETE FROM ${table} WHERE destruction_id = ?`, destruction)
}

/** Lists records that are to be carried out. */
export function insertItems(db: Driver, destruction: number, items: readonly ListedItem[]): void {
  for (const { position, family, recordId, series, cutoff, eligibleOn, commitment } of items) {
    db.run(
      `INSERT INTO destruction_item (destruction_id, position, family, record_id, series, eligible_on, commitment)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ...[destruction, position, family, recordId, series, eligibleOn, digestBytes(commitment)],
    )
    if (cutoff !== undefined) {
      db.run('INSERT INTO destruction_cutoff VALUES (?, ?, ?)', destruction, position, cutoff)
    }
  }
}

/** An item that waits. */
export interface PendingItem {
  readonly position: number
  readonly family: number
  readonly record: number
  readonly series: string
  readonly commitment: Digest
}

/** Items that wait, from a place on in order. */
export function pendingItems(db: Driver, destruction: number, from: number, most: number): PendingItem[] {
  return db
    .all<Omit<PendingItem, 'commitment'> & { commitment: Uint8Array }>(
      `SELECT position, family, record_id AS record, series, commitment FROM destruction_item
       WHERE destruction_id = ? AND position >= ? AND outcome IS NULL ORDER BY position LIMIT ?`,
      destruction,
      from,
      most,
    )
    .map((row) => ({ ...row, commitment: digestOf(row.commitment) }))
}

/** Whether a destruction lists all of some records. */
export function isListed(db: Driver, destruction: number, records: readonly number[]): boolean {
  const sql = `SELECT count(DISTINCT record_id) AS n FROM destruction_item
    WHERE record_id IN (SELECT value FROM json_each(?)) AND destruction_id = ?`
  return db.get<{ n: number }>(sql, JSON.stringify(records), destruction)?.n === new Set(records).size
}

/** What stays of a destroyed record. */
export interface Remains {
  readonly account: number
  readonly kind: string
  readonly nativeId: string
  readonly at: number | null
  readonly precision: string
  readonly state: string
  readonly versions: number
  readonly files: number
  readonly bytes: number
  readonly sightings: readonly { readonly member: number; readonly position: number }[]
}

/** Writes down that an item was destroyed, and what stays of it. */
export function markDestroyed(db: Driver, destruction: number, position: number, remains: Remains, at: Instant): void {
  const { account, kind, nativeId, precision, state, versions, files, bytes } = remains
  db.run(
    `UPDATE destruction_item SET outcome = 'destroyed', decided_at = ?, account_id = ?, kind = ?, native_id = ?, at = ?, precision = ?,
       state = ?, versions = ?, files = ?, bytes = ? WHERE destruction_id = ? AND position = ?`,
    ...[at, account, kind, nativeId, remains.at, precision, state, versions, files, bytes, destruction, position],
  )
  for (const one of remains.sightings) {
    const sql = 'INSERT INTO destruction_leaf VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'
    db.run(sql, destruction, position, one.member, one.position)
  }
}

/** Counts the members that were marked in a package. */
export function addStruckPackage(db: Driver, destruction: number, id: string, members: number, held: boolean): void {
  db.run(
    `INSERT INTO destruction_package VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET members = members + excluded.members, held = max(held, excluded.held)`,
    ...[destruction, id, members, held ? 1 : 0],
  )
}

/** Sets how far it is; `stopped` and `executedAt` stay where they were set before. */
export function turnDestruction(
  db: Driver,
  id: number,
  turn: { readonly state: DestructionState; readonly stopped?: string | null; readonly executedAt?: Instant },
): void {
  db.run(
    'UPDATE destruction SET state = ?, stopped = coalesce(stopped, ?), executed_at = coalesce(executed_at, ?) WHERE id = ?',
    ...[turn.state, turn.stopped ?? null, turn.executedAt ?? null, id],
  )
}

/** Keeps what the scan found. */
export function saveProof(db: Driver, id: number, proof: DestructionProof): void {
  db.run('UPDATE destruction SET proof = ? WHERE id = ?', JSON.stringify(proof), id)
}

/** Keeps the certificate. */
export function saveCertificate(
  db: Driver,
  id: number,
  made: { readonly document: Uint8Array; readonly paper: Uint8Array; readonly at: Instant },
): void {
  db.run(
    "UPDATE destruction SET state = 'certified', certified_at = ?, document_digest = ?, paper_digest = ? WHERE id = ?",
    ...[made.at, made.document, made.paper, id],
  )
}

/** The hash of the ledger's entry that a destruction was looked through, or null: whatever is done meanwhile, its certificate names the same. */
export function ledgerWhenProved(db: Driver, destruction: number): Uint8Array | null {
  const sql = `SELECT hash FROM ledger JOIN ledger_payload USING (seq) WHERE kind = 'purge.prove'
    AND coalesce(payload ->> '$.destruction', payload ->> '$.notes[0].destruction') = ? ORDER BY ledger.seq DESC LIMIT 1`
  return db.get<{ hash: Uint8Array }>(sql, destruction)?.hash ?? null
}
