import { feeSettle } from '../../../../shared/contract/fee.ts'
import { apply } from '../../vault/handler.ts'
import { settleFee } from '../../vault/repository/request/request-fee.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { refuseDay } from '../changing.ts'
import { feeIn } from '../known-fee.ts'
import { knownRequest } from '../known-request.ts'

// Fees may be paid after the request was closed; what was never invoiced can only be waived.
export default apply(feeSettle, ['requests', 'ledger'], (context, { request, number, how, on, words }) => {
  const { db, now, actor, note } = context
  refuseDay(context, knownRequest(db, request), on)
  feeIn(db, request, number, ...(how === 'paid' ? (['invoiced'] as const) : (['draft', 'invoiced'] as const)))
  const done = { at: now, by: actor.person }
  settleFee(db, request, number, { state: how, on, how: words }, done)
  insertEvent(db, request, { kind: 'fees', on, words: `${number}: ${how}. ${words}` }, done)
  note({ request, fees: number, [how]: on })
  return {}
})
