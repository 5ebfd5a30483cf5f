import { loginOpen } from '../../../../shared/contract/login.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { newestReveal } from '../../vault/repository/account/login.ts'
import { openList } from '../logins/open-list.ts'
import { openSealed } from '../logins/seal.ts'
import { refusedStewardship } from '../refuse.ts'

export default answer(loginOpen, async (context, asked) => {
  const { db, folder } = context
  const { account, reveal } = asked
  if (newestReveal(db, account) !== reveal)
    throw refusedStewardship(
      'Before a log-in is shown it is written down who asks for it and why. No log-in was shown.',
    )
  const { file, name, secret } = await openList(context, asked)
  const entry = file.entries.find((one) => one.account === account)
  if (entry === undefined) throw refusedStewardship(`${name} holds no log-in of this account.`)
  const content = await openSealed(entry.sealed, secret)
  if (content === null)
    throw refusedStewardship(
      'This key does not open the log-in: it was sealed to other officers, or the file was changed.',
    )
  if (content.account !== account || content.vault !== readVaultFile(folder).vaultId)
    throw refusedStewardship(
      `In ${name} the log-in of another account stands in the place of this one: the file was changed.`,
    )
  return { login: content.login, changedAt: entry.changedAt }
})
