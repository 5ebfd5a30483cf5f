// A narrower search that is suggested to a requester, with how much it would reach (Gov. Code 7922.600).
import { z } from 'zod'
import { Instant } from '../time.ts'
import { SearchDraft } from './request-search.ts'

/** `found`: how many records it reaches; `whole`: how many the request as it stands does, when it was offered. */
export const Narrowing = z.strictObject({
  id: z.int().positive(),
  search: SearchDraft,
  words: z.string(),
  found: z.int().nonnegative(),
  whole: z.int().nonnegative(),
  at: Instant,
  by: z.string().nullable(),
})
export type Narrowing = z.infer<typeof Narrowing>
