// One row of a retention schedule, in the canonical fields of every schedule (law.md §3.5).
import { z } from 'zod'
import { RetentionExpression } from '../retention/expression.ts'
import { CutoffBasis, Disposition } from './legend.ts'

/**
 * The kinds of record that Gov. Code 34090 does not let a city destroy: (a) title to real property or liens, (b) court records,
 * (c) required to be kept by statute, (e) minutes, ordinances or resolutions. (d), under two years old, is a date, not a kind.
 */
export const Exclusion = z.enum(['a', 'b', 'c', 'e'])
export type Exclusion = z.infer<typeof Exclusion>

/** The answer of a series to what it can hold of these kinds, each once; none: it was said to hold none of them. */
export const Protection = z.array(Exclusion).refine((kinds) => new Set(kinds).size === kinds.length, {
  error: 'names a kind twice',
})
export type Protection = z.infer<typeof Protection>

/**
 * A series. `cutoffBasis` and `disposition` are null where the legend decides; a person may set them for this series alone.
 * `row` is the line of the file that it was read from, null where it was entered by hand.
 */
export const Series = z.strictObject({
  code: z.string().trim().min(1).max(200),
  title: z.string().trim().min(1).max(1000),
  description: z.string().max(20_000),
  department: z.string().max(500),
  officeOfRecord: z.string().max(500),
  retention: RetentionExpression,
  cutoffBasis: CutoffBasis.nullable(),
  disposition: Disposition.nullable(),
  citations: z.array(z.string().min(1)),
  vital: z.boolean(),
  historical: z.boolean(),
  confidential: z.boolean(),
  media: z.string().max(2000),
  exclusion: Exclusion.nullable(),
  row: z.int().positive().nullable(),
})
export type Series = z.infer<typeof Series>
