// Owns reading an answer's content whole, within bounds: as it was sent, its packing undone, and with a word where it broke off.
import { z } from 'zod'
import { type Debugging, within } from './debugging.ts'

export interface BodyLimits {
  /** Bytes at most. */
  readonly most: number
  readonly ms: number
}

export interface Body {
  readonly bytes: Buffer
  readonly truncated: 'length' | 'time' | 'disconnect' | null
  /** Whether the browser still has the answer and goes on with it itself; otherwise the bytes must be given to the page. */
  readonly kept: boolean
}

const Chunk = z.object({ data: z.string(), base64Encoded: z.boolean().optional(), eof: z.boolean() })
const Stream = z.object({ stream: z.string() })
const Whole = z.object({ body: z.string(), base64Encoded: z.boolean() })

const CHUNK = 1 << 20
/** What the browser's own process may grow by while an answer of unknown length is read: an unpacked bomb ends here. */
const MOST_GROWTH = 512 << 20
const LOOK_MS = 50

/**
 * Reads an answer whose length is known beforehand, piece by piece.
 * @param said bytes that it is to have
 */
export async function readKnown(
  page: Debugging,
  requestId: string,
  session: string | undefined,
  said: number,
  { most, ms }: BodyLimits,
): Promise<Body> {
  const { stream } = Stream.parse(await page.call('Fetch.takeResponseBodyAsStream', { requestId }, session))
  const parts: Buffer[] = []
  const until = Date.now() + ms
  let size = 0
  let truncated: Body['truncated'] = null
  while (truncated === null) {
    const read = page.call('IO.read', { handle: stream, size: CHUNK }, session)
    const chunk = Chunk.safeParse(await within(Math.max(1, until - Date.now()), 'an answer', read).catch(() => null))
    if (!chunk.success) truncated = Date.now() >= until ? 'time' : 'disconnect'
    else {
      const part = Buffer.from(chunk.data.data, chunk.data.base64Encoded === true ? 'base64' : 'utf8')
      parts.push(part)
      size += part.length
      if (size > most) truncated = 'length'
      else if (chunk.data.eof) break
    }
  }
  await page.call('IO.close', { handle: stream }, session).catch(() => null)
  const bytes = Buffer.concat(parts).subarray(0, most)
  return { bytes, truncated: truncated ?? (size < said ? 'disconnect' : null), kept: false }
}

/** Reads an answer whose length nobody knows: the browser holds it, and is watched while it does. */
export async function readUnknown(
  page: Debugging,
  requestId: string,
  session: string | undefined,
  { most, ms }: BodyLimits,
): Promise<Body> {
  const before = process.memoryUsage.rss()
  const grown = Promise.withResolvers<'length'>()
  const late = Promise.withResolvers<'time'>()
  const watch = setInterval(() => process.memoryUsage.rss() - before > MOST_GROWTH && grown.resolve('length'), LOOK_MS)
  const timer = setTimeout(() => late.resolve('time'), ms)
  try {
    const whole = page.call('Fetch.getResponseBody', { requestId }, session, ms + 1000)
    const got = await Promise.race([whole, grown.promise, late.promise])
    // Its own end is told to nobody: the answer is failed, and with it what the browser held.
    if (typeof got === 'string') {
      whole.catch(() => null)
      return { bytes: Buffer.alloc(0), truncated: got, kept: false }
    }
    const { body, base64Encoded } = Whole.parse(got)
    const bytes = Buffer.from(body, base64Encoded ? 'base64' : 'utf8')
    if (bytes.length > most) return { bytes: bytes.subarray(0, most), truncated: 'length', kept: false }
    return { bytes, truncated: null, kept: true }
  } finally {
    clearInterval(watch)
    clearTimeout(timer)
  }
}
