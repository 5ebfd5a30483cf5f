// One act of receiving: what came, from whom, when, and the root over all that was read from it.
import { z } from 'zod'
import { AccessionId, AccountId, Digest, JobId, PackageId, PersonId } from '../id.ts'
import { Instant } from '../time.ts'
import { Correction } from './correction.ts'

const AccessionState = z.enum(['receiving', 'complete', 'undoing', 'undone'])

export const Package = z.strictObject({
  id: PackageId,
  part: z.int().nonnegative(),
  name: z.string(),
  size: z.int().nonnegative(),
  digest: Digest,
  /** `file` is a lone file; `unpacked` came as gzip or tar, and its digest is that archive's. */
  form: z.enum(['zip', 'folder', 'file', 'unpacked']),
  state: z.enum(['sealed', 'filtered', 'struck', 'unlinked']),
  members: z.int().nonnegative(),
})
export type Package = z.infer<typeof Package>

export const Accession = z.strictObject({
  id: AccessionId,
  account: AccountId,
  platform: z.string(),
  receivedAt: Instant,
  receivedBy: PersonId.nullable(),
  generatedAt: Instant.nullable(),
  state: AccessionState,
  job: JobId,
  records: z.int().nonnegative(),
  unexplained: z.int().nonnegative(),
  root: Digest.nullable(),
  packages: z.array(Package),
  aside: z.boolean(),
  /** How it was put right, oldest first. */
  corrections: z.array(Correction),
})
export type Accession = z.infer<typeof Accession>
