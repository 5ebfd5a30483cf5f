// Owns the one fetcher of feeds and APIs: bounded in time, bytes, redirects and waiting, never leaving the allowed addresses, ending in words.
import { Agent as PlainAgent } from 'node:http'
import { Agent } from 'node:https'
import type { MetLimit } from '../../../shared/domain/capture/capture.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { waitAsked } from '../../../shared/text/retry-after.ts'
import { type AddressPolicy, whyNotAsked } from './address-policy.ts'
import { askOnce, type Sent } from './ask.ts'
import { type Exchange, type Fields, fieldOf } from './exchange.ts'
import { type Problem, problemOf } from './problem.ts'

/** Bounds of a capture; a way may ask for less. Bytes and ms. */
export interface FetchBounds {
  readonly redirects: number
  /** Of one answer, packed or unpacked. */
  readonly answerBytes: number
  /** What is larger goes to a file. */
  readonly memoryBytes: number
  /** Without a byte. */
  readonly idleMs: number
  readonly answerMs: number
  /** Over all answers. */
  readonly totalBytes: number
  readonly totalMs: number
  readonly exchanges: number
  /** Spent waiting, over the whole capture, because servers asked for it. */
  readonly waitMs: number
  /** Of one request that failed for a passing reason. */
  readonly tries: number
}

export const BOUNDS: FetchBounds = {
  redirects: 10,
  answerBytes: 1 << 30,
  memoryBytes: 16 << 20,
  idleMs: 60_000,
  answerMs: 30 * 60_000,
  totalBytes: 8 * 2 ** 30,
  totalMs: 6 * 3_600_000,
  exchanges: 100_000,
  waitMs: 20 * 60_000,
  tries: 3,
}

/** What a capture has used of its bounds. */
export interface Spent {
  readonly bytes: number
  readonly exchanges: number
  /** ms waited because servers asked for it, and ms in all. */
  readonly waited: number
  readonly ms: number
}

export interface FetcherSettings {
  readonly policy: AddressPolicy
  readonly bounds: FetchBounds
  readonly signal: AbortSignal
  /** ms since 1970 UTC. */
  readonly now: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  /** 0 to 1. */
  readonly random: () => number
  readonly userAgent: string
  /** A folder for contents that are too large for memory. */
  readonly spool: string
  readonly limit: (met: MetLimit) => void
  /** Certificates trusted beside the computer's own, PEM. */
  readonly ca?: readonly string[]
  /** What an earlier run of the same capture used: bounds are those of the capture, however often it is gone on with. */
  readonly spent?: Spent
}

export interface FetchRequest {
  readonly url: string
  readonly method?: string
  /** They go to the request's own origin only: any of them may say who somebody is. */
  readonly headers?: Fields
  readonly body?: Uint8Array | null
  /** Given to the answer where it is one of success. */
  readonly reader?: string | null
  /** Less than the bounds' own. */
  readonly answerBytes?: number
}

export interface Fetched {
  /** Everything that was exchanged, redirects and refusals with it, in order: all of it is stored. */
  readonly exchanges: readonly Exchange[]
  /** The last answer; null where none came. It may be cut off, or one of refusal: see `problem`. */
  readonly answer: Exchange | null
  /** What kept the answer from being whole and one of success; null where nothing did. 304 is success. */
  readonly problem: Problem | null
}

