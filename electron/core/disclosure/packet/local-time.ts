// Times as a packet prints them: the City's own time with its offset, and UTC. No Intl formatting: see words.ts.
import { TZDate } from '@date-fns/tz'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { Instant, Precision } from '../../../../shared/domain/time.ts'
import { isoInstant, localDate } from '../../../../shared/domain/time.ts'

/** `UTC−08:00`. @param zone IANA zone */
function offsetOf(at: Instant, zone: string): string {
  const minutes = -new TZDate(at, zone).getTimezoneOffset()
  const size = Math.abs(minutes)
  return `UTC${minutes < 0 ? '−' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** `March 5, 2024, 4:35:53 AM (UTC−08:00)` in the City's zone. */
export function cityTime(at: Instant, zone: string): string {
  const local = new TZDate(at, zone)
  const hour = local.getHours()
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}:${two(local.getMinutes())}:${two(local.getSeconds())} ${hour < 12 ? 'AM' : 'PM'}`
  return `${readableDay(localDate(at, zone))}, ${clock} (${offsetOf(at, zone)})`
}

/** `2024-03-05T04:35:53-08:00`: the City's time for tables. */
export function cityIso(at: Instant, zone: string): string {
  const local = new TZDate(at, zone)
  const clock = [local.getHours(), local.getMinutes(), local.getSeconds()].map(two).join(':')
  return `${localDate(at, zone)}T${clock}${offsetOf(at, zone).slice(3).replace('−', '-')}`
}

/** `2024-03-05 12:35:53 UTC`. */
export function utcTime(at: Instant): string {
  return `${isoInstant(at).slice(0, 19).replace('T', ' ')} UTC`
}

/** A record's time as exactly as its source gave it; in the City's zone where the source gave an hour. */
export function recordTime(at: Instant | null, precision: Precision, zone: string): string {
  if (at === null || precision === 'unknown') return 'Time not known'
  const day = isoInstant(at).slice(0, 10)
  if (precision === 'year') return `In ${day.slice(0, 4)}`
  if (precision === 'month') return `In ${monthOf(at, 'UTC')}`
  if (precision === 'day') return `On ${readableDay(localDate(at, 'UTC'))}`
  return `${cityTime(at, zone)} · ${utcTime(at)}`
}

/** The month under which a record stands: `March 2024`, or `Time not known`. */
export function monthOf(at: Instant | null, zone: string): string {
  if (at === null) return 'Time not known'
  return readableDay(localDate(at, zone)).replace(/ \d+,/, '')
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
