// Owns times as a table for people may write them: by ISO, as a count of seconds, or month first with a clock of twelve hours.
import { clockTime, epochTime, hourOf, NO_TIME, type TimeFields, writtenTime } from '../../kit/time.ts'

const MONTH_FIRST =
  /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?)?(?:\s*(UTC|GMT|Z))?$/i
const NAMED_MONTH =
  /^(?:[a-z]{3,9},\s*)?([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})(?:,?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?)?(?:\s*(UTC|GMT|Z))?$/i
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** No zone is known where none is written. */
export function nextdoorTime(value: unknown): TimeFields {
  if (typeof value === 'number') return epochTime(value)
  if (typeof value !== 'string') return NO_TIME
  const text = value.trim()
  if (/^\d{9,16}$/.test(text)) return epochTime(text)
  const written = writtenTime(text, 'unknown')
  if (written.at !== null) return written
  const numbered = MONTH_FIRST.exec(text)
  if (numbered !== null) {
    const [one, two] = [Number(numbered[1]), Number(numbered[2])]
    // Nextdoor writes as its country does, month first; a thirteenth month is a day.
    return parts(numbered, one > 12 ? [two, one] : [one, two], text)
  }
  const named = NAMED_MONTH.exec(text)
  const month = MONTHS.indexOf((named?.[1] ?? '').slice(0, 3).toLowerCase()) + 1
  return named === null || month === 0 ? written : parts(named, [month, Number(named[2])], text)
}

function parts(found: RegExpExecArray, [month, day]: readonly [number, number], text: string): TimeFields {
  const [year, hour, minute, second, half, zone] = found.slice(3)
  const clock = {
    year: Number(year),
    month,
    day,
    hour: hourOf(Number(hour ?? 0), half?.replaceAll('.', '')),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    milli: 0,
  }
  const precision = hour === undefined ? 'day' : second === undefined ? 'minute' : 'second'
  return clockTime(clock, text, precision, zone === undefined ? 'unknown' : 'UTC')
}
