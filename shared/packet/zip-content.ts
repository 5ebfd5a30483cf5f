// The content of a file in an archive that somebody packed again: wherever its header says that it begins, stored or deflated.
import type { PacketSource, Tools } from './tools.ts'
import { DEFLATED, type Listed } from './zip-read.ts'

const LOCAL = 0x04034b50
const LOCAL_HEADER = 30
const PIECE = 1 << 20
const STORED = 0

/**
 * Unpacks a file, piece by piece.
 * @throws Error where it is packed in another way, where its header and the directory differ, or it does not unpack to the size that the directory gives
 */
export async function* unpacked(source: PacketSource, tools: Tools, file: Listed): AsyncGenerator<Uint8Array> {
  const { start, packed, size, method, encrypted } = file
  const header = await source.read(start, LOCAL_HEADER)
  if (encrypted || (method !== STORED && method !== DEFLATED) || header.length < LOCAL_HEADER) throw otherwise()
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  if (view.getUint32(0, true) !== LOCAL || view.getUint16(8, true) !== method) throw otherwise()
  const at = start + LOCAL_HEADER + view.getUint16(26, true) + view.getUint16(28, true)
  const bytes = pieces(source, at, packed)
  let given = 0
  for await (const piece of method === STORED ? bytes : tools.inflate(bytes)) {
    given += piece.length
    // What unpacks to more than it says is read no further.
    if (given > size) throw otherwise()
    yield piece
  }
  if (given !== size) throw otherwise()
}

async function* pieces(source: PacketSource, at: number, length: number): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < length; ) {
    const piece = await source.read(at + done, Math.min(PIECE, length - done))
    if (piece.length === 0) throw otherwise()
    done += piece.length
    yield piece
  }
}

function otherwise(): Error {
  return new Error('packed in a way that cannot be unpacked')
}
