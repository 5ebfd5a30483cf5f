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
  for (const { record, series, commitment } of records)
    db.run('INSERT INTO transfer_record VALUES (?, ?, ?, ?)', id, record, series, digestBytes(commitment))
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
