// Productions: what was frozen for a request, and reading it back as it was then, whatever came later.
import { type Digest, type PersonId, ProductionId, type RequestId } from '../../../../../shared/domain/id.ts'
import { Production } from '../../../../../shared/domain/request/request.ts'
import type { Instant, Precision } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestOf } from '../../hex.ts'
import { newestShown } from '../../record/newest.ts'
import type { Done } from '../request/request-life.ts'

const PRODUCTION = `SELECT id, request_id AS request, frozen_at AS frozenAt, prepared_by AS preparedBy, searched,
  (SELECT count(*) FROM production_item WHERE production_id = production.id) AS items,
  (SELECT label FROM production_item WHERE production_id = production.id ORDER BY position LIMIT 1) AS firstNumber,
  (SELECT label FROM production_item WHERE production_id = production.id ORDER BY position DESC LIMIT 1) AS lastNumber,
  coalesce(document ->> '$.pending', 0) AS pending,
  packet_digest AS packetDigest, packet_name AS packetName, packet_size AS packetSize, sealed_at AS sealedAt, sealed_by AS sealedBy,
  (SELECT json_group_array(json_object('on', sent_on, 'time', sent_time, 'how', sent_how, 'proof', sent_proof) ORDER BY production_sent.id)
    FROM production_sent WHERE production_id = production.id) AS sent
  FROM production LEFT JOIN production_seal ON production_id = production.id`

interface ProductionRow {
  readonly packetDigest: Uint8Array | null
  readonly sent: string
}

/** A production about to be written down; its items come after it. */
export interface NewProduction {
  readonly id: number
  readonly request: RequestId
  readonly frozenAt: Instant
  readonly preparedBy: PersonId | null
  readonly searched: string
  readonly document: string
  readonly ledgerHead: Uint8Array
}

/** One record of a production. */
export interface ProductionItem {
  readonly position: number
  readonly record: number
  readonly number: number
  readonly label: string
  readonly salt: Uint8Array
  /** What was decided of it, as JSON; null where its production was not reviewed. */
  readonly decision: string | null
}

