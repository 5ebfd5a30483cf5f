// What servers do wrong, by path, for the site of the tests of page captures.
import type { Server, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

/** A page of a title and a body. */
export function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><title>${title}</title><link rel="icon" href="data:,">${body}</html>`
}

/** Asks to be left alone. @param after seconds */
export function tooMany(answer: ServerResponse, after: string, then: () => void): void {
  answer.writeHead(429, { 'Content-Type': 'text/html', 'Retry-After': after }).end('Too many')
  then()
}

/** Where `/wrong` leads: each of them does something else wrong. */
export const WRONG = ['huge', 'bomb', 'reset', 'half', 'ring', 'away', 'gone', 'later'].map(
  (fault) => `/wrong/${fault}`,
)

/** The bytes of an answer that is larger than any may be. */
const HUGE = 500 * 2 ** 20
const LUMP = Buffer.alloc(1 << 20, 'x')
const HTML = { 'Content-Type': 'text/html' }

function pour(answer: ServerResponse, most: number): void {
  let sent = 0
  const more = () => {
    while (!answer.destroyed && sent < most) {
      sent += LUMP.length
      if (!answer.write(LUMP)) return
    }
  }
  answer.on('drain', more)
  more()
}

export const faults: Readonly<Record<string, (answer: ServerResponse, server: Server) => unknown>> = {
  '/slow': (answer) => answer.writeHead(200, HTML).write(page('Slow', 'It begins')),
  '/endless': (answer) => pour(answer.writeHead(200, HTML), Number.POSITIVE_INFINITY),
  '/huge': (answer) => pour(answer.writeHead(200, { ...HTML, 'Content-Length': String(HUGE) }), HUGE),
  '/bomb': (answer) => answer.writeHead(200, { ...HTML, 'Content-Encoding': 'gzip' }).end(bomb()),
  '/reset': (answer) => answer.destroy(),
  '/half': (answer, server) => {
    answer.writeHead(200, HTML).write(page('Half', '<article>Half of it</article>'))
    // After the part has gone out: what follows is a connection that breaks off.
    setTimeout(() => server.listening && answer.destroy(), 100)
  },
  '/ring': (answer) => answer.writeHead(302, { Location: '/ring' }).end(),
  '/away': (answer) => answer.writeHead(302, { Location: 'http://other.example/' }).end(),
  '/million': (answer) => answer.writeHead(200, HTML).end(page('Million', '<b>x</b>'.repeat(1_000_000))),
  '/login': (answer) => answer.writeHead(200, HTML).end(page('Log in', '<form><input type="password"></form>')),
  '/day': (answer) => tooMany(answer, '86400', () => {}),
  '/busy': (answer) => answer.writeHead(200, HTML).end(page('Busy', '<script>for (;;);</script>')),
  '/later': (answer) =>
    answer.writeHead(200, HTML).end(page('Later', "<article>x</article><script>fetch('/broken')</script>")),
  '/broken': (answer) => answer.writeHead(503).end('later'),
}

function bomb(): Buffer {
  return gzipSync(Buffer.alloc(96 << 20, 32), { level: 1 })
}
