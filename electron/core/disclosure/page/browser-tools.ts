// What checking a packet needs, by a browser: pieces of a file that was dropped, SHA-256 that grows, CRC-32.
import { sha256 } from '@noble/hashes/sha2'
import type { PacketSource, Tools } from '../../../../shared/packet/tools.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const tables = crcTables()

export const browserTools: Tools = {
  sha256: () => {
    const hash = sha256.create()
    return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() }
  },
  crc32,
  inflate,
  utf8: (text) => encoder.encode(text),
  isSignedBy,
  text: (bytes) => {
    try {
      return decoder.decode(bytes)
    } catch {
      return null
    }
  },
}

/** A file that somebody chose, read piece by piece: it may be larger than the memory. */
export function sourceOf(file: Blob): PacketSource {
  return {
    size: file.size,
    read: async (at, length) => new Uint8Array(await file.slice(at, at + length).arrayBuffer()),
  }
}

/** Unpacks as the bytes pass by: nothing is kept. */
async function* inflate(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream('deflate-raw')
  const [reader, writer] = [readable.getReader(), writable.getWriter()]
  const feed = async () => {
    for await (const piece of packed) await writer.write(new Uint8Array(piece))
    await writer.close()
  }
  // Whatever stops it reaches whoever reads.
  const feeding = feed().catch((error: unknown) => writer.abort(error).catch(() => undefined))
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
    await feeding
  }
}

/** By the browser itself; Chromium, Firefox and Safari have known Ed25519 since 2025 at the latest. */
async function isSignedBy(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean | null> {
  try {
    const key = await crypto.subtle.importKey('raw', new Uint8Array(publicKey), 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', key, new Uint8Array(signature), new Uint8Array(message))
  } catch {
    return null
  }
}

/** CRC-32 (ISO 3309, as ZIP has it), four bytes at a time. */
function crc32(bytes: Uint8Array, before: number): number {
  const [one, two, three, four] = tables
  if (!one || !two || !three || !four) return 0
  let crc = ~before
  let at = 0
  for (const end = bytes.length - 3; at < end; at += 4) {
    crc ^= (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)
    crc =
      (four[crc & 255] ?? 0) ^ (three[(crc >>> 8) & 255] ?? 0) ^ (two[(crc >>> 16) & 255] ?? 0) ^ (one[crc >>> 24] ?? 0)
  }
  for (; at < bytes.length; at += 1) crc = (crc >>> 8) ^ (one[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0)
  return ~crc >>> 0
}

function crcTables(): Int32Array[] {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    return crc
  })
  const made = [first]
  for (let place = 1; place < 4; place += 1) {
    const last = made[place - 1] ?? first
    made.push(last.map((crc) => (crc >>> 8) ^ (first[crc & 255] ?? 0)))
  }
  return made
}
