import { requestOpen } from '../../../../shared/contract/request.ts'
import { apply } from '../../vault/handler.ts'
import { enterRequest } from '../enter-request.ts'

export default apply(requestOpen, ['requests', 'holds', 'ledger'], (context, draft) => {
  const held = enterRequest(context, draft, { kind: 'received', on: draft.receivedOn, words: '' })
  return { id: draft.id, held }
})
