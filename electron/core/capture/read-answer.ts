// Owns reading an answer's content within bounds, its packing undone as it streams; what came before a bound or a break is kept.
import { createHash } from 'node:crypto'
import type { WriteStream } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { pipeline, Transform } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib'
import { rm } from '../vault/cipher/fs-promises.ts'
import { createWriteStream } from '../vault/cipher/streams.ts'
import type { Exchange } from './exchange.ts'
import { codeOf, type Problem, problemOf } from './problem.ts'

interface Reading {
  /** Ends the reading: cancelled, or out of time. */
  readonly over: AbortSignal
  readonly signal: AbortSignal
  readonly bounds: { readonly memoryBytes: number }
  readonly spool: string
  /** Bytes, packed or unpacked. */
  readonly most: number
  readonly host: string
}

type Content = Pick<Exchange, 'body' | 'spooled' | 'rawDigest' | 'truncated'> & { readonly problem: Problem | null }

let spooled = 0

/** Reads to the end, or to what ends it. Throws the signal's reason. */
export async function readAnswer(message: IncomingMessage, reading: Reading): Promise<Content> {
  const { over, signal, most, host } = reading
  const raw = createHash('sha256')
  let transferred = 0
  const watch = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      raw.update(chunk)
      transferred += chunk.length
      done(null, chunk)
    },
  })
  const bodiless = message.statusCode === 204 || message.statusCode === 304
  const packed = bodiless ? [] : unpackers(message.headers['content-encoding'] ?? '')
  const last = packed.at(-1) ?? watch
  // Errors reach the last of them, which is read below.
  pipeline([message, watch, ...packed], () => {})
  const store = contentStore(reading)
  let problem: Problem | null = null
  let truncated: Content['truncated'] = null
  const end = () => message.destroy(Object.assign(new Error('over'), { code: 'EOVER' }))
  over.addEventListener('abort', end, { once: true })
  if (over.aborted) end()
  try {
    for await (const chunk of last.iterator({ destroyOnReturn: true })) {
      if (!Buffer.isBuffer(chunk)) continue
      const room = most - store.size
      await store.add(chunk.length > room ? chunk.subarray(0, room) : chunk)
      // What is packed is ahead of what comes out of it; what is not packed is only buffered.
      if (chunk.length <= room && (packed.length === 0 || transferred <= most)) continue
      truncated = 'length'
      problem = problemOf(
        'bound',
        `${host} sent more than ${Math.ceil(most / 2 ** 20)} MB; what came until then is kept.`,
      )
      break
    }
  } catch (error) {
    if (signal.aborted) await store.drop()
    signal.throwIfAborted()
    const code = codeOf(error)
    if (over.aborted) {
      truncated = 'time'
      problem = problemOf('time', `${host} did not come to an end in time; what came until then is kept.`)
    } else if (code.startsWith('Z_') || code.startsWith('ERR_') || code.startsWith('ZSTD')) {
      truncated = 'disconnect'
      problem = problemOf('packing', `What ${host} sent is packed, and damaged; what could be unpacked is kept.`)
    } else if (code === 'EIDLE') {
      truncated = 'time'
      problem = problemOf('time', `${host} stopped sending; what came until then is kept.`)
    } else {
      truncated = 'disconnect'
      problem = problemOf('disconnect', `${host} broke off in the middle of its answer; what came until then is kept.`)
    }
  } finally {
    over.removeEventListener('abort', end)
    if (truncated !== null) message.destroy()
  }
  return { ...(await store.taken()), rawDigest: raw.digest('hex'), truncated, problem }
}

/** Undoes the packings that a server names, last first. */
function unpackers(encodings: string) {
  return encodings
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .reverse()
    .flatMap((encoding) => {
      if (encoding === 'gzip' || encoding === 'x-gzip') return [createGunzip()]
      if (encoding === 'br') return [createBrotliDecompress()]
      if (encoding === 'zstd') return [createZstdDecompress()]
      return encoding === 'deflate' ? [inflater()] : []
    })
}

/** Servers mean either form of deflate by that name: the first byte tells. */
function inflater(): Transform {
  let inner: ReturnType<typeof createInflate> | ReturnType<typeof createInflateRaw> | null = null
  const outer = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      if (inner === null) {
        inner = ((chunk[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw()
        inner.on('data', (out: Buffer) => outer.push(out))
        inner.on('error', (error) => outer.destroy(error))
      }
      inner.write(chunk, () => done())
    },
    flush: (done) => {
      if (inner === null) return done()
      inner.once('end', () => done())
      inner.end()
    },
  })
  return outer
}

/** Holds content in memory, and in a file from where it grows too large. */
function contentStore({ bounds, spool }: Reading) {
  let held: Buffer[] = []
  let size = 0
  let file: { readonly path: string; readonly stream: WriteStream } | null = null
  const write = async (stream: WriteStream, chunk: Buffer) => {
    if (!stream.write(chunk)) await new Promise<void>((resolve) => void stream.once('drain', resolve))
  }
  return {
    get size() {
      return size
    },
    add: async (chunk: Buffer) => {
      size += chunk.length
      if (file !== null) return write(file.stream, chunk)
      held.push(chunk)
      if (size <= bounds.memoryBytes) return
      const path = join(spool, `content-${++spooled}`)
      file = { path, stream: createWriteStream(path, { flags: 'wx' }) }
      for (const one of held) await write(file.stream, one)
      held = []
    },
    drop: async () => {
      if (file === null) return
      file.stream.destroy()
      await rm(file.path, { force: true })
    },
    taken: async (): Promise<Pick<Exchange, 'body' | 'spooled'>> => {
      if (file === null) return { body: Buffer.concat(held), spooled: null }
      file.stream.end()
      await finished(file.stream)
      return { body: new Uint8Array(), spooled: { path: file.path, size } }
    },
  }
}
