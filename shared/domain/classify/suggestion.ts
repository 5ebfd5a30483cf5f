// A series that a record may belong to, and why: what a rule says, or what earlier decisions by hand have in common with it.
import { z } from 'zod'

/** `decisions` of the `of` earlier decisions for the series have this word, account or kind. */
export const Likeness = z.strictObject({
  what: z.enum(['word', 'account', 'kind']),
  value: z.string(),
  decisions: z.int().positive(),
  of: z.int().positive(),
})
export type Likeness = z.infer<typeof Likeness>

/** Never a decision: a person makes it or not. `rule` is the name of the rule that says so. */
export const Suggestion = z.strictObject({
  series: z.string(),
  rule: z.string().nullable(),
  like: z.array(Likeness),
})
export type Suggestion = z.infer<typeof Suggestion>
