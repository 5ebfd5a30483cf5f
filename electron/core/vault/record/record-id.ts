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
  /** An id that is free unless something of the same second is in the vault, and that no record had which was destroyed or is one with another; the vault is not looked up. */
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
  let spent: boolean | undefined
  // Where anything was ever destroyed or joined each second is looked up: a number of a tombstone names one record for ever.
  const isSpent = () => (spent ??= anySpent(db))
  const give = (first: number, id: number): number => {
    if (id >= first + WIDTH) throw new RangeError('more than a million records in one second')
    next.set(first, id + 1)
    return id
  }
  return {
    likely: (milliseconds) => {
      const first = firstIdOf(milliseconds)
      return give(first, next.get(first) ?? (isSpent() ? afterSpent(db, first) : first))
    },
    free: (milliseconds) => {
      const first = firstIdOf(milliseconds)
      return give(
        first,
        Math.max(next.get(first) ?? first, afterLast(db, first), isSpent() ? afterSpent(db, first) : first),
      )
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

/**
 * Records that were destroyed under a plan, or removed by order: what their numbers named is gone, and they name nothing else. Those that are one with
 * another have their numbers again when they are split.
 */
const SPENT = `SELECT record_id AS id FROM destruction_item WHERE outcome = 'destroyed' AND record_id >= ? AND record_id < ?
  UNION ALL SELECT record_id FROM record_lock WHERE ended_how = 'removed' AND record_id >= ? AND record_id < ?
  UNION ALL SELECT record_id FROM destroyed_record WHERE record_id >= ? AND record_id < ?
  UNION ALL SELECT absorbed_id FROM record_merge WHERE split_at IS NULL AND absorbed_id >= ? AND absorbed_id < ?`

function anySpent(db: Driver): boolean {
  const sql = `SELECT 1 FROM destruction_item WHERE outcome = 'destroyed'
    UNION ALL SELECT 1 FROM record_lock WHERE ended_how = 'removed' UNION ALL SELECT 1 FROM destroyed_record
    UNION ALL SELECT 1 FROM record_merge WHERE split_at IS NULL LIMIT 1`
  return db.get(sql) !== undefined
}

function afterSpent(db: Driver, first: number): number {
  const end = first + WIDTH
  const last = db.get<{ id: number | null }>(
    `SELECT max(id) AS id FROM (${SPENT})`,
    ...[first, end, first, end],
    ...[first, end, first, end],
  )
  return last?.id === null || last === undefined ? first : last.id + 1
}
