// Owns reading times as a mapping says they are written, in the zone that it says where they name none.
import { TZDate } from '@date-fns/tz'
import type { MappingRules, TimeFormat } from '../../../../shared/domain/intake/mapping.ts'
import type { Precision } from '../../../../shared/domain/time.ts'
import {
  clockTime,
  epochTime,
  hourOf,
  millisecondsTime,
  NO_TIME,
  secondsTime,
  type TimeFields,
  writtenTime,
} from '../kit/time.ts'
import { textOfValue } from './value-text.ts'

type Said = Pick<NonNullable<MappingRules['time']>, 'format' | 'zone'>

export interface ReadTime {
  readonly time: TimeFields
  /** True where the clock of the zone showed this time twice, an hour apart: the first is taken. */
  readonly twice: boolean
}

/** The time in a cell; `at` is null where it cannot be read so. */
export function readTime(value: unknown, { format, zone }: Said): ReadTime {
  const read = value instanceof Date ? cellTime(value) : formats[format](textOfValue(value).trim())
  if (read.at === null || read.sourceZone !== 'unknown' || zone === 'unknown') return { time: read, twice: false }
  if (zone === 'UTC') return { time: { ...read, sourceZone: 'UTC' }, twice: false }
  const at = instantIn(read.at, zone)
  const later = at + 3_600_000
  return { time: { ...read, at, sourceZone: zone }, twice: wallClock(later, zone) === read.at }
}

/** The earlier of the instants at which clocks of a zone showed a time. @param wall the clock's time read as if it were UTC */
function instantIn(wall: number, zone: string): number {
  const shown = new Date(wall)
  const at = new TZDate(
    shown.getUTCFullYear(),
    shown.getUTCMonth(),
    shown.getUTCDate(),
    shown.getUTCHours(),
    shown.getUTCMinutes(),
    shown.getUTCSeconds(),
    shown.getUTCMilliseconds(),
    zone,
  ).getTime()
  const earlier = at - 3_600_000
  return wallClock(earlier, zone) === wall ? earlier : at
}

function wallClock(at: number, zone: string): number {
  const shown = new TZDate(at, zone)
  return Date.UTC(
    shown.getFullYear(),
    shown.getMonth(),
    shown.getDate(),
    shown.getHours(),
    shown.getMinutes(),
    shown.getSeconds(),
    shown.getMilliseconds(),
  )
}

const formats: Readonly<Record<TimeFormat, (text: string) => TimeFields>> = {
  'year-first': (text) => writtenTime(text, 'unknown'),
  'month-first': (text) => numbered(text, 'month'),
  'day-first': (text) => numbered(text, 'day'),
  words,
  seconds: secondsTime,
  milliseconds: millisecondsTime,
  epoch: epochTime,
  serial,
}

/** A workbook keeps days as whole numbers, and its dates know no zone. */
function cellTime(date: Date): TimeFields {
  const at = Math.round(date.getTime() / 1000) * 1000
  return Number.isFinite(at) ? wallTime(at) : NO_TIME
}

/** @param at whole seconds of a clock read as if it were UTC, in ms */
function wallTime(at: number): TimeFields {
  return writtenTime(new Date(at).toISOString().slice(0, at % DAY === 0 ? 10 : 19), 'unknown')
}

const DAY = 86_400_000
/** 1970-01-01 as spreadsheets count days. */
const EPOCH_DAY = 25_569

/** Days as spreadsheets count them from 1900 (`45356.5`), of a clock without a zone; the part of a day is rounded to seconds. */
function serial(text: string): TimeFields {
  if (!/^\d{5}(?:\.\d{1,17})?$/.test(text)) return unread(text)
  const at = Math.round((Number(text) - EPOCH_DAY) * 86_400) * 1000
  return { ...wallTime(at), atSource: text }
}

const CLOCK = String.raw`(?:(?:,|\s|T| at | um | - | @ )+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([ap]\.?m\.?)?)?\s*`
const OFFSET = String.raw`(?:\(?(Z|UT|UTC|GMT|[ECMP][SD]T|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?)\)?)?(?:\s*\([\w ]+\))?`
const NUMBERED = new RegExp(String.raw`^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})${CLOCK}${OFFSET}$`, 'i')
const DAY_NAME = String.raw`^(?:[a-z]{3,9}\.?,?\s+)?`
const DAY_BEFORE = new RegExp(
  String.raw`${DAY_NAME}(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})${CLOCK}${OFFSET}$`,
  'i',
)
const MONTH_BEFORE = new RegExp(
  String.raw`${DAY_NAME}([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${CLOCK}${OFFSET}$`,
  'i',
)
/** As the old interface of Twitter wrote it: `Tue Mar 05 12:35:53 +0000 2024`. */
const YEAR_LAST = /^[a-z]{3}\s+([a-z]{3})\s+(\d{1,2})\s+(\d{2}):(\d{2}):(\d{2})\s+(Z|UTC|GMT|[+-]\d{4})\s+(\d{4})$/i
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function numbered(text: string, first: 'month' | 'day'): TimeFields {
  const parts = NUMBERED.exec(text)
  if (parts === null) return unread(text)
  const [one, other] = [Number(parts[1]), Number(parts[3])]
  const [month, day] = first === 'month' ? [one, other] : [other, one]
  return made(text, parts[4], month, day, parts.slice(5))
}

function words(text: string): TimeFields {
  const last = YEAR_LAST.exec(text)
  if (last !== null) {
    const [, month, day, hour, minute, second, offset, year] = last
    return made(text, year, monthOf(month), Number(day), [hour, minute, second, undefined, offset])
  }
  const before = DAY_BEFORE.exec(text)
  if (before !== null) return made(text, before[3], monthOf(before[2]), Number(before[1]), before.slice(4))
  const after = MONTH_BEFORE.exec(text)
  return after === null ? unread(text) : made(text, after[3], monthOf(after[1]), Number(after[2]), after.slice(4))
}

/** @param clock hour, minute, second, half of the day, offset, each where it was written */
function made(
  text: string,
  years: string | undefined,
  month: number,
  day: number,
  clock: readonly (string | undefined)[],
): TimeFields {
  const [hour, minute, second, half, offset] = clock
  const year = Number(years) + ((years ?? '').length > 2 ? 0 : 2000)
  const precision: Precision = hour === undefined ? 'day' : second === undefined ? 'minute' : 'second'
  const parts = {
    year,
    month,
    day,
    hour: hourOf(Number(hour ?? 0), half?.replaceAll('.', '')),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    milli: 0,
  }
  return clockTime(parts, text, precision, offsetOf(offset))
}

/** Names that the mail's own standard gives a meaning (RFC 5322 §4.3), as offsets. */
const NAMED: Readonly<Record<string, string>> = {
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
}

function offsetOf(offset: string | undefined): string {
  if (offset === undefined) return 'unknown'
  const name = offset.toUpperCase().replace(/^(?:UTC|GMT)(?=[+-])/, '')
  return NAMED[name] ?? (/^[+-]/.test(name) ? name : 'UTC')
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
}

function unread(text: string): TimeFields {
  return text === '' ? NO_TIME : { ...NO_TIME, atSource: text }
}
