// A production whose packet is finished, and, where something is to be made of it, not recalled.
import { MunimentError } from '../../../shared/contract/error.ts'
import type { ProductionId } from '../../../shared/domain/id.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { recallOf } from '../vault/repository/packet-set.ts'
import { refused } from './changing.ts'
import { openProduction, type Packet } from './packet/packet.ts'

/** The production of a number. @throws MunimentError REQUEST_UNKNOWN; REQUEST_REFUSED where its packet is not finished */
export function finishedProduction(db: Driver, id: ProductionId): Packet {
  const packet = openProduction(db, id)
  if (packet.production.packetDigest !== null) return packet
  throw refused(`The packet of production ${id} was never finished. Nothing was done; build it first.`)
}

/** The production, where its packet stands. @throws MunimentError REQUEST_UNKNOWN, REQUEST_REFUSED */
export function standingProduction(db: Driver, id: ProductionId): Packet {
  const packet = finishedProduction(db, id)
  const recall = recallOf(db, id)
  if (recall === null) return packet
  throw refused(
    `Production ${id} was recalled${recall.replacedBy === null ? '' : `, and production ${recall.replacedBy} replaces it`}. Nothing was made of it.`,
  )
}

/** An error where there is no such published copy. */
export function noPosting(id: number): MunimentError {
  return refused(`There is no published copy ${id} in this vault. Nothing was changed.`)
}
