import { loginSeal } from '../../../../shared/contract/login.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { knownAccount } from '../../vault/known-account.ts'
import { recipientsOf } from '../logins/recipients.ts'
import { sealedTo } from '../logins/seal.ts'

export default answer(loginSeal, async ({ db, folder }, { account, login }) => {
  knownAccount(db, account)
  const { vaultId: vault } = readVaultFile(folder)
  return { sealed: await sealedTo(recipientsOf(db), { vault, account, login }) }
})
