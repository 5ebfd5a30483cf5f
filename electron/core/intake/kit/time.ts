// Owns times as exports write them: seconds, milliseconds, ISO, "… UTC", and what has no zone.
import type { Precision } from '../../../../shared/domain/time.ts'

/** The four time fields of a draft. `at` is ms since 1970 UTC; `atSource` the source's own words. */
export interface TimeFields {
  readonly at: number | null
  readonly atSource: string | null
  readonly precision: Precision
  /** `UTC`, an offset such as `+02:00`, or `unknown` where the source gives a local time without a zone: `at` then reads it as if it were UTC. */
  readonly sourceZone: string | null
}

export const NO_TIME: TimeFields = { at: null, atSource: null, precision: 'unknown', sourceZone: null }

/**
 * A time as it stands in identities: the same for every writing of one moment. `2019-03-02T18:04:11Z`, without the Z where the zone is unknown,
 * with milliseconds where there are any, the day alone where no more is known; the source's words where they name no moment.
 */
export function momentOf({ at, atSource, precision, sourceZone }: TimeFields): string {
  if (at === null) return atSource ?? 'undated'
  const written = new Date(at).toISOString().replace('.000Z', 'Z')
  if (precision === 'day') return written.slice(0, 10)
  return sourceZone === 'unknown' ? written.slice(0, -1) : written
}

/** What no export can mean: before the web's social platforms, or a sentinel. */
const FIRST = Date.UTC(1995, 0, 1)
const LAST = Date.UTC(2100, 0, 1)

function fields(at: number, atSource: string, precision: Precision, sourceZone: string): TimeFields {
  if (!Number.isFinite(at) || at < FIRST || at > LAST) return { ...NO_TIME, atSource }
  return { at, atSource, precision, sourceZone }
}

/** Seconds since 1970 UTC, as a number or as digits; a fraction is kept to the millisecond. */
export function secondsTime(value: unknown): TimeFields {
  const number = numberOf(value)
  if (number === null) return unread(value)
  return fields(Math.round(number * 1000), String(value), Number.isInteger(number) ? 'second' : 'millisecond', 'UTC')
}

/** Milliseconds since 1970 UTC, as a number or as digits. */
export function millisecondsTime(value: unknown): TimeFields {
  const number = numberOf(value)
  return number === null ? unread(value) : fields(Math.round(number), String(value), 'millisecond', 'UTC')
}

/** Seconds, milliseconds or microseconds, told apart by their size. */
export function epochTime(value: unknown): TimeFields {
  const number = numberOf(value)
  if (number === null) return unread(value)
  const size = Math.abs(number)
  if (size > 1e14) return fields(Math.round(number / 1000), String(value), 'millisecond', 'UTC')
  return size > 1e11 ? millisecondsTime(value) : secondsTime(value)
}

const WRITTEN =
  /^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]m)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?(?:\s*(?:UTC|GMT))?)?)?\s*$/i

/**
 * Year first: `2025-02-20T12:35:53.417Z`, `2014-01-20 5:19 pm`, `2025/02/20 12:35:53 +0000`, `2025-02-20`.
 * @param zone what the platform is known to mean where it writes none; `unknown` where nobody knows
 */
export function writtenTime(value: unknown, zone: 'UTC' | 'unknown'): TimeFields {
  const parts = typeof value === 'string' ? WRITTEN.exec(value) : null
  if (parts === null || typeof value !== 'string') return unread(value)
  const [year = 0, month = 0, day = 0] = parts.slice(1, 4).map(Number)
  const [hour, minute, second, fraction, half, offset] = parts.slice(4)
  const precision: Precision =
    hour === undefined ? 'day' : second === undefined ? 'minute' : fraction === undefined ? 'second' : 'millisecond'
  const clock = {
    year,
    month,
    day,
    hour: hourOf(Number(hour ?? 0), half),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    milli: Number((fraction ?? '').slice(0, 3).padEnd(3, '0')),
  }
  return clockTime(clock, value, precision, offset ?? zone)
}

/** A date and time of day, month from 1. */
export interface Clock {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly milli: number
}

/** The fields of a time given by its parts; a day or hour that does not exist is no time. `zone` is `UTC`, `unknown` or an offset. */
export function clockTime(clock: Clock, atSource: string, precision: Precision, zone: string): TimeFields {
  const { year, month, day, hour, minute, second, milli } = clock
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const real = month >= 1 && month <= 12 && day >= 1 && day <= days && hour < 24 && minute < 60 && second < 61
  if (!real) return { ...NO_TIME, atSource }
  const local = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59), milli)
  if (zone === 'unknown') return fields(local, atSource, precision, 'unknown')
  const offset = /^([+-])(\d{2}):?(\d{2})?/.exec(zone)
  if (offset === null) return fields(local, atSource, precision, 'UTC')
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0)
  const shift = offset[1] === '-' ? -minutes : minutes
  const name = minutes === 0 ? 'UTC' : `${offset[1]}${offset[2]}:${offset[3] ?? '00'}`
  return fields(local - shift * 60_000, atSource, precision, name)
}

/** Twelve-hour clocks: 12 am is 0, 12 pm is 12. `half` is `am`, `pm` or undefined. */
export function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  const pm = half.toLowerCase() === 'pm'
  return (hour % 12) + (pm ? 12 : 0)
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^-?\d{1,17}(?:\.\d{1,9})?$/.test(value.trim()) ? Number(value) : null
}

function unread(value: unknown): TimeFields {
  return typeof value === 'string' && value.trim() !== '' ? { ...NO_TIME, atSource: value } : NO_TIME
}
