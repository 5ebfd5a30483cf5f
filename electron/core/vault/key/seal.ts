// A person's signing key: Ed25519 (RFC 8032), its private half under scrypt (RFC 7914) and AES-256-GCM, all of Node's own OpenSSL.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  scryptSync,
  sign,
  verify,
} from 'node:crypto'
import { z } from 'zod'
import type { Digest } from '../../../../shared/domain/id.ts'
import { digestOf } from '../hex.ts'

/** 2^17, as OWASP's storage cheat sheet asks for; 128 MB and less than a second. */
const COST = 1 << 17
const BLOCK = 8
const MOST_MEMORY = 256 * 1024 * 1024
const PUBLIC_BYTES = 32
/** What stands before the 32 bytes of either half in DER (RFC 8410). */
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

const Sealed = z.strictObject({
  format: z.literal('scrypt aes-256-gcm'),
  cost: z
    .int()
    .min(1 << 14)
    .max(1 << 20),
  salt: z.base64(),
  nonce: z.base64(),
  key: z.base64(),
  tag: z.base64(),
})

/** A key as it is stored. */
export interface SealedKey {
  readonly publicKey: Uint8Array
  readonly sealed: string
}

/** Makes a key. @param random cryptographically strong bytes */
export function makeKey(random: (bytes: number) => Uint8Array, passphrase: string): SealedKey {
  const [seed, salt, nonce] = [random(32), random(16), random(12)]
  const publicKey = publicBytes(createPublicKey(privateKey(seed)))
  const cipher = createCipheriv('aes-256-gcm', stretched(passphrase, salt, COST), nonce)
  cipher.setAAD(publicKey)
  const key = Buffer.concat([cipher.update(seed), cipher.final()])
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const sealed = Sealed.parse({
    ...{ format: 'scrypt aes-256-gcm', cost: COST },
    ...{ salt: text(salt), nonce: text(nonce), key: text(key), tag: text(cipher.getAuthTag()) },
  })
  return { publicKey, sealed: JSON.stringify(sealed) }
}

/** Signs a text; null where the passphrase does not open the key. */
export function signWith({ publicKey, sealed }: SealedKey, passphrase: string, text: string): Buffer | null {
  const { salt, nonce, key, tag, cost } = Sealed.parse(JSON.parse(sealed))
  const bytes = (part: string) => Buffer.from(part, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', stretched(passphrase, bytes(salt), cost), bytes(nonce))
  decipher.setAAD(publicKey)
  decipher.setAuthTag(bytes(tag))
  try {
    const seed = Buffer.concat([decipher.update(bytes(key)), decipher.final()])
    return sign(null, Buffer.from(text), privateKey(seed))
  } catch {
    return null
  }
}

/** Whether a signature over a text, or over its bytes, is of a key. */
export function isSignedBy(publicKey: Uint8Array, text: string | Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, publicKey]), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(text), key, signature)
}

/** The 32 bytes of a public key written as PEM or in hexadecimal; null where it is none. */
export function readPublicKey(text: string): Buffer | null {
  const plain = text.trim()
  if (/^[0-9a-f]{64}$/i.test(plain)) return Buffer.from(plain, 'hex')
  // A private key would be read as its public half: it has no place here.
  if (!plain.startsWith('-----BEGIN PUBLIC KEY-----')) return null
  try {
    const key = createPublicKey(plain)
    return key.asymmetricKeyType === 'ed25519' ? publicBytes(key) : null
  } catch {
    return null
  }
}

/** What people compare by eye: SHA-256 of the public half. */
export function fingerprintOf(publicKey: Uint8Array): Digest {
  return digestOf(createHash('sha256').update(publicKey).digest())
}

function privateKey(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, seed]), format: 'der', type: 'pkcs8' })
}

function publicBytes(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(-PUBLIC_BYTES)
}

/** Letters that look alike are one: the same passphrase from another keyboard opens it, too. */
function stretched(passphrase: string, salt: Uint8Array, cost: number): Buffer {
  return scryptSync(passphrase.normalize('NFKC'), salt, 32, {
    cost,
    blockSize: BLOCK,
    maxmem: MOST_MEMORY * (cost / COST),
  })
}
