// Operations that hand copies to an archive.
import { z } from 'zod'
import { Transfer } from '../domain/disposition/transfer.ts'
import { Digest, GrantId } from '../domain/id.ts'
import { LocalDate } from '../domain/time.ts'
import { command, job, query } from './define.ts'
import { Paper } from './hold.ts'

/** `id`: number of the copy; `digest`: of the manifest of the bag; `leftOut`: locked and restricted records that the search found. */
export const transferMake = job('transfer.make', {
  summary: 'Copies records of permanent and historical series for the archive, as a BagIt bag; the vault keeps them.',
  input: z.strictObject({ search: z.string().trim().min(1).max(4000), to: GrantId }),
  output: z.strictObject({
    id: z.int().positive(),
    records: z.int().nonnegative(),
    media: z.int().nonnegative(),
    files: z.int().nonnegative(),
    bytes: z.int().nonnegative(),
    leftOut: z.int().nonnegative(),
    digest: Digest,
  }),
  errors: [
    'SCHEDULE_MISSING',
    'INPUT_INVALID',
    'GRANT_UNKNOWN',
    'TARGET_EXISTS',
    'VAULT_DAMAGED',
    'PRACTICE_ONLY',
    'DISK_FULL',
  ],
})

/** What was copied. */
export type TransferMade = z.output<typeof transferMake.output>

export const transferList = query('transfer.list', {
  summary: 'Copies that were made for an archive, each with what it holds and the receipt that the archive signed.',
  input: z.strictObject({}),
  output: z.array(Transfer),
})

/**
 * `bag`: the digest that the paper names; it must be that of the bag's manifest. `signedBy`: who signed for the archive. Nothing is destroyed by it; of
 * several receipts the newest counts.
 */
export const transferReceipt = command('transfer.receipt', {
  summary: 'Records the receipt that an archive signed for a copy: the paper is kept, and nothing is destroyed by it.',
  input: z.strictObject({
    id: z.int().positive(),
    bag: Digest,
    archive: z.string().trim().min(1).max(500),
    signedBy: z.string().trim().min(1).max(200),
    title: z.string().trim().max(200).default(''),
    signedOn: LocalDate,
    document: Paper,
  }),
  output: z.strictObject({ records: z.int().nonnegative() }),
  errors: ['ACTOR_REQUIRED', 'INPUT_INVALID'],
})
