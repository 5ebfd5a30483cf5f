import { requestClose } from '../../../../shared/contract/request-life.ts'
import { isDetermination } from '../../../../shared/domain/request/clock-state.ts'
import { isAnswered } from '../../../../shared/domain/request/request-life.ts'
import { apply } from '../../vault/handler.ts'
import { setRequestState } from '../../vault/repository/request/request.ts'
import { insertEvent, mergedIn, partsOf } from '../../vault/repository/request/request-life.ts'
import { openRequest, refuseDay, refused } from '../changing.ts'
import { sentFor } from '../sent-letters.ts'

export default apply(requestClose, ['requests', 'ledger'], (context, { id, how, on, reason }) => {
  const { db, now, actor, note } = context
  refuseDay(context, openRequest(db, id), on)
  const waiting = partsOf(db, id).filter((part) => !isAnswered(part))
  if (how !== 'withdrawn' && waiting.length > 0) {
    const list = waiting.map(({ number, title }) => `${number} (${title})`).join(', ')
    throw refused(`Request ${id} has parts without an answer: ${list}. Nothing was changed; answer them first.`)
  }
  if (how === 'answered' && !sentFor(db, id).some(isDetermination)) {
    throw refused(
      `No determination has been sent on request ${id}. Nothing was changed; send one, or close it as answered outside Muniment.`,
    )
  }
  const others = mergedIn(db, id)
  if (how === 'withdrawn' && others.length > 0) {
    throw refused(
      `Request ${id} also answers ${others.join(', ')}, whose dates would end with it. Nothing was changed; reopen these first.`,
    )
  }
  setRequestState(db, id, 'closed')
  const kind = how === 'withdrawn' ? 'withdrawn' : 'closed'
  insertEvent(db, id, { kind, on, words: reason }, { at: now, by: actor.person })
  note({ request: id, how })
  return {}
})
