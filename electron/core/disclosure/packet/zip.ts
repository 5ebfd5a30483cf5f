// The ZIP of a packet: entries stored, one after another, with one date and one mode, so that the same files make the same bytes.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { ZipArchive } from 'archiver'
import { WHOLE } from '../../../../shared/packet/zip-form.ts'
import { markingOf } from '../../../../shared/text/marking.ts'

/** A file as it stands in the archive. */
export interface ZippedFile {
  readonly name: string
  readonly size: number
  readonly sha256: string
}

export interface PacketZip {
  /** What to write to disk. Must be read while files are added. */
  readonly bytes: AsyncIterable<Uint8Array>
  /** Adds a file and resolves when it is in. What is no larger than WHOLE is packed with its sizes before it, whatever form it comes in. */
  add(name: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<ZippedFile>
  finish(): Promise<void>
  /** Gives up: whoever reads `bytes` gets the error. */
  abandon(error: Error): void
}

const AHEAD = 1 << 22
/** So many bytes at least are handed on at once. */
const BLOCK = 1 << 18
const MODE = 0o644

/**
 * Begins an archive. archiver has no backpressure between entries, so this waits for each (engineering.md, topic 8).
 * @param date the time of every entry; seconds are kept to two
 * @param practice whether it is made in a practice vault, @param draft whether it is a draft: the archive's comment says so
 */
export function packetZip(date: Date, practice: boolean, draft = false): PacketZip {
  const marking = markingOf({ practice, draft })
  const archive = new ZipArchive({ store: true, ...(marking === null ? {} : { comment: marking.comment }) })
  const reader = new AbortController()
  let added = 0
  let taken = 0
  let advanced: (() => void) | null = null
  // Errors reach whoever waits; without a listener they would end the process.
  archive.on('error', () => undefined)

  async function* bytes(): AsyncGenerator<Uint8Array> {
    // The archive gives a small piece for each header, and whoever stores them writes each by itself.
    let waiting: Uint8Array[] = []
    let size = 0
    try {
      for await (const chunk of archive) {
        if (!(chunk instanceof Uint8Array)) continue
        taken += chunk.length
        advanced?.()
        waiting.push(chunk)
        size += chunk.length
        if (size < BLOCK) continue
        yield Buffer.concat(waiting, size)
        waiting = []
        size = 0
      }
      if (size > 0) yield Buffer.concat(waiting, size)
    } finally {
      reader.abort(new Error('the archive is read no further'))
      advanced?.()
    }
  }

  const room = async () => {
    while (added - taken > AHEAD) {
      reader.signal.throwIfAborted()
      await new Promise<void>((resolve) => {
        advanced = resolve
      })
    }
  }

  const append = async (name: string, source: Buffer | Readable) => {
    reader.signal.throwIfAborted()
    const entered = once(archive, 'entry', { signal: reader.signal })
    archive.append(source, { name, date, mode: MODE, store: true })
    await entered
    await room()
  }

  return {
    bytes: bytes(),
    add: async (name, given) => {
      const content = given instanceof Uint8Array ? given : await begun(given)
      const hash = createHash('sha256')
      let size = 0
      if (content instanceof Uint8Array && content.length <= WHOLE) {
        hash.update(content)
        size = content.length
        added += size
        await append(name, Buffer.from(content.buffer, content.byteOffset, content.byteLength))
      } else {
        let failure: unknown
        const chunks = tapped(content instanceof Uint8Array ? [content] : content, (chunk) => {
          hash.update(chunk)
          size += chunk.length
          added += chunk.length
        })
        const passing = Readable.from(chunks, { objectMode: false }).once('error', (error) => {
          failure = error
        })
        try {
          await append(name, passing)
        } catch (error) {
          throw failure ?? error
        }
        if (failure !== undefined) throw failure
      }
      return { name, size, sha256: hash.digest('hex') }
    },
    finish: async () => {
      await archive.finalize()
    },
    abandon: (error) => void archive.destroy(error),
  }
}

/** The bytes as a whole where there are few of them; else as a stream that begins with those read already. */
async function begun(source: AsyncIterable<Uint8Array>): Promise<Uint8Array | AsyncIterable<Uint8Array>> {
  const rest = source[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  for (let size = 0; size <= WHOLE; ) {
    const { value, done } = await rest.next()
    if (done === true) return Buffer.concat(first)
    first.push(value)
    size += value.length
  }
  return (async function* () {
    yield* first
    yield* { [Symbol.asyncIterator]: () => rest }
  })()
}

async function* tapped(
  source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  see: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    see(chunk)
    yield chunk
  }
}
