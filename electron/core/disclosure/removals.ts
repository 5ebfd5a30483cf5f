// The demands to remove something from published copies that nobody has met yet, each with its clock explained.
import type { Removal } from '../../../shared/contract/desk.ts'
import { REMOVAL_CITATION, REMOVAL_RULE, removalClock } from '../../../shared/domain/review/removal-clock.ts'
import type { VaultFile } from '../vault/about.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { openDemands } from '../vault/repository/packet/removal-demand.ts'
import { confirmedBook } from './confirmed-law.ts'

/** Every one, the earliest end first. */
export function openRemovals(db: Driver, { city, zone }: Pick<VaultFile, 'city' | 'zone'>): Removal[] {
  const rule = confirmedBook(db, city).find(({ id }) => id === REMOVAL_RULE)
  const confirmed = rule !== undefined && (rule.confirmed || rule.confirmedBy !== null)
  return openDemands(db).map((demand) => ({
    ...demand,
    ...removalClock(demand.receivedAt, demand.dueAt, zone),
    ...{ citation: REMOVAL_CITATION, confirmed },
  }))
}
