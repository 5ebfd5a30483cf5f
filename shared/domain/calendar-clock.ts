// The clocks of a public records request: CPRA and, where the City has one, its immediate disclosure ordinance, side by side.
import { z } from 'zod'
import type { DayOff } from './calendar.ts'
import type { MissingYear } from './calendar-count.ts'
import { isInForce, Statute } from './statute.ts'
import type { LocalDate } from './time.ts'

export const Duty = z.enum([
  'cpra-determination',
  'cpra-extension',
  'idr-response',
  'idr-determination',
  'idr-production',
])
export type Duty = z.infer<typeof Duty>

/**
 * A duty with its length. `enabled` false: kept as data, never used. `absolute`: an outer limit, or a date that the City itself
 * writes into a notice; the careful reading never moves it over a day off.
 */
export const ClockRule = Statute.extend({
  duty: Duty,
  amount: z.int().positive(),
  unit: z.enum(['calendar-days', 'business-days']),
  absolute: z.boolean(),
  enabled: z.boolean(),
})
export type ClockRule = z.infer<typeof ClockRule>

/** What the clocks run from; `determinedOn`: the day on which the written determination went out, null while it has not. */
export interface ClockRequest {
  receivedOn: LocalDate
  immediateDisclosure: boolean
  determinedOn: LocalDate | null
}

/** One step of a clock: where it stands, the day it gives, a sentence for the clerk. */
export interface ClockStep {
  citation: string
  date: LocalDate
  sentence: string
}

/** What every clock tells, with or without a date; `from` is the day after which it counts. */
export interface ClockHead {
  duty: Duty
  rule: string
  citation: string
  confirmed: boolean
  from: LocalDate
}

/**
 * A date that explains itself. `raw` is counted before days off move it; `statutory` is the last day under CCP 12–12b;
 * `conservative` the earliest that anybody could defend: work to this one. `skipped` belongs to `statutory`.
 * Where a year's holidays are not loaded there is no date, only a refusal.
 */
export type Clock =
  | (ClockHead & {
      ok: true
      raw: LocalDate
      conservative: LocalDate
      statutory: LocalDate
      skipped: DayOff[]
      steps: ClockStep[]
    })
  | (ClockHead & { ok: false; refusal: 'calendar-year-not-loaded'; missing: MissingYear[]; sentence: string })

/** The enabled rule for a duty on a day; of several the one with the latest start. */
export function clockRuleInForce(rules: readonly ClockRule[], duty: Duty, on: LocalDate): ClockRule | undefined {
  return rules
    .filter((rule) => rule.enabled && rule.duty === duty && isInForce(rule, on))
    .toSorted((one, other) => (other.validFrom ?? '').localeCompare(one.validFrom ?? ''))[0]
}
