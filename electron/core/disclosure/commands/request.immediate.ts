import { requestImmediate } from '../../../../shared/contract/request-life.ts'
import { RequestDraft } from '../../../../shared/domain/request/request.ts'
import { apply } from '../../vault/handler.ts'
import { saveRequest } from '../../vault/repository/request/request.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { openRequest, refused, today } from '../changing.ts'
import { draftOf } from '../known-request.ts'

export default apply(requestImmediate, ['requests', 'ledger'], (context, { id, immediate, reason }) => {
  const { db, now, actor, note } = context
  const request = openRequest(db, id)
  if (request.immediateDisclosure === immediate) {
    throw refused(
      `Request ${id} is ${immediate ? 'one' : 'none'} for immediate disclosure already. Nothing was changed.`,
    )
  }
  if (immediate && request.channel === 'oral') {
    throw refused('A request for immediate disclosure is a written one (OMC 2.20.230). Nothing was changed.')
  }
  saveRequest(db, RequestDraft.parse({ ...draftOf(request), immediateDisclosure: immediate }))
  const words = `${immediate ? 'Taken as one' : 'Not taken as one'}: ${reason}`
  insertEvent(db, id, { kind: 'immediate', on: today(context), words }, { at: now, by: actor.person })
  note({ request: id, immediate })
  return {}
})
