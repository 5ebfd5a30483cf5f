// The copies for archives that records have, held against the records as they are now.
import type { PlanCustody } from '../../../../shared/domain/disposition/custody.ts'
import type { RecordId } from '../../../../shared/domain/id.ts'
import type { CustodyCopy } from '../../../../shared/domain/retention/custody.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { listPeople } from '../../vault/repository/account/people.ts'
import { versionSealsOf } from '../../vault/repository/disposition/plan.ts'
import { copiesHolding, listTransfers, mediaDigestsOf } from '../../vault/repository/disposition/transfer.ts'
import { commitmentOf, mediaCommitmentOf, sealsByRecord } from '../plan/commitment.ts'

/** Finds the copies of some records, the newest first. */
export function copiesOver(db: Driver, ids: readonly RecordId[]): (record: RecordId) => readonly CustodyCopy[] {
  const copies = Map.groupBy(copiesHolding(db, ids), ({ record }) => record)
  const held = [...copies.keys()]
  const seals = sealsByRecord(versionSealsOf(db, held))
  const media = Map.groupBy(mediaDigestsOf(db, held), ({ record }) => record)
  return (record) => {
    const own = copies.get(record) ?? []
    if (own.length === 0) return []
    const sealed = seals.get(record) ?? []
    const versions = commitmentOf(record, sealed)
    const digests = (media.get(record) ?? []).map(({ digest }) => digest)
    const files = mediaCommitmentOf(record, sealed, digests)
    return own.map(({ transfer, receipt, commitment, media: bagged }) => ({
      transfer,
      receipt,
      same: commitment === versions && (digests.length === 0 || (files !== null && bagged === files)),
    }))
  }
}

/** The copies that records of a plan rest on, in the order of their numbers. @param counts records of the plan by number of the copy */
export function custodyOf(db: Driver, counts: ReadonlyMap<number, number>): PlanCustody[] {
  const names = new Map(listPeople(db).map(({ id, name }) => [id, name]))
  return listTransfers(db)
    .flatMap(({ id: transfer, name, bag, files, bytes, madeAt, receipt }) => {
      const records = counts.get(transfer)
      if (records === undefined || receipt === null) return []
      const { enteredBy, ...signed } = receipt
      const seenBy = names.get(enteredBy) ?? enteredBy
      return [{ transfer, name, bag, files, bytes, madeAt, records, receipt: { ...signed, seenBy } }]
    })
    .sort((one, other) => one.transfer - other.transfer)
}
