// A real feed server on loopback that posts, edits, hides and deletes, answers conditional requests, and writes down what it sent.
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

export interface ServedItem {
  id: string
  title: string
  words: string
  /** ms since 1970 UTC. */
  at: number
  /** Path of its sound; null where it has none. */
  sound: string | null
  /** Whether it is kept from the public. */
  hidden: boolean
}

export interface FeedServer {
  readonly origin: string
  /** The newest are shown first, at most `window` of them. */
  readonly items: ServedItem[]
  window: number
  /** SHA-256 of what was sent, unpacked, by path; the newest answer last. */
  readonly sent: { readonly path: string; readonly status: number; readonly sha256: string }[]
  /** Takes over a path. */
  readonly special: Map<string, (request: IncomingMessage, response: ServerResponse) => void>
  readonly server: Server
  close(): Promise<void>
}

const SOUND = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0\xff\xfb\x90\x64', 'latin1'), Buffer.alloc(4082, 7)])

/** Starts one. `/rss.xml`, `/atom.xml`, `/feed.json`, and `/sound/…`. */
export async function feedServer(): Promise<FeedServer> {
  const items: ServedItem[] = []
  const sent: { path: string; status: number; sha256: string }[] = []
  const special: FeedServer['special'] = new Map()
  const own = { items, sent, special, window: 1000 }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const taken = special.get(path)
    if (taken !== undefined) return taken(request, response)
    const origin = `http://${request.headers.host}`
    const shown = items
      .filter(({ hidden }) => !hidden)
      .sort((one, other) => other.at - one.at)
      .slice(0, own.window)
    const made = path.startsWith('/sound/')
      ? ([SOUND, 'audio/mpeg'] as const)
      : path === '/rss.xml'
        ? ([Buffer.from(rss(shown, origin)), 'application/rss+xml; charset=utf-8'] as const)
        : path === '/atom.xml'
          ? ([Buffer.from(atom(shown, origin)), 'application/atom+xml'] as const)
          : path === '/feed.json'
            ? ([Buffer.from(json(shown, origin)), 'application/feed+json'] as const)
            : null
    if (made === null) {
      response.writeHead(404).end()
      return
    }
    const [body, type] = made
    const sha256 = createHash('sha256').update(body).digest('hex')
    const etag = `"${sha256.slice(0, 16)}"`
    const same = request.headers['if-none-match'] === etag
    sent.push({ path, status: same ? 304 : 200, sha256 })
    if (same) {
      response.writeHead(304, { ETag: etag }).end()
      return
    }
    const packed = /gzip/.test(request.headers['accept-encoding'] ?? '') && path !== '/atom.xml'
    response.writeHead(200, {
      'Content-Type': type,
      ETag: etag,
      'Set-Cookie': 'session=PLANTED-COOKIE-5d1f; HttpOnly',
      ...(packed ? { 'Content-Encoding': 'gzip' } : {}),
    })
    response.end(packed ? gzipSync(body) : body)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    ...own,
    get window() {
      return own.window
    },
    set window(value: number) {
      own.window = value
    },
    origin: `http://127.0.0.1:${port}`,
    server,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function rss(items: readonly ServedItem[], origin: string): string {
  const rows = items.map(
    ({ id, title, words, at, sound }) =>
      `<item><guid isPermaLink="false">${id}</guid><title>${escaped(title)}</title><description>${escaped(words)}</description>
<pubDate>${new Date(at).toUTCString()}</pubDate><link>${origin}/post/${id}</link>${sound === null ? '' : `<enclosure url="${origin}${sound}" type="audio/mpeg" length="4096"/>`}</item>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Alder Bay</title><link>${origin}/</link><description>News of the City</description>
${rows.join('\n')}
</channel></rss>
`
}

function atom(items: readonly ServedItem[], origin: string): string {
  const rows = items.map(
    ({ id, title, words, at, sound }) =>
      `<entry><id>${id}</id><title>${escaped(title)}</title><content type="text">${escaped(words)}</content><published>${new Date(at).toISOString()}</published><updated>${new Date(at).toISOString()}</updated><link href="${origin}/post/${id}"/>${sound === null ? '' : `<link rel="enclosure" type="audio/mpeg" href="${origin}${sound}"/>`}</entry>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${origin}/</id><title>Alder Bay</title><updated>2026-01-01T00:00:00Z</updated>
${rows.join('\n')}
</feed>
`
}

function json(items: readonly ServedItem[], origin: string): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Alder Bay',
    home_page_url: `${origin}/`,
    items: items.map(({ id, title, words, at, sound }) => ({
      id,
      title,
      content_text: words,
      date_published: new Date(at).toISOString(),
      url: `${origin}/post/${id}`,
      ...(sound === null ? {} : { attachments: [{ url: `${origin}${sound}`, mime_type: 'audio/mpeg' }] }),
    })),
  })
}
