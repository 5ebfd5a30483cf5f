import { loginMakeKey } from '../../../../shared/contract/login.ts'
import { Recipient } from '../../../../shared/domain/account/login.ts'
import { answer } from '../../vault/handler.ts'
import { sealedPair } from '../../vault/key/age.ts'

export default answer(loginMakeKey, async (_context, { passphrase }) => {
  const { recipient, key } = await sealedPair(passphrase)
  return { recipient: Recipient.parse(recipient), key }
})
