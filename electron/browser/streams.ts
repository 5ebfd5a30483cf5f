// Owns knowing what a page is sent by ways that have no end: WebSockets and streams of events, which no archive of answers can hold.
import { z } from 'zod'
import type { Debugging } from './debugging.ts'

export interface Streams {
  /** What was opened since the last call; clauses. */
  take(): string[]
}

const Opened = z.object({ url: z.string() })
const Answered = z.object({ response: z.object({ url: z.string(), mimeType: z.string() }) })
const MOST = 20

/** Begins to listen. @param left parts of addresses that are nobody's business */
export function streamsOf(page: Pick<Debugging, 'on'>, left: readonly string[]): Streams {
  const told = new Set<string>()
  const tell = (url: string, what: string) => {
    if (told.size < MOST && !left.some((part) => url.includes(part)))
      told.add(`what ${URL.parse(url)?.host ?? 'a server'} sent it by ${what} was not kept`)
  }
  page.on('Network.webSocketCreated', (details) => tell(Opened.parse(details).url, 'a WebSocket'))
  page.on('Network.responseReceived', (details) => {
    const { response } = Answered.parse(details)
    if (/^text\/event-stream/i.test(response.mimeType)) tell(response.url, 'a stream of events')
  })
  return {
    take() {
      const taken = [...told]
      told.clear()
      return taken
    },
  }
}
