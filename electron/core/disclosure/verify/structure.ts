// A packet's archive is packed in one way only: packing its files again must give the same bytes, headers and directory too.
import { createReadStream } from 'node:fs'
import type { PacketFinding } from '../../../../shared/contract/request.ts'
import { DAT, OPT } from '../load-file/load-file.ts'
import { packetZip, WHOLE } from '../packet/zip.ts'
import type { OpenedPacket } from './open-packet.ts'

/** Files that a packet adds as streams, whatever their size. */
const STREAMED = ['records.pdf', 'records.csv', DAT, OPT, 'withholding-log.pdf', 'manifest.json', 'manifest.sha256']

/**
 * Packs the files of a packet again and compares.
 * @param practice whether its manifest says that it is for practice
 * @returns a finding with the first byte that differs; null where none does
 */
export async function checkStructure(
  path: string,
  packet: OpenedPacket,
  practice: boolean,
  signal: AbortSignal,
): Promise<PacketFinding | null> {
  if (packet.date === null) return null
  const zip = packetZip(packet.date, practice)
  const packing = (async () => {
    for (const file of packet.files) {
      signal.throwIfAborted()
      const whole = file.size <= WHOLE && !STREAMED.includes(file.name)
      await zip.add(file.name, whole ? await gathered(packet.read(file)) : packet.read(file))
    }
    await zip.finish()
  })().catch((error: unknown) => zip.abandon(error instanceof Error ? error : new Error(String(error))))
  const different = await firstDifference(createReadStream(path, { highWaterMark: 1 << 18 }), zip.bytes)
  await packing
  if (different === null) return null
  return {
    code: 'P005',
    file: null,
    sentence: `The packet is not packed as it was: the byte at ${different} belongs to no file's content and differs (a date, a name or a size in the archive's own records, or bytes added to it).`,
  }
}

async function gathered(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const EMPTY = new Uint8Array(0)

/** The place of the first byte that differs, or null. */
async function firstDifference(
  one: AsyncIterable<Uint8Array>,
  other: AsyncIterable<Uint8Array>,
): Promise<number | null> {
  const [left, right] = [one[Symbol.asyncIterator](), other[Symbol.asyncIterator]()]
  let a: Uint8Array = EMPTY
  let b: Uint8Array = EMPTY
  try {
    for (let at = 0; ; ) {
      if (a.length === 0) a = await next(left)
      if (b.length === 0) b = await next(right)
      const length = Math.min(a.length, b.length)
      if (length === 0) return a.length === b.length ? null : at
      if (Buffer.compare(a.subarray(0, length), b.subarray(0, length)) !== 0) {
        for (let place = 0; place < length; place++) if (a[place] !== b[place]) return at + place
      }
      at += length
      a = a.subarray(length)
      b = b.subarray(length)
    }
  } finally {
    await left.return?.()
    await right.return?.()
  }
}

async function next(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  for (;;) {
    const { value, done } = await chunks.next()
    if (done === true) return EMPTY
    if (value.length > 0) return value
  }
}
