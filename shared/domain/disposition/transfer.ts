// A copy for the archive, and the receipt that the archive signed for it.
import { z } from 'zod'
import { Digest, PersonId } from '../id.ts'
import { Instant, LocalDate } from '../time.ts'

/** The receipt that counts: what is on the paper, the paper's own digest, and who entered it and has seen it. */
export const TransferReceipt = z.strictObject({
  archive: z.string(),
  signedBy: z.string(),
  title: z.string(),
  signedOn: LocalDate,
  document: Digest,
  enteredAt: Instant,
  enteredBy: PersonId,
})
export type TransferReceipt = z.infer<typeof TransferReceipt>

/** A copy. `bag`: SHA-256 of its manifest; `inVault`: how many of its records the vault has yet; `receipts`: how many were entered. */
export const Transfer = z.strictObject({
  id: z.int().positive(),
  name: z.string(),
  bag: Digest,
  files: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  madeAt: Instant,
  madeBy: PersonId.nullable(),
  records: z.int().nonnegative(),
  inVault: z.int().nonnegative(),
  receipts: z.int().nonnegative(),
  receipt: TransferReceipt.nullable(),
})
export type Transfer = z.infer<typeof Transfer>
