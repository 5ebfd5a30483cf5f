// Operations that hand copies to an archive.
import { z } from 'zod'
import { Digest, GrantId } from '../domain/id.ts'
import { job } from './define.ts'

/** `digest`: of the manifest of the bag; `leftOut`: locked and restricted records that the search found. */
export const transferMake = job('transfer.make', {
  summary: 'Copies records of permanent and historical series for the archive, as a BagIt bag; the vault keeps them.',
  input: z.strictObject({ search: z.string().trim().min(1).max(4000), to: GrantId }),
  output: z.strictObject({
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
