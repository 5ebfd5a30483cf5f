// Owns X's ways of writing a time, all UTC: `Thu Feb 20 12:35:53 +0000 2025`, `2025-02-20T12:35:53.417Z`, and before 2018 `2014-03-05 16:12:01 +0000`.
import type { Precision } from '../../../../../shared/domain/time.ts'

/** A time as the export gives it. `odd` where one is given and cannot be right: it is then not used. */
export interface SourceTime {
  readonly at: number | null
  readonly atSource: string | null
  readonly precision: Precision
  readonly sourceZone: string | null
  readonly odd: boolean
}

const MONTHS = new Map(
  ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map((name, index) => [
    name,
    index,
  ]),
)
const ISO = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3})\d*)?(?:Z|\+00:00)$/

const FORMER = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) \+0000$/
/** Archives of before 2018 give no time of day for posts of before November 6th, 2010: they write midnight. */
const TIMED = Date.UTC(2010, 10, 6)

/** X opened in March 2006. */
const FIRST = Date.UTC(2006, 2, 1)
const YEAR = 366 * 86_400_000

/** The first millisecond of X's ids, November 2010; an id's upper bits count from it. */
const ID_EPOCH = 1_288_834_974_657

const NO_TIME: SourceTime = { at: null, atSource: null, precision: 'unknown', sourceZone: null, odd: false }

/** Milliseconds of `Thu Feb 20 12:35:53 +0000 2025`; null where anything is not as it should be. The weekday is not compared. */
export function tweetTime(text: string): number | null {
  if (text.length !== 30 || !text.startsWith(' +0000 ', 19) || text[3] !== ' ' || text[7] !== ' ' || text[10] !== ' ')
    return null
  const month = MONTHS.get(text.slice(4, 7))
  if (month === undefined || text[13] !== ':' || text[16] !== ':') return null
  const year = two(text, 26) * 100 + two(text, 28)
  return instant(year, month, two(text, 8), two(text, 11), two(text, 14), two(text, 17), 0)
}

/** Milliseconds of an ISO time in UTC; null where it is not one. */
export function isoTime(text: string): number | null {
  const parts = ISO.exec(text)
  if (parts === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number)
  return instant(year, month - 1, day, hour, minute, second, Number((parts[7] ?? '').padEnd(3, '0')))
}

/** When X gave out an id, in milliseconds; null for ids from before November 2010 and what is not an id. */
export function timeOfId(id: string): number | null {
  // Until then ids were counted up, and reached eleven digits.
  return /^\d{12,19}$/.test(id) ? Number(BigInt(id) >> 22n) + ID_EPOCH : null
}

/**
 * Reads a time in either way of writing.
 * @param value what stands in the export; anything but a text is no time
 * @param latest the last moment that can be right, ms; null where unknown
 * @returns `at` null with precision `unknown` where the time is missing, unreadable, before X opened or after `latest`
 */
export function sourceTime(value: unknown, latest: number | null): SourceTime {
  if (typeof value !== 'string' || value === '') return NO_TIME
  const short = tweetTime(value)
  const former = FORMER.exec(value)
  const at = short ?? isoTime(former === null ? value : `${former[1]}T${former[2]}Z`)
  if (at === null || at < FIRST || (latest !== null && at > latest)) {
    return { at: null, atSource: value, precision: 'unknown', sourceZone: null, odd: true }
  }
  if (former?.[2] === '00:00:00' && at < TIMED) {
    return { at, atSource: value, precision: 'day', sourceZone: 'UTC', odd: false }
  }
  const precision = short === null && value.includes('.') ? 'millisecond' : 'second'
  return { at, atSource: value, precision, sourceZone: 'UTC', odd: false }
}

/**
 * The last moment that a record of an export can have: a year after it was generated; where that is not known, a year after its id
 * was given out.
 */
export function latestFor(generatedAt: number | null, id: string): number | null {
  const base = generatedAt ?? timeOfId(id)
  return base === null ? null : base + YEAR
}

function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

/** A leap second (60) does not exist in these exports. */
function instant(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  milli: number,
): number | null {
  if (!(hour < 24 && minute < 60 && second < 60 && month >= 0 && month < 12 && day >= 1 && year > 0)) return null
  if (day > 28 && day > new Date(Date.UTC(year, month + 1, 0)).getUTCDate()) return null
  return Date.UTC(year, month, day, hour, minute, second, milli)
}
