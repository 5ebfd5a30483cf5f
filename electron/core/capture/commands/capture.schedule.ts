import { captureSchedule } from '../../../../shared/contract/capture-schedule.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { apply } from '../../vault/handler.ts'
import { knownAccount } from '../../vault/known-account.ts'
import { insertSchedule } from '../../vault/repository/capture/capture-schedule.ts'
import { orderMapping } from '../order-mapping.ts'
import { termsRead } from '../ways/page/may-capture.ts'

export default apply(captureSchedule, ['captures', 'ledger'], ({ db, now, actor, note }, { every, ...order }) => {
  const account = knownAccount(db, order.account)
  const { personal, handle } = account
  if (personal !== undefined)
    throw new MunimentError(
      'ACCOUNT_PERSONAL',
      `@${handle} is the personal account of ${personal}. Nothing was changed: it is not captured.`,
    )
  // What could never be captured is not promised.
  termsRead(order, account)
  orderMapping(db, order.way, order.scope)
  const schedule = insertSchedule(db, order, every, now, actor.person)
  note({ schedule, account: order.account, every })
  return { schedule }
})
