// Which records of a restored copy go: those that were destroyed since, by their identity, and whatever else was part of them then.
import type { Driver } from '../../vault/catalog/driver.ts'
import type { WriteContext } from '../../vault/handler.ts'
import { isReadmitted } from '../../vault/repository/disposition/certificate.ts'
import { goneRecords, recordOf } from '../../vault/repository/disposition/later-acts.ts'
import {
  type Among,
  isWholeIn,
  livingIn,
  placesDestroyed,
  recordsSeenAt,
  recordsWithLeaves,
  versionsStaying,
  withoutLeaves,
} from '../../vault/repository/disposition/sightings.ts'
import { partsThatGo } from './parts.ts'

const AT_ONCE = 2000

/** A record that goes; `position` in the list of its destruction, null for what was a part of another one there. */
export interface GoingAgain {
  readonly record: number
  readonly position: number | null
}

/**
 * Those of a destruction that was taken over. What of a record lives in the later vault stays, and is taken apart from the rest.
 * @returns with how many of them were taken in again there, as they cannot be kept: the copy has more of them than was taken in
 */
export function goingSince(context: Pick<WriteContext, 'db' | 'now'>, later: Driver, destruction: number) {
  const { db, now } = context
  const named = new Map<number, { readonly position: number; readonly there: number | null }>()
  const again = isReadmitted(db, destruction)
  for (const gone of goneRecords(db, destruction)) {
    const record = recordOf(db, gone)
    if (record !== null) named.set(record, { position: gone.position, there: again ? recordOf(later, gone) : null })
  }
  const seen = inRuns(placesDestroyed(later, destruction), (places) => recordsSeenAt(db, places))
  const going = goingApart(db, [...new Set([...named.keys(), ...seen])], livingIn(later), named, now)
  const kept = going.filter(({ record }) => {
    const there = named.get(record)?.there ?? null
    return there === null || !isWholeIn(db, record, later, there)
  })
  const takenInAgain = kept.filter(({ record }) => (named.get(record)?.there ?? null) !== null).length
  return { going: kept, takenInAgain }
}

/**
 * Those that a certificate or a list tells of. What of a record has no leaf there stays, and is taken apart from the rest; what has none at all, as where
 * its file was read anew since, goes by its identity.
 * @param leaves the leaves that are told, as hexadecimal digits; a table tells none
 */
export function goingTold(
  { db, now }: Pick<WriteContext, 'db' | 'now'>,
  named: ReadonlyMap<number, { readonly position: number }>,
  leaves: ReadonlySet<string>,
): GoingAgain[] {
  const seen = leaves.size === 0 ? [] : recordsWithLeaves(db, leaves)
  const known = new Set(seen)
  const whole = [...named].flatMap(([record, { position }]) => (known.has(record) ? [] : [{ record, position }]))
  return [...whole, ...goingApart(db, seen, withoutLeaves(leaves), named, now)]
}

/** Those of some records that go, taken apart from what stays. @param named the places of those that go by their identity */
function goingApart(
  db: Driver,
  records: readonly number[],
  among: Among,
  named: ReadonlyMap<number, { readonly position: number }>,
  at: WriteContext['now'],
): GoingAgain[] {
  return inRuns(records, (run) => {
    const staying = versionsStaying(db, run, among)
    return run.flatMap((record) => {
      const own = staying.get(record)
      const goesByName = (one: number) => named.has(one)
      const parts = own === undefined ? [record] : partsThatGo(db, record, { staying: own, goesByName, at })
      return parts.map((part) => ({ record: part, position: named.get(part)?.position ?? null }))
    })
  })
}

function inRuns<One, Result>(all: readonly One[], work: (run: readonly One[]) => readonly Result[]): Result[] {
  const results: Result[] = []
  for (let from = 0; from < all.length; from += AT_ONCE) results.push(...work(all.slice(from, from + AT_ONCE)))
  return results
}
