// Owns dates as Meta's pages write them: in the account's language, without a zone (formats.md §1 'HTML schema').
import type { Precision } from '../../../../../shared/domain/time.ts'
import { clockTime, hourOf, NO_TIME, type TimeFields } from '../../kit/time.ts'
import { evened, halfNames, monthNames } from './date-words.ts'

/** Which comes first where a page writes months as numbers; null where nothing on it tells. */
export type DayOrder = 'day-first' | 'month-first' | null

/** Stands where the clock stood. */
const CLOCK = ' | '

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The words where they name one moment in one way; else the words without a moment. */
export function pageTime(words: string, order: DayOrder = null): TimeFields {
  const source = words.trim()
  if (source === '') return NO_TIME
  const nothing: TimeFields = { ...NO_TIME, atSource: source }
  if (source.length > 120) return nothing
  const text = evened(source)
  const [withoutZone, zone] = zoneOf(text)
  const colon = /(?<!\d)(\d{1,2})\s?(?::|h)\s?(\d{2})(?::(\d{2}))?(?!\d)/.exec(withoutZone)
  const found = dayIn(colon === null ? withoutZone : withoutZone.replace(colon[0], CLOCK), order)
  if (found === null) return nothing
  const dotted = colon === null ? /(?<![\d.])(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?![\d.])/.exec(found.rest) : null
  const clock = colon ?? dotted
  const hour = Number(clock?.[1] ?? 0)
  const half = clock === null || hour > 12 ? undefined : halfIn(found.rest.replace(dotted?.[0] ?? CLOCK, CLOCK))
  if (half === null) return nothing
  const precision: Precision = clock === null ? 'day' : clock[3] === undefined ? 'minute' : 'second'
  const parts = { ...found.day, hour: hourOf(hour, half), minute: Number(clock?.[2] ?? 0), milli: 0 }
  return clockTime({ ...parts, second: Number(clock?.[3] ?? 0) }, source, precision, zone)
}

/** Whether words are a date with a clock and nothing else of any length. */
export function isPageTime(words: string, order: DayOrder = null): boolean {
  if (words.length > 60) return false
  const { at, precision } = pageTime(words, order)
  return at !== null && precision !== 'day'
}

/** What a date in numbers says of the order of day and month: null where it says nothing. */
export function orderOf(text: string): DayOrder {
  for (const [, one, other] of text.matchAll(/(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-]\d{4}(?!\d)/g)) {
    if (Number(one) > 12 && Number(other) <= 12) return 'day-first'
    if (Number(other) > 12 && Number(one) <= 12) return 'month-first'
  }
  return null
}

/** Old exports name the zone: `UTC+08`, `UTC-07:00`. */
function zoneOf(text: string): readonly [rest: string, zone: string] {
  const found = /\b(?:utc|gmt)(?:([+-])(\d{1,2})(?::?(\d{2}))?)?\b/.exec(text)
  if (found === null) return [text, 'unknown']
  const [all, sign, hours = '', minutes = '00'] = found
  return [text.replace(all, ' '), sign === undefined ? 'UTC' : `${sign}${hours.padStart(2, '0')}:${minutes}`]
}

function dayIn(text: string, order: DayOrder): { readonly day: Day; readonly rest: string } | null {
  const yearFirst = /(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)\s?[日일.]?/.exec(text)
  if (yearFirst !== null) {
    const [all, year, month, day] = yearFirst
    return { day: dayOf(year, month, day), rest: text.replace(all, ' ') }
  }
  const numbers = /(?<!\d)(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)/.exec(text)
  if (numbers !== null) {
    const [all, one = '', mark, other = '', year] = numbers
    const known = mark === '.' || one === other ? 'day-first' : (orderOf(`${one}/${other}/0000`) ?? order)
    if (known === null) return null
    const [day, month] = known === 'day-first' ? [one, other] : [other, one]
    return { day: dayOf(year, month, day), rest: text.replace(all, ' ') }
  }
  return namedDay(text)
}

/** A year, a month's name and a day, in any order; null where a name may be two months. */
function namedDay(text: string): { readonly day: Day; readonly rest: string } | null {
  const numbered = /(?:tháng|thg)\s?(\d{1,2})(?!\d)|(?<!\d)(\d{1,2})\s?[月월]/.exec(text)
  let month = numbered === null ? undefined : Number(numbered[1] ?? numbered[2])
  let rest = numbered === null ? text : text.replace(numbered[0], ' ')
  if (month === undefined) {
    const names = monthNames()
    const found = wordsOf(text).filter((word) => names.has(word))
    const all = new Set(found.map((word) => names.get(word) ?? null))
    const [only] = all
    if (all.size !== 1 || only === null || only === undefined) return null
    month = only
    for (const word of found) rest = rest.replace(word, ' ')
  }
  const year = /(?<!\d)(\d{4})(?!\d)/.exec(rest)
  if (year === null) return null
  const without = rest.replace(year[0], ' ')
  const day = /(?<![\d.:])(\d{1,2})(?![\d:]|\.\d)/.exec(without)
  if (day === null) return null
  return { day: dayOf(year[1], String(month), day[1]), rest: without.replace(day[0], ' ') }
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): Day {
  const written = Number(year)
  // Thai pages may count years from the Buddha's death.
  return { year: written > 2400 ? written - 543 : written, month: Number(month), day: Number(day) }
}

/** The half of the day that stands beside the clock; undefined where none does, null where a word there may be one or not. */
function halfIn(text: string): 'am' | 'pm' | null | undefined {
  const [before = '', after = ''] = text.split('|').map((part) => part.replace(/[,،、()]/g, ' ').trim())
  const names = halfNames()
  const beside = [
    ...[1, 2].map((count) => before.split(' ').slice(-count).join(' ')),
    ...[1, 2].map((count) => after.split(' ').slice(0, count).join(' ')),
  ].filter((word) => word !== '')
  const found = beside.filter((word) => names.has(word))
  if (found.length === 0) return beside.every((word) => isHarmless(word)) ? undefined : null
  const meant = new Set(found.map((word) => (JOINING.has(word) ? null : (names.get(word) ?? null))))
  const [only = null] = meant
  return meant.size === 1 ? only : null
}

/** Words that languages put between a date and its clock. */
const JOINING = new Set(
  'at um à às a kl klo de del om ore o в у u ob em in to du das dne pukul jam lúc saat ve la las alle og och и na г р год'.split(
    ' ',
  ),
)

/** What cannot be a half of the day: numbers, weekdays, words that join. A word that nobody knows may be one. */
function isHarmless(words: string): boolean {
  return words
    .split(' ')
    .every((word) => !/\p{L}/u.test(word) || JOINING.has(word) || word.length > 6 || WEEKDAY.test(word))
}

const WEEKDAY = /^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|friday|sunday|pdt|pst|edt|est|cdt|cst|mdt|mst)$/

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}'’]+/gu) ?? []
}
