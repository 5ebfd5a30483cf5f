// Owns one visit: a page is loaded, opened to its end, and seen: picture, print, words, state.
import { setTimeout as pause } from 'node:timers/promises'
import type { WebContents } from 'electron'
import type { Behaviour, VisitEnd } from '../../shared/contract/browser.ts'
import { type Debugging, within } from './debugging.ts'
import { enterPage, type InPage } from './in-world.ts'
import { NOT_LOADED, type Recording } from './record.ts'
import { shortened } from './site.ts'
import { judge, lacks, type Seen } from './stop.ts'
import { takeViews, type ViewContext } from './views.ts'

export interface VisitContext extends ViewContext {
  readonly contents: WebContents
  readonly page: Debugging
  readonly recording: Recording
  readonly behaviour: Behaviour
  /** Items of the capture's other pages so far. */
  readonly itemsElsewhere: () => number
  /** Whether the pages that it leads to are visited, too. */
  readonly follow: boolean
  /** How far back, ms since 1970 UTC; null for to its end. */
  readonly since: number | null
  /** Told as soon as the server wants to be left alone, before the views of its page are made. */
  readonly leftAlone: () => void
  /** Told after each round how many items there are. */
  readonly seen: (items: number) => void
  readonly now: () => number
  /** What the page tried, since the last call. */
  readonly denied: () => string[]
}

export interface Visited {
  readonly title: string
  readonly at: number
  readonly links: readonly string[]
  readonly end: VisitEnd
  /** Whether the page did not answer any more. */
  readonly stuck: boolean
}

const ROUND_MS = 150

/** Visits a page. Never throws for what the page does: the end says it. */
export async function visit(address: string, context: VisitContext): Promise<Visited> {
  const { contents, recording, limits, now } = context
  const began = now()
  context.denied()
  recording.begin()
  const seen: Seen[] = []
  const failures: string[] = []
  let pressed = 0
  const ended = (met: boolean, why: string, more: Partial<Visited> = {}): Visited => {
    const last = seen.at(-1)
    const denied = [...new Set(context.denied())]
    const status = recording.status()
    const refused = met && status !== null && status >= 400
    return {
      title: contents.isDestroyed() ? '' : contents.getTitle(),
      at: began,
      links: [],
      stuck: false,
      ...more,
      end: {
        met: met && !refused,
        why: refused ? `the server answered with ${status}` : why,
        signIn: last?.signIn === true || status === 401,
        status,
        wait: recording.wait(),
        older: met && last?.older === true,
        items: last?.items ?? 0,
        rounds: seen.length,
        pressed,
        denied: denied.slice(0, 20),
        told: recording.streams(),
        landed: isSamePage(recording.landed(), address) ? '' : recording.landed(),
        forbidden: status === null && why === NOT_VALID,
        empty: false,
        pagers: [],
        back: null,
      },
    }
  }
  const problem = await load(contents, address, limits.pageMs, context.stopped)
  // What the window shows, and its title, may still be the page before.
  if (problem !== null)
    return ended(false, recording.failures().find((what) => !what.endsWith(NOT_LOADED)) ?? problem, {
      stuck: true,
      title: '',
    })
  try {
    const inPage = await enterPage(context.page, context.behaviour)
    recording.opens()
    for (;;) {
      const round = await unlessStopped(context.stopped, inPage.round(context.since))
      if (round === null) return await seenAs(ended(false, STOPPED), inPage, context)
      await settled(context, began + limits.pageMs)
      pressed += round.pressed
      failures.push(...recording.failures())
      seen.push({ ...round, open: recording.open() })
      context.seen(round.items)
      if (wantsRest(recording)) {
        context.leftAlone()
        return await seenAs(
          ended(false, `${shortened(address)} was answered with ${recording.status()}`),
          inPage,
          context,
        )
      }
      const judgement = judge(seen, now() - began, context.itemsElsewhere(), failures, limits)
      if (judgement.go) continue
      if (!judgement.met) return await seenAs(ended(false, judgement.why), inPage, context)
      const reach = await inPage.reach()
      const doubts = reach.empty ? recording.doubts() : []
      if (doubts.length > 0) return await seenAs(ended(false, lacks(doubts)), inPage, context)
      const { links, cut } = await inPage.links()
      const misses = cut && context.follow
      const why = misses
        ? `it leads to more than ${links.length} addresses, and the others are not known`
        : judgement.why
      const visited = ended(!misses, why, { links })
      return await seenAs({ ...visited, end: { ...visited.end, ...reach } }, inPage, context)
    }
  } catch (error) {
    return ended(false, error instanceof Error ? error.message : String(error), { stuck: true })
  }
}

