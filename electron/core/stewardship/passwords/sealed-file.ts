// The file of credentials: outside the vault, sealed to two named officers in the format age, which other programs open, too (age-encryption.org/v1).
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { z } from 'zod'
import { MunimentError } from '../../../../shared/contract/error.ts'

/** An officer who can open the file by themselves: if one is gone, the other still can. */
export const Officer = z.strictObject({
  name: z.string().trim().min(1).max(200),
  recipient: z.string().regex(/^age1[a-z0-9]{50,}$/, { error: 'is no public key of age' }),
})
export type Officer = z.infer<typeof Officer>

const Credential = z.strictObject({
  /** The entry of the register that says who answers for it. */
  entry: z.int().positive(),
  login: z.string().max(500),
  secret: z.string().min(1).max(10_000),
})

const CredentialFile = z.strictObject({
  format: z.literal('muniment-credentials'),
  version: z.literal(1),
  officers: z.array(Officer).length(2),
  credentials: z.array(Credential),
})
export type CredentialFile = z.infer<typeof CredentialFile>

/** A pair of keys for an officer: the secret one to be kept away from this computer, the public one to seal to. */
export async function officerKeys(): Promise<{ readonly secret: string; readonly recipient: string }> {
  const secret = await generateX25519Identity()
  return { secret, recipient: await identityToRecipient(secret) }
}

/** A new file without credentials. @throws MunimentError INPUT_INVALID unless two officers are named, with keys of their own */
export function emptyFile(officers: readonly Officer[]): CredentialFile {
  const [one, other] = officers
  if (officers.length !== 2 || one?.recipient === other?.recipient || one?.name === other?.name)
    throw new MunimentError('INPUT_INVALID', 'Name two officers, each with a key of their own. Nothing was written.')
  return { format: 'muniment-credentials', version: 1, officers: [...officers], credentials: [] }
}

/** The sealed bytes. */
export function seal(file: CredentialFile): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  for (const { recipient } of file.officers) encrypter.addRecipient(recipient)
  return encrypter.encrypt(JSON.stringify(CredentialFile.parse(file)))
}

/**
 * Opens a file; what was changed on the way is found by the format's own check.
 * @param key an officer's secret key (`AGE-SECRET-KEY-…`)
 * @throws MunimentError INPUT_INVALID where it does not open it
 */
export async function open(bytes: Uint8Array, key: string): Promise<CredentialFile> {
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(key.trim())
    return CredentialFile.parse(JSON.parse(await decrypter.decrypt(bytes, 'text')))
  } catch {
    // What went wrong inside may quote what is inside.
    throw new MunimentError(
      'INPUT_INVALID',
      'This key does not open the file, or the file is damaged. Nothing was shown or changed.',
    )
  }
}

/** The file with a credential put in, or in place of the one that was there. */
export function withCredential(file: CredentialFile, credential: z.infer<typeof Credential>): CredentialFile {
  const others = file.credentials.filter(({ entry }) => entry !== credential.entry)
  return { ...file, credentials: [...others, Credential.parse(credential)] }
}
