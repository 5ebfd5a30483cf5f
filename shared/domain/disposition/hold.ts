// Holds: orders that stop disposition, and which records they cover.
import { z } from 'zod'
import { AccountId, Digest, HoldId, RecordId } from '../id.ts'
import { Instant, LocalDate } from '../time.ts'

export const HoldBasis = z.enum([
  'litigation',
  'claim',
  'records-request',
  'audit',
  'grant',
  'subpoena',
  'consent-decree',
  'other',
])
export type HoldBasis = z.infer<typeof HoldBasis>

/**
 * What a hold covers: the records listed, and besides every record that meets all the other conditions given, now and later.
 * No condition at all means every record. Days are the City's, both included.
 */
export const HoldScope = z
  .strictObject({
    search: z.string().trim().max(4000).nullable(),
    accounts: z.array(AccountId),
    from: LocalDate.nullable(),
    to: LocalDate.nullable(),
    recordIds: z.array(RecordId),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    error: 'ends before it begins',
    path: ['to'],
  })
export type HoldScope = z.infer<typeof HoldScope>

/**
 * A hold as ordered. `label` is public: outputs print it and nothing else; `matter` is privileged and printed nowhere. `startsOn` is what
 * the order says: a hold holds from when it is placed. `orderDocument` is the digest of the written order, kept in the vault.
 */
export const HoldDraft = z.strictObject({
  label: z.string().trim().min(1).max(500),
  matter: z.string().trim().max(4000),
  attorney: z.string().trim().max(200),
  startsOn: LocalDate.nullable(),
  reviewOn: LocalDate.nullable(),
  basis: HoldBasis,
  orderedBy: z.string().trim().min(1).max(200),
  orderDocument: Digest.nullable(),
  scope: HoldScope,
})
export type HoldDraft = z.infer<typeof HoldDraft>

/** A hold as placed. A release is written and never purges anything by itself (law.md §3.2). */
export const Hold = HoldDraft.extend({
  id: HoldId,
  placedAt: Instant,
  releasedAt: Instant.nullable(),
  releasedBy: z.string().trim().max(200).nullable(),
  releaseDocument: Digest.nullable(),
})
export type Hold = z.infer<typeof Hold>

/**
 * A record as holds see it. `first` and `last` are the local days of its creation and latest change, null where unknown;
 * `found` answers whether a search finds it (the archive's own search, so that a hold covers what the clerk saw).
 */
export interface HoldSubject {
  id: RecordId
  account: AccountId
  first: LocalDate | null
  last: LocalDate | null
  found: (search: string) => boolean
}

/** Whether a hold covers a record. A released hold covers nothing; a record without a day is inside every period. */
export function holdCovers(hold: Hold, subject: HoldSubject): boolean {
  return coverage(hold)(subject)
}

/** The holds that cover a record, for asking about many records: the lists of the holds are prepared once. */
export function holdsOver(holds: readonly Hold[]): (subject: HoldSubject) => Hold[] {
  const prepared = holds.map((hold) => ({ hold, covers: coverage(hold) }))
  return (subject) => prepared.filter(({ covers }) => covers(subject)).map(({ hold }) => hold)
}

function coverage({ releasedAt, scope }: Hold): (subject: HoldSubject) => boolean {
  if (releasedAt !== null) return () => false
  const { search, from, to } = scope
  const ids = new Set<number>(scope.recordIds)
  const accounts = new Set<number>(scope.accounts)
  const conditional = search !== null || from !== null || to !== null || accounts.size > 0
  const meets = ({ account, first, last, found }: HoldSubject) =>
    (accounts.size === 0 || accounts.has(account)) &&
    (from === null || last === null || last >= from) &&
    (to === null || first === null || first <= to) &&
    (search === null || found(search))
  return (subject) => ids.has(subject.id) || (conditional ? meets(subject) : ids.size === 0)
}
