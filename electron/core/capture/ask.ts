// Owns asking a server once: the request, the address that its name leads to, its certificates, and its answer within bounds.
import { lookup } from 'node:dns'
import { type IncomingMessage, type Agent as PlainAgent, request as plainRequest } from 'node:http'
import { type Agent, request as safeRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { getCACertificates, TLSSocket } from 'node:tls'
import { type AddressPolicy, whyNotReached } from './address-policy.ts'
import { certificatesOf } from './certificates.ts'
import type { Exchange, Fields } from './exchange.ts'
import { networkProblem, type Problem, problemOf } from './problem.ts'
import { readAnswer } from './read-answer.ts'

export interface Sent {
  readonly url: string
  readonly method: string
  readonly headers: Fields
  readonly body: Uint8Array | null
  readonly reader: string | null
  readonly answerBytes: number
}

interface Asking {
  readonly policy: AddressPolicy
  readonly bounds: { readonly idleMs: number; readonly answerMs: number; readonly memoryBytes: number }
  readonly signal: AbortSignal
  readonly now: () => number
  readonly spool: string
  readonly ca?: readonly string[]
  readonly agents: { readonly http: PlainAgent; readonly https: Agent }
  /** Bytes that the capture may still take in. */
  readonly room: number
}

/** No honest head is longer, in bytes. */
const LONGEST_HEAD = 1 << 17
const PACKINGS = 'gzip, deflate, br, zstd'

let trusted: string[] | null = null

/** Those that Node brings, and those that this computer trusts: a city's network may look into connections. */
function trustedBy(more: readonly string[]): string[] {
  trusted ??= [...new Set([...getCACertificates('default'), ...getCACertificates('system')])]
  return more.length === 0 ? trusted : [...trusted, ...more]
}

/** Asks once. Throws the signal's reason; everything else is told. */
export async function askOnce(
  sent: Sent,
  asking: Asking,
): Promise<{ exchange: Exchange | null; problem: Problem | null }> {
  const { signal, bounds, now } = asking
  const url = new URL(sent.url)
  const over = AbortSignal.timeout(bounds.answerMs)
  const both = AbortSignal.any([signal, over])
  try {
    const { message, requested } = await answered(sent, url, asking, both)
    const at = now()
    const address = message.socket.remoteAddress ?? null
    const refused = address === null ? null : whyNotReached(url, address, asking.policy)
    if (refused !== null) {
      message.destroy()
      return { exchange: null, problem: problemOf('address', refused) }
    }
    const tls =
      message.socket instanceof TLSSocket
        ? {
            protocol: message.socket.getProtocol() ?? '',
            cipher: message.socket.getCipher().standardName ?? message.socket.getCipher().name,
            certificates: certificatesOf(message.socket.getPeerCertificate(true)),
          }
        : null
    const most = Math.min(sent.answerBytes, Math.max(1, asking.room))
    const { problem, ...content } = await readAnswer(message, { ...asking, over: both, most, host: url.host })
    signal.throwIfAborted()
    const status = message.statusCode ?? 0
    const exchange: Exchange = {
      method: sent.method,
      url: sent.url,
      requestHeaders: requested,
      requestBody: sent.body,
      status,
      statusText: message.statusMessage ?? '',
      responseHeaders: pairs(message.rawHeaders),
      ...content,
      at,
      remoteAddress: address,
      tls,
      reader: status >= 200 && status < 300 ? sent.reader : null,
    }
    return { exchange, problem }
  } catch (error) {
    signal.throwIfAborted()
    if (over.aborted)
      return { exchange: null, problem: { code: 'time', sentence: `${url.host} did not answer in time.` } }
    return { exchange: null, problem: networkProblem(error, url.host) }
  }
}

function answered(
  sent: Sent,
  url: URL,
  { agents, policy, bounds, ca = [] }: Asking,
  signal: AbortSignal,
): Promise<{ message: IncomingMessage; requested: Fields }> {
  const safe = url.protocol === 'https:'
  const named = new Set(sent.headers.map(([name]) => name.toLowerCase()))
  const own: Fields = [
    ['Host', url.host],
    ...(named.has('accept') ? [] : [['Accept', '*/*'] as const]),
    ['Accept-Encoding', PACKINGS],
    ...(sent.body === null ? [] : [['Content-Length', String(sent.body.length)] as const]),
  ]
  const requested = [...own, ...sent.headers]
  return new Promise((resolve, reject) => {
    const options = {
      method: sent.method,
      headers: requested.flat(),
      lookup: checkedLookup(url, policy),
      maxHeaderSize: LONGEST_HEAD,
      signal,
    }
    const asked = safe
      ? safeRequest(url, { ...options, agent: agents.https, ca: trustedBy(ca) })
      : plainRequest(url, { ...options, agent: agents.http })
    asked.setTimeout(bounds.idleMs, () => asked.destroy(Object.assign(new Error('idle'), { code: 'EIDLE' })))
    asked.once('response', (message) => resolve({ message, requested }))
    asked.on('error', reject)
    asked.end(sent.body ?? undefined)
  })
}

/** Looks a name up and passes over addresses that must not be reached, so that no name leads into a private network. */
function checkedLookup(url: URL, policy: AddressPolicy): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, '', 4)
      const fit = found.filter(({ address }) => whyNotReached(url, address, policy) === null)
      const [first] = fit
      if (first === undefined) {
        const why = whyNotReached(url, found[0]?.address ?? '', policy) ?? `${host} leads nowhere.`
        return done(Object.assign(new Error(why), { code: 'EPRIVATE' }), '', 4)
      }
      return options.all === true ? done(null, fit) : done(null, first.address, first.family)
    })
  }
}

/** Node gives names and values in turn. */
function pairs(raw: readonly string[]): Fields {
  return Array.from({ length: raw.length / 2 }, (_, nth) => [raw[2 * nth] ?? '', raw[2 * nth + 1] ?? ''] as const)
}
