// Classification rules: which records belong to which series, decided by account, platform, kind, author, thread, words and days.
import { z } from 'zod'
import { RecordKind } from '../record/record.ts'
import { LocalDate } from '../time.ts'

const listOf = <T extends z.ZodType>(item: T) => z.array(item).min(1).optional()
const Word = z.string().trim().min(1).max(200)

/** All conditions given must hold; none given: every record. Days are the City's, both included. */
export const RuleCondition = z
  .strictObject({
    accounts: listOf(z.string().trim().min(1).max(200)),
    platforms: listOf(z.string().trim().min(1).max(40)),
    kinds: listOf(RecordKind),
    /** Who wrote it, by the handle or number that the source gives. */
    authors: listOf(z.string().trim().min(1).max(200)),
    /** In which thread: by the platform's number of any post of it, or of its conversation. */
    threads: listOf(z.string().trim().min(1).max(400)),
    words: z
      .strictObject({ any: listOf(Word), all: listOf(Word) })
      .refine(({ any, all }) => any !== undefined || all !== undefined, { error: 'names no word' })
      .optional(),
    from: LocalDate.optional(),
    to: LocalDate.optional(),
    hasMedia: z.boolean().optional(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { error: 'ends before it begins', path: ['to'] })
export type RuleCondition = z.infer<typeof RuleCondition>

/** A rule; the lowest `order` wins. `reason` is kept with every classification that it makes. */
export const Rule = z.strictObject({
  id: z.string().trim().min(1).max(100),
  name: z.string().trim().min(1).max(200),
  order: z.int(),
  when: RuleCondition,
  series: z.string().trim().min(1).max(200),
  reason: z.string().trim().min(1).max(2000),
})
export type Rule = z.infer<typeof Rule>

/** A rules file (`muniment classify --rules FILE`); no id twice. */
export const Rules = z
  .array(Rule)
  .max(10_000)
  .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, { error: 'holds an id twice' })
export type Rules = z.infer<typeof Rules>
