import { MunimentError } from '../../../../shared/contract/error.ts'
import { officeFileHold } from '../../../../shared/contract/office-file.ts'
import { apply } from '../../vault/handler.ts'
import { personActing } from '../../vault/person-acting.ts'
import { findHold } from '../../vault/repository/disposition/hold.ts'
import { nameUnderHold } from '../../vault/repository/disposition/office-series.ts'
import { knownFile } from '../office/known-file.ts'

export default apply(officeFileHold, ['holds', 'disposition', 'ledger'], (context, { hold, kind, id }) => {
  const { db, folder, now, actor, note } = context
  const by = personActing(actor, 'A hold over a file of the office')
  const placed = findHold(db, hold)
  if (placed === null || placed.hold.releasedAt !== null) {
    const why = placed === null ? 'is not in this vault' : 'was released'
    throw new MunimentError('HOLD_UNKNOWN', `Hold ${hold} ${why}. Nothing was changed.`)
  }
  knownFile(db, folder, { kind, id })
  const named = nameUnderHold(db, hold, { kind, id }, now, by)
  note({ hold, kind, named })
  return { named }
})
