// The form of a file under a vault's passphrase: a header, then chunks that are each sealed by AES-256-GCM and can be read alone.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

/** Plain bytes of a chunk; only the last has fewer. */
export const CHUNK = 65_536
const NONCE = 12
const TAG = 16
/** What a chunk has more than its plain bytes: a nonce before them, a tag behind. */
const OVER = NONCE + TAG
const MAGIC = Buffer.from('MUNSEAL\x01', 'latin1')
const SALT = 16
const CHECK = 16
/** Bytes of the header: the magic with its version, the salt of the file's own key, and a check that both are as they were written. */
export const HEADER = MAGIC.length + SALT + CHECK
/** Bytes of a whole chunk as it lies on the disk. */
const SEALED_CHUNK = CHUNK + OVER

/** What is sealed cannot be opened: another key, or changed since. */
export class SealBroken extends Error {
  readonly code = 'ESEAL'
}

/** The key of one file. @param files the key derived from the vault's for its files */
export function fileKeyOf(files: Uint8Array, header: Uint8Array): Uint8Array {
  const salt = header.subarray(MAGIC.length, MAGIC.length + SALT)
  return new Uint8Array(hkdfSync('sha256', files, salt, 'muniment sealed file 1', 32))
}

/** Makes the header of a new file, with a salt that no other file has. */
export function newHeader(files: Uint8Array): { readonly header: Buffer; readonly key: Uint8Array } {
  const begin = Buffer.concat([MAGIC, randomBytes(SALT)])
  const key = fileKeyOf(files, begin)
  return { header: Buffer.concat([begin, checkOf(key, begin)]), key }
}

/** Whether bytes begin as a sealed file does. @param head the first {@link HEADER} bytes, or what there is of them */
export function looksSealed(head: Uint8Array): boolean {
  return head.length >= HEADER && MAGIC.equals(head.subarray(0, MAGIC.length))
}

/** Whether a header was written under this file's key. */
export function isHeaderOf(key: Uint8Array, header: Uint8Array): boolean {
  const begin = header.subarray(0, HEADER - CHECK)
  return timingSafeEqual(checkOf(key, begin), header.subarray(HEADER - CHECK, HEADER))
}

function checkOf(key: Uint8Array, begin: Uint8Array): Buffer {
  return createHmac('sha256', key).update(begin).digest().subarray(0, CHECK)
}

/** How many plain bytes a sealed file holds. @param size bytes on the disk @throws SealBroken where no file has that size */
export function plainSize(size: number): number {
  const body = size - HEADER
  const chunks = Math.ceil(body / SEALED_CHUNK)
  const last = body - (chunks - 1) * SEALED_CHUNK
  if (chunks < 1 || last < OVER || (chunks > 1 && last === OVER)) throw new SealBroken('the file was cut short')
  return body - chunks * OVER
}

/** How many chunks so many plain bytes have: nothing has one, which is empty. */
export function chunkCount(plain: number): number {
  return Math.max(1, Math.ceil(plain / CHUNK))
}

/** Where a chunk lies on the disk, and how long it is there. @param plain bytes of the whole file */
export function placeOf(index: number, plain: number): { readonly at: number; readonly length: number } {
  const length = Math.min(CHUNK, plain - index * CHUNK) + OVER
  return { at: HEADER + index * SEALED_CHUNK, length }
}

/** Seals one chunk under a nonce that was never used: its place, and whether it is the last, are bound to it. */
export function sealChunk(key: Uint8Array, index: number, isLast: boolean, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  cipher.setAAD(boundTo(index, isLast))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Opens one chunk. @throws SealBroken where it was changed, moved, or is the last and should not be, or the other way round */
export function openChunk(key: Uint8Array, index: number, isLast: boolean, sealed: Uint8Array): Buffer {
  if (sealed.length < OVER) throw new SealBroken('the file was cut short')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(boundTo(index, isLast))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
  const plain = decipher.update(sealed.subarray(NONCE, sealed.length - TAG))
  try {
    decipher.final()
  } catch (cause) {
    plain.fill(0)
    throw new SealBroken('the file is not as it was sealed', { cause })
  }
  return plain
}

function boundTo(index: number, isLast: boolean): Buffer {
  const bound = Buffer.alloc(9)
  bound.writeBigUInt64LE(BigInt(index))
  bound[8] = isLast ? 1 : 0
  return bound
}
