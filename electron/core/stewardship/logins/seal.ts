// The encryption of log-ins: files of the format age (age-encryption.org/v1), armored, which other programs open, too.
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { Recipient, SealedContent, SealedLogin } from '../../../../shared/domain/account/login.ts'

/** A pair of keys, the secret one sealed by a passphrase (scrypt, as age has it). */
export async function officerKey(passphrase: string): Promise<{ readonly recipient: Recipient; readonly key: string }> {
  const secret = await generateX25519Identity()
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  const key = armor.encode(await encrypter.encrypt(`${secret}\n`))
  return { recipient: Recipient.parse(await identityToRecipient(secret)), key }
}

/** The secret key out of an officer's file; null where the passphrase is another, or it is no such file. */
export async function secretOf(key: string, passphrase: string): Promise<string | null> {
  try {
    const decrypter = new Decrypter()
    decrypter.addPassphrase(passphrase)
    return (await decrypter.decrypt(armor.decode(key), 'text')).trim()
  } catch {
    return null
  }
}

/** Seals what any of the recipients opens. */
export async function sealedTo(recipients: readonly Recipient[], content: SealedContent): Promise<SealedLogin> {
  const encrypter = new Encrypter()
  for (const one of recipients) encrypter.addRecipient(one)
  return SealedLogin.parse(armor.encode(await encrypter.encrypt(JSON.stringify(content))))
}

/** Opens one; null where the key is none of its, or it was changed on the way. */
export async function openSealed(sealed: SealedLogin, secret: string): Promise<SealedContent | null> {
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(secret)
    return SealedContent.parse(JSON.parse(await decrypter.decrypt(armor.decode(sealed), 'text')))
  } catch {
    return null
  }
}
