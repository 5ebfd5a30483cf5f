// A public key as somebody hands it in.
import { isPublicKey, refusedKey } from './registering.ts'
import { readPublicKey } from './seal.ts'

/** Its 32 bytes. @param text PEM or hexadecimal. @throws MunimentError KEY_REFUSED */
export function givenPublicKey(text: string): Buffer {
  const publicKey = readPublicKey(text)
  if (publicKey !== null && isPublicKey(publicKey)) return publicKey
  throw refusedKey(
    'This is not the public half of an Ed25519 key: a file that begins with “BEGIN PUBLIC KEY”, or 64 hexadecimal digits. Nothing was changed.',
  )
}