const STOPPED = 'it was stopped'

/** What is waited for, or null as soon as somebody stops the capture. */
async function unlessStopped<Value>(stopped: AbortSignal, work: Promise<Value>): Promise<Value | null> {
  if (stopped.aborted) return null
  const { promise, resolve } = Promise.withResolvers<null>()
  const stop = () => resolve(null)
  stopped.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([work, promise])
  } finally {
    stopped.removeEventListener('abort', stop)
    // It goes on without anybody who waits for it.
    work.catch(() => null)
  }
}

/** Whether the server wants to be asked for nothing more: then its page is not scrolled. */
function wantsRest(recording: Recording): boolean {
  return recording.status() === 429 || (recording.status() === 503 && recording.wait() !== null)
}

/** Why a page did not load, as a clause; null where it did. */
async function load(contents: WebContents, address: string, ms: number, stopped: AbortSignal): Promise<string | null> {
  try {
    const loading = contents.loadURL(address).then(() => true)
    if ((await unlessStopped(stopped, within(ms, 'loading it', loading))) === true) return null
    if (!contents.isDestroyed()) contents.stop()
    return STOPPED
  } catch (error) {
    if (error instanceof Error && 'errno' in error && BROKEN_OFF.has(error.errno)) return null
    if (!contents.isDestroyed()) contents.stop()
    const words = error instanceof Error ? error.message : String(error)
    const code = /\b(ERR_[A-Z_]+)/.exec(words)?.[1] ?? ''
    return PROBLEMS.find(([pattern]) => pattern.test(code))?.[1] ?? words.slice(0, 300)
  }
}

/** Chromium's numbers for a page that broke off: what came of it is shown, and the recording says what is missing. */
const BROKEN_OFF = new Set<unknown>([-354, -355])

const NOT_VALID = 'its certificate is not valid: another computer may be answering in its place'

/** Whether nothing but what stands behind `#` differs; nothing was answered for `''`. */
const isSamePage = (landed: string, address: string) =>
  landed === '' || landed.replace(/#.*$/s, '') === (URL.parse(address)?.href ?? '').replace(/#.*$/s, '')

const PROBLEMS: readonly (readonly [RegExp, string])[] = [
  [/^ERR_CERT_|^ERR_SSL_/, NOT_VALID],
  [/TOO_MANY_REDIRECTS/, 'it sends the browser round in a ring'],
  [/CONNECTION_(RESET|CLOSED|ABORTED)|EMPTY_RESPONSE|INVALID_(HTTP_)?RESPONSE/, 'the server broke the connection off'],
  [/TUNNEL_CONNECTION_FAILED|BLOCKED_BY_CLIENT/, 'its server cannot be reached, or may not be'],
  [/NAME_NOT_RESOLVED/, 'no server has that name'],
  [/TIMED_OUT/, 'its server did not answer in time'],
  [/^ERR_ABORTED|^ERR_FAILED/, 'it did not come to its end, or led to an address that is none of the account’s own'],
]

/** Waits until nothing has moved for a while. */
async function settled({ recording, limits, now, stopped }: VisitContext, until: number): Promise<void> {
  await pause(ROUND_MS)
  while (!stopped.aborted && now() < until) {
    if (recording.open() === 0 && now() - recording.lastMoved() >= limits.quietMs) return
    await pause(50)
  }
}

/** Makes the views of a page at its end. Without its words or its state it is not whole: what it showed would count as gone. */
async function seenAs(visited: Visited, inPage: InPage, context: VisitContext): Promise<Visited> {
  const { lacking, whole, told } = await takeViews(inPage, context)
  const end = { ...visited.end, told: [...visited.end.told, ...told] }
  if (lacking.length === 0) return { ...visited, end }
  const why = `${end.why}; ${lacking.join(', ')} could not be taken`
  // What is still being made there would hold up the next page.
  return { ...visited, stuck: true, end: { ...end, why, met: end.met && whole, older: end.older && whole } }
}
