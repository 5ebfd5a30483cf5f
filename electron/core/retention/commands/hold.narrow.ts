import { MunimentError } from '../../../../shared/contract/error.ts'
import { holdNarrow } from '../../../../shared/contract/hold.ts'
import { apply } from '../../vault/handler.ts'
import { digestBytes } from '../../vault/hex.ts'
import { keepPaper, saltedDigest } from '../../vault/objects/paper.ts'
import { findHold, letGoOf, narrowHold } from '../../vault/repository/disposition/hold.ts'
import { freeze, freezeWidely } from '../hold/freeze.ts'
import { refuseUnknownScope } from '../hold/known-scope.ts'
import { signer } from '../hold/signer.ts'

export default apply(
  holdNarrow,
  ['holds', 'records', 'ledger'],
  (context, { id, scope: asked, signedBy, document }) => {
    const { db, folder, now, note } = context
    const placed = findHold(db, id)
    if (placed === null || placed.hold.releasedAt !== null || placed.request !== null) {
      const why =
        placed === null
          ? 'is not in this vault'
          : placed.request === null
            ? 'was released'
            : 'is that of a records request'
      throw new MunimentError('HOLD_UNKNOWN', `Hold ${id} ${why}. Nothing was changed.`)
    }
    const scope = { ...asked, search: asked.search === '' ? null : asked.search }
    refuseUnknownScope(db, scope, 'The hold stands as it was.')
    const person = signer(db, signedBy, 'The hold stands as it was.')
    if (person.role !== 'city-attorney') {
      throw new MunimentError(
        'ATTORNEY_REQUIRED',
        `${person.name} is not registered as City Attorney, who signs what a hold lets go. The hold stands as it was.`,
      )
    }
    const paper = keepPaper(context, document)
    narrowHold(db, { id, before: placed.hold.scope, scope, by: person.id, document: digestBytes(paper) }, now)
    const before = placed.records
    // What came since it was placed was covered, too, and stays known as touched by it.
    freezeWidely(db, folder, placed.hold)
    letGoOf(db, id)
    const covered = freeze(db, folder, { ...placed.hold, scope })
    note({ hold: id, before, covered, ...saltedDigest(context, paper) })
    return { covered, before }
  },
)
