import { requestSplit } from '../../../../shared/contract/request-life.ts'
import { RequestDraft } from '../../../../shared/domain/request/request.ts'
import { apply } from '../../vault/handler.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { openRequest, today } from '../changing.ts'
import { enterRequest } from '../enter-request.ts'
import { draftOf } from '../known-request.ts'

// The new request was received when the first was, and holds what the first holds: nothing is gained or lost by splitting.
export default apply(requestSplit, ['requests', 'holds', 'ledger'], (context, { id, into, text, reason }) => {
  const { db, now, actor, note } = context
  const request = openRequest(db, id)
  const draft = RequestDraft.parse({ ...draftOf(request), id: into, text, portal: null })
  const on = today(context)
  const held = enterRequest(context, draft, { kind: 'split-off', on, words: reason, other: id })
  insertEvent(db, id, { kind: 'split', on, words: reason, other: into }, { at: now, by: actor.person })
  note({ request: id, into })
  return { id: into, held }
})
