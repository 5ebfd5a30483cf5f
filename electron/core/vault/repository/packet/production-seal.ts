// What happens to a production after it is frozen: its packet goes out. The secrets behind its commitments stay, and go with their record.
import type { KeyId } from '../../../../../shared/contract/key.ts'
import type { Digest } from '../../../../../shared/domain/id.ts'
import type { Sending } from '../../../../../shared/domain/request/letter.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestBytes } from '../../hex.ts'
import type { Done } from '../request/request-life.ts'

/** Keeps the secret of a record of a production. */
export function insertSecret(db: Driver, production: number, position: number, secret: Uint8Array): void {
  db.run('INSERT INTO production_secret VALUES (?, ?, ?)', production, position, secret)
}

/** Keeps that a packet went out. */
export function insertSent(db: Driver, id: number, { on, time, how, proof }: Sending, { at, by }: Done): void {
  db.run(
    `INSERT INTO production_sent (production_id, sent_on, sent_time, sent_how, sent_proof, entered_at, entered_by)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ...[id, on, time, how, proof, at, by],
  )
}

/** Whether a packet with exactly these bytes was issued from this vault. */
export function wasIssued(db: Driver, digest: Digest): boolean {
  return db.get('SELECT 1 FROM production WHERE packet_digest = ?', digestBytes(digest)) !== undefined
}

/** The secret of a record of a production; null where it has none, or it was destroyed with the record. */
export function secretOf(db: Driver, production: number, position: number): Uint8Array | null {
  const row = db.get<{ secret: Uint8Array }>(
    'SELECT secret FROM production_secret WHERE production_id = ? AND position = ?',
    production,
    position,
  )
  return row?.secret ?? null
}

/** An act of opening. */
export interface NewOpening {
  readonly production: number
  readonly position: number
  readonly fields: readonly string[]
  readonly reason: string
  /** With which key it is signed; null: the name was typed. */
  readonly signed: { readonly key: KeyId; readonly signature: Uint8Array } | null
  readonly digest: Uint8Array
}

/** Keeps that the attorney opened fields of a record. */
export function insertOpening(db: Driver, opening: NewOpening, { at, by }: Done): void {
  const { production, position, fields, reason, signed, digest } = opening
  const { id } = db.run(
    `INSERT INTO production_opening (production_id, position, fields, reason, opened_at, opened_by, digest)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ...[production, position, JSON.stringify(fields), reason, at, by, digest],
  )
  if (signed === null) return
  const sql = 'INSERT INTO production_opening_key (opening_id, key_id, signature) VALUES (?, ?, ?)'
  db.run(sql, id, signed.key, signed.signature)
}

/** The place in a production of the record with a number, or null. */
export function positionOf(db: Driver, production: number, label: string): number | null {
  const sql = 'SELECT position FROM production_item WHERE production_id = ? AND label = ?'
  return db.get<{ position: number }>(sql, production, label)?.position ?? null
}

/** What an accession's root is over, in order: digest and salt, or the leaf alone where both are destroyed. */
export function sightingsUnder(
  db: Driver,
  accession: number,
): Iterable<{
  readonly digest: Uint8Array | null
  readonly salt: Uint8Array | null
  readonly leaf: Uint8Array | null
}> {
  return db.iterate(
    `SELECT digest, salt, leaf FROM observation WHERE member_id IN (
       SELECT member.id FROM member JOIN package ON package.id = package_id WHERE accession_id = ?)
     ORDER BY member_id, position`,
    accession,
  )
}

/** The account that a record belongs to; undefined where it is no longer in the vault. */
export function accountOfRecord(db: Driver, record: number): number | undefined {
  return db.get<{ account: number }>('SELECT account_id AS account FROM record WHERE id = ?', record)?.account
}
