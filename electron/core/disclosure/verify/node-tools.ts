// What checking a packet needs, by Node.
import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import type { PacketSource, Tools } from '../../../../shared/packet/tools.ts'
import { open } from '../../vault/cipher/fs-promises.ts'
import { isSignedBy } from '../../vault/key/seal.ts'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const nodeTools: Tools = {
  sha256: () => {
    const hash = createHash('sha256')
    return { update: (bytes) => void hash.update(bytes), digest: () => new Uint8Array(hash.digest()) }
  },
  crc32: (bytes, before) => crc32(bytes, before),
  inflate,
  utf8: (text) => Buffer.from(text, 'utf8'),
  isSignedBy: async (publicKey, message, signature) => isSignedBy(publicKey, message, signature),
  text: (bytes) => {
    try {
      return decoder.decode(bytes)
    } catch {
      return null
    }
  },
}

async function* inflate(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unpacking = createInflateRaw()
  let given = 0
  const feeding = pipeline(async function* () {
    for await (const piece of packed) {
      given += piece.length
      yield piece
    }
  }, unpacking).catch((error: unknown) => void unpacking.destroy(error instanceof Error ? error : undefined))
  for await (const piece of unpacking) if (piece instanceof Uint8Array) yield piece
  await feeding
  if (unpacking.bytesWritten !== given) throw new Error('bytes go on behind the end of what is deflated')
}

/** A file of this computer. Whoever opens it closes it. */
export async function openSource(path: string): Promise<PacketSource & { close(): Promise<void> }> {
  const file = await open(path, 'r')
  const { size } = await file.stat()
  return {
    size,
    read: async (at, length) => {
      const { bytesRead, buffer } = await file.read(new Uint8Array(length), 0, length, at)
      return buffer.subarray(0, bytesRead)
    },
    close: () => file.close(),
  }
}
