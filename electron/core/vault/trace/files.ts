// Every file below a folder, whatever it is called and whether it belongs there: catalog, log, packages, objects, and what lies beside them.
import { join, relative } from 'node:path'
import { lstatSync, readdirSync } from '../cipher/fs.ts'
import { createReadStream } from '../cipher/streams.ts'

const CHUNK = 1 << 20

/** Paths of the files below a folder, relative to it, in order. Links are not followed; what cannot be listed is told. */
export function filesBelow(folder: string, unreadable: (path: string) => void): string[] {
  const found: string[] = []
  const open = [folder]
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    try {
      for (const entry of readdirSync(one, { withFileTypes: true })) {
        const path = join(one, entry.name)
        if (entry.isDirectory()) open.push(path)
        else if (entry.isFile()) found.push(relative(folder, path))
      }
    } catch {
      unreadable(relative(folder, one))
    }
  }
  return found.sort()
}

/** Reads a file through. @returns its bytes, or null where it went while it was read or cannot be read */
export async function readThrough(path: string, signal: AbortSignal, read: (bytes: Uint8Array) => void) {
  let size = 0
  try {
    const found = lstatSync(path)
    if (!found.isFile()) return 0
    // A vault has thousands of small files, and a stream takes all the room that it may.
    const highWaterMark = Math.min(CHUNK, found.size + 1)
    for await (const chunk of createReadStream(path, { highWaterMark, signal })) {
      const bytes: Uint8Array = chunk
      read(bytes)
      size += bytes.length
    }
    return size
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0
    return null
  }
}
