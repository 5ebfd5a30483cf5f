import { requestMessage } from '../../../../shared/contract/request-life.ts'
import { apply } from '../../vault/handler.ts'
import { insertEvent, insertMessage } from '../../vault/repository/request/request-life.ts'
import { refuseDay } from '../changing.ts'
import { knownRequest } from '../known-request.ts'

// A message may come when the request is closed: it is kept all the same.
export default apply(requestMessage, ['requests', 'ledger'], (context, { id, message }) => {
  const { db, now, actor, note } = context
  const { on, about, direction } = message
  refuseDay(context, knownRequest(db, id), on)
  const done = { at: now, by: actor.person }
  const number = insertMessage(db, id, message, done)
  if (about === 'clarification') {
    const kind = direction === 'out' ? 'clarification-asked' : 'clarification-received'
    insertEvent(db, id, { kind, on, words: message.text.slice(0, 300) }, done)
  }
  note({ request: id, message: number, direction })
  return { number }
})
