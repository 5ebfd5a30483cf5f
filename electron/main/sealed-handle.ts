// A file that may be sealed under a vault's passphrase, open for reading: its ranges as if it were plain.
import { type FileHandle, open } from 'node:fs/promises'
import { CHUNK, chunkCount, HEADER, isHeaderOf, openChunk, placeOf, plainSize, SealBroken } from '../sealed/form.ts'

/** What a stream needs of an open file. */
export interface Readable {
  /** @returns the bytes from a place on, at most so many; none at the end */
  read(position: number, most: number): Promise<Uint8Array>
  close(): Promise<void>
}

/**
 * Opens a file.
 * @param key the file's own key in base64, or null: the file is plain
 * @throws SealBroken where that is not its key, or it was changed since; the file system's error
 */
export async function openReadable(path: string, key: string | null): Promise<Readable> {
  const handle = await open(path, 'r')
  if (key === null) return { read: (position, most) => plain(handle, position, most), close: () => handle.close() }
  try {
    return await sealed(handle, new Uint8Array(Buffer.from(key, 'base64')))
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function plain(handle: FileHandle, position: number, most: number): Promise<Uint8Array> {
  const { bytesRead, buffer } = await handle.read(new Uint8Array(most), { position })
  return buffer.subarray(0, bytesRead)
}

async function sealed(handle: FileHandle, key: Uint8Array): Promise<Readable> {
  if (!isHeaderOf(key, await plain(handle, 0, HEADER))) throw new SealBroken('the file is sealed under another key')
  const size = plainSize((await handle.stat()).size)
  return {
    read: async (position, most) => {
      if (position >= size) return new Uint8Array()
      const index = Math.floor(position / CHUNK)
      const { at, length } = placeOf(index, size)
      const chunk = openChunk(key, index, index === chunkCount(size) - 1, await plain(handle, at, length))
      const from = position - index * CHUNK
      return chunk.subarray(from, from + most)
    },
    close: () => handle.close(),
  }
}
