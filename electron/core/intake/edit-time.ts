// Reads from what a record shows when it was last edited, as its platform says: every reader keeps that time in one of a few details.
import type { Edited } from '../vault/record/edited.ts'
import { feedTime } from './feed/when.ts'
import { epochTime, type TimeFields } from './kit/time.ts'
import { isObject } from './kit/value.ts'
import { pageTime } from './meta/html/dates.ts'
import { timeOfId } from './platforms/x/time.ts'

type Details = Readonly<Record<string, unknown>>

/** The details that are times of a change. */
const NAMES = ['edited', 'modified', 'updated', 'updatedAt', 'changed', 'replacedAt'] as const

/** What is written where nothing was edited. */
const NEVER = /^(?:0|no|none|never|false|0000.*)?$/i

const HOUR = 3_600_000

/** The last edit that the details tell of; null where they tell of none. One that cannot be read makes the whole unknown: it may be the last. */
export function lastEdit(details: Details): Edited | null {
  const said = timesIn(details).filter((one) => !NEVER.test(one))
  if (said.length === 0) return null
  const read = said.map((source) => ({ source, at: latestOf(source) }))
  const [last] = read.toSorted((one, other) => rank(other.at) - rank(one.at))
  return last ?? null
}

function rank(at: number | null): number {
  return at ?? Number.POSITIVE_INFINITY
}

function timesIn(details: Details): string[] {
  const given = NAMES.map((name) => details[name])
  const note = isObject(details.note) ? details.note.updatedAt : undefined
  const words = [...given, note].flatMap((one) =>
    typeof one === 'string' || typeof one === 'number' ? [String(one).trim()] : [],
  )
  return [...words, ...lastWordingOf(details.edits)]
}

/** Posts of X bear their time in their number: the last number is that of the last wording. */
function lastWordingOf(edits: unknown): string[] {
  const last = isObject(edits) && Array.isArray(edits.ids) ? edits.ids.at(-1) : undefined
  const at = typeof last === 'string' ? timeOfId(last) : null
  return at === null ? [] : [String(at)]
}

/** The latest moment that a time may mean, where nothing tells its zone, or which comes first of day and month. */
function latestOf(source: string): number | null {
  const inNumbers = () => [pageTime(source, 'day-first'), pageTime(source, 'month-first')]
  const ways = [() => [epochTime(source)], () => [feedTime(source)], inNumbers]
  for (const read of ways) {
    const moments = read().flatMap(momentsOf)
    if (moments.length > 0) return Math.max(...moments)
  }
  return null
}

/** A time without a zone may be that of the zone farthest behind UTC. */
function momentsOf({ at, precision, sourceZone }: TimeFields): number[] {
  if (at === null) return []
  return [at + (precision === 'day' ? 24 * HOUR - 1 : 0) + (sourceZone === 'unknown' ? 12 * HOUR : 0)]
}
