// What checking a packet needs, by Node.
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import type { PacketSource, Tools } from '../../../../shared/packet/tools.ts'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const nodeTools: Tools = {
  sha256: () => {
    const hash = createHash('sha256')
    return { update: (bytes) => void hash.update(bytes), digest: () => new Uint8Array(hash.digest()) }
  },
  crc32: (bytes, before) => crc32(bytes, before),
  utf8: (text) => Buffer.from(text, 'utf8'),
  text: (bytes) => {
    try {
      return decoder.decode(bytes)
    } catch {
      return null
    }
  },
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
