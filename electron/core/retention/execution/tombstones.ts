// The tombstones of a destruction; where custody was given up, each says to which archive.
import type { Tombstone } from '../../../../shared/domain/disposition/destruction.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { tombstones } from '../../vault/repository/disposition/certificate.ts'
import type { StoredDestruction } from '../../vault/repository/disposition/destruction.ts'
import { copiesDestroyed } from '../../vault/repository/disposition/transfer.ts'

/** Those from a place on, in the order of record ids. @param most all where it is left out */
export function tombstonesOf(
  db: Driver,
  { id, facts }: Pick<StoredDestruction, 'id' | 'facts'>,
  from = 0,
  most = -1,
): Tombstone[] {
  const gone = tombstones(db, id, from, most)
  const { custody } = facts.plan
  if (custody === undefined) return gone
  const archives = new Map(custody.map(({ transfer, receipt }) => [transfer, receipt.archive]))
  const copies = new Map(
    copiesDestroyed(db, id, [...archives.keys()]).map(({ record, transfer }) => [record, transfer]),
  )
  return gone.map((one) => {
    const transfer = copies.get(one.recordId) ?? 0
    const archive = archives.get(transfer)
    return archive === undefined ? one : { ...one, custody: { archive, transfer } }
  })
}
