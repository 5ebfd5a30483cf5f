// Owns reading a CAR file (version 1) block by block, with the place of each block in the file.
import { hash } from 'node:crypto'
import { decode } from '@ipld/dag-cbor'
import { CID } from 'multiformats/cid'

/** A block as it stands in the file. */
export interface CarBlock {
  /** Null where the file's own name of the block cannot be read. */
  readonly cid: CID | null
  readonly bytes: Buffer
  /** Where the block's bytes begin in the file. */
  readonly start: number
}

/** What keeps a CAR file from being read further; completes “This file …”. */
export class CarError extends Error {}

/** A block of the protocol has at most one megabyte; what is larger is no such file. */
const MOST = 8 * 2 ** 20

/** The blocks of a file in order. Throws `CarError`, what the chunks throw, and the signal's reason. */
export async function* readCar(chunks: AsyncIterable<Buffer>, signal: AbortSignal): AsyncGenerator<CarBlock> {
  const cut = blockCutter()
  for await (const chunk of chunks) {
    signal.throwIfAborted()
    yield* cut.add(chunk)
  }
  cut.end()
}

/** The blocks of a file that is held in memory. Throws `CarError`. */
export function blocksIn(bytes: Buffer): readonly CarBlock[] {
  const cut = blockCutter()
  const blocks = [...cut.add(bytes)]
  cut.end()
  return blocks
}

function blockCutter() {
  let buffer: Buffer = Buffer.alloc(0)
  let base = 0
  let headed = false
  function* add(chunk: Buffer): Generator<CarBlock> {
    buffer = buffer.length === 0 ? chunk : Buffer.concat([buffer, chunk])
    let at = 0
    for (let size = varintAt(buffer, at); size !== null; size = varintAt(buffer, at)) {
      if (size.value > MOST) throw new CarError('holds a block that is larger than any of the protocol.')
      const from = at + size.length
      const end = from + size.value
      if (end > buffer.length) break
      if (!headed) {
        if (rootsOf(buffer.subarray(from, end)) === null) throw new CarError('does not begin as a CAR file does.')
        headed = true
      } else if (size.value > 0) yield blockOf(buffer, from, end, base)
      at = end
    }
    buffer = buffer.subarray(at)
    base += at
  }
  return {
    add,
    end: () => {
      if (buffer.length > 0) throw new CarError('ends in the middle of a block.')
    },
  }
}

/** The roots that a file's head names; null where it is no head of a CAR file. */
export function carRoots(head: Buffer): readonly CID[] | null {
  const size = head.length === 0 ? null : varintOrNull(head)
  return size === null ? null : rootsOf(head.subarray(size.length, size.length + size.value))
}

/** Whether a block is what its name says: the name is a digest of the bytes. Null where the kind of digest is not known. */
export function agrees({ cid, bytes }: CarBlock): boolean | null {
  if (cid?.multihash.code !== 0x12) return null
  return Buffer.from(cid.multihash.digest).equals(hash('sha256', bytes, 'buffer'))
}

/** A block's value; undefined where it cannot be understood. */
export function blockValue(bytes: Uint8Array): unknown {
  try {
    return decode(bytes)
  } catch {
    return undefined
  }
}

function blockOf(buffer: Buffer, from: number, end: number, base: number): CarBlock {
  const section = buffer.subarray(from, end)
  try {
    const [cid, bytes] = CID.decodeFirst(section)
    const start = base + end - bytes.length
    return { cid, bytes: Buffer.from(bytes), start }
  } catch {
    return { cid: null, bytes: Buffer.from(section), start: base + from }
  }
}

function rootsOf(header: Uint8Array): readonly CID[] | null {
  const value = blockValue(header)
  if (typeof value !== 'object' || value === null || !('roots' in value) || !('version' in value)) return null
  if (value.version !== 1 || !Array.isArray(value.roots)) return null
  return value.roots.flatMap((root) => CID.asCID(root) ?? [])
}

function varintOrNull(head: Buffer): { readonly value: number; readonly length: number } | null {
  try {
    return varintAt(head, 0)
  } catch {
    return null
  }
}

/** The number that begins at a place, least part first; null where its end is not there yet. */
function varintAt(buffer: Buffer, at: number): { readonly value: number; readonly length: number } | null {
  let value = 0
  for (let step = 0; step < 6; step++) {
    const byte = buffer[at + step]
    if (byte === undefined) return null
    value += (byte & 0x7f) * 2 ** (7 * step)
    if (byte < 0x80) return { value, length: step + 1 }
  }
  throw new CarError('holds a block whose length cannot be read.')
}
