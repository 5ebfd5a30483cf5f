// Days and times as people and portals write them, read without guessing: what could be two days is none.
import { Instant, LocalDate, localDate } from './time.ts'

/** A day, and a time of day where one was written. */
export interface WrittenTime {
  readonly on: LocalDate
  readonly at: string | null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ISO = /(\d{4})-(\d{1,2})-(\d{1,2})/
const AMERICAN = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/
const MONTH_FIRST = /\b([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/
const DAY_FIRST = /\b(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{4})\b/
const CLOCK = /(?:^|[\sT,])(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([AaPp])?\.?(?:[Mm]\b)?/
const OFFSET = /(Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*(?:\([^)]*\))?$/

/**
 * Reads a day, with its time where it has one; slashes are read as Americans write them. A time with an offset is told in `zone`.
 * @returns null where there is no day
 */
export function readWrittenTime(text: string, zone: string): WrittenTime | null {
  const day = readDay(text)
  if (day === null) return null
  const time = readClock(text)
  const offset = time === null ? null : OFFSET.exec(text.trim())?.[1]
  if (time === null || offset == null) return { on: day, at: time }
  const shift = /^[+-]/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(-2)}` : 'Z'
  const instant = Instant.safeParse(Date.parse(`${day}T${time}:00${shift}`)).data
  if (instant === undefined) return { on: day, at: time }
  const here = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return { on: localDate(instant, zone), at: here.format(instant) }
}

function readDay(text: string): LocalDate | null {
  const [, y1, m1, d1] = ISO.exec(text) ?? []
  if (y1 !== undefined) return dayOf(y1, m1, d1)
  const [, m2, d2, y2] = AMERICAN.exec(text) ?? []
  if (y2 !== undefined) return dayOf(y2, m2, d2)
  const [, m3, d3, y3] = MONTH_FIRST.exec(text) ?? []
  if (m3 !== undefined && monthOf(m3) > 0) return dayOf(y3, monthOf(m3), d3)
  const [, d4, m4, y4] = DAY_FIRST.exec(text) ?? []
  return m4 === undefined ? null : dayOf(y4, monthOf(m4), d4)
}

function readClock(text: string): string | null {
  const [, hours, minutes, half] = CLOCK.exec(text) ?? []
  if (hours === undefined || minutes === undefined) return null
  const late = half?.toLowerCase()
  const hour = late === undefined ? Number(hours) : (Number(hours) % 12) + (late === 'p' ? 12 : 0)
  return hour > 23 || Number(minutes) > 59 ? null : `${String(hour).padStart(2, '0')}:${minutes}`
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1
}

function dayOf(year = '', month: string | number = '', day = ''): LocalDate | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return LocalDate.safeParse(text).data ?? null
}
