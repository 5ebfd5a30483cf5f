// Operations that read the ledger.
import { z } from 'zod'
import { Digest } from '../domain/id.ts'
import { Instant } from '../domain/time.ts'
import { query } from './define.ts'

export const LedgerEntry = z.strictObject({
  seq: z.int().positive(),
  at: Instant,
  kind: z.string(),
  hash: Digest,
  payload: z.unknown(),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>

export const ledgerPage = query('ledger.page', {
  summary: 'The log of all that was done, newest first.',
  input: z.strictObject({ before: z.int().positive().nullable(), limit: z.int().min(1).max(500) }),
  output: z.array(LedgerEntry),
})
