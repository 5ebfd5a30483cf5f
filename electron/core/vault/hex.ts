// Digests between bytes, as the catalog keeps them, and text, as people read them.
import { Digest } from '../../../shared/domain/id.ts'

/** Bytes as a digest; throws when they are not 32. */
export function digestOf(bytes: Uint8Array): Digest {
  return Digest.parse(hexOf(bytes))
}

/** Any bytes as hexadecimal digits. */
export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}

/** A digest as bytes. */
export function digestBytes(digest: Digest): Uint8Array {
  return Buffer.from(digest, 'hex')
}
