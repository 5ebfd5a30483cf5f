// A hand-over: what is open, signed by the one who goes and by the one who comes.
import { z } from 'zod'
import { Digest, PersonId } from '../id.ts'
import { Instant } from '../time.ts'

/** What is open in a vault at one moment, seen for one person. */
export const OpenWork = z.strictObject({
  asOf: Instant,
  requests: z.array(
    z.strictObject({
      id: z.string(),
      requester: z.string(),
      receivedOn: z.string(),
      duty: z.string().nullable(),
      due: z.string().nullable(),
    }),
  ),
  holds: z.array(
    z.strictObject({ id: z.int(), label: z.string(), basis: z.string(), orderedBy: z.string(), records: z.int() }),
  ),
  /** Packets whose production is settled and that were never finished. */
  packets: z.array(z.strictObject({ production: z.int(), request: z.string() })),
  /** Notes that wait for a decision on their record. */
  notes: z.int().nonnegative(),
  /** Purge reports, the newest first. */
  purgeReports: z.array(z.strictObject({ id: z.int(), asOf: z.string(), eligible: z.int() })),
  /** Jobs that were interrupted. */
  jobs: z.array(z.strictObject({ kind: z.string(), label: z.string() })),
  untagged: z.int().nonnegative(),
  /** Accounts whose liaison is the one who hands over: they go over. */
  accounts: z.array(z.strictObject({ platform: z.string(), handle: z.string() })),
  keys: z.strictObject({
    /** Names of people who have a key of their own to sign with. */
    signing: z.array(z.string()),
    /** Whether the vault has the key by which it knows again what was removed under an order. */
    removal: z.boolean(),
  }),
  ledger: z.strictObject({ entries: z.int().nonnegative(), head: Digest.nullable() }),
})
export type OpenWork = z.infer<typeof OpenWork>

export const Handover = z.strictObject({
  id: z.int().positive(),
  from: PersonId,
  fromName: z.string(),
  to: PersonId,
  toName: z.string(),
  reason: z.string(),
  ends: z.boolean(),
  givenAt: Instant,
  takenAt: Instant.nullable(),
  replacedAt: Instant.nullable(),
  document: OpenWork,
  digest: Digest,
})
export type Handover = z.infer<typeof Handover>
