// Operations on lists of names that are proposed in reviews. A list is brought in whole and never shown whole again.
import { z } from 'zod'
import { Digest, RecordId } from '../domain/id.ts'
import { command, query } from './define.ts'

const List = z.string().trim().min(1, { error: 'has no name' }).max(100)

export const namesSet = command('names.set', {
  summary: 'Puts a list of names or words in place of the one of that name; an empty one takes it away.',
  input: z.strictObject({ list: List, words: z.array(z.string().trim().min(2).max(200)).max(20_000) }),
  output: z.strictObject({ words: z.int().nonnegative() }),
  errors: ['ACTOR_REQUIRED'],
})

export const namesLists = query('names.lists', {
  summary: 'The lists of names, and how many each has; not the names.',
  input: z.strictObject({}),
  output: z.array(z.strictObject({ list: z.string(), words: z.int().positive() })),
})

export const namesFound = query('names.found', {
  summary: 'Where a record says a name of a list: a proposal, which its reviewer takes or ignores.',
  input: z.strictObject({ record: RecordId }),
  output: z.array(
    z.strictObject({
      list: z.string(),
      version: Digest,
      from: z.int().nonnegative(),
      to: z.int().positive(),
    }),
  ),
  errors: ['RECORD_UNKNOWN', 'RECORD_LOCKED'],
})
