import { holdPlace } from '../../../../shared/contract/hold.ts'
import { apply } from '../../vault/handler.ts'
import { keepPaper, saltedDigest } from '../../vault/objects/paper.ts'
import { findHold, insertHold } from '../../vault/repository/disposition/hold.ts'
import { freeze } from '../hold/freeze.ts'
import { refuseUnknownScope } from '../hold/known-scope.ts'

export default apply(holdPlace, ['holds', 'records', 'ledger'], (context, { document, scope: asked, ...draft }) => {
  const { db, folder, now, actor, note } = context
  const scope = { ...asked, search: asked.search === '' ? null : asked.search }
  refuseUnknownScope(db, scope, 'No hold was placed.')
  const orderDocument = document === null ? null : keepPaper(context, document)
  const id = insertHold(db, { ...draft, orderDocument, scope }, null, now, actor.person)
  const hold = findHold(db, id)?.hold
  if (hold === undefined) throw new Error('the hold was not written down')
  const covered = freeze(db, folder, hold)
  note({ hold: id, covered, ...(orderDocument && saltedDigest(context, orderDocument)) })
  return { id, covered }
})
