// Owns comparing two captures of one scope, item by item.
import { MunimentError } from '../../../shared/contract/error.ts'
import { type Capture, isOfOneScope } from '../../../shared/domain/capture/capture.ts'
import {
  type ComparedItem,
  type Comparison,
  changeOf,
  type ItemChange,
  NoLongerShown,
} from '../../../shared/domain/capture/comparison.ts'
import { sawAsTheSame } from '../../../shared/domain/capture/login.ts'
import { type CaptureId, RecordId } from '../../../shared/domain/id.ts'
import { Instant } from '../../../shared/domain/time.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { recordRows } from '../vault/record/read.ts'
import { findCapture, listCaptures } from '../vault/repository/capture/capture.ts'
import { itemsOfCapture, lastChangeOf, type SeenItem, sightingsOf } from '../vault/repository/capture/capture-items.ts'
import { differencesOf } from './differences.ts'
import { fallenOff } from './fallen-off.ts'
import { supersededIn, unlessGone } from './not-gone.ts'
import { type KeyChange, unsureKeys } from './unsure-keys.ts'

interface Changed {
  readonly record: number
  readonly before: SeenItem | null
  readonly after: SeenItem | null
  readonly change: ItemChange
}

/** What became of every item of either. @param earlier the capture that began first */
function changesBetween(db: Driver, earlier: Capture, later: Capture): readonly Changed[] {
  const [before, after] = [itemsOfCapture(db, earlier.id), itemsOfCapture(db, later.id)]
  const records = [...new Set([...before.keys(), ...after.keys()])]
  const unsure =
    later.way === 'page'
      ? unsureKeys(records.map((record) => keyChange(before.get(record), after.get(record))))
      : () => false
  // A page that shows nothing at all tells of nothing that it is gone.
  const isEmpty = later.way === 'page' && after.size === 0
  const fallen = later.way === 'page' ? fallenOff([...before.values()], [...after.values()]) : new Set<number>()
  const superseded = supersededIn(later, after.values())
  return records.map((record) => {
    const [one, other] = [before.get(record) ?? null, after.get(record) ?? null]
    const at = other?.at ?? one?.at ?? null
    const change = changeOf(at, one, other, earlier, later)
    if (change !== 'gone' || other !== null || one === null) return { record, before: one, after: other, change }
    if (fallen.has(record)) return { record, before: one, after: null, change: 'outOfRange' }
    const known = !(isEmpty || unsure(one.nativeId))
    return { record, before: one, after: null, change: known ? unlessGone(one, later, superseded) : 'notReached' }
  })
}

function keyChange(before: SeenItem | undefined, after: SeenItem | undefined): KeyChange {
  const isChanged = before !== undefined && after !== undefined && before.version !== after.version
  const key = (before ?? after)?.nativeId ?? ''
  return { key, isBefore: before !== undefined, isAfter: after !== undefined, isChanged }
}

/**
 * What a capture no longer shows of what those before it did, back to the newest that was whole: an item may be in one that was cut short
 * alone. Each with the window in which that came about. What it has first, and hidden or deleted, became so since it was made.
 */
export function noLongerShown(db: Driver, id: CaptureId): NoLongerShown[] {
  const later = findCapture(db, id)?.capture
  if (later === undefined) return []
  const rows = new Map<number, NoLongerShown>()
  const seen = new Set<number>()
  const to = later.endedAt ?? later.startedAt
  for (const earlier of listCaptures(db, later.account)) {
    if (earlier.id >= id || whyNotCompared(earlier, later) !== null) continue
    for (const { record, before, change } of changesBetween(db, earlier, later)) {
      if (before === null) continue
      seen.add(record)
      if ((change !== 'gone' && change !== 'hidden') || rows.has(record)) continue
      const [shownIn, from] = [earlier.id, earlier.startedAt]
      rows.set(
        record,
        NoLongerShown.parse({ record, change, shownIn, version: before.version, missingIn: id, from, to }),
      )
    }
    if (earlier.stop?.met === true) break
  }
  for (const { record, at, version, standing } of later.accession === null ? [] : itemsOfCapture(db, id).values()) {
    if (standing === 'shown' || seen.has(record) || at === null || at > to) continue
    const change = standing === 'deleted' ? 'gone' : 'hidden'
    if (lastChangeOf(db, record, id) === change) continue
    rows.set(record, NoLongerShown.parse({ record, change, shownIn: id, version, missingIn: id, from: at, to }))
  }
  return [...rows.values()]
}

