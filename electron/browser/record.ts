// Owns recording: every answer is held at its arrival, read whole within bounds, given to the page, and handed on.
import { z } from 'zod'
import type { BrowserFrame, VisitLimits } from '../../shared/contract/browser.ts'
import { waitAsked } from '../../shared/text/retry-after.ts'
import type { Debugging, Details } from './debugging.ts'
import { inFlight } from './in-flight.ts'
import { loadEnds } from './load-ends.ts'
import { type Body, readKnown, readUnknown } from './read-body.ts'
import type { Blanking } from './secrets.ts'
import { isOfSite, shortened } from './site.ts'
import { streamsOf } from './streams.ts'

type Exchange = Extract<BrowserFrame, { is: 'exchange' }>

export interface RecordOptions {
  readonly limits: VisitLimits
  /** Bytes of all answers so far, of every window. */
  readonly stored: { bytes: number }
  /** What opens a session, as far as any window's answers showed it. */
  readonly secrets: Blanking
  /** The page's own frame, whose answers are the pages. */
  readonly mainFrame: string
  /** Takes an exchange, as it came; resolves when there is room for the next one. */
  readonly keep: (exchange: Exchange, body: Uint8Array) => Promise<void>
  /** Addresses of the pages: what their own site fails to bring is told, what others fail to bring is not theirs. */
  readonly addresses: readonly string[]
  /** Parts of addresses whose answers are the operator's own and are not kept. */
  readonly ownAddresses: readonly string[]
  /** The values of cookies that would go to an address. */
  readonly cookies: (url: string) => Promise<readonly string[]>
}

export interface Recording {
  /** Requests that are under way: what the page waits for, and what is being read. */
  open(): number
  /** When something was last asked or answered, ms. */
  lastMoved(): number
  /** Why the data that pages asked for did not all come, since the last call; clauses. */
  failures(): string[]
  /** What a page was refused that mostly asks who somebody is: missing where the page shows nothing; clauses. */
  doubts(): string[]
  /** Forgets what the page before was answered with. */
  begin(): void
  /** Told that the page is scrolled and opened from now on: what it is refused then is missing. */
  opens(): void
  /** What the page was sent that cannot be kept, since the last call; clauses. */
  streams(): string[]
  /** The address that the last answer of the main frame came from which led nowhere else; `''` for none. */
  landed(): string
  /** Status of the last answer that was a page of the main frame, or null. */
  status(): number | null
  /** How long that answer asks to be left alone, ms, or null. */
  wait(): number | null
}

const Paused = z.object({
  requestId: z.string(),
  networkId: z.string().optional(),
  resourceType: z.string(),
  frameId: z.string(),
  request: z.object({ url: z.string(), method: z.string(), headers: z.record(z.string(), z.string()) }),
  responseErrorReason: z.string().optional(),
  responseStatusCode: z.int().optional(),
  responseStatusText: z.string().optional(),
  responseHeaders: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
})
type Paused = z.infer<typeof Paused>

/** Of an answer that never began; why stands with the page. */
export const NOT_LOADED = 'could not be loaded'
/** What an answer may take longer than it is read for, before nobody waits for it any more. */
const OVERDUE_MS = 5000
/** Bodies that are read at the same time: what bounds memory. */
const AT_ONCE = 4
/** Bytes from which an answer of known length is read piece by piece. */
const LARGE = 8 << 20
/** Bytes of a page that did not come whole and is shown all the same. */
const MOST_SHOWN = 8 << 20
/** What pages ask for as data: where one fails, the page is not whole. */
const DATA = new Set(['Document', 'XHR', 'Fetch', 'Script'])
/** Refusals of what a page asks for. */
const REFUSED = new Set([401, 403])
/** How addresses end by which many a page asks, as it loads, whether it knows somebody, and is told no. */
const WHO =
  /(?:^|[/_.-])(?:me|self|who-?am-?i|sessions?|(?:log|sign)_?-?in|auth|o?auth2?|token|csrf|user|(?:current|verify)[_-]?\w+|account|viewer|profile|permissions|notifications?|presence|relationships|unread|bookmarks|preferences|settings)\/?(?:\.json)?$/i
