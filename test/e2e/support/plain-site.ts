// A site on loopback whose pages a test writes and changes between two captures.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type PlainAnswer = string | ((answer: ServerResponse, asked: IncomingMessage) => unknown)

export interface PlainSite {
  readonly origin: string
  /** What stands at a path with its query: the body of a page, or whatever the test answers. */
  readonly at: Map<string, PlainAnswer>
  close(): Promise<void>
}

/** Starts one that has nothing yet. */
export async function plainSite(): Promise<PlainSite> {
  const at: PlainSite['at'] = new Map()
  const server = createServer((asked, answer) => {
    const found = at.get(asked.url ?? '') ?? notHere
    if (typeof found !== 'string') return void found(answer, asked)
    const html = `<!doctype html><html lang="en"><title>City</title><link rel="icon" href="data:,"><body>${found}</body></html>`
    answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    at,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

const notHere = (answer: ServerResponse) => answer.writeHead(404, { 'Content-Type': 'text/plain' }).end('not here')
