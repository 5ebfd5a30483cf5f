// Owns times as LinkedIn writes them: in UTC with the year first, or as the member's country writes dates, without a zone.
import { clockTime, hourOf, type TimeFields, writtenTime } from '../../kit/time.ts'

const NUMBERED =
  /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?[\s\u202f]*([ap])?\.?(?:m\.?)?)?$/i
const NAMED_DAY_FIRST =
  /^(\d{1,2})\.? ([a-z]{3,9})\.?,? (\d{4})(?:,? (?:at )?(\d{1,2}):(\d{2})(?::(\d{2}))?[\s\u202f]*([ap])?\.?(?:m\.?)?(?:\s*\(?(UTC|GMT)\)?)?)?$/i
const NAMED_MONTH_FIRST =
  /([a-z]{3,9})\.? (\d{1,2}),? (\d{4})(?:,? (?:at )?(\d{1,2}):(\d{2})(?::(\d{2}))?[\s\u202f]*([ap])?\.?(?:m\.?)?(?:\s*\(?(UTC|GMT)\)?)?)?\.?$/i
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Whether numbers of a date can only be day and month: the thirteenth is no month. */
export function isDayFirst(text: string): boolean {
  const found = NUMBERED.exec(text.trim())
  return found !== null && Number(found[1]) > 12 && Number(found[2]) <= 12
}

/**
 * `2026-02-08 11:00:00 UTC`, `08 Feb 2026`, `1/29/26, 2:37 PM` (without a zone), a sentence that ends with `on September 28, 2022 at 2:27 PM (GMT)`.
 * @param dayFirst what the file's own dates show; a date that cannot be so is read the other way
 */
export function linkedinTime(text: string, dayFirst = false): TimeFields {
  const plain = text.trim()
  const numbered = NUMBERED.exec(plain)
  if (numbered !== null) {
    const [one, two] = [Number(numbered[1]), Number(numbered[2])]
    const swapped = one > 12 || (dayFirst && two <= 12)
    const [month, day] = swapped ? [two, one] : [one, two]
    return fields({ text: plain, month, day, year: numbered[3], clock: numbered.slice(4, 8), zone: undefined })
  }
  const dayOne = NAMED_DAY_FIRST.exec(plain)
  if (dayOne !== null) {
    const [, day, name, year, ...rest] = dayOne
    return fields({ text: plain, month: monthOf(name), day: Number(day), year, clock: rest.slice(0, 4), zone: rest[4] })
  }
  const monthOne = NAMED_MONTH_FIRST.exec(plain)
  if (monthOne !== null) {
    const [, name, day, year, ...rest] = monthOne
    return fields({ text: plain, month: monthOf(name), day: Number(day), year, clock: rest.slice(0, 4), zone: rest[4] })
  }
  return writtenTime(plain, 'UTC')
}

interface Parts {
  readonly text: string
  readonly month: number
  readonly day: number
  readonly year: string | undefined
  /** Hour, minute, second, half of the day. */
  readonly clock: readonly (string | undefined)[]
  readonly zone: string | undefined
}

function fields({ text, month, day, year, clock: [hour, minute, second, half], zone }: Parts): TimeFields {
  const clock = {
    year: Number(year) < 100 ? 2000 + Number(year) : Number(year),
    month,
    day,
    hour: hourOf(Number(hour ?? 0), half === undefined ? undefined : `${half}m`),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    milli: 0,
  }
  const precision = hour === undefined ? 'day' : second === undefined ? 'minute' : 'second'
  return clockTime(clock, text, precision, zone === undefined ? 'unknown' : 'UTC')
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
}
