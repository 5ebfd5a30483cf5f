// The day a record's age runs from: the latest of creation, last edit and (for a thread) last comment, as a local date.
import { addDays, endOfMonth, later, readableDay, yearOf } from '../calendar/day.ts'
import { Instant, LocalDate, localDate, type Precision, startOfDay } from '../time.ts'
import type { RetentionContext, SubjectDates, TraceStep } from './subject.ts'

/** A clock time without a zone may be that of the zone farthest behind UTC, in milliseconds. */
const FARTHEST = 12 * 60 * 60 * 1000
const earliest = LocalDate.parse('1990-01-01')

/** The day and what happened on it, or why none can be told; `from`: the day that is refused. */
export type AgeDay =
  | { readonly known: true; readonly day: LocalDate; readonly what: string }
  | { readonly known: false; readonly detail: string; readonly from: LocalDate | null }

/** The same with the step of the reasoning. */
export type Age = AgeDay & { readonly step: TraceStep }

/** The age, and how it was told. */
export function ageOf(dates: SubjectDates, context: Pick<RetentionContext, 'asOf' | 'zone' | 'law'>): Age {
  const age = ageDay(dates, context)
  const { citation } = context.law.floor
  if (!age.known) {
    const { detail, from } = age
    const sentence = `The age cannot be told: ${detail}.`
    return { ...age, step: { rule: 'age', citation, from, to: null, sentence } }
  }
  const { day, what } = age
  const sentence = `Age runs from ${readableDay(day)}, the day it was ${what} (${context.zone})${
    what === CREATED ? vague(dates) : ''
  }.`
  return { ...age, step: { rule: 'age', citation, from: null, to: day, sentence } }
}

const CREATED = 'created'

/**
 * Local dates decide (a post of 2024-12-31 23:30 in California is of 2024, though 2025 in UTC). A coarse time counts as the last
 * day it may mean. A time that is missing, before 1990 or after `asOf` makes the age unknown.
 */
export function ageDay(dates: SubjectDates, { asOf, zone }: Pick<RetentionContext, 'asOf' | 'zone'>): AgeDay {
  if (dates.created === null || dates.precision === 'unknown') {
    return unknown('the time of this record is not known')
  }
  if (dates.undated) return unknown('the time of a record of its thread is not known')
  if (dates.editUnread) return unknown('the platform’s time of the last edit cannot be read')
  const days = [
    { what: CREATED, day: latestDay(dates.created, dates, zone) },
    { what: 'last edited', day: dates.lastEdited === null ? null : dayIn(dates.lastEdited, zone) },
    { what: 'last added to', day: dates.lastComment === null ? null : dayIn(dates.lastComment, zone) },
  ]
  let newest: { what: string; day: LocalDate } | null = null
  for (const { what, day } of days) {
    if (day === null) continue
    if (day < earliest) return unknown(`it is said to be ${what} on ${readableDay(day)}, before 1990`, day)
    if (day > asOf) return unknown(`it is said to be ${what} on ${readableDay(day)}, after ${readableDay(asOf)}`, day)
    if (newest === null || day > newest.day) newest = { what, day }
  }
  if (newest === null) return unknown('the time of this record is not known')
  return { known: true, ...newest }
}

function unknown(detail: string, from: LocalDate | null = null): AgeDay {
  return { known: false, detail, from }
}

function vague({ precision, zoned }: SubjectDates): string {
  if (isCoarse(precision)) return `; the source gives the ${precision} only, so the last day it may mean is taken`
  return zoned ? '' : '; the source gives no zone, so the latest moment it may mean is taken'
}

function isCoarse(precision: Precision): boolean {
  return precision === 'day' || precision === 'month' || precision === 'year'
}

// A day, month or year comes without a zone: the later of its readings here and in UTC is taken.
function latestDay(
  instant: Instant,
  { precision, zoned }: Pick<SubjectDates, 'precision' | 'zoned'>,
  zone: string,
): LocalDate {
  const day = dayIn(instant, zone)
  if (!isCoarse(precision)) return zoned ? day : dayIn(Instant.parse(instant + FARTHEST), zone)
  const latest = later(day, dayIn(instant, 'UTC'))
  if (precision === 'month') return endOfMonth(latest)
  return precision === 'year' ? LocalDate.parse(`${String(yearOf(latest)).padStart(4, '0')}-12-31`) : latest
}

// Years beyond four digits have no calendar day here; the first and last ones stand for them and are refused as out of range.
function dayIn(instant: Instant, zone: string): LocalDate {
  if (instant < Date.UTC(1900, 0, 1)) return LocalDate.parse('0001-01-01')
  if (instant > Date.UTC(9998, 0, 1)) return LocalDate.parse('9999-12-31')
  return localDate(instant, zone)
}

/** The latest moment that a time may mean: the end of its last day where it is coarse, of the farthest zone where it has none. */
export function latestMoment(
  instant: Instant,
  dates: Pick<SubjectDates, 'precision' | 'zoned'>,
  zone: string,
): Instant {
  if (instant < Date.UTC(1901, 0, 1) || instant > Date.UTC(9998, 0, 1)) return instant
  if (isCoarse(dates.precision)) return Instant.parse(startOfDay(addDays(latestDay(instant, dates, zone), 1), zone) - 1)
  return dates.zoned ? instant : Instant.parse(instant + FARTHEST)
}
