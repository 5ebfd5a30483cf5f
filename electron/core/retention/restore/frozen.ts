// What a hold of the later vault froze it freezes in a restored copy, too, whatever its search finds in what the copy knows.
import type { HoldId } from '../../../../shared/domain/id.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { freezeAgain, frozenAfter } from '../../vault/repository/disposition/later-acts.ts'
import { counterparts } from '../../vault/repository/disposition/sightings.ts'

const PAGE = 2000

/**
 * Freezes it, and remembers what the hold let go of.
 * @param was number of the hold in the later vault @param now its number here
 * @returns how many records it froze of which the copy has nothing
 */
export function takeOverFrozen(later: Driver, db: Driver, was: HoldId, now: HoldId): number {
  let absent = 0
  for (const table of ['hold_record', 'hold_let_go'] as const) {
    let after = Number.MIN_SAFE_INTEGER
    for (;;) {
      const ids = frozenAfter(later, table, was, after, PAGE)
      for (const records of counterparts(db, later, ids).values()) {
        if (records.size === 0 && table === 'hold_record') absent += 1
        for (const record of records) freezeAgain(db, table, now, record)
      }
      const last = ids.at(-1)
      if (last === undefined) break
      after = last
    }
  }
  return absent
}
