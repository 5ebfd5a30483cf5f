import { MunimentError } from '../../../../shared/contract/error.ts'
import { holdPlace } from '../../../../shared/contract/hold.ts'
import type { HoldScope } from '../../../../shared/domain/hold.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { apply } from '../../vault/handler.ts'
import { knownAccount } from '../../vault/known-account.ts'
import { keepPaper, saltedDigest } from '../../vault/objects/paper.ts'
import { findHold, insertHold } from '../../vault/repository/hold.ts'
import { subjectsOf } from '../../vault/repository/plan.ts'
import { freeze } from '../freeze.ts'

export default apply(holdPlace, ['holds', 'records', 'ledger'], (context, { document, scope: asked, ...draft }) => {
  const { db, folder, now, actor, note } = context
  const scope = { ...asked, search: asked.search === '' ? null : asked.search }
  refuseUnknown(db, scope)
  const orderDocument = document === null ? null : keepPaper(context, document)
  const id = insertHold(db, { ...draft, orderDocument, scope }, null, now, actor.person)
  const hold = findHold(db, id)?.hold
  if (hold === undefined) throw new Error('the hold was not written down')
  const covered = freeze(db, folder, hold)
  note({ hold: id, covered, ...(orderDocument && saltedDigest(context, orderDocument)) })
  return { id, covered }
})

/** A hold on an account or a record that is not here would hold nothing, and nobody would notice. */
function refuseUnknown(db: Driver, { accounts, recordIds }: HoldScope): void {
  for (const account of accounts) knownAccount(db, account, 'No hold was placed.')
  const known = new Set(subjectsOf(db, recordIds).map(({ id }) => id))
  const record = recordIds.find((one) => !known.has(one))
  if (record !== undefined) {
    throw new MunimentError('RECORD_UNKNOWN', `This vault has no record ${record}. No hold was placed.`)
  }
}
