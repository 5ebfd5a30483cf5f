// The source packages that a plan would have overwritten in part, and which of them wait because they hold a record under a hold.
import type { PlanPackage } from '../../../shared/domain/disposition.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { digestOf } from '../vault/hex.ts'
import { namedPackages, packagesOfRecords } from '../vault/repository/record-packages.ts'

/** @param eligible records of the plan. @param held records under a hold or a request */
export function planPackages(db: Driver, eligible: readonly number[], held: readonly number[]): PlanPackage[] {
  const counts = packagesOfRecords(db, eligible)
  const waiting = packagesOfRecords(db, held)
  return namedPackages(db, [...counts.keys()]).map(({ digest, ...named }) => ({
    ...named,
    digest: digestOf(digest),
    records: counts.get(named.package) ?? 1,
    waits: waiting.has(named.package),
  }))
}
