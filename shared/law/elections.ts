// Days of statewide elections in California; an office enters its own beside them. They matter for the time before one in which posts are looked at more closely.
import { LocalDate } from '../domain/time.ts'

/** An election. `confirmed`: whether somebody compared the day with the Secretary of State's own calendar. */
export interface Election {
  readonly on: LocalDate
  readonly name: string
  readonly source: string
  readonly confirmed: boolean
}

const GENERAL = 'Elec. Code 1000, 1200: first Tuesday after the first Monday of November of an even year'
const PRIMARY = 'Elec. Code 1001, 1201, 1202: by the kind of the year'

const day = (text: string) => LocalDate.parse(text)

/** Statewide elections; reckoned from the sections, not yet compared with the calendar of the Secretary of State. */
export const elections: readonly Election[] = [
  { on: day('2022-06-07'), name: 'Primary election', source: PRIMARY, confirmed: false },
  { on: day('2022-11-08'), name: 'General election', source: GENERAL, confirmed: false },
  { on: day('2024-03-05'), name: 'Presidential primary', source: PRIMARY, confirmed: false },
  { on: day('2024-11-05'), name: 'General election', source: GENERAL, confirmed: false },
  { on: day('2026-06-02'), name: 'Primary election', source: PRIMARY, confirmed: false },
  { on: day('2026-11-03'), name: 'General election', source: GENERAL, confirmed: false },
  { on: day('2028-03-07'), name: 'Presidential primary', source: PRIMARY, confirmed: false },
  { on: day('2028-11-07'), name: 'General election', source: GENERAL, confirmed: false },
]
