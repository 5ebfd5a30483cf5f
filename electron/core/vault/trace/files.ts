// Every file below a folder, whatever it is called and whether it belongs there: catalog, log, packages, objects, and what lies beside them.
import { join, relative } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { lstatSync, openSync, readdirSync, readSync } from '../cipher/fs.ts'
import { createReadStream } from '../cipher/streams.ts'

const CHUNK = 1 << 20
/** What SQLite holds locks on, or lays beside that. */
const LOCKED = /\.sqlite(?:-wal|-shm|-journal)?$/

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
    if (LOCKED.test(path)) return await readOpen(path, signal, read)
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

/**
 * Reads a database through and leaves it open until the process ends: POSIX takes every lock of a process off a file as soon as it closes any descriptor of
 * it (fcntl(2)), and another program would take the vault for free.
 */
async function readOpen(path: string, signal: AbortSignal, read: (bytes: Uint8Array) => void): Promise<number> {
  const file = openSync(path)
  let size = 0
  for (;;) {
    const bytes = Buffer.allocUnsafe(CHUNK)
    const length = readSync(file, bytes, 0, CHUNK, size)
    if (length === 0) return size
    read(bytes.subarray(0, length))
    size += length
    await setImmediate()
    signal.throwIfAborted()
  }
}
