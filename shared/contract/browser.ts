// What travels between a capture job and the browser that it drives: one order there, frames back, over a socket of this user's.
import { z } from 'zod'

/** The word of the command line by which Electron becomes the capture browser; the socket's path follows it. */
export const BROWSER_SWITCH = '--muniment-capture='

/** What the name of an account's folder on a desk is the digest of; it tells neither vault nor account. */
export function profileWords(vaultId: string, account: number): string {
  return `muniment capture ${vaultId} ${account}`
}

/** How a site shows what it holds: which parts are items, what is pressed to see more, what belongs to whoever is signed in. */
export const Behaviour = z.strictObject({
  name: z.string(),
  /** Hosts that it knows, each with those below it; none for any site. */
  hosts: z.array(z.string()),
  /** Selectors of items: posts, comments, replies. */
  items: z.array(z.string()),
  /** Selectors of what is pressed to see more. */
  press: z.array(z.string()),
  /** Words of buttons that are pressed to see more; regular expressions, held against the whole label in small letters. */
  words: z.array(z.string()),
  /** Selectors of what is the operator's own: their feed, name, notices. Taken out before the page is kept. */
  own: z.array(z.string()),
  /** Selectors that show that the site asks for a log-in instead of showing what it holds. */
  signIn: z.array(z.string()),
  /** Parts of addresses whose answers are the operator's own and are not kept. */
  ownAddresses: z.array(z.string()),
})
export type Behaviour = z.infer<typeof Behaviour>

export const VisitLimits = z.strictObject({
  pages: z.int().positive(),
  items: z.int().positive(),
  /** Rounds of scrolling and pressing on a page. */
  rounds: z.int().positive(),
  pageMs: z.int().positive(),
  /** How long one view of a page, its picture or print, may take to be made. */
  viewMs: z.int().positive(),
  /** How long one answer may take to come whole. */
  answerMs: z.int().positive(),
  /** Bytes of one answer. */
  answerBytes: z.int().positive(),
  /** Bytes of all answers. */
  allBytes: z.int().positive(),
  /** How long a page must be quiet before it counts as at its end. */
  quietMs: z.int().positive(),
})
export type VisitLimits = z.infer<typeof VisitLimits>

/** The browser's only way to a network: the job's gate. */
const Gate = z.strictObject({ port: z.int(), user: z.string(), password: z.string() })

export const BrowserOrder = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('capture'),
    gate: Gate,
    /** Whether the session in which the operator signed in is used; a fresh one otherwise. */
    signedIn: z.boolean(),
    addresses: z.array(z.string()).min(1),
    /** Pages that were visited before, where a capture is gone on with: they are not visited again. */
    visited: z.array(z.string()).default([]),
    /** What those brought, which counts towards the bounds. */
    before: z
      .strictObject({ items: z.int(), bytes: z.number(), waitedMs: z.number() })
      .default({ items: 0, bytes: 0, waitedMs: 0 }),
    /** Where the newest stands first, pages are scrolled back to this instant, ms since 1970 UTC; null for to their end. */
    since: z.number().nullable().default(null),
    /** Beginnings of the account's own addresses; only these are visited. */
    within: z.array(z.string()).min(1),
    /** Whether pages that the first ones lead to are visited too, within the account's own addresses. */
    follow: z.boolean(),
    behaviour: Behaviour,
    limits: VisitLimits,
  }),
  z.strictObject({ do: z.literal('sign-in'), gate: Gate, address: z.string(), title: z.string() }),
  z.strictObject({ do: z.literal('forget') }),
])
export type BrowserOrder = z.infer<typeof BrowserOrder>

/** Sent after an order: what has come until then is shown and kept, and then it ends. */
export const BrowserStop = z.strictObject({ do: z.literal('stop') })

const Fields = z.array(z.tuple([z.string(), z.string()]))

