// Operations on the vault as a whole.
import { z } from 'zod'
import { Digest, JobId } from '../domain/id.ts'
import { Instant, Zone } from '../domain/time.ts'
import { job, query } from './define.ts'

export const VaultSummary = z.strictObject({
  vaultId: z.string(),
  city: z.string(),
  zone: Zone,
  formatVersion: z.int(),
  /** Whether it is a practice vault: nothing in it is a record. */
  practice: z.boolean(),
  openedAt: Instant,
  counts: z.strictObject({
    accounts: z.int(),
    people: z.int(),
    accessions: z.int(),
    records: z.int(),
    versions: z.int(),
    untagged: z.int(),
    objects: z.int(),
    holds: z.int(),
    requests: z.int(),
    schedules: z.int(),
    ledger: z.int(),
  }),
  ledgerHead: Digest.nullable(),
  interrupted: z.array(JobId),
  warnings: z.array(z.string()),
})
export type VaultSummary = z.infer<typeof VaultSummary>

export const vaultSummary = query('vault.summary', {
  summary: 'The city, the counts of everything kept, and what needs attention.',
  input: z.strictObject({}),
  output: VaultSummary,
})

/** A finding of `vault.verify`; the codes are listed in docs/verify.md. */
export const VerifyFinding = z.strictObject({
  code: z.string().regex(/^V\d{3}$/),
  subject: z.string(),
  sentence: z.string(),
})
export type VerifyFinding = z.infer<typeof VerifyFinding>

export const VerifyReport = z.strictObject({
  checked: z.record(z.string(), z.int()),
  findings: z.array(VerifyFinding),
})
export type VerifyReport = z.infer<typeof VerifyReport>

export const vaultVerify = job('vault.verify', {
  summary: 'Reads every object, package, fragment and ledger entry again and names what is wrong.',
  input: z.strictObject({}),
  output: VerifyReport,
})
