import { MunimentError } from '../../../../shared/contract/error.ts'
import { holdRelease } from '../../../../shared/contract/hold.ts'
import type { Person } from '../../../../shared/domain/person.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { apply } from '../../vault/handler.ts'
import { digestBytes } from '../../vault/hex.ts'
import { keepPaper, saltedDigest } from '../../vault/objects/paper.ts'
import { findHold, releaseHold } from '../../vault/repository/hold.ts'
import { listPeople } from '../../vault/repository/people.ts'

export default apply(holdRelease, ['holds', 'records', 'ledger'], (context, { id, releasedBy, document }) => {
  const { db, now, note } = context
  const placed = findHold(db, id)
  if (placed === null) throw new MunimentError('HOLD_UNKNOWN', `There is no hold ${id} in this vault.`)
  if (placed.hold.releasedAt !== null) {
    throw new MunimentError('HOLD_UNKNOWN', `Hold ${id} was released before. Nothing was changed.`)
  }
  const person = signer(db, releasedBy)
  if (placed.request !== null && person.role !== 'city-attorney') {
    throw new MunimentError(
      'ATTORNEY_REQUIRED',
      `Hold ${id} is that of public records request ${placed.request}: the City Attorney signs its release, or it ends after the request’s file. The hold stands.`,
    )
  }
  const digest = keepPaper(context, document)
  releaseHold(db, id, person.id, digestBytes(digest), now)
  note({ hold: id, records: placed.records, ...saltedDigest(context, digest) })
  return {}
})

/** The one person of this short name, full name or title: a release is answered for by somebody whom the vault knows. */
function signer(db: Driver, text: string): Person {
  const wanted = text.toLowerCase()
  const [person, another] = listPeople(db).filter((one) =>
    [one.id, one.name, one.title].some((name) => name.toLowerCase() === wanted),
  )
  if (person !== undefined && another === undefined) return person
  const which = person === undefined ? `knows nobody called “${text}”` : `knows several people called “${text}”`
  const next = 'Name the person who signed the release as People lists them, then release the hold.'
  throw new MunimentError('PERSON_UNKNOWN', `This vault ${which}. The hold stands. ${next}`)
}
