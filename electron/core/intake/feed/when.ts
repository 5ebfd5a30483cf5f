// Owns times and durations as feeds write them: RFC 822 and what is meant by it, ISO, seconds, clocks, words.
import { type Clock, clockTime, hourOf, type TimeFields, writtenTime } from '../kit/time.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const CLOCK = String.raw`(?:(?:\s*,)?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?)?\s*(.*)$`
/** `Tue, 05 Mar 2024 12:00:00 PST`, `5 March 24 1:00 pm`. */
const DAY_FIRST = new RegExp(
  String.raw`^(?:[a-z]+\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4}|\d{2})${CLOCK}`,
  'i',
)
/** `March 5, 2024 12:00:00`, `Tue, Mar 5 2024`. */
const MONTH_FIRST = new RegExp(String.raw`^(?:[a-z]+\.?,?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})${CLOCK}`, 'i')
/** `Tue Mar  5 12:00:00 2024`, with a zone before the year or without one. */
const YEAR_LAST =
  /^[a-z]{3,9}\s+([a-z]{3})[a-z]*\s+(\d{1,2})\s+(\d{1,2}):(\d{2}):(\d{2})\s+(?:([a-z]{1,5}|[+-]\d{4})\s+)?(\d{4})$/i

/** The zones that RFC 822 names, and those of the United States beyond. Other letters mean one thing here and another there: they are none. */
const ZONES: Readonly<Record<string, string>> = {
  HST: '-1000',
  AKST: '-0900',
  AKDT: '-0800',
  PST: '-0800',
  PDT: '-0700',
  MST: '-0700',
  MDT: '-0600',
  CST: '-0600',
  CDT: '-0500',
  EST: '-0500',
  EDT: '-0400',
  Z: 'UTC',
  GMT: 'UTC',
  UT: 'UTC',
  UTC: 'UTC',
}

/** A time of a feed; a zone that is none leaves it without one. `atSource` is the source's own words. */
export function feedTime(written: string): TimeFields {
  const text = written.trim()
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst !== null) {
    const [, day = '', month = '', year = '', ...rest] = dayFirst
    return timeOf(text, year, month, day, rest)
  }
  const monthFirst = MONTH_FIRST.exec(text)
  if (monthFirst !== null) {
    const [, month = '', day = '', year = '', ...rest] = monthFirst
    return timeOf(text, year, month, day, rest)
  }
  const yearLast = YEAR_LAST.exec(text)
  if (yearLast !== null) {
    const [, month = '', day = '', hour, minute, second, zone, year = ''] = yearLast
    return timeOf(text, year, month, day, [hour, minute, second, undefined, zone])
  }
  // ISO, where a zone may stand by its letters.
  const lettered = /^(.*\d)\s*([a-z]{3,4})$/i.exec(text)
  const offset = ZONES[lettered?.[2]?.toUpperCase() ?? '']
  const time = writtenTime(offset === undefined || offset === 'UTC' ? text : `${lettered?.[1]}${offset}`, 'unknown')
  return time.atSource === null ? time : { ...time, atSource: text }
}

function timeOf(
  text: string,
  year: string,
  month: string,
  day: string,
  [hour, minute, second, half, zone = '']: readonly (string | undefined)[],
): TimeFields {
  const years = Number(year) + (year.length > 2 ? 0 : Number(year) < 70 ? 2000 : 1900)
  const clock: Clock = {
    year: years,
    month: MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1,
    day: Number(day),
    hour: hourOf(Number(hour ?? 0), half?.replaceAll('.', '')),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    milli: 0,
  }
  const precision = hour === undefined ? 'day' : second === undefined ? 'minute' : 'second'
  return clockTime(clock, text, precision, zoneOf(zone))
}

/** `+0200`, `+02:00`, `GMT+02:00`, `PST`, `EST (Eastern)`. */
function zoneOf(written: string): string {
  const zone = written.replace(/\(.*\)$/, '').trim()
  const offset = /^(?:UTC|GMT)?([+-]\d{2}):?(\d{2})$/i.exec(zone)
  if (offset !== null) return `${offset[1]}${offset[2]}`
  return ZONES[zone.toUpperCase()] ?? 'unknown'
}

/** Seconds of `62`, `01:02`, `1:01:02.5`, `PT1H2M`, `1h 2m 3s`; null where it means nothing. */
export function secondsOf(written: string): number | null {
  const text = written.trim()
  if (/^\d+(?:[.,]\d+)?$/.test(text)) return Number(text.replace(',', '.'))
  if (/^\d+(?::\d{1,2}){1,2}(?:[.,]\d+)?$/.test(text)) {
    return text.split(':').reduce((total, part) => total * 60 + Number(part.replace(',', '.')), 0)
  }
  const words =
    /^(?:PT)?(?:(\d+)\s*(?:h|hours?|hrs?))?\s*(?:(\d+)\s*(?:m|minutes?|mins?))?\s*(?:(\d+(?:\.\d+)?)\s*(?:s|seconds?|secs?))?$/i.exec(
      text,
    )
  if (words === null || /^(?:PT)?$/i.test(text)) return null
  const [hours = 0, minutes = 0, seconds = 0] = words.slice(1).map((part) => Number(part ?? 0))
  return hours * 3600 + minutes * 60 + seconds
}
