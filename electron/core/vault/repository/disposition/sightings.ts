// Where versions were seen: what of a record lives in another catalog of the same vault, and what was destroyed there.
import type { Driver } from '../../catalog/driver.ts'
import { hexOf } from '../../hex.ts'
import { leafOf } from '../../record/merkle.ts'
import { recordOf } from './later-acts.ts'

/** An item of a file. */
export interface Place {
  readonly member: number
  readonly position: number
}

/** A version that is named by the item that it was read from. */
export interface SeenVersion extends Place {
  readonly record: number
}

interface Sighting extends Place {
  readonly record: number
  readonly number: number
  readonly digest: Uint8Array
  readonly salt: Uint8Array
}

const THESE = 'WITH these (id) AS (SELECT value FROM json_each(?))'

/** Where what a destruction destroyed had been seen. */
export function placesDestroyed(db: Driver, destruction: number): Place[] {
  return db.all(
    'SELECT member_id AS member, position FROM destruction_leaf WHERE destruction_id = ? ORDER BY 1, 2',
    destruction,
  )
}

/** The records that were seen in places, in the order of their numbers. */
export function recordsSeenAt(db: Driver, places: readonly Place[]): number[] {
  return [...new Set(seenAt(db, places).map(({ record }) => record))].sort((one, other) => one - other)
}

function seenAt(db: Driver, places: readonly Place[]): SeenVersion[] {
  return db.all(
    `SELECT record.id AS record, member_id AS member, position FROM json_each(?) AS place CROSS JOIN observation
       ON member_id = place.value ->> 0 AND position = place.value ->> 1 JOIN record ON record.id = record_id`,
    asPairs(places),
  )
}

/** The records here that are what records of another catalog of the same vault are, or a part of it, or have a part of it; by their numbers there. */
export function counterparts(db: Driver, other: Driver, records: readonly number[]): Map<number, Set<number>> {
  const ids = JSON.stringify(records)
  const places = other.all<SeenVersion>(
    `${THESE} SELECT record_id AS record, member_id AS member, position FROM these CROSS JOIN version ON record_id = these.id
     UNION ALL SELECT record_id, member_id, position FROM these CROSS JOIN observation ON record_id = these.id WHERE again = 1`,
    ids,
  )
  const here = new Map(seenAt(db, places).map((one) => [nameOf(one), one.record]))
  const found = new Map<number, Set<number>>(records.map((id) => [id, new Set()]))
  for (const place of places) {
    const record = here.get(nameOf(place))
    if (record !== undefined) found.get(place.record)?.add(record)
  }
  const rows = other.all<{ id: number } & Parameters<typeof recordOf>[1]>(
    'SELECT id, account_id AS account, kind, native_id AS nativeId FROM record WHERE id IN (SELECT value FROM json_each(?))',
    ids,
  )
  for (const row of rows) {
    const record = recordOf(db, row)
    if (record !== null) found.get(row.id)?.add(record)
  }
  return found
}

/** The records that a leaf is of that is among some, as hexadecimal digits. */
export function recordsWithLeaves(db: Driver, leaves: ReadonlySet<string>): number[] {
  const found = new Set<number>()
  const sql = `SELECT record.id, digest, salt FROM observation JOIN record ON record.id = record_id
    WHERE digest IS NOT NULL AND salt IS NOT NULL`
  for (const { id, digest, salt } of db.iterate<{ id: number; digest: Uint8Array; salt: Uint8Array }>(sql))
    if (leaves.has(hexOf(leafOf(salt, digest)))) found.add(id)
  return [...found].sort((one, other) => one - other)
}

/** By which sightings versions are found: all of each, as `sightingsOf` gives them. */
export type Among = (sightings: readonly Sighting[]) => ReadonlySet<string>

/** Those that stand in another catalog of the same vault as they are here: what they were read from lives there. */
export function livingIn(other: Driver): Among {
  return (sightings) => {
    const rows = other.all<Sighting>(
      `SELECT record_id AS record, number, member_id AS member, observation.position, digest, salt
       FROM json_each(?) AS place CROSS JOIN observation ON member_id = place.value ->> 0 AND observation.position = place.value ->> 1
         JOIN record ON record.id = record_id WHERE digest IS NOT NULL AND salt IS NOT NULL`,
      asPairs(sightings),
    )
    const there = new Map(rows.map((one) => [nameOf(one), one]))
    const alive = sightings.filter((one) => {
      const same = there.get(nameOf(one))
      return same !== undefined && leafOf(same.salt, same.digest).equals(leafOf(one.salt, one.digest))
    })
    return new Set(alive.map(nameOf))
  }
}

/** Those whose leaves are not among some, as hexadecimal digits. */
export function withoutLeaves(leaves: ReadonlySet<string>): Among {
  return (sightings) =>
    new Set(sightings.filter(({ salt, digest }) => !leaves.has(hexOf(leafOf(salt, digest)))).map(nameOf))
}

/**
 * The versions of records that stay, by `nameOf` the item that each was read from.
 * @param among which of their sightings are of what stays
 * @returns by record; one of which nothing stays is left out
 */
export function versionsStaying(
  db: Driver,
  records: readonly number[],
  among: Among,
): ReadonlyMap<number, ReadonlySet<string>> {
  const ids = JSON.stringify(records)
  const versions = db.all<SeenVersion & { number: number }>(
    `${THESE} SELECT record_id AS record, number, member_id AS member, position FROM these CROSS JOIN version ON record_id = these.id`,
    ids,
  )
  const sightings = db.all<Sighting>(
    `${THESE} SELECT version.record_id AS record, version.number, member_id AS member, position, observation.digest, salt
       FROM these CROSS JOIN version ON version.record_id = these.id CROSS JOIN observation USING (member_id, position)
       WHERE observation.digest IS NOT NULL AND salt IS NOT NULL
     UNION ALL SELECT these.id, number, member_id, position, digest, salt FROM these CROSS JOIN observation ON record_id = these.id
       WHERE again = 1 AND digest IS NOT NULL AND salt IS NOT NULL`,
    ids,
  )
  const staying = among(sightings)
  const numbers = new Set(sightings.filter((one) => staying.has(nameOf(one))).map(numbered))
  const stay = versions.filter((one) => numbers.has(numbered(one)))
  return new Map([...Map.groupBy(stay, ({ record }) => record)].map(([id, list]) => [id, new Set(list.map(nameOf))]))
}

/** An item's name. */
export function nameOf({ member, position }: Place): string {
  return `${member}/${position}`
}

function numbered({ record, number }: { readonly record: number; readonly number: number }): string {
  return `${record} ${number}`
}

function asPairs(places: readonly Place[]): string {
  return JSON.stringify(places.map(({ member, position }) => [member, position]))
}

/** Whether every content of a record here is one of a record in another catalog. */
export function isWholeIn(db: Driver, record: number, other: Driver, there: number): boolean {
  const contents = (one: Driver, id: number) =>
    one.all<{ digest: string }>('SELECT hex(digest) AS digest FROM version WHERE record_id = ?', id)
  const known = new Set(contents(other, there).map(({ digest }) => digest))
  return contents(db, record).every(({ digest }) => known.has(digest))
}
