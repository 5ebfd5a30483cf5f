// Owns knowing what a page has asked for and not had yet. The page's own process tells it, in order with what it answers to whoever asks the page:
// on a busy computer, or of a slow server, the browser hears of a request or of its answer much later.
import { z } from 'zod'
import type { Debugging } from './debugging.ts'

export interface InFlight {
  /** How many a page waits for. */
  count(): number
  /** Forgets what the page before asked for. */
  clear(): void
}

interface InFlightOptions {
  /** Parts of addresses that nobody waits for. */
  readonly left: readonly string[]
  /** How long one is waited for, ms. */
  readonly ms: number
  /** Told when something was asked for or came. */
  readonly moved: () => void
  /** Told of one that is waited for no longer. */
  readonly late: (url: string, type: string) => void
}

const Asked = z.object({ requestId: z.string(), type: z.string().optional(), request: z.object({ url: z.string() }) })
const Ended = z.object({ requestId: z.string() })
const Answered = Ended.extend({ response: z.object({ mimeType: z.string() }) })

/** What a page makes its list of; pictures and styles change no list. */
const WAITED = new Set(['Document', 'XHR', 'Fetch', 'Script'])

/** Begins to listen. */
export function inFlight(page: Pick<Debugging, 'on'>, { left, ms, moved, late }: InFlightOptions): InFlight {
  const asked = new Map<string, { readonly url: string; readonly type: string; readonly at: number }>()
  const end = (details: unknown) => {
    if (asked.delete(Ended.parse(details).requestId)) moved()
  }
  page.on('Network.requestWillBeSent', (details) => {
    const { requestId, type = '', request } = Asked.parse(details)
    if (!WAITED.has(type) || !/^https?:/i.test(request.url) || left.some((part) => request.url.includes(part))) return
    asked.set(requestId, { url: request.url, type, at: Date.now() })
    moved()
  })
  page.on('Network.loadingFinished', end)
  page.on('Network.loadingFailed', end)
  // A stream of events has no end.
  page.on('Network.responseReceived', (details) => {
    const { requestId, response } = Answered.parse(details)
    if (/^text\/event-stream/i.test(response.mimeType)) asked.delete(requestId)
  })
  return {
    count() {
      for (const [id, { url, type, at }] of asked) {
        if (Date.now() - at < ms) continue
        asked.delete(id)
        late(url, type)
      }
      return asked.size
    },
    clear: () => asked.clear(),
  }
}
