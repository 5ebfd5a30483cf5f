// Owns the list of files of a ZIP: read through yauzl over a window on the file, so that memory stays flat.
import { type Entry, RandomAccessReader, ZipFile } from 'yauzl'
import type { FileHandle } from '../../vault/cipher/fs-promises.ts'
import type { DirectoryRange } from './end-record.ts'
import { readAt } from './file.ts'
import { PartRefused } from './member-list.ts'

const WINDOW = 1 << 20

/** yauzl reads entries by two small reads each; this answers them from memory. */
class WindowReader extends RandomAccessReader {
  readonly #file: FileHandle
  #window: Buffer = Buffer.alloc(0)
  #start = 0

  constructor(file: FileHandle) {
    super()
    this.#file = file
  }

  override read(
    into: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null) => void,
  ): void {
    if (position >= this.#start && position + length <= this.#start + this.#window.length) {
      this.#window.copy(into, offset, position - this.#start, position - this.#start + length)
      done(null)
      return
    }
    readAt(this.#file, position, Math.max(WINDOW, length)).then((window) => {
      this.#window = window
      this.#start = position
      done(window.copy(into, offset, 0, length) < length ? new Error('it ends too early') : null)
    }, done)
  }
}

/**
 * All entries of the directory, in its order. Throws PartRefused above `limit` entries and where the list is damaged, which
 * includes strong encryption of the list itself; throws the signal's reason when aborted.
 */
export async function readDirectory(
  file: FileHandle,
  size: number,
  range: DirectoryRange,
  limit: number,
  signal: AbortSignal,
): Promise<Entry[]> {
  const entries: Entry[] = []
  // The range decides when to stop, not the count: macOS writes the count modulo 65,536.
  const endless = Number.MAX_SAFE_INTEGER
  const zip = new ZipFile(new WindowReader(file), range.start, size, endless, '', false, true, false, false)
  let cursor = range.start
  const iterator = zip.eachEntry()
  while (cursor < range.end) {
    signal.throwIfAborted()
    if (entries.length >= limit) throw new PartRefused('too-many-members', String(limit))
    const entry = await nextEntry(iterator)
    cursor += 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength
    if (cursor > range.end) throw new PartRefused('damaged-directory', 'its last entry runs over the end')
    entries.push(entry)
  }
  const claimed = range.zip64 ? range.count === entries.length : range.count === entries.length % 0x10000
  if (!claimed) {
    throw new PartRefused('damaged-directory', `it claims ${range.count} files and lists ${entries.length}`)
  }
  return entries
}

async function nextEntry(iterator: AsyncIterator<Entry>): Promise<Entry> {
  try {
    const { value, done } = await iterator.next()
    if (!done) return value
  } catch (error) {
    throw new PartRefused('damaged-directory', error instanceof Error ? error.message : 'unreadable')
  }
  throw new PartRefused('damaged-directory', 'it ends too early')
}
