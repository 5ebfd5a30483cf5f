// What is sealed in the list of log-ins: files of age, armored, one an entry, so that an entry can be sealed again by itself.
import { armor, Encrypter } from 'age-encryption'
import { type Recipient, SealedContent, SealedLogin } from '../../../../shared/domain/account/login.ts'
import { decrypted } from '../../vault/key/age.ts'

/** Seals what any of the recipients opens. */
export async function sealedTo(recipients: readonly Recipient[], content: SealedContent): Promise<SealedLogin> {
  const encrypter = new Encrypter()
  for (const one of recipients) encrypter.addRecipient(one)
  return SealedLogin.parse(armor.encode(await encrypter.encrypt(JSON.stringify(content))))
}

/** Opens one; null where the key is none of its, or it was changed on the way. */
export async function openSealed(sealed: SealedLogin, secret: string): Promise<SealedContent | null> {
  try {
    const opened = await decrypted(armor.decode(sealed), secret)
    return opened === null ? null : SealedContent.parse(JSON.parse(Buffer.from(opened).toString('utf8')))
  } catch {
    return null
  }
}
