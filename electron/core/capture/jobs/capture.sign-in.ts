import { MunimentError } from '../../../../shared/contract/error.ts'
import { captureSignIn } from '../../../../shared/contract/sign-in.ts'
import { work } from '../../job/define.ts'
import { knownAccount } from '../../vault/known-account.ts'
import { carryOut } from '../ways/page/carry-out.ts'
import { openGate } from '../ways/page/gate.ts'

export default work(captureSignIn, false, async (context, { account, address }) => {
  const { handle, personal } = knownAccount(context.db, account, 'No window was opened.')
  if (personal !== undefined)
    throw new MunimentError(
      'ACCOUNT_PERSONAL',
      `@${handle} is the personal account of ${personal}: its pages are not captured. No window was opened.`,
    )
  const hosts = await carryOut(context, account, true, async (key) => {
    const gate = await openGate({ named: new URL(address).origin, password: key, refused: () => {} })
    const reached = { port: gate.port, user: gate.user, password: gate.password }
    const title = `Sign in for captures of @${handle}, then close this window`
    return { order: { do: 'sign-in', gate: reached, address, title }, end: gate.stop }
  })
  return { hosts: [...hosts] }
})
