// Owns keeping the bytes of notes until their posts come: in memory while they are few, in one file when they are many.
import { join } from 'node:path'
import { closeSync, openSync, readSync, writeSync } from '../../../vault/cipher/fs.ts'

export interface BytePlace {
  readonly offset: number
  readonly length: number
}

/** Keeps bytes in the order of their coming. */
export interface ByteStore {
  put(bytes: Uint8Array): BytePlace
  get(place: BytePlace): Buffer
  close(): void
}

const IN_MEMORY = 16 * 2 ** 20

/**
 * An empty store.
 * @param folder where the file may be made; whoever made the folder empties it
 * @param inMemory bytes from which on the file is used
 */
export function byteStore(folder: string, inMemory = IN_MEMORY): ByteStore {
  const chunks = new Map<number, Buffer>()
  let length = 0
  let file: number | null = null

  const spill = (): number => {
    const opened = openSync(join(folder, 'x-notes.bin'), 'w+')
    for (const [offset, chunk] of chunks) writeSync(opened, chunk, 0, chunk.length, offset)
    chunks.clear()
    return opened
  }

  return {
    put: (bytes) => {
      const offset = length
      length += bytes.length
      if (file === null && length > inMemory) file = spill()
      if (file === null) chunks.set(offset, Buffer.from(bytes))
      else writeSync(file, bytes, 0, bytes.length, offset)
      return { offset, length: bytes.length }
    },
    get: ({ offset, length: size }) => {
      const kept = chunks.get(offset)
      if (kept !== undefined && size > 0) return kept
      const bytes = Buffer.alloc(size)
      if (file !== null) readSync(file, bytes, 0, size, offset)
      return bytes
    },
    close: () => {
      if (file !== null) closeSync(file)
      file = null
      chunks.clear()
    },
  }
}
