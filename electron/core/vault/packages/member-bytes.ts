// The bytes of one member of a sealed package, by what the catalog knows of it.
import { createInflateRaw } from 'node:zlib'
import { createReadStream } from '../cipher/streams.ts'

interface MemberPlace {
  readonly data_offset: number
  readonly packed_size: number
  readonly method: string
}

/**
 * Unpacks one member.
 * @throws an error of the file system or of zlib
 */
export async function* memberBytes(file: string, member: MemberPlace, signal: AbortSignal): AsyncGenerator<Buffer> {
  if (member.packed_size === 0) return
  const start = member.data_offset
  const packed = createReadStream(file, { start, end: start + member.packed_size - 1, highWaterMark: 1 << 18, signal })
  if (member.method === 'stored') return yield* packed
  const inflate = createInflateRaw({ chunkSize: 1 << 18 })
  packed.once('error', (error) => inflate.destroy(error))
  try {
    yield* packed.pipe(inflate)
  } finally {
    packed.destroy()
    inflate.destroy()
  }
}
