import { MunimentError } from '../../../../shared/contract/error.ts'
import { requestLetGo } from '../../../../shared/contract/request-hold.ts'
import { readVaultFile } from '../../vault/about.ts'
import { apply } from '../../vault/handler.ts'
import { requestKept } from '../../vault/office/request-until.ts'
import { endRequestHold, holdOf } from '../../vault/repository/request/request-hold.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { attorneyActing } from '../attorney.ts'
import { refused, today } from '../changing.ts'
import { knownRequest } from '../known-request.ts'

// A release destroys nothing: what it held is judged by its own retention from then on (law.md §3.2).
export default apply(requestLetGo, ['requests', 'holds', 'records', 'ledger'], (context, { id, reason }) => {
  const { db, folder, now, actor, note } = context
  if (knownRequest(db, id).state !== 'closed')
    throw refused(`Request ${id} is not closed: it goes on holding its accounts and period. Nothing was changed.`)
  if (holdOf(db, id) === null) throw refused(`The hold of request ${id} was released before. Nothing was changed.`)
  const on = today(context)
  const kept = requestKept(db, id, readVaultFile(folder).zone)
  const ended = kept !== null && kept.until < on
  if (!ended) attorneyActing(context, 'releases what a request holds before the retention of its file has ended')
  const { person } = actor
  if (person === null) throw new MunimentError('REQUEST_REFUSED', 'Say who acts first. Nothing was changed.')
  endRequestHold(db, id, person, now)
  insertEvent(db, id, { kind: 'kept-until', on, words: `Released: ${reason}` }, { at: now, by: person })
  note({ request: id, released: true, ended })
  return {}
})
