import { feeInvoice } from '../../../../shared/contract/fee.ts'
import { dollars, feeTotal } from '../../../../shared/domain/request/fee.ts'
import { apply } from '../../vault/handler.ts'
import { settleFee } from '../../vault/repository/request/request-fee.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { openRequest, refuseDay } from '../changing.ts'
import { feeIn } from '../known-fee.ts'

export default apply(feeInvoice, ['requests', 'ledger'], (context, { request, number, on }) => {
  const { db, now, actor, note } = context
  refuseDay(context, openRequest(db, request), on)
  const { lines } = feeIn(db, request, number, 'draft')
  const done = { at: now, by: actor.person }
  settleFee(db, request, number, { state: 'invoiced', on, how: null }, done)
  insertEvent(db, request, { kind: 'fees', on, words: `${number}: ${dollars(feeTotal(lines))} invoiced.` }, done)
  note({ request, fees: number, invoiced: on })
  return {}
})
