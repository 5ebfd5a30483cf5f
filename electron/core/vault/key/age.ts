// Encryption of what leaves the vault: files of the format age (age-encryption.org/v1), which other programs open, too.
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'

/** A pair of keys: whoever has the recipient can encrypt, whoever has the secret can open. */
export async function agePair(): Promise<{ readonly secret: string; readonly recipient: string }> {
  const secret = await generateX25519Identity()
  return { secret, recipient: await identityToRecipient(secret) }
}

/** What a guess costs: 2^18 rounds of scrypt, about a second and 256 MB, which is what age takes by itself. */
const COST = 18

/** How a file of age begins. */
const HEADER = Buffer.from('age-encryption.org/v1')

/**
 * A pair of keys, the secret one sealed by a passphrase (scrypt, as age has it).
 * @param cost the logarithm of scrypt's rounds; tests alone take fewer
 * @returns `key`: the secret key as an armored file of age
 */
export async function sealedPair(
  passphrase: string,
  cost = COST,
): Promise<{ readonly recipient: string; readonly key: string }> {
  const { secret, recipient } = await agePair()
  return { recipient, key: await sealedText(`${secret}\n`, { passphrase }, cost) }
}

/** The secret key out of such a file; null where the passphrase is another, or it is no such file. */
export async function secretOf(key: string, passphrase: string): Promise<string | null> {
  return (await openedText(key, passphrase))?.trim() ?? null
}

/** For whom something is encrypted. */
export type Opener = { readonly passphrase: string } | { readonly recipient: string }

/** Encrypts a stream as it is read. @throws Error where the recipient is none */
export async function encrypted(
  content: AsyncIterable<Uint8Array>,
  opener: Opener,
): Promise<AsyncIterable<Uint8Array>> {
  return chunksOf(await encrypterFor(opener).encrypt(streamOf(content)))
}

/** Encrypts a few bytes. @throws Error where the recipient is none */
export function encryptedWhole(content: Uint8Array, opener: Opener): Promise<Uint8Array> {
  return encrypterFor(opener).encrypt(content)
}

/**
 * Encrypts a few words, as letters that stand in any text file.
 * @param cost the logarithm of scrypt's rounds, where a passphrase opens it; tests alone take fewer
 * @throws Error where the recipient is none
 */
export async function sealedText(text: string, opener: Opener, cost = COST): Promise<string> {
  const encrypter = encrypterFor(opener)
  if ('passphrase' in opener) encrypter.setScryptWorkFactor(cost)
  return armor.encode(await encrypter.encrypt(text))
}

/** Whether a text is a file of age in letters, as {@link sealedText} writes it. */
export function isSealedText(text: string): boolean {
  try {
    return Buffer.from(armor.decode(text)).subarray(0, HEADER.length).equals(HEADER)
  } catch {
    return false
  }
}

/** Opens such a text. @param key as of {@link decrypted}. @returns null where the key does not open it, or it was changed */
export async function openedText(text: string, key: string): Promise<string | null> {
  try {
    return await decrypterFor(key).decrypt(armor.decode(text), 'text')
  } catch {
    return null
  }
}

/**
 * Opens a file of age. What was changed on the way is found by its own check.
 * @param key a passphrase, or a secret key (`AGE-SECRET-KEY-…`)
 * @returns null where the key does not open it, or it is none or damaged
 */
export async function decrypted(file: Uint8Array, key: string): Promise<Uint8Array | null> {
  try {
    return await decrypterFor(key).decrypt(file)
  } catch {
    return null
  }
}

/**
 * Opens a file of age as it is read. Every piece was proved before it is given; that the last one came is proved at the end.
 * @param secret a secret key
 * @throws Error where the key is another, or a byte was changed or is missing: at once, or while it is read
 */
export async function decryptedStream(
  file: AsyncIterable<Uint8Array>,
  secret: string,
): Promise<AsyncIterable<Uint8Array>> {
  return chunksOf(await decrypterFor(secret).decrypt(streamOf(file)))
}

/** Keyboards write an accent as part of its letter, or behind it: both are the same passphrase (RFC 8265, 4.2.1). */
function spelled(passphrase: string): string {
  return passphrase.normalize('NFC')
}

function decrypterFor(key: string): Decrypter {
  const decrypter = new Decrypter()
  if (key.startsWith('AGE-SECRET-KEY-')) decrypter.addIdentity(key)
  else decrypter.addPassphrase(spelled(key))
  return decrypter
}

function encrypterFor(opener: Opener): Encrypter {
  const encrypter = new Encrypter()
  if ('passphrase' in opener) encrypter.setPassphrase(spelled(opener.passphrase))
  else encrypter.addRecipient(opener.recipient)
  return encrypter
}

function streamOf(content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = content[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (controller) => {
      const next = await chunks.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
    cancel: async () => void (await chunks.return?.()),
  })
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
