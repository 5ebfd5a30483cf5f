// How the City looks for what answers a request: several searches, families by choice, and what is taken in or left out by hand.
import { z } from 'zod'
import { AccountId, RecordId } from '../id.ts'
import { RecordKind } from '../record/record.ts'
import { Instant, LocalDate } from '../time.ts'

/**
 * What goes with a record that is found. `thread`: its whole conversation or thread; `replies`: what answers it; `media`: other
 * records with the same picture, video or file. All stay within the accounts of their search, and may lie outside its period.
 */
export const Family = z.enum(['thread', 'replies', 'media'])
export type Family = z.infer<typeof Family>

/** One search. No account: all of them; no kind: every kind. Days are the City's, both included. */
export const SearchDraft = z
  .strictObject({
    search: z.string().trim().max(4000),
    accounts: z.array(AccountId).max(1000),
    from: LocalDate.nullable(),
    to: LocalDate.nullable(),
    kinds: z.array(RecordKind).max(RecordKind.options.length),
    families: z.array(Family).max(Family.options.length),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    error: 'ends before it begins',
    path: ['to'],
  })
export type SearchDraft = z.infer<typeof SearchDraft>

/** What a request itself asks to be searched. */
interface Asked {
  readonly search: string
  readonly accounts: readonly AccountId[]
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}

/** The search that a request is until somebody settles others: its words in its accounts and period. */
export function searchAsked({ search, accounts, from, to }: Asked): SearchDraft {
  return { search, accounts: [...accounts], from, to, kinds: [], families: [] }
}

/**
 * A search with its kinds and period, as one query. The period is written as what a record is not, so that records without a
 * time are found by it too: nobody can say that they lie outside.
 */
export function queryOfSearch({
  search,
  from,
  to,
  kinds,
}: Pick<SearchDraft, 'search' | 'from' | 'to' | 'kinds'>): string {
  const words = search.trim()
  const ofKinds = kinds.map((kind) => `kind:${kind}`).join(' OR ')
  const limits = [
    ...(kinds.length === 0 ? [] : [kinds.length === 1 ? ofKinds : `(${ofKinds})`]),
    ...(from === null ? [] : [`-before:${from}`]),
    ...(to === null ? [] : [`-after:${to}`]),
  ]
  if (limits.length === 0) return words
  return [...(words === '' ? [] : [`(${words})`]), ...limits].join(' ')
}

/** A record that was taken into what answers a request by hand, or left out of it. `undone` is neither any more. */
export const PickAct = z.enum(['added', 'removed', 'undone'])
export type PickAct = z.infer<typeof PickAct>

/** What stands of a record by hand. */
export const RequestPick = z.strictObject({
  record: RecordId,
  act: PickAct.exclude(['undone']),
  reason: z.string(),
  at: Instant,
  by: z.string().nullable(),
})
export type RequestPick = z.infer<typeof RequestPick>
