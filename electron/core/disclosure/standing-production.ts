// A sealed production whose packet stands: it was not recalled.
import type { MunimentError } from '../../../shared/contract/error.ts'
import type { ProductionId } from '../../../shared/domain/id.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { recallOf } from '../vault/repository/packet/packet-set.ts'
import { refused } from './changing.ts'
import { type Sealed, sealedProduction } from './sealed.ts'

/** The production, where its packet stands. @throws MunimentError REQUEST_UNKNOWN, REQUEST_REFUSED */
export function standingProduction(db: Driver, id: ProductionId): Sealed {
  const packet = sealedProduction(db, id)
  const recall = recallOf(db, id)
  if (recall === null) return packet
  throw refused(
    `Production ${id} was recalled${recall.replacedBy === null ? '' : `, and production ${recall.replacedBy} replaces it`}. Nothing was made of it.`,
  )
}

/** The error where there is no such published copy. */
export function noPosting(id: number): MunimentError {
  return refused(`There is no published copy ${id} in this vault. Nothing was changed.`)
}