/** Why a page is at its end, or is not. */
export const VisitEnd = z.strictObject({
  met: z.boolean(),
  /** A clause that says why it ended. */
  why: z.string(),
  signIn: z.boolean(),
  status: z.int().nullable(),
  /** How long the server asks to be left alone, ms; null where it does not. */
  wait: z.number().nullable(),
  /** Whether it ended because what is older than was asked for had come into view. */
  older: z.boolean(),
  items: z.int(),
  rounds: z.int(),
  pressed: z.int(),
  /** What the page tried that it may not: navigate, download, open windows, use devices. */
  denied: z.array(z.string()),
  /** What of the page was not kept, or is not shown by its views; clauses. */
  told: z.array(z.string()).default([]),
  /** Where the server led the browser on to; `''` where the page itself was answered. */
  landed: z.string().default(''),
  /** Whether it was not asked for because its address or certificate forbids it. */
  forbidden: z.boolean().default(false),
  /** Whether it shows no item at all. */
  empty: z.boolean().default(false),
  /** Where further pages of its list are that it led to; `''` for one that only a button leads to. */
  pagers: z.array(z.string()).default([]),
  /** What everything is newer than that cannot have gone over to one of those, ms since 1970 UTC; null where nobody can tell. */
  back: z.number().nullable().default(null),
})
export type VisitEnd = z.infer<typeof VisitEnd>

/** From the browser. A frame's bytes follow its head. */
export const BrowserFrame = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('hello'), key: z.string(), browser: z.string() }),
  z.strictObject({
    is: z.literal('exchange'),
    method: z.string(),
    url: z.string(),
    requestHeaders: Fields,
    status: z.int(),
    statusText: z.string(),
    responseHeaders: Fields,
    truncated: z.enum(['length', 'time', 'disconnect']).nullable(),
    at: z.number(),
  }),
  /** A view of a page: its bytes follow. */
  z.strictObject({ is: z.literal('view'), page: z.string(), of: z.enum(['screenshot', 'pdf', 'text', 'dom']) }),
  z.strictObject({
    is: z.literal('page'),
    page: z.string(),
    title: z.string(),
    at: z.number(),
    end: VisitEnd,
    /** Pages that it leads to and that are to be visited too, those that nobody knew of before. */
    links: z.array(z.string()),
  }),
  /** It waits, because the server of a page asked for it; ms. */
  z.strictObject({ is: z.literal('waiting'), page: z.string(), ms: z.number() }),
  z.strictObject({ is: z.literal('progress'), pages: z.int(), items: z.int(), pagesKnown: z.int() }),
  /** After a log-in: the hosts that left something by which they know the operator again. */
  z.strictObject({ is: z.literal('kept'), hosts: z.array(z.string()) }),
  /** The last frame. A problem is a sentence. */
  z.strictObject({ is: z.literal('end'), problem: z.string().nullable(), unvisited: z.int() }),
])
export type BrowserFrame = z.infer<typeof BrowserFrame>

/** No honest head is longer, in bytes. */
const LONGEST_HEAD = 1 << 20

/** The bytes of a frame: length of the head, length of the body (each four bytes, big-endian), head (JSON in UTF-8), body. */
export function frameBytes(head: Uint8Array, body: Uint8Array = new Uint8Array(0)): Uint8Array[] {
  const lengths = new DataView(new ArrayBuffer(8))
  lengths.setUint32(0, head.length)
  lengths.setUint32(4, body.length)
  return [new Uint8Array(lengths.buffer), head, body]
}

/**
 * Takes frames out of bytes as they come.
 * @param mostBody bytes that a body may have @throws Error when the other side speaks something else
 */
export async function* framesOf(
  chunks: AsyncIterable<Uint8Array>,
  mostBody: number,
): AsyncGenerator<{ head: Uint8Array; body: Uint8Array }> {
  let held: Uint8Array[] = []
  let size = 0
  const take = (length: number): Uint8Array => {
    const taken = new Uint8Array(length)
    let filled = 0
    while (filled < length) {
      const [first = new Uint8Array(0), ...rest] = held
      const part = first.subarray(0, length - filled)
      taken.set(part, filled)
      filled += part.length
      held = part.length === first.length ? rest : [first.subarray(part.length), ...rest]
    }
    size -= length
    return taken
  }
  let lengths: readonly [number, number] | null = null
  for await (const chunk of chunks) {
    held.push(chunk)
    size += chunk.length
    for (;;) {
      if (lengths === null) {
        if (size < 8) break
        const view = new DataView(take(8).buffer)
        lengths = [view.getUint32(0), view.getUint32(4)]
        if (lengths[0] > LONGEST_HEAD || lengths[1] > mostBody) throw new Error('A frame is longer than any may be.')
      }
      const [head, body] = lengths
      if (size < head + body) break
      lengths = null
      yield { head: take(head), body: take(body) }
    }
  }
}
