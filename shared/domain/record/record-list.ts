// How a list of records is shown and handed out: which columns, in which order, and from where it goes on.
import { z } from 'zod'

/** A column of the list; `words` are the words of a search that a record has. */
export const RecordColumn = z.enum([
  'when',
  'platform',
  'account',
  'author',
  'kind',
  'text',
  'words',
  'number',
  'platform-id',
  'media',
  'versions',
  'state',
  'series',
])
export type RecordColumn = z.infer<typeof RecordColumn>

/** An order; within an account, a series or an equal relevance the newest come first. */
export const RecordOrder = z.enum(['newest', 'oldest', 'account', 'series', 'relevance'])
export type RecordOrder = z.infer<typeof RecordOrder>

/** What an order puts before the time of a record: its account, its series, or how well it answers; null where it puts nothing. */
export const Beside = z.union([z.string(), z.number(), z.null()])
export type Beside = z.infer<typeof Beside>
