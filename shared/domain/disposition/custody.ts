// What custody is given up upon: a copy that an archive has, and the receipt that it signed for it.
import { z } from 'zod'
import { Transfer, TransferReceipt } from './transfer.ts'

/** A copy that records of a plan rest on, with the receipt that counted then. `records`: how many of the plan do; `transfer`: its number. */
export const PlanCustody = Transfer.pick({ name: true, bag: true, files: true, bytes: true, madeAt: true }).extend({
  transfer: z.int().positive(),
  records: z.int().positive(),
  /** `seenBy`: the name of who entered it and has seen the paper. */
  receipt: TransferReceipt.omit({ enteredBy: true }).extend({ seenBy: z.string() }),
})
export type PlanCustody = z.infer<typeof PlanCustody>

/** What the checksum of a bag proves, and what it does not; printed and written wherever custody is given up upon it. */
export const bagProves =
  'The digest is that of the bag’s manifest-sha256.txt, which names every file of the payload with its own SHA-256 (RFC 8493). Whoever has the bag can check with “sha256sum -c manifest-sha256.txt” that each byte is as the City handed it over. It proves which copy the archive signed for; it does not prove that the archive still has it, nor who wrote what the records say.'

/** The archives, each once, in words: `County Archives and State Archives`. */
export function archivesOf(custody: readonly PlanCustody[]): string {
  const names = [...new Set(custody.map(({ receipt }) => receipt.archive))]
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
