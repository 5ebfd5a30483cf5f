// Counting days to a deadline: the first day excluded, the last included, days off skipped and told (CCP 12, 12a, 12b).

import type { LocalDate } from '../time.ts'
import { type Calendar, type DayOff, dayOff, type HolidayList, missingLists, type Reading } from './calendar.ts'
import { addDays, yearOf } from './day.ts'

/** A list of holidays that a count needed and nobody has loaded. */
export interface MissingYear {
  set: HolidayList['set']
  year: number
}

/** A counted day with the days skipped on the way, or the lists that are missing. */
export type Counted = { ok: true; date: LocalDate; skipped: DayOff[] } | { ok: false; missing: MissingYear[] }

/** The first day from `date` on (itself included) that is no day off; days off before it are skipped. */
export function rollForward(date: LocalDate, calendar: Calendar, reading: Reading): Counted {
  const skipped: DayOff[] = []
  for (let day = date; ; day = addDays(day, 1)) {
    const missing = missingLists(calendar, day, reading)
    if (missing.length > 0) return { ok: false, missing: missing.map((set) => ({ set, year: yearOf(day) })) }
    const off = dayOff(calendar, day, reading)
    if (!off) return { ok: true, date: day, skipped }
    skipped.push(off)
  }
}

/** The `count`th business day after `from`; the day of the request is not counted. */
export function addBusinessDays(
  from: LocalDate,
  count: number,
  calendar: Calendar,
  reading: 'business' | 'business-conservative',
): Counted {
  const skipped: DayOff[] = []
  let day = from
  for (let counted = 0; counted < count; counted++) {
    const next = rollForward(addDays(day, 1), calendar, reading)
    if (!next.ok) return next
    skipped.push(...next.skipped)
    day = next.date
  }
  return { ok: true, date: day, skipped }
}
