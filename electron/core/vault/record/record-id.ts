// Row ids that sort by time: seconds · 2²⁰ + sequence, so that newest-first needs no join (design §4).
import type { Driver } from '../catalog/driver.ts'

const WIDTH = 2 ** 20
/** Records without a time stand before all others. */
const UNKNOWN_SECOND = -(2 ** 31)

/** The smallest id of a second. */
export function firstIdOf(milliseconds: number | null): number {
  return (milliseconds === null ? UNKNOWN_SECOND : Math.floor(milliseconds / 1000)) * WIDTH
}

/** The smallest id that tells a time. */
export const FIRST_DATED = (UNKNOWN_SECOND + 1) * WIDTH

/** The second since 1970 (UTC) that an id tells. */
export function secondOf(id: number): number {
  return Math.floor(id / WIDTH)
}

export interface RecordIds {
  /** An id that is free unless something of the same second is in the vault; not looked up. */
  likely(milliseconds: number | null): number
  /**
   * An id that is free.
   * @throws RangeError when a single second holds more than a million records
   */
  free(milliseconds: number | null): number
}

/** Gives out ids within one transaction, for instants in ms since 1970 UTC, or null. */
export function recordIds(db: Driver): RecordIds {
  const next = new Map<number, number>()
  const give = (first: number, id: number): number => {
    if (id >= first + WIDTH) throw new RangeError('more than a million records in one second')
    next.set(first, id + 1)
    return id
  }
  return {
    likely: (milliseconds) => {
      const first = firstIdOf(milliseconds)
      return give(first, next.get(first) ?? first)
    },
    free: (milliseconds) => {
      const first = firstIdOf(milliseconds)
      return give(first, Math.max(next.get(first) ?? first, afterLast(db, first)))
    },
  }
}

function afterLast(db: Driver, first: number): number {
  const last = db.get<{ id: number | null }>(
    'SELECT max(id) AS id FROM record WHERE id >= ? AND id < ?',
    first,
    first + WIDTH,
  )
  return last?.id === null || last === undefined ? first : last.id + 1
}
