// Pages: the account's own, as a browser shows them, scrolled to their end and opened, with everything that they load.
import type { BrowserOrder, VisitEnd, VisitLimits } from '../../../../../shared/contract/browser.ts'
import { MunimentError } from '../../../../../shared/contract/error.ts'
import { CaptureWayName } from '../../../../../shared/domain/capture.ts'
import { Instant } from '../../../../../shared/domain/time.ts'
import type { Exchange, PageFacts } from '../../exchange.ts'
import type { CaptureContext, CaptureEnd, CaptureWay } from '../../way.ts'
import { behaviourFor } from './behaviours.ts'
import { runBrowser } from './browser.ts'
import { openGate } from './gate.ts'

const WHAT = 'Every item that the pages show when they are scrolled to their end and opened'

/** Bounds of a capture of pages; a page that meets one is marked incomplete. */
const LIMITS: VisitLimits = {
  pages: 500,
  items: 50_000,
  rounds: 400,
  pageMs: 300_000,
  answerMs: 60_000,
  answerBytes: 64 << 20,
  allBytes: 8 * 2 ** 30,
  quietMs: 400,
}

export default {
  name: CaptureWayName.parse('page'),
  title: 'Pages, as a browser shows them',
  capture,
} satisfies CaptureWay

async function* capture(context: CaptureContext): AsyncGenerator<Exchange | PageFacts, CaptureEnd, undefined> {
  const { scope, signal, now, pages } = context
  if (pages === null)
    throw new MunimentError(
      'CAPTURE_REFUSED',
      'Pages are captured by the app’s own browser, and there is none here. Nothing was captured.',
    )
  const secret = pages.key()
  const gate = await openGate({
    named: new URL(scope.address).origin,
    password: secret,
    refused: (sentence) => context.limit({ kind: 'address', at: Instant.parse(now()), sentence }),
  })
  context.learn(secret)
  const order: BrowserOrder = {
    do: 'capture',
    gate: { port: gate.port, user: gate.user, password: gate.password },
    signedIn: scope.signedIn,
    addresses: [scope.address],
    within: [scope.address],
    follow: scope.kinds.includes(LINKED),
    behaviour: behaviourFor(scope.address),
    limits: { ...LIMITS, ...(scope.depth === null ? {} : { pages: Math.min(LIMITS.pages, scope.depth) }) },
  }
  const ends: { page: string; end: VisitEnd }[] = []
  let views: Partial<Record<'screenshot' | 'pdf' | 'text' | 'dom', Uint8Array>> = {}
  let unvisited = 0
  try {
    const run = { program: pages.program, profile: pages.profile, key: pages.key(), shown: false, signal }
    for await (const { frame, body } of runBrowser(run, order)) {
      if (frame.is === 'hello') pages.seen(frame.browser)
      else if (frame.is === 'exchange') yield exchangeOf(frame, body, await gate.answererOf(frame.url))
      else if (frame.is === 'view') views = { ...views, [frame.of]: body }
      else if (frame.is === 'progress') context.progress(frame.pages, frame.pagesKnown, 'pages')
      else if (frame.is === 'page') {
        ends.push({ page: frame.page, end: said(frame.end, gate.problemOf(frame.page)) })
        yield {
          page: frame.page,
          at: frame.at,
          title: frame.title,
          text: views.text === undefined ? null : Buffer.from(views.text).toString(),
          screenshot: views.screenshot ?? null,
          pdf: views.pdf ?? null,
          dom: views.dom ?? null,
        }
        views = {}
      } else {
        if (frame.problem !== null) return endOf(ends, frame.unvisited, frame.problem)
        unvisited = frame.unvisited
      }
    }
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof MunimentError)) throw error
    return endOf(ends, unvisited, error.message)
  } finally {
    await gate.stop()
  }
  for (const { page, end } of ends)
    for (const what of end.denied)
      context.limit({ kind: 'bound', at: Instant.parse(now()), sentence: `${hostOf(page)} ${what}; it was not let.` })
  return endOf(ends, unvisited, null)
}

/** The kind that asks for the pages that the first one leads to. */
const LINKED = 'linked'

function exchangeOf(
  frame: {
    method: string
    url: string
    requestHeaders: [string, string][]
    status: number
    statusText: string
    responseHeaders: [string, string][]
    truncated: Exchange['truncated']
    at: number
  },
  body: Uint8Array,
  answerer: Pick<Exchange, 'remoteAddress' | 'tls'>,
): Exchange {
  const { method, url, requestHeaders, status, statusText, responseHeaders, truncated, at } = frame
  // What pages send holds the keys of their session and is not kept; nor is the digest of what only the browser saw packed.
  const unkept = { requestBody: null, rawDigest: null, spooled: null, reader: null }
  return {
    method,
    url,
    requestHeaders,
    status,
    statusText,
    responseHeaders,
    truncated,
    at,
    body,
    ...unkept,
    ...answerer,
  }
}

/** What the gate knows of a page that could not be reached goes before what the browser could see. */
function said(end: VisitEnd, problem: string | null): VisitEnd {
  return end.met || problem === null || end.status !== null ? end : { ...end, why: problem.replace(/\.$/, '') }
}

function endOf(
  ends: readonly { page: string; end: VisitEnd }[],
  unvisited: number,
  problem: string | null,
): CaptureEnd {
  const items = ends.reduce((sum, { end }) => sum + end.items, 0)
  const open = ends.filter(({ end }) => !end.met)
  const met = problem === null && unvisited === 0 && open.length === 0 && ends.length > 0
  const stop = { what: WHAT, met, since: null }
  const came = `${ends.length} ${ends.length === 1 ? 'page' : 'pages'} with ${items} ${items === 1 ? 'item' : 'items'}`
  if (met) return { stop, outcome: 'complete', sentence: `${came} came, all that was shown.` }
  const lapsed = open.find(({ end }) => end.signIn)
  if (lapsed !== undefined)
    return {
      stop,
      outcome: 'lapsed',
      sentence: `${hostOf(lapsed.page)} asks for a log-in instead of showing the page. Sign in for captures again, then capture anew. ${came} came before.`,
    }
  const [first] = open
  const why =
    problem ?? (first === undefined ? `${unvisited} pages were not visited` : `${first.page}: ${first.end.why}`)
  const others = open.length > 1 ? ` (and ${open.length - 1} more)` : ''
  const nothing = ends.every(({ end }) => end.status === null)
  return {
    stop,
    outcome: nothing ? 'refused' : 'incomplete',
    sentence: `${came} came, and not all that is shown: ${why.replace(/\.$/, '')}${others}.`,
  }
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address
}
