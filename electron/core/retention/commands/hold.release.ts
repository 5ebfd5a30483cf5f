import { MunimentError } from '../../../../shared/contract/error.ts'
import { holdRelease } from '../../../../shared/contract/hold.ts'
import { apply } from '../../vault/handler.ts'
import { digestBytes } from '../../vault/hex.ts'
import { keepPaper, saltedDigest } from '../../vault/objects/paper.ts'
import { findHold, releaseHold } from '../../vault/repository/disposition/hold.ts'
import { freezeWidely } from '../hold/freeze.ts'
import { signer } from '../hold/signer.ts'

export default apply(holdRelease, ['holds', 'records', 'ledger'], (context, { id, releasedBy, document }) => {
  const { db, folder, now, note } = context
  const placed = findHold(db, id)
  if (placed === null) throw new MunimentError('HOLD_UNKNOWN', `There is no hold ${id} in this vault.`)
  if (placed.hold.releasedAt !== null) {
    throw new MunimentError('HOLD_UNKNOWN', `Hold ${id} was released before. Nothing was changed.`)
  }
  const person = signer(db, releasedBy, 'The hold stands.')
  if (person.role !== 'city-attorney') {
    const which = placed.request === null ? '' : ` is that of public records request ${placed.request}, which`
    const ends = placed.request === null ? '' : ', or it ends after the request’s file'
    throw new MunimentError(
      'ATTORNEY_REQUIRED',
      `${person.name} is not registered as City Attorney. Hold ${id}${which} stands until the City Attorney signs its release${ends}.`,
    )
  }
  const digest = keepPaper(context, document)
  // What came since it was placed was covered, too, and stays known as touched by it.
  freezeWidely(db, folder, placed.hold)
  releaseHold(db, id, person.id, digestBytes(digest), now)
  note({ hold: id, records: placed.records, ...saltedDigest(context, digest) })
  return {}
})
