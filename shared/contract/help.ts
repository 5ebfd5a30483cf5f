// Operations that help a requester to ask for what they look for: narrower searches with their counts, and which systems hold what.
import { z } from 'zod'
import { RequestId } from '../domain/id.ts'
import { Narrowing } from '../domain/request/narrowing.ts'
import { SearchDraft } from '../domain/request/request-search.ts'
import { command, query } from './define.ts'

const errors = ['REQUEST_UNKNOWN', 'REQUEST_REFUSED', 'INPUT_INVALID'] as const

export const helpShow = query('help.show', {
  summary:
    'The narrower searches that were suggested on a request, how much the request reaches, and which systems hold what.',
  input: z.strictObject({ request: RequestId }),
  output: z.strictObject({
    whole: z.int().nonnegative(),
    narrowings: z.array(Narrowing),
    systems: z.array(z.string()),
  }),
  errors: ['REQUEST_UNKNOWN', 'INPUT_INVALID'],
})

export const helpOffer = command('help.offer', {
  summary: 'Suggests a narrower search; how much it reaches is counted and kept for the letter.',
  input: z.strictObject({ request: RequestId, search: SearchDraft, words: z.string().trim().min(1).max(500) }),
  output: z.strictObject({ id: z.int().positive(), found: z.int().nonnegative(), whole: z.int().nonnegative() }),
  errors,
})

export const helpDrop = command('help.drop', {
  summary: 'Takes a suggestion back; it stays known and goes into no letter any more.',
  input: z.strictObject({ request: RequestId, id: z.int().positive() }),
  output: z.strictObject({}),
  errors,
})
