// What the codes of one schedule mean. The same letter means different things in different cities: nothing is built in.
import { z } from 'zod'
import { normalCode, RetentionUnit } from '../retention/expression.ts'

/** The day from which a retention period runs; `none`: it never starts by itself. */
export const CutoffBasis = z.enum(['calendar-year-end', 'fiscal-year-end', 'event', 'creation', 'none'])
export type CutoffBasis = z.infer<typeof CutoffBasis>

/** What happens at the end of retention. */
export const Disposition = z.enum(['destroy', 'permanent', 'archive', 'review'])
export type Disposition = z.infer<typeof Disposition>

/**
 * One code (`CU`) or phrase (`Life of material`) of a legend: its meaning, what starts the period (`trigger`, in the City's words)
 * and the basis. `period` serves phrases that carry their own length, `disposition` codes that name an outcome.
 */
export const LegendEntry = z.strictObject({
  code: z.string().max(200).transform(normalCode).pipe(z.string().min(1)),
  meaning: z.string().trim().min(1).max(1000),
  trigger: z.string().trim().max(200),
  basis: CutoffBasis,
  period: z.strictObject({ amount: z.number().min(0).max(999), unit: RetentionUnit }).nullable(),
  disposition: Disposition.nullable(),
})
export type LegendEntry = z.infer<typeof LegendEntry>

/** A schedule's legend; no code twice. */
export const Legend = z
  .array(LegendEntry)
  .refine((entries) => new Set(entries.map((entry) => entry.code)).size === entries.length, {
    error: 'explains a code twice',
  })
export type Legend = z.infer<typeof Legend>

/** A legend for looking up: normal code → entry. */
export function indexLegend(legend: Legend): ReadonlyMap<string, LegendEntry> {
  return new Map(legend.map((entry) => [entry.code, entry]))
}
