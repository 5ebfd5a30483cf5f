// The clocks of a public records request: CPRA and, where the City has one, its immediate disclosure ordinance, side by side.
import { z } from 'zod'
import { isInForce, Statute } from '../law/statute.ts'
import type { LocalDate } from '../time.ts'
import type { DayOff } from './calendar.ts'
import type { MissingYear } from './count.ts'

export const Duty = z.enum([
  'cpra-determination',
  'cpra-extension',
  'idr-response',
  'idr-determination',
  'idr-production',
  'extended-answer',
  'estimated-availability',
  'mediation',
])
export type Duty = z.infer<typeof Duty>

/**
 * A duty with its length; of length 0, the day itself that the City wrote to the requester. `enabled` false: kept as data, never used. `absolute`: an outer limit, or a date that the City itself
 * writes into a notice; the careful reading never moves it over a day off.
 */
export const ClockRule = Statute.extend({
  duty: Duty,
  amount: z.int().nonnegative(),
  unit: z.enum(['calendar-days', 'business-days']),
  absolute: z.boolean(),
  enabled: z.boolean(),
})
export type ClockRule = z.infer<typeof ClockRule>

/**
 * What the clocks run from. `determinedOn`: the day on which the written determination went out, null while it has not. `receivedAt`:
 * the time of day, `HH:MM`. `extendedTo`: the day that a notice of extension names which went out in time. `availableOn`: the day that
 * a determination which went out names for the records, or the last instalment for those that follow. `mediationOn`: the day on which mediation was demanded.
 */
export interface ClockRequest {
  receivedOn: LocalDate
  immediateDisclosure: boolean
  determinedOn: LocalDate | null
  receivedAt?: string | null
  extendedTo?: LocalDate | null
  availableOn?: LocalDate | null
  mediationOn?: LocalDate | null
}

/** When the office that takes requests in is open, Monday to Friday, `HH:MM`. */
export const OfficeHours = Statute.extend({
  opens: z.iso.time({ precision: -1 }),
  closes: z.iso.time({ precision: -1 }),
})
export type OfficeHours = z.infer<typeof OfficeHours>

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

/** The last day by statute where a request that came on a day off or after hours counts as the next business day's. */
export interface PracticeDate {
  receivedOn: LocalDate
  date: LocalDate
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
      practice: PracticeDate | null
    })
  | (ClockHead & { ok: false; refusal: 'calendar-year-not-loaded'; missing: MissingYear[]; sentence: string })

/** The enabled rule for a duty on a day; of several the one with the latest start. */
export function clockRuleInForce(rules: readonly ClockRule[], duty: Duty, on: LocalDate): ClockRule | undefined {
  return rules
    .filter((rule) => rule.enabled && rule.duty === duty && isInForce(rule, on))
    .toSorted((one, other) => (other.validFrom ?? '').localeCompare(one.validFrom ?? ''))[0]
}
