// Instants, local dates and the City's zone.
import { TZDate } from '@date-fns/tz'
import { z } from 'zod'

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const Instant = z.int().brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** A calendar day, `YYYY-MM-DD`, in the City's zone unless said otherwise. */
export const LocalDate = z.iso.date().brand<'LocalDate'>()
export type LocalDate = z.infer<typeof LocalDate>

/** An IANA zone such as `America/Los_Angeles`. */
export const Zone = z.string().refine(isZone, { error: 'is not a time zone that this computer knows' }).brand<'Zone'>()
export type Zone = z.infer<typeof Zone>

/** How exactly a source gave a time. */
export const Precision = z.enum(['millisecond', 'second', 'minute', 'day', 'month', 'year', 'unknown'])
export type Precision = z.infer<typeof Precision>

/** Zones that were looked up once: asking costs a millisecond, and every reading of a vault's own file asks. */
const zones = new Map<string, boolean>()

function isZone(name: string): boolean {
  const known = zones.get(name) ?? isKnownToCalendar(name)
  zones.set(name, known)
  return known
}

function isKnownToCalendar(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/**
 * The calendar day on which an instant falls in a zone.
 * @returns `YYYY-MM-DD` in `zone`
 */
export function localDate(instant: Instant, zone: string): LocalDate {
  if (instant < OLDEST || instant > NEWEST) return zonedDate(instant, zone)
  const known = daysOf.get(zone) ?? { ahead: new Map<number, number | null>(), days: new Map<number, LocalDate>() }
  daysOf.set(zone, known)
  const day = Math.floor(instant / DAY)
  let ahead = known.ahead.get(day)
  if (ahead === undefined) {
    if (known.ahead.size >= KEPT) known.ahead.clear()
    ahead = aheadAllDay(day, zone)
    known.ahead.set(day, ahead)
  }
  if (ahead === null) return zonedDate(instant, zone)
  const local = Math.floor((instant + ahead) / DAY)
  const date = known.days.get(local)
  if (date !== undefined) return date
  if (known.days.size >= KEPT) known.days.clear()
  const found = LocalDate.parse(new Date(local * DAY).toISOString().slice(0, 10))
  known.days.set(local, found)
  return found
}

const DAY = 86_400_000
/** Zones of before had offsets with seconds, and years of more than four digits are no calendar days here: each such instant is asked by itself. */
const OLDEST = Date.UTC(1972, 0, 2)
const NEWEST = Date.UTC(9998, 0, 1)
/** Days that are remembered of a zone: those of two centuries. */
const KEPT = 75_000

/** What was asked of zones before. It follows from the table of zones alone, so that remembering it changes no answer. */
const daysOf = new Map<string, { readonly ahead: Map<number, number | null>; readonly days: Map<number, LocalDate> }>()

/** How far a zone is ahead of UTC throughout a day of UTC, in milliseconds; null where its clocks change on that day. */
function aheadAllDay(day: number, zone: string): number | null {
  const [first, ...others] = [0, 6, 12, 18, 24].map((hour) => aheadAt(day * DAY + hour * 3_600_000, zone))
  return first !== undefined && others.every((other) => other === first) ? first : null
}

function aheadAt(instant: number, zone: string): number {
  const at = new TZDate(instant, zone)
  const [hour, minute, second] = [at.getHours(), at.getMinutes(), at.getSeconds()]
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate(), hour, minute, second) - instant
}

function zonedDate(instant: Instant, zone: string): LocalDate {
  const at = new TZDate(instant, zone)
  const year = String(at.getFullYear()).padStart(4, '0')
  return LocalDate.parse(`${year}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`)
}

/** The first instant of a calendar day in a zone (days may start at 01:00 where clocks change at midnight). */
export function startOfDay(date: LocalDate, zone: string): Instant {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  return Instant.parse(new TZDate(year, month - 1, day, zone).getTime())
}

/**
 * Reads a calendar day.
 * @throws {z.ZodError} when the text is not an existing day written `YYYY-MM-DD`
 */
export function parseLocalDate(text: string): LocalDate {
  return LocalDate.parse(text)
}

/** An instant as ISO 8601 in UTC, with milliseconds: `2024-03-05T12:35:53.000Z`. */
export function isoInstant(instant: Instant): string {
  return new Date(instant).toISOString()
}

/** An instant as a clerk reads it: `5 Mar 2024, 4:35:53 AM PST`, in the City's zone. */
export function readableInstant(instant: Instant, zone: string, locale = 'en-US'): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(instant)
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
