// Pages: the account's own, as a browser shows them, scrolled to their end and opened, with everything that they load.
import { z } from 'zod'
import type { BrowserFrame, VisitEnd } from '../../../../../shared/contract/browser.ts'
import { MunimentError } from '../../../../../shared/contract/error.ts'
import { CaptureWayName, type MetLimit } from '../../../../../shared/domain/capture/capture.ts'
import { Instant, startOfDay } from '../../../../../shared/domain/time.ts'
import { type Exchange, fieldOf, type PageFacts } from '../../exchange.ts'
import type { CaptureContext, CaptureEnd, CaptureWay } from '../../way.ts'
import { runBrowser } from './browser.ts'
import { dropOwn } from './drop-own.ts'
import { endOf, hostOf } from './ends.ts'
import { type GateProblem, openGate } from './gate.ts'
import { afterLeading, withoutItems } from './led-on.ts'
import { isOwnAddress } from './may-capture.ts'
import { type CaptureOrder, orderOf, Step } from './order.ts'
import { type PageEnd, reachOfPages, unopenedSentence, withoutShells } from './reach.ts'
import { meetRobots } from './robots.ts'

type Answered = Extract<BrowserFrame, { is: 'exchange' }>
type Visited = Extract<BrowserFrame, { is: 'page' }>
type View = Extract<BrowserFrame, { is: 'view' }>['of']

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
  const met = (kind: MetLimit['kind'], sentence: string) => context.limit({ kind, at: Instant.parse(now()), sentence })
  const since = scope.from === null ? null : startOfDay(scope.from, context.zone)
  const left = z.array(Step).parse(context.left)
  const ends: PageEnd[] = left.map(({ page, end }) => ({ page, end }))
  let isAnswered = left.length > 0
  if (left.length === 0)
    for await (const one of meetRobots(context)) {
      isAnswered = true
      yield one
    }
  else met('bound', goneOnWith(left.length))
  const secret = pages.key()
  const gate = await openGate({
    named: new URL(scope.address).origin,
    password: secret,
    refused: (sentence) => met('address', sentence),
  })
  context.learn(secret)
  const order = orderOf(scope, gate, since, left)
  let { bytes, waitedMs } = order.before
  const isOwn = (address: string) => isOwnAddress(context.account, address)
  const views = new Map<string, Partial<Record<View, Uint8Array>>>()
  let unvisited = 0
  let problem: string | null = null
  try {
    const run = { program: pages.program, profile: pages.profile, key: pages.key(), shown: false, signal }
    for await (const { frame, body } of order.addresses.length === 0 ? [] : runBrowser(run, order)) {
      if (frame.is === 'hello') pages.seen(frame.browser)
      else if (frame.is === 'exchange') {
        bytes += body.length
        isAnswered = true
        yield exchangeOf(frame, keptOf(frame, body, order), await gate.answererOf(frame.url))
      } else if (frame.is === 'view') views.set(frame.page, { ...views.get(frame.page), [frame.of]: body })
      else if (frame.is === 'progress')
        context.progress(frame.pages, frame.pagesKnown, 'pages', `capturing, ${frame.items} items so far`)
      else if (frame.is === 'waiting') {
        waitedMs += frame.ms
        const asked = `${hostOf(frame.page)} asked to be left alone for ${Math.round(frame.ms / 1000)} seconds`
        met('rate', `${asked}, and the capture waited.`)
        context.progress(ends.length, null, 'pages', `waiting, as ${asked}`)
      } else if (frame.is === 'page') {
        const { page, links } = frame
        const { end, isForeign } = afterLeading(
          { page, end: said(frame.end, gate.problemOf(page)) },
          isOwn,
          scope.address,
        )
        ends.push({ page, end })
        const seen = views.get(page) ?? {}
        yield pageOf(frame, isForeign ? withoutItems(seen) : seen)
        views.delete(page)
        await context.mark({ page, end, links, bytes, waitedMs } satisfies Step)
      } else if (frame.is === 'end') {
        unvisited = frame.unvisited
        problem = frame.problem
      }
    }
  } catch (error) {
    if (!signal.aborted && !(error instanceof MunimentError)) throw error
    problem = error instanceof Error ? error.message : String(error)
  } finally {
    await gate.stop()
  }
  const judged = withoutShells(ends, context.shownBefore)
  for (const { page, end } of judged) {
    for (const what of end.denied) met('bound', `${hostOf(page)} ${what}; it was not let.`)
    for (const what of end.told) met('bound', `Of ${page}: ${what}.`)
    if (end.status === 429) met('rate', tooMany(page, end))
    if (end.signIn) met('log-in', `${hostOf(page)} asked for a log-in instead of showing ${page}.`)
  }
  const { since: back, unopened } = reachOfPages(judged, since)
  if (unopened.length > 0) met('bound', unopenedSentence(unopened, back))
  return endOf({ ends: judged, unvisited, problem, since, stopped: signal.aborted, isAnswered })
}

function goneOnWith(pages: number): string {
  return `The capture broke off after ${pages} ${pages === 1 ? 'page' : 'pages'}, and was gone on with: each page has the time at which it was seen.`
}

/** What is stored of an answer: of a page seen with a log-in, without what is the operator's own. */
function keptOf({ responseHeaders }: Answered, body: Uint8Array, { signedIn, behaviour }: CaptureOrder): Uint8Array {
  return signedIn && /html/i.test(fieldOf(responseHeaders, 'content-type')) ? dropOwn(body, behaviour.own) : body
}

function exchangeOf(
  { is: _is, ...answered }: Answered,
  body: Uint8Array,
  answerer: Pick<Exchange, 'remoteAddress' | 'tls'>,
): Exchange {
  // What pages send holds the keys of their session and is not kept; nor is the digest of what only the browser saw packed.
  return { ...answered, requestBody: null, rawDigest: null, spooled: null, reader: null, body, ...answerer }
}

function pageOf({ page, at, title }: Visited, views: Partial<Record<View, Uint8Array>>): PageFacts {
  return {
    page,
    at,
    title,
    text: views.text === undefined ? null : Buffer.from(views.text).toString(),
    screenshot: views.screenshot ?? null,
    pdf: views.pdf ?? null,
    dom: views.dom ?? null,
  }
}

/** What the gate knows of a page that could not be reached goes before what the browser could see. */
function said(end: VisitEnd, problem: GateProblem | null): VisitEnd {
  if (end.met || problem === null || end.status !== null) return end
  return { ...end, why: problem.sentence.replace(/\.$/, ''), forbidden: end.forbidden || problem.forbidden }
}

function tooMany(page: string, { wait }: VisitEnd): string {
  const asks = wait === null ? '' : ` and asks to be left alone for ${Math.round(wait / 1000)} seconds`
  return `${hostOf(page)} answered that it was asked too often${asks}: longer than a capture waits.`
}
