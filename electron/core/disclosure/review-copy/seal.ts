// The encryption of review copies and their replies: files of the format age (age-encryption.org/v1), which other programs open, too.
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'

/** A pair by which replies come back: who reads the copy gets the recipient, the vault keeps the secret key. */
export async function replyKeys(): Promise<{ readonly secret: string; readonly recipient: string }> {
  const secret = await generateX25519Identity()
  return { secret, recipient: await identityToRecipient(secret) }
}

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const GROUPS = 6
const GROUP = 4

/**
 * A passphrase that can be told by telephone: six groups of four letters and digits, 118 bits.
 * @param random bytes at will; those that would prefer some letters are passed over
 */
export function passphraseFrom(random: (bytes: number) => Uint8Array): string {
  const letters: string[] = []
  while (letters.length < GROUPS * GROUP) {
    for (const byte of random(64)) {
      const letter =
        byte < Math.floor(256 / LETTERS.length) * LETTERS.length ? LETTERS[byte % LETTERS.length] : undefined
      if (letter !== undefined && letters.length < GROUPS * GROUP) letters.push(letter)
    }
  }
  return Array.from({ length: GROUPS }, (_, group) => letters.slice(group * GROUP, (group + 1) * GROUP).join('')).join(
    '-',
  )
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
 * Opens a file of age. What was changed on the way is found by its own check.
 * @param key a passphrase, or a secret key (`AGE-SECRET-KEY-…`)
 * @returns null where the key does not open it, or it is none or damaged
 */
export async function decrypted(file: Uint8Array, key: string): Promise<Uint8Array | null> {
  const decrypter = new Decrypter()
  try {
    if (key.startsWith('AGE-SECRET-KEY-')) decrypter.addIdentity(key)
    else decrypter.addPassphrase(key)
    return await decrypter.decrypt(file)
  } catch {
    return null
  }
}

function encrypterFor(opener: Opener): Encrypter {
  const encrypter = new Encrypter()
  if ('passphrase' in opener) encrypter.setPassphrase(opener.passphrase)
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
