// Serves the bytes of records to the page at app://record/<digest>, under leases of the vault process.

import type { Lease } from '../../shared/contract/host.ts'
import { Digest } from '../../shared/domain/id.ts'
import { type ByteRange, parseRange } from './byte-range.ts'
import { streamFile } from './file-stream.ts'
import { recordHeaders } from './policy.ts'

/** What a browser may decode; everything else is handed over as opaque bytes. No SVG, no HTML, no PDF, no text. */
const shownTypes: readonly string[] = [
  'audio/aac',
  'audio/mp4',
  'audio/mpeg',
  'audio/ogg',
  'audio/wav',
  'image/avif',
  'image/bmp',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
  'video/mp4',
  'video/quicktime',
  'video/webm',
]

export interface RecordMedia {
  /** Answers one request; never throws. */
  respond(request: Request): Promise<Response>
  /** Ends every stream of an object, at once; without a digest, every stream there is. */
  revoke(digest?: Digest): void
}

/** @param lease asks the vault process; null when there is no such object, rejects when no vault is open */
export function serveRecordMedia(lease: (digest: Digest) => Promise<Lease | null>): RecordMedia {
  const open = new Map<Digest, Set<AbortController>>()

  function register(digest: Digest): { signal: AbortSignal; done: () => void } {
    const controller = new AbortController()
    const others = open.get(digest) ?? new Set()
    open.set(digest, others.add(controller))
    const done = () => {
      others.delete(controller)
      if (others.size === 0 && open.get(digest) === others) open.delete(digest)
    }
    return { signal: controller.signal, done }
  }

  async function send(request: Request, digest: Digest): Promise<Response> {
    // Registered before the lease is asked for, so that a revocation on its heels finds this stream.
    const { signal, done } = register(digest)
    const leased = await lease(digest).catch(() => null)
    const range = leased === null ? null : parseRange(request.headers.get('Range'), leased.length)
    if (leased === null || range === 'unsatisfiable' || request.method === 'HEAD') {
      done()
      if (leased === null) return refuse(404)
      if (range === 'unsatisfiable') return refuse(416, { 'Content-Range': `bytes */${leased.length}` })
      return new Response(null, answerTo(leased, range))
    }
    const { start, length } = range ?? { start: 0, length: leased.length }
    const body = await streamFile(leased, leased.offset + start, length, signal, done).catch(() => null)
    return body === null ? refuse(404) : new Response(body, answerTo(leased, range))
  }

  return {
    async respond(request) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, { Allow: 'GET, HEAD' })
      const url = new URL(request.url)
      const digest = Digest.safeParse(url.pathname.slice(1))
      return digest.success && url.search === '' ? send(request, digest.data) : refuse(404)
    },
    revoke(digest) {
      const ended = digest === undefined ? [...open.values()] : [open.get(digest) ?? new Set()]
      for (const controllers of ended) for (const controller of controllers) controller.abort()
    },
  }
}

function answerTo(lease: Lease, range: ByteRange | null): ResponseInit {
  const shown = shownTypes.includes(lease.mime)
  const headers = {
    ...recordHeaders,
    'Accept-Ranges': 'bytes',
    'Content-Length': String(range?.length ?? lease.length),
    'Content-Type': shown ? lease.mime : 'application/octet-stream',
    ...(shown ? {} : { 'Content-Disposition': 'attachment' }),
  }
  if (range === null) return { status: 200, headers }
  const last = range.start + range.length - 1
  return { status: 206, headers: { ...headers, 'Content-Range': `bytes ${range.start}-${last}/${lease.length}` } }
}

function refuse(status: number, extra: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { ...recordHeaders, ...extra } })
}
