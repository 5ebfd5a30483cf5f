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