export interface Fetcher {
  /** Asks and follows. Throws the signal's reason, and nothing else about servers or networks. */
  fetch(request: FetchRequest): Promise<Fetched>
  spent(): Spent
  close(): void
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const PASSING: ReadonlySet<number> = new Set([500, 502, 504])
/** What any server may be told: which program asks, and what it reads. */
const FOR_ANYBODY = /^(?:user-agent|accept)$/i

/** A fetcher for one capture. Must be closed. */
export function fetcher(settings: FetcherSettings): Fetcher {
  const { bounds, signal, now, random, policy } = settings
  const agents = {
    http: new PlainAgent({ keepAlive: true, maxSockets: 4 }),
    https: new Agent({ keepAlive: true, maxSockets: 4 }),
  }
  const before = settings.spent ?? { bytes: 0, exchanges: 0, waited: 0, ms: 0 }
  const began = now() - before.ms
  let bytes = before.bytes
  let count = before.exchanges
  let waited = before.waited

  const told = (kind: MetLimit['kind'], sentence: string, code: Problem['code']): Problem => {
    settings.limit(limitOf(kind, now(), sentence))
    return { code, sentence }
  }

  const spent = (): Problem | null => {
    if (bytes >= bounds.totalBytes)
      return told('bound', `The capture reached ${size(bounds.totalBytes)}, its bound.`, 'bound')
    if (count >= bounds.exchanges)
      return told('bound', `The capture reached ${bounds.exchanges} answers, its bound.`, 'bound')
    if (now() - began >= bounds.totalMs)
      return told('bound', `The capture reached ${span(bounds.totalMs)}, its bound.`, 'bound')
    return null
  }

  /** Waits where that stays within the bound; else says so. */
  const wait = async (ms: number, host: string): Promise<Problem | null> => {
    if (waited + ms > bounds.waitMs)
      return told('rate', `${host} asks to be left alone for ${span(ms)}, longer than a capture waits.`, 'rate')
    settings.limit(limitOf('rate', now(), `${host} asked to wait ${span(ms)}, and the capture did.`))
    waited += ms
    await settings.sleep(ms, signal)
    return null
  }

  const askAgain = async (
    sent: Sent,
    exchanges: Exchange[],
  ): Promise<{ answer: Exchange | null; problem: Problem | null }> => {
    for (let attempt = 1; ; attempt++) {
      signal.throwIfAborted()
      const over = spent()
      if (over !== null) return { answer: null, problem: over }
      count += 1
      const { exchange, problem } = await askOnce(sent, { ...settings, agents, room: bounds.totalBytes - bytes })
      if (exchange !== null) {
        exchanges.push(exchange)
        bytes += exchange.spooled?.size ?? exchange.body.length
      }
      const host = new URL(sent.url).host
      if (exchange !== null && (exchange.status === 429 || exchange.status === 503)) {
        const asked = waitAsked(fieldOf(exchange.responseHeaders, 'retry-after'), now())
        if (attempt >= bounds.tries && asked === null)
          return { answer: exchange, problem: told('rate', `${host} says that it is asked too often.`, 'rate') }
        const refused =
          attempt > bounds.tries + 3 ? told('rate', `${host} keeps saying that it is asked too often.`, 'rate') : null
        const kept = refused ?? (await wait(asked ?? 2000 * 2 ** attempt * (0.5 + random()), host))
        if (kept !== null) return { answer: exchange, problem: kept }
        continue
      }
      const passing = problem?.passing === true || (exchange !== null && PASSING.has(exchange.status))
      if (!passing || attempt >= bounds.tries) {
        if (problem?.code === 'certificate') settings.limit(limitOf('certificate', now(), problem.sentence))
        return { answer: exchange, problem: problem ?? statusProblem(exchange, host) }
      }
      await settings.sleep(500 * 2 ** attempt * (0.5 + random()), signal)
    }
  }

  return {
    fetch: async (request) => {
      const exchanges: Exchange[] = []
      const asked = new Set<string>()
      const first = URL.parse(request.url)
      if (first === null)
        return { exchanges, answer: null, problem: problemOf('address', `“${request.url}” is no address.`) }
      let sent: Sent = {
        url: first.href,
        method: request.method ?? 'GET',
        headers: [['User-Agent', settings.userAgent], ...(request.headers ?? [])],
        body: request.body ?? null,
        reader: request.reader ?? null,
        answerBytes: Math.min(request.answerBytes ?? bounds.answerBytes, bounds.answerBytes),
      }
      for (let hops = 0; ; hops++) {
        const url = new URL(sent.url)
        const refused = whyNotAsked(url, policy)
        if (refused !== null) return { exchanges, answer: null, problem: told('address', refused, 'address') }
        const key = `${sent.method} ${sent.url}`
        if (asked.has(key))
          return {
            exchanges,
            answer: null,
            problem: problemOf('ring', `${url.host} sends from one address to another in a ring.`),
          }
        asked.add(key)
        const { answer, problem } = await askAgain(sent, exchanges)
        const target = answer === null ? '' : fieldOf(answer.responseHeaders, 'location')
        if (answer === null || !REDIRECTS.has(answer.status) || target === '') return { exchanges, answer, problem }
        const next = URL.parse(target, sent.url)
        if (next === null)
          return {
            exchanges,
            answer,
            problem: problemOf('address', `${url.host} sends on to “${target}”, which is no address.`),
          }
        if (hops >= bounds.redirects)
          return {
            exchanges,
            answer,
            problem: problemOf('ring', `${url.host} sends on more than ${bounds.redirects} times.`),
          }
        sent = followed(sent, next, answer.status)
      }
    },
    spent: () => ({ bytes, exchanges: count, waited, ms: now() - began }),
    close: () => {
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}

/** Where a redirect leads: another origin gets nothing that says who asks, and only 307 and 308 send the content again. */
function followed(sent: Sent, next: URL, status: number): Sent {
  const again = status === 307 || status === 308 || sent.method === 'GET' || sent.method === 'HEAD'
  const same = next.origin === new URL(sent.url).origin
  return {
    ...sent,
    url: next.href,
    method: again ? sent.method : 'GET',
    body: again && same ? sent.body : null,
    headers: same ? sent.headers : sent.headers.filter(([name]) => FOR_ANYBODY.test(name)),
  }
}

function statusProblem(answer: Exchange | null, host: string): Problem | null {
  if (answer === null || answer.status < 400) return null
  if (answer.status === 401 || answer.status === 403)
    return problemOf('log-in', `${host} answers only whom it knows (${answer.status} ${answer.statusText}).`)
  if (answer.status === 404 || answer.status === 410)
    return problemOf('missing', `${host} says that there is nothing at this address (${answer.status}).`)
  return problemOf('status', `${host} answered with an error (${answer.status} ${answer.statusText}).`)
}

function limitOf(kind: MetLimit['kind'], at: number, sentence: string): MetLimit {
  return { kind, at: Instant.parse(at), sentence }
}

function size(bytes: number): string {
  return bytes >= 2 ** 30 ? `${Math.round(bytes / 2 ** 30)} GB` : `${Math.ceil(bytes / 2 ** 20)} MB`
}

/** `90 seconds`, `20 minutes`, `24 hours`. */
function span(ms: number): string {
  if (ms < 120_000) return `${Math.max(1, Math.round(ms / 1000))} seconds`
  return ms < 7_200_000 ? `${Math.round(ms / 60_000)} minutes` : `${Math.round(ms / 3_600_000)} hours`
}