/**
 * How many items the captures of a scope before one showed on a page (on all of them, for null), back to the newest that was whole: what shows
 * nothing now may have shown something.
 */
export function shownBefore(
  db: Driver,
  asked: Pick<Capture, 'account' | 'way' | 'scope'>,
  id: CaptureId,
): (page: string | null) => number {
  let counts: Map<string | null, number> | null = null
  const count = () => {
    const pages = new Map<string | null, Set<number>>([[null, new Set()]])
    for (const earlier of listCaptures(db, asked.account)) {
      if (earlier.id >= id || earlier.accession === null || !isOfOneScope(earlier, asked)) continue
      for (const { record, page } of sightingsOf(db, earlier.id))
        for (const key of [page, null]) pages.set(key, (pages.get(key) ?? new Set()).add(record))
      if (earlier.stop?.met === true) break
    }
    return new Map([...pages].map(([page, records]) => [page, records.size]))
  }
  return (page) => {
    counts ??= count()
    return counts.get(page) ?? 0
  }
}

/**
 * Compares two captures, in whatever order they are named.
 * @throws MunimentError CAPTURE_REFUSED where they are not of one scope, or one has nothing to compare
 */
export function compareCaptures(db: Driver, one: Capture, other: Capture): Comparison {
  const [earlier, later] = one.startedAt <= other.startedAt ? [one, other] : [other, one]
  const why = whyNotCompared(earlier, later)
  if (why !== null) throw new MunimentError('CAPTURE_REFUSED', `${why} Nothing was compared.`)
  const lists: Record<ItemChange, ComparedItem[]> = {
    new: [],
    changed: [],
    gone: [],
    hidden: [],
    same: [],
    outOfRange: [],
    notReached: [],
  }
  const changes = changesBetween(db, earlier, later)
  const rows = new Map(
    recordRows(
      db,
      changes.map(({ record }) => record),
    ).map((row) => [Number(row.id), row]),
  )
  for (const { record, before, after, change } of changes) {
    const row = rows.get(record)
    if (row === undefined) continue
    const open = row.locked === null && row.restricted === null
    lists[change].push({
      record: RecordId.parse(record),
      kind: row.kind,
      nativeId: row.nativeId,
      at: row.at,
      author: row.author,
      text: row.text,
      before: before?.version ?? null,
      after: after?.version ?? null,
      differences:
        open && before !== null && after !== null && before.version !== after.version
          ? differencesOf(db, RecordId.parse(record), before.version, after.version)
          : [],
      again: before === null && lastChangeOf(db, record, later.id) !== null,
    })
  }
  for (const list of Object.values(lists)) list.sort((left, right) => right.record - left.record)
  const window = { from: Instant.parse(earlier.startedAt), to: later.endedAt ?? later.startedAt }
  return { earlier: earlier.id, later: later.id, window, ...lists }
}

/** Why two captures cannot be compared; null where they can. */
function whyNotCompared(earlier: Capture, later: Capture): string | null {
  if (earlier.id === later.id) return 'These are one and the same capture.'
  if (earlier.account !== later.account) return 'The captures are of two accounts.'
  if (!isOfOneScope(earlier, later))
    return 'The captures are not of one scope: they were asked for in other ways, at other addresses, or for other items.'
  if (!sawAsTheSame(earlier, later))
    return 'It is not known that both captures were made with the same log-in, and what one log-in is shown another is not.'
  const empty = [earlier, later].find((one) => one.accession === null)
  return empty === undefined ? null : `Capture ${empty.id} was not taken in: ${empty.sentence || 'it did not end.'}`
}
