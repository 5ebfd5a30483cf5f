// Copies for the archive: what each holds, and the receipts that the archive signed for it.

import type { Transfer, TransferReceipt } from '../../../../../shared/domain/disposition/transfer.ts'
import type { Digest, PersonId } from '../../../../../shared/domain/id.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestBytes, digestOf } from '../../hex.ts'

/** A record as a bag has it. */
export interface TransferredRecord {
  readonly record: number
  readonly series: string
  readonly commitment: Digest
  /** To its pictures and recordings in the bag; null where it has none there. */
  readonly media: Digest | null
}

/** A bag that is whole. `bag`: SHA-256 of its manifest. */
export interface MadeTransfer {
  readonly name: string
  readonly bag: Uint8Array
  readonly files: number
  readonly bytes: number
}

/** Writes a copy down. Returns its number. */
export function insertTransfer(
  db: Driver,
  { name, bag, files, bytes }: MadeTransfer,
  records: readonly TransferredRecord[],
  at: Instant,
  by: PersonId | null,
): number {
  const { id } = db.run(
    'INSERT INTO transfer (name, bag, files, bytes, made_at, made_by) VALUES (?, ?, ?, ?, ?, ?)',
    ...[name, bag, files, bytes, at, by],
  )
  for (const { record, series, commitment, media } of records) {
    db.run('INSERT INTO transfer_record VALUES (?, ?, ?, ?)', id, record, series, digestBytes(commitment))
    if (media !== null) db.run('INSERT INTO transfer_media VALUES (?, ?, ?)', id, record, digestBytes(media))
  }
  return id
}

/** Writes a receipt down. */
export function insertReceipt(
  db: Driver,
  transfer: number,
  { archive, signedBy, title, signedOn, document }: Omit<TransferReceipt, 'enteredAt' | 'enteredBy'>,
  at: Instant,
  by: PersonId,
): void {
  db.run(
    `INSERT INTO transfer_receipt (transfer_id, archive, signed_by, title, signed_on, document_digest, entered_at, entered_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[transfer, archive, signedBy, title, signedOn, digestBytes(document), at, by],
  )
}

interface Row extends Omit<Transfer, 'bag' | 'receipt'>, Omit<TransferReceipt, 'document'> {
  readonly bag: Uint8Array
  readonly document: Uint8Array | null
}

/** Every copy with the receipt that counts, the newest first. */
export function listTransfers(db: Driver): Transfer[] {
  const rows = db.all<Row>(
    `SELECT transfer.id, name, bag, files, bytes, made_at AS madeAt, made_by AS madeBy,
       (SELECT count(*) FROM transfer_record WHERE transfer_id = transfer.id) AS records,
       (SELECT count(*) FROM transfer_record WHERE transfer_id = transfer.id AND record_id IN (SELECT id FROM record)) AS inVault,
       (SELECT count(*) FROM transfer_receipt WHERE transfer_id = transfer.id) AS receipts,
       archive, signed_by AS signedBy, title, signed_on AS signedOn, document_digest AS document, entered_at AS enteredAt, entered_by AS enteredBy
     FROM transfer LEFT JOIN transfer_receipt AS receipt ON receipt.id = (SELECT max(id) FROM transfer_receipt WHERE transfer_id = transfer.id)
     ORDER BY transfer.id DESC`,
  )
  return rows.map(({ archive, signedBy, title, signedOn, document, enteredAt, enteredBy, bag, ...made }) => ({
    ...made,
    bag: digestOf(bag),
    receipt:
      document === null
        ? null
        : { archive, signedBy, title, signedOn, document: digestOf(document), enteredAt, enteredBy },
  }))
}

/** A copy that has a record: what it committed to, and the digest of the receipt that counts, null where no archive has signed. */
export interface HoldingCopy {
  readonly record: number
  readonly transfer: number
  readonly commitment: Digest
  readonly media: Digest | null
  readonly receipt: Digest | null
}

/** The copies that have some records, the newest of each first. */
export function copiesHolding(db: Driver, records: readonly number[]): HoldingCopy[] {
  return db
    .all<{
      record: number
      transfer: number
      commitment: Uint8Array
      media: Uint8Array | null
      receipt: Uint8Array | null
    }>(
      `SELECT held.record_id AS record, held.transfer_id AS transfer, held.commitment, transfer_media.commitment AS media,
         (SELECT document_digest FROM transfer_receipt WHERE transfer_receipt.transfer_id = held.transfer_id ORDER BY id DESC LIMIT 1) AS receipt
       FROM json_each(?) AS wanted CROSS JOIN transfer_record AS held ON held.record_id = wanted.value
         LEFT JOIN transfer_media ON transfer_media.transfer_id = held.transfer_id AND transfer_media.record_id = held.record_id
       ORDER BY held.record_id, held.transfer_id DESC`,
      JSON.stringify(records),
    )
    .map(({ commitment, media, receipt, ...row }) => ({
      ...row,
      commitment: digestOf(commitment),
      media: media && digestOf(media),
      receipt: receipt && digestOf(receipt),
    }))
}

/** The files of some records' versions, each once, in the order of their digests. */
export function mediaDigestsOf(db: Driver, records: readonly number[]): { record: number; digest: Uint8Array }[] {
  return db.all(
    `SELECT DISTINCT record_id AS record, object_digest AS digest FROM media
     WHERE object_digest IS NOT NULL AND record_id IN (SELECT value FROM json_each(?)) ORDER BY record_id, object_digest`,
    JSON.stringify(records),
  )
}

/** Of records that a destruction destroyed: the newest of some copies that has them as they went. */
export function copiesDestroyed(
  db: Driver,
  destruction: number,
  copies: readonly number[],
): { record: number; transfer: number }[] {
  return db.all(
    `SELECT item.record_id AS record, max(transfer_id) AS transfer FROM destruction_item AS item
       JOIN transfer_record AS held ON held.record_id = item.record_id AND held.commitment = item.commitment
     WHERE destruction_id = ? AND outcome = 'destroyed' AND transfer_id IN (SELECT value FROM json_each(?)) GROUP BY item.record_id`,
    destruction,
    JSON.stringify(copies),
  )
}
