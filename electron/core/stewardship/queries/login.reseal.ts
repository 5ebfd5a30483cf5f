import { loginReseal } from '../../../../shared/contract/login.ts'
import type { SealedLogin } from '../../../../shared/domain/account/login.ts'
import type { AccountId } from '../../../../shared/domain/id.ts'
import { answer } from '../../vault/handler.ts'
import { openList } from '../logins/open-list.ts'
import { recipientsOf } from '../logins/recipients.ts'
import { openSealed, sealedTo } from '../logins/seal.ts'

export default answer(loginReseal, async (context, asked) => {
  const recipients = recipientsOf(context.db)
  const { file, secret } = await openList(context, asked)
  const entries: { account: AccountId; sealed: SealedLogin }[] = []
  const unopened: AccountId[] = []
  for (const { account, sealed } of file.entries) {
    const content = await openSealed(sealed, secret)
    if (content === null || content.account !== account || content.vault !== file.vault) unopened.push(account)
    else entries.push({ account, sealed: await sealedTo(recipients, content) })
  }
  return { entries, unopened }
})
