// The day on which a request counts as received: its own by statute, the next business day's by City practice (law.md §2.9).

import type { LocalDate } from '../time.ts'
import { type Calendar, dayOff, missingLists } from './calendar.ts'
import type { ClockRequest, OfficeHours } from './clock.ts'
import { rollForward } from './count.ts'
import { addDays } from './day.ts'

/** A request that came when the office was closed: why, and as which day's it counts; no day where a year is not loaded. */
export interface Deemed {
  readonly why: string
  readonly to?: LocalDate
}

/** The day on which a request counts as received where the City takes the next business day (City practice, law.md §2.9); null: its own. */
export function deemedReceipt(
  { receivedOn, receivedAt }: Pick<ClockRequest, 'receivedOn' | 'receivedAt'>,
  calendar: Calendar,
  hours?: Pick<OfficeHours, 'closes'>,
): Deemed | null {
  if (missingLists(calendar, receivedOn, 'business').length > 0) return null
  const off = dayOff(calendar, receivedOn, 'business')
  const after = hours !== undefined && receivedAt != null && receivedAt >= hours.closes
  if (!off && !after) return null
  const next = rollForward(off ? receivedOn : addDays(receivedOn, 1), calendar, 'business')
  const why = off ? `on a day off (${off.why})` : `after hours (the office closes at ${hours?.closes})`
  return next.ok ? { why, to: next.date } : { why }
}
