// A day and a time of day of the City's as an instant.
import { TZDate } from '@date-fns/tz'
import { Instant, type LocalDate } from '../../../shared/domain/time.ts'

/** The instant. @param time `HH:MM`; one that a change of clocks skips is read as the next that there is */
export function instantOf(on: LocalDate, time: string, zone: string): Instant {
  const [year = 1970, month = 1, day = 1] = on.split('-').map(Number)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return Instant.parse(new TZDate(year, month - 1, day, hour, minute, zone).getTime())
}
