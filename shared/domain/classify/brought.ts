// What the rules in force made of the records that an import, a capture or a new reading brought.
import { z } from 'zod'
import { grouped } from '../../text/amount.ts'
import { RecordId } from '../id.ts'

const Count = z.int().nonnegative()

/**
 * The law of it: `records` = those in a series by each of the `rules` + `byHand` + `withoutSeries`; each record counts once.
 * `decided`: how many got another series now. `guarded`: left as they were, because a shorter series takes a second person.
 */
export const BroughtClassification = z.strictObject({
  /** Number of the set in force. */
  ruleSet: z.int().positive(),
  /** Why the set was not applied, as a sentence; null where it was. */
  refused: z.string().nullable(),
  records: Count,
  decided: Count,
  rules: z.array(z.strictObject({ rule: z.string(), name: z.string(), series: z.string(), records: Count })),
  byHand: Count,
  withoutSeries: Count,
  conflicts: Count,
  guarded: Count,
  /** The first of the conflicts and of the guarded. */
  findings: z.array(z.strictObject({ record: RecordId, sentence: z.string() })),
})
export type BroughtClassification = z.infer<typeof BroughtClassification>

/** The counts as a name and a figure each, in the order in which they add up. */
export function broughtFacts(made: BroughtClassification): [name: string, figure: string][] {
  return [
    ['Records', grouped(made.records)],
    ...made.rules.map(({ name, series, records }): [string, string] => [
      `By the rule “${name}”`,
      `${grouped(records)} in ${series}`,
    ]),
    ['As a person decided', grouped(made.byHand)],
    ['In no series', grouped(made.withoutSeries)],
    ['Put into another series now', grouped(made.decided)],
    ['Rules that disagree', grouped(made.conflicts)],
    ['Waiting for a second person', grouped(made.guarded)],
  ]
}