const UNPACKED = /^(?:content-encoding|content-length|transfer-encoding)$/i

/** Begins to record all that a page and its frames load. */
export function recordAll(page: Debugging, options: RecordOptions): Recording {
  const { limits, stored, secrets } = options
  const ends = loadEnds(page)
  const streams = streamsOf(page, options.ownAddresses)
  let open = 0
  let moved = Date.now()
  const failures: string[] = []
  let status: number | null = null
  let landed = ''
  let wait: number | null = null
  const doubts: string[] = []
  let opening = false
  /** What was asked for since the page is scrolled and opened. */
  const asked = new Set<string>()
  let reading = 0
  const turn: (() => void)[] = []

  const isOwn = (url: string) => options.addresses.some((address) => isOfSite(url, address))
  const failOf = (url: string, type: string, what: string) => {
    if (isOwn(url) && DATA.has(type) && failures.length < 1000) failures.push(`${shortened(url)} ${what}`)
  }
  const fail = ({ request, resourceType }: Paused, what: string) => failOf(request.url, resourceType, what)
  /** Whatever the page's own data is refused by leaves a gap that nobody could tell from what was deleted. */
  const refusedBy = (code: number, paused: Paused) => {
    const { resourceType: type, request } = paused
    const isLate = asked.has(paused.networkId ?? '')
    const isData = type === 'XHR' || type === 'Fetch'
    const asksWho = REFUSED.has(code) && !isLate && WHO.test(URL.parse(request.url)?.pathname ?? '')
    const isRefused = (isData && code >= 400 && !asksWho) || (REFUSED.has(code) && isLate)
    const clause = `was answered with ${code}`
    if (code >= 500 || code === 429 || isRefused) fail(paused, clause)
    else if (isData && asksWho && isOwn(request.url) && doubts.length < 1000)
      doubts.push(`${shortened(request.url)} ${clause}`)
  }
  const flying = inFlight(page, {
    left: options.ownAddresses,
    ms: limits.answerMs + OVERDUE_MS,
    moved: () => {
      moved = Date.now()
    },
    late: (url, type) => failOf(url, type, 'did not answer in time'),
  })

  function read({ requestId, responseHeaders }: Paused, session: string | undefined): Promise<Body> {
    const most = Math.min(limits.answerBytes, Math.max(0, limits.allBytes - stored.bytes))
    const bounds = { most, ms: limits.answerMs }
    const field = (name: RegExp) => responseHeaders.find((one) => name.test(one.name))?.value ?? ''
    const packed = !/^(?:identity)?$/i.test(field(/^content-encoding$/i))
    const said = Number(field(/^content-length$/i) || Number.NaN)
    return !packed && said >= LARGE
      ? readKnown(page, requestId, session, said, bounds)
      : readUnknown(page, requestId, session, bounds)
  }

  async function take(paused: Paused, session: string | undefined): Promise<void> {
    const { requestId, request, responseStatusCode: code = 0, responseHeaders } = paused
    const has = (name: RegExp, value: RegExp) =>
      responseHeaders.some((one) => name.test(one.name) && value.test(one.value))
    if (paused.resourceType === 'Document' && paused.frameId === options.mainFrame) {
      status = code
      if (code < 300 || code >= 400) landed = paused.request.url
      wait = waitAsked(responseHeaders.find(({ name }) => /^retry-after$/i.test(name))?.value ?? '', Date.now())
    }
    const goOn = () => page.call('Fetch.continueRequest', { requestId }, session)
    const own = options.ownAddresses.some((part) => request.url.includes(part))
    // A stream of events has no end; the page gets it, and the archive cannot.
    if (own || has(/^content-type$/i, /^text\/event-stream/i)) return void (await goOn())
    const at = Date.now()
    const redirect = code >= 300 && code < 400 && has(/^location$/i, /./)
    const empty = redirect || code === 204 || code === 304 || request.method === 'HEAD'
    const body = empty ? { bytes: Buffer.alloc(0), truncated: null, kept: true } : await read(paused, session)
    stored.bytes += body.bytes.length
    secrets.learn(request.headers, await options.cookies(request.url).catch(() => []))
    if (has(/^content-type$/i, /html|json/i)) secrets.learnIn(body.bytes)
    const whole = empty || paused.networkId === undefined ? Promise.resolve(true) : ends.whole(paused.networkId)
    await (body.kept ? goOn() : give(paused, body, session))
    const broken = body.kept && body.bytes.length > 0 && !(await whole)
    const truncated = broken ? 'disconnect' : body.truncated
    if (truncated !== null)
      fail(paused, truncated === 'length' ? 'was larger than may be kept' : 'did not come to its end')
    refusedBy(code, paused)
    const exchange: Exchange = {
      is: 'exchange',
      method: request.method,
      url: request.url,
      requestHeaders: Object.entries(request.headers),
      status: code,
      statusText: paused.responseStatusText ?? '',
      responseHeaders: responseHeaders.map(({ name, value }) => [name, value]),
      truncated,
      at,
    }
    await options.keep(exchange, body.bytes)
  }

  /** The page gets what was read; of a page that did not come whole, what came is shown all the same. */
  async function give(paused: Paused, { bytes, truncated }: Body, session: string | undefined): Promise<void> {
    const { requestId, responseStatusCode: responseCode, responseHeaders, resourceType } = paused
    const shown = resourceType === 'Document' && bytes.length > 0 && bytes.length <= MOST_SHOWN
    if (truncated !== null && !shown)
      return void (await page.call('Fetch.failRequest', { requestId, errorReason: 'Aborted' }, session))
    const headers = responseHeaders.filter(({ name }) => !UNPACKED.test(name))
    const given = { requestId, responseCode, responseHeaders: headers, body: bytes.toString('base64') }
    await page.call('Fetch.fulfillRequest', given, session)
  }

  async function hold(details: Details, session: string | undefined): Promise<void> {
    moved = Date.now()
    const paused = Paused.parse(details)
    const { requestId } = paused
    if (paused.responseStatusCode === undefined) {
      if (opening && paused.networkId !== undefined) asked.add(paused.networkId)
      const allowed = stored.bytes < limits.allBytes
      // What could not be loaded goes on to the page as the failure that it is.
      if (paused.responseErrorReason !== undefined) fail(paused, NOT_LOADED)
      else if (!allowed) fail(paused, 'was not asked for: the capture holds as much as it may')
      if (allowed) return void (await page.call('Fetch.continueRequest', { requestId }, session))
      return void (await page.call('Fetch.failRequest', { requestId, errorReason: 'Aborted' }, session))
    }
    if (reading >= AT_ONCE) await new Promise<void>((resolve) => turn.push(resolve))
    else reading++
    try {
      await take(paused, session)
    } catch (error) {
      fail(paused, `could not be read (${error instanceof Error ? error.message : String(error)})`)
      await page.call('Fetch.failRequest', { requestId, errorReason: 'Failed' }, session).catch(() => null)
    } finally {
      moved = Date.now()
      const next = turn.shift()
      if (next === undefined) reading--
      else next()
    }
  }

  page.on('Fetch.requestPaused', (details, session) => {
    open++
    const done = () => {
      open--
    }
    void hold(details, session)
      .catch(() => null)
      .finally(done)
  })
  return {
    open: () => open + flying.count(),
    lastMoved: () => moved,
    failures: () => failures.splice(0),
    doubts: () => [...doubts],
    begin: () => {
      failures.length = 0
      doubts.length = 0
      flying.clear()
      asked.clear()
      opening = false
      status = null
      landed = ''
      wait = null
      streams.take()
    },
    opens: () => {
      opening = true
    },
    streams: () => streams.take(),
    landed: () => landed,
    status: () => status,
    wait: () => wait,
  }
}

/** Has everything that a page or frame loads stop at its request and at its answer. */
export async function watchTarget(page: Debugging, session?: string): Promise<void> {
  await page.call('Network.enable', {}, session)
  await page.call('Network.setCacheDisabled', { cacheDisabled: true }, session)
  await page.call('Network.setBypassServiceWorker', { bypass: true }, session)
  const patterns = [{ requestStage: 'Request' }, { requestStage: 'Response' }]
  await page.call('Fetch.enable', { patterns }, session)
  const attach = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }
  await page.call('Target.setAutoAttach', attach, session)
}
