// Owns holding a page's words back until its visit is over: a key that it was answered with may be known for one only by what it sends afterwards.
import type { BrowserFrame } from '../../shared/contract/browser.ts'
import type { Blanking } from './secrets.ts'

type Exchange = Extract<BrowserFrame, { is: 'exchange' }>
type Keep = (exchange: Exchange, body: Uint8Array) => Promise<void>

export interface HeldBack {
  readonly keep: Keep
  /** Hands on, in their order and blanked by all that is known now, the answers that are held. */
  release(): Promise<void>
  /** The same, and holds nothing any more. */
  end(): Promise<void>
}

/** Bytes of answers that are held at a time, and of one of them. */
const MOST = 16 << 20
const LARGEST = 4 << 20
/** What may hold a key. */
const WORDS = /html|json|javascript|xml|^text\//i

/** Answers of one window go through it. @param keep takes them in the end */
export function heldBack(keep: Keep, { blank }: Pick<Blanking, 'blank'>): HeldBack {
  const held: { readonly exchange: Exchange; readonly body: Uint8Array }[] = []
  let size = 0
  let ended = false
  const handOn = async (most: number) => {
    for (let next = held[0]; next !== undefined && size > most; next = held[0]) {
      held.shift()
      size -= next.body.length + 1
      await keep(next.exchange, blank(next.body))
    }
  }
  return {
    async keep(exchange, body) {
      const type = exchange.responseHeaders.find(([name]) => /^content-type$/i.test(name))?.[1] ?? ''
      if (ended || body.length > LARGEST || !WORDS.test(type)) return keep(exchange, blank(body))
      held.push({ exchange, body })
      size += body.length + 1
      await handOn(MOST)
    },
    release: () => handOn(0),
    async end() {
      ended = true
      await handOn(0)
    },
  }
}
