// The lists of holidays that Muniment brings.
import type { HolidayList } from '../../../shared/domain/calendar/calendar.ts'
import { judicial2026, oakland2026 } from '../../../shared/law/holidays-2026.ts'

/** Those of a city: the court's, and the City's own where it is known. */
export function broughtLists(city: string): HolidayList[] {
  return [judicial2026, oakland2026].filter(({ set, jurisdiction }) => set === 'judicial' || jurisdiction === city)
}
