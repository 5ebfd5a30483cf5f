import { captureSignOut } from '../../../../shared/contract/sign-in.ts'
import { work } from '../../job/define.ts'
import { knownAccount } from '../../vault/known-account.ts'
import { carryOut } from '../ways/page/carry-out.ts'

export default work(captureSignOut, false, async (context, { account }) => {
  knownAccount(context.db, account, 'Nothing was forgotten.')
  await carryOut(context, account, false, async () => ({ order: { do: 'forget' }, end: async () => {} }))
  return {}
})