/** Writes a production down. */
export function insertProduction(db: Driver, production: NewProduction): void {
  const { id, request, frozenAt, preparedBy, searched, document, ledgerHead } = production
  db.run(
    `INSERT INTO production (id, request_id, frozen_at, prepared_by, searched, document, ledger_head) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    id,
    request,
    frozenAt,
    preparedBy,
    searched,
    document,
    ledgerHead,
  )
}

/** Adds a record to a production. */
export function insertProductionItem(db: Driver, production: number, item: ProductionItem): void {
  const { position, record, number, label, salt, decision } = item
  db.run('INSERT INTO production_item VALUES (?, ?, ?, ?, ?, ?)', production, position, record, number, label, salt)
  if (decision === null) return
  db.run('INSERT INTO production_decision VALUES (?, ?, ?)', production, position, decision)
}

/** Productions of a request, oldest first. */
export function productionsOf(db: Driver, request: RequestId): Production[] {
  return db.all<ProductionRow>(`${PRODUCTION} WHERE request_id = ? ORDER BY id`, request).map(toProduction)
}

/** What a packet is built from: the production, its document as frozen, and the ledger's head at that moment. */
export function frozenProduction(
  db: Driver,
  id: number,
): { readonly production: Production; readonly document: string; readonly ledgerHead: Uint8Array } | null {
  const row = db.get<ProductionRow>(`${PRODUCTION} WHERE id = ?`, id)
  const frozen = db.get<{ document: string; ledger_head: Uint8Array }>(
    'SELECT document, ledger_head FROM production WHERE id = ?',
    id,
  )
  if (row === undefined || frozen === undefined) return null
  return { production: toProduction(row), document: frozen.document, ledgerHead: frozen.ledger_head }
}

/** The production of a request whose packet was never finished, or null. */
export function unfinishedProduction(db: Driver, request: RequestId): ProductionId | null {
  const row = db.get<{ id: number }>(
    'SELECT id FROM production WHERE request_id = ? AND packet_digest IS NULL ORDER BY id DESC LIMIT 1',
    request,
  )
  return row === undefined ? null : ProductionId.parse(row.id)
}

/** Takes a production back whose packet was never finished; its numbers are not given out again. Returns whether there was one. */
export function withdrawProduction(db: Driver, id: number): boolean {
  const unfinished = 'SELECT id FROM production WHERE id = ? AND packet_digest IS NULL'
  for (const table of ['production_decision', 'production_secret'])
    db.run(`DELETE FROM ${table} WHERE production_id IN (${unfinished})`, id)
  db.run(`DELETE FROM production_item WHERE production_id IN (${unfinished})`, id)
  return db.run('DELETE FROM production WHERE id = ? AND packet_digest IS NULL', id).changes > 0
}

/** Says what packet a production became: with that it is sealed. */
export function saveIssue(
  db: Driver,
  id: number,
  packet: { readonly digest: Uint8Array; readonly name: string; readonly size: number },
  { at, by }: Done,
): void {
  db.run(
    'UPDATE production SET packet_digest = ?, packet_name = ?, packet_size = ? WHERE id = ?',
    packet.digest,
    packet.name,
    packet.size,
    id,
  )
  db.run('INSERT INTO production_seal VALUES (?, ?, ?)', id, at, by)
}

/** Items of a production in order, from a position on. */
export function itemsFrom(db: Driver, production: number, position: number, limit: number): ProductionItem[] {
  return db.all(
    `SELECT position, record_id AS record, number, label, salt, decision
     FROM production_item LEFT JOIN production_decision USING (production_id, position)
     WHERE production_id = ? AND position >= ? ORDER BY position LIMIT ?`,
    production,
    position,
    limit,
  )
}

/** The names of the files that the records of a production were read from, with those of their packages. */
export function sourceNames(db: Driver, production: number): string[] {
  const rows = db.all<{ file: string; package: string }>(
    `SELECT DISTINCT member.name AS file, package.name AS package
     FROM production_item JOIN observation USING (record_id) JOIN member ON member.id = member_id
       JOIN package ON package.id = package_id WHERE production_id = ?`,
    production,
  )
  return [...new Set(rows.flatMap((row) => [row.file, row.package]))]
}

/** When the records of a production were made, each moment once. */
export function timesOf(
  db: Driver,
  production: number,
): { readonly at: Instant | null; readonly precision: Precision }[] {
  return db.all(
    `SELECT DISTINCT at, precision FROM production_item JOIN record ON record.id = record_id WHERE production_id = ?`,
    production,
  )
}

/** What was decided of the records of a production, as JSON, in their order. */
export function decisionsFrom(
  db: Driver,
  production: number,
): { readonly record: number; readonly decision: string }[] {
  return db.all(
    `SELECT record_id AS record, decision FROM production_decision JOIN production_item USING (production_id, position)
     WHERE production_id = ? ORDER BY position`,
    production,
  )
}

/** A record that a search found, as far as a set of accessions shows it; `number`, its last version there, is null where only others hold it. */
export interface Candidate {
  readonly id: number
  readonly account: number
  readonly kind: string
  readonly conversation: string | null
  readonly number: number | null
  readonly media: number
  readonly dated: number
}

/** Facts of records for freezing, in the order of `ids`. @param accessions JSON array of the accessions that count */
export function candidates(db: Driver, ids: readonly number[], accessions: string): Candidate[] {
  const rows = db.all<Candidate>(
    `WITH chosen AS (
       SELECT record.id, account_id, kind, conversation, at IS NOT NULL AS dated, (
         SELECT max(coalesce(same_as, number)) FROM version LEFT JOIN version_folded USING (record_id, number)
         WHERE record_id = record.id AND accession_id IN (SELECT value FROM json_each(?))
       ) AS number, ${newestShown('record.id', 'accession.id IN (SELECT value FROM json_each(?))')} AS newest FROM record WHERE record.id IN (SELECT value FROM json_each(?))
     )
     SELECT id, account_id AS account, kind, conversation, number, dated,
       (SELECT count(*) FROM media WHERE record_id = id AND media.number = chosen.newest) AS media FROM chosen`,
    accessions,
    accessions,
    JSON.stringify(ids),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Pictures of records as frozen, each object once. */
export function picturesOf(db: Driver, record: number, number: number): { digest: Digest; mime: string }[] {
  return db
    .all<{ digest: Uint8Array; mime: string }>(
      `SELECT DISTINCT object.digest, mime FROM media JOIN object ON object.digest = object_digest
       WHERE record_id = ? AND number <= ? AND mime LIKE 'image/%'`,
      record,
      number,
    )
    .map(({ digest, mime }) => ({ digest: digestOf(digest), mime }))
}

/** Counts of a record as a set of accessions saw them, oldest first. */
export function measuresWithin(
  db: Driver,
  record: number,
  accessions: string,
): { readonly name: string; readonly value: number; readonly seenAt: Instant }[] {
  return db.all(
    `SELECT name, value, coalesce(generated_at, received_at) AS seenAt FROM measured JOIN accession ON accession.id = accession_id
     WHERE record_id = ? AND accession_id IN (SELECT value FROM json_each(?)) ORDER BY name, accession_id`,
    record,
    accessions,
  )
}

/** The state of a record on its platform as a set of accessions shows it. */
export function stateWithin(
  db: Driver,
  record: number,
  now: { readonly state: string; readonly deletedAt: Instant | null },
  accessions: string,
): { readonly state: string; readonly deletedAt: Instant | null } {
  const changes = db.all<{
    state: string
    deletedAt: Instant | null
    previous: string
    before: Instant | null
    counts: number
  }>(
    `SELECT state, deleted_at AS deletedAt, previous, previous_deleted_at AS before, accession_id IN (SELECT value FROM json_each(?)) AS counts
     FROM state_change WHERE record_id = ? ORDER BY accession_id`,
    accessions,
    record,
  )
  const [first] = changes
  if (first === undefined) return now
  const last = changes.findLast(({ counts }) => counts === 1)
  return last ?? { state: first.previous, deletedAt: first.before }
}

/** The number that an answered post bears in a production, or null where it is not in it. */
export function parentLabel(db: Driver, production: number, account: number, nativeId: string): string | null {
  const row = db.get<{ label: string }>(
    `SELECT label FROM record JOIN production_item ON record_id = record.id AND production_id = ?
     WHERE account_id = ? AND kind IN ('post', 'reply', 'repost', 'comment') AND native_id = ?`,
    production,
    account,
    nativeId,
  )
  return row?.label ?? null
}

/** Who wrote in a conversation, of what a production holds. */
export function writersIn(db: Driver, production: number, conversation: string): string[] {
  return db
    .all<{ author: string }>(
      `SELECT DISTINCT author FROM record JOIN production_item ON record_id = record.id AND production_id = ?
       WHERE conversation = ? ORDER BY author`,
      production,
      conversation,
    )
    .map(({ author }) => author)
}

/** Members of an accession by what they were used for: media, unread, quarantined. */
export function memberUses(db: Driver, accession: number): Map<string, number> {
  const rows = db.all<{ use: string; count: number }>(
    'SELECT use, count(*) AS count FROM member JOIN package ON package.id = package_id WHERE accession_id = ? GROUP BY use',
    accession,
  )
  return new Map(rows.map(({ use, count }) => [use, count]))
}

function toProduction(row: ProductionRow): Production {
  const { packetDigest, sent } = row
  return Production.parse({
    ...row,
    packetDigest: packetDigest === null ? null : digestOf(packetDigest),
    sent: JSON.parse(sent),
  })
}
