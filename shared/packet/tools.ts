// What checking a packet needs from the place where it runs, a computer's shell or a browser: bytes of a file, digests, letters.

import type { Code } from './codes.ts'

/** A file that is read piece by piece. */
export interface PacketSource {
  readonly size: number
  /** Bytes from a place on; fewer than asked where the file ends. */
  read(at: number, length: number): Promise<Uint8Array>
}

/** A SHA-256 that grows. */
export interface Hasher {
  update(bytes: Uint8Array): void
  digest(): Uint8Array
}

export interface Tools {
  sha256(): Hasher
  /** CRC-32 as ZIP has it, taken up from the one before (0 at first). */
  crc32(bytes: Uint8Array, before: number): number
  /** What deflated bytes (RFC 1951) unpack to, piece by piece. Throws where they are none, end too early or go on behind their end. */
  inflate(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
  utf8(text: string): Uint8Array
  /** Whether an Ed25519 signature (RFC 8032) over a message is of a key, each as its bare bytes; null where this place knows no Ed25519. */
  isSignedBy(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean | null>
  /** The text of bytes; null where they are no UTF-8. */
  text(bytes: Uint8Array): string | null
}

/** Something wrong with a packet; the codes are listed in docs/packet.md. */
export interface Finding {
  readonly code: Code
  readonly file: string | null
  readonly sentence: string
}

/** Lower-case hexadecimal. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Bytes of hexadecimal digits. */
export function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, place) =>
    Number.parseInt(hex.slice(place * 2, place * 2 + 2), 16),
  )
}

/** SHA-256 of some bytes, one after another. */
export function sha256(tools: Pick<Tools, 'sha256'>, ...parts: readonly Uint8Array[]): Uint8Array {
  const hash = tools.sha256()
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** The first place at which two stretches of bytes differ; null where they are the same. */
export function difference(one: Uint8Array, other: Uint8Array): number | null {
  const length = Math.min(one.length, other.length)
  for (let place = 0; place < length; place += 1) if (one[place] !== other[place]) return place
  return one.length === other.length ? null : length
}

/** Several stretches as one. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
