// Owns a capture's run through its pages: a few windows, each with one page after the other, everything handed on as it comes.
import { setTimeout as pause } from 'node:timers/promises'
import { session as sessions } from 'electron'
import type { BrowserFrame, BrowserOrder } from '../../shared/contract/browser.ts'
import { deniedBook } from './denied.ts'
import { heldBack } from './held-back.ts'
import { lockSession } from './lock-down.ts'
import { pageQueue } from './page-queue.ts'
import { secretsOf } from './secrets.ts'
import { keepSession, ownSession } from './session.ts'
import { isSameHost, isWithin } from './site.ts'
import { openTab } from './tab.ts'
import { type Visited, visit } from './visit.ts'

type CaptureOrder = Extract<BrowserOrder, { do: 'capture' }>
type View = Extract<BrowserFrame, { is: 'view' }>['of']

/** Sends a frame; resolves when the other side has room for more. */
export type Send = (frame: BrowserFrame, body?: Uint8Array) => Promise<void>

/** Pages that are open at the same time, as somebody would who opens a few: a page mostly waits for whether more comes. */
const WINDOWS = 3
/** Windows are made anew now and then, so that what pages leave behind does not add up. */
const PAGES_A_WINDOW = 50
/** What a capture waits in all because servers ask for it. */
const MOST_WAIT_MS = 20 * 60_000
const LEFT_ALONE = new Set<number | null>([429, 503])

/** Captures what an order names and ends with its last frame. @param stopped ends it after the pages that are shown, which are kept as they are */
export async function capture(order: CaptureOrder, send: Send, stopped: AbortSignal): Promise<void> {
  const session = order.signedIn ? ownSession() : sessions.fromPartition(`capture-${process.pid}`)
  const denied = deniedBook()
  await lockSession(session, order.gate.port, denied.by)
  const secrets = secretsOf()
  const record = {
    limits: order.limits,
    stored: { bytes: order.before.bytes },
    secrets,
    addresses: order.addresses,
    ownAddresses: order.behaviour.ownAddresses,
    cookies: async (url: string) => (await session.cookies.get({ url })).map(({ value }) => value),
  }
  const mayLead = (address: string) => isWithin(address, order.within) || isSameHost(address, order.addresses)
  const open = async () => {
    const held = heldBack((exchange, body) => send(exchange, body), secrets)
    const tab = await openTab({ session, mayLead, denied: denied.by, record: { ...record, keep: held.keep } })
    return { ...tab, held }
  }
  const keepView = (page: string, of: View, body: Uint8Array) => {
    // What scripts have written into the page may be a key, too.
    if (of === 'dom') secrets.learnIn(body)
    // A print has the addresses of its links as they stand there; asterisks take as much room.
    return send({ is: 'view', page, of }, of === 'screenshot' ? body : secrets.blank(body))
  }

  const queue = pageQueue({
    addresses: order.addresses,
    visited: order.visited,
    most: order.limits.pages,
    wanted: (link) => order.follow && isWithin(link, order.within),
  })
  stopped.addEventListener('abort', () => queue.close(), { once: true })
  let pages = order.visited.length
  let items = order.before.items
  let waited = order.before.waitedMs
  /** Items that the pages that are open have shown so far. */
  const shown = new Map<string, number>()
  const all = () => [...shown.values()].reduce((sum, here) => sum + here, items)
  if (items >= order.limits.items) queue.close()
  const progress = () => send({ is: 'progress', pages, items: all(), pagesKnown: queue.known() })

  const look = (address: string, tab: Awaited<ReturnType<typeof open>>, leftAlone: () => void): Promise<Visited> =>
    visit(address, {
      ...tab,
      behaviour: order.behaviour,
      limits: order.limits,
      itemsElsewhere: () => all() - (shown.get(address) ?? 0),
      since: order.since,
      leftAlone,
      seen: (here) => {
        shown.set(address, here)
        void progress()
      },
      now: Date.now,
      denied: () => denied.take(tab.contents),
      signedIn: order.signedIn,
      follow: order.follow,
      keepView: (of, body) => keepView(address, of, body),
      stopped,
    })
  /** Whether a server that asked to be left alone was left alone for as long. */
  const waitFor = async (page: string, { end: { status, wait } }: Visited): Promise<boolean> => {
    if (!LEFT_ALONE.has(status) || wait === null || waited + wait > MOST_WAIT_MS || stopped.aborted) return false
    waited += wait
    await send({ is: 'waiting', page, ms: wait })
    await pause(wait, undefined, { signal: stopped }).catch(() => null)
    return !stopped.aborted
  }
  /** One window’s share. The first is opened at once, others where there is a page for them. */
  const share = async (): Promise<void> => {
    let tab: Awaited<ReturnType<typeof open>> | null = null
    let own = 0
    try {
      for (let address = await queue.next(); address !== null; address = await queue.next()) {
        tab ??= await open()
        // A server that wants to be left alone is asked for no other page until it is known how that ended.
        const rest = Promise.withResolvers<void>()
        const leftAlone = () => void queue.hold(rest.promise)
        let visited = await look(address, tab, leftAlone)
        while (await waitFor(address, visited)) visited = await look(address, tab, leftAlone)
        pages++
        own++
        shown.delete(address)
        items += visited.end.items
        if (visited.end.signIn || visited.end.status === 429 || all() >= order.limits.items) queue.close()
        rest.resolve()
        const links = [...queue.done(visited.links)]
        await tab.held.release()
        await send({ is: 'page', page: address, title: visited.title, at: visited.at, end: visited.end, links })
        await progress()
        if (!visited.stuck && own % PAGES_A_WINDOW !== 0) continue
        tab.close()
        await tab.held.end()
        tab = null
      }
    } catch (error) {
      queue.close()
      throw error
    } finally {
      tab?.close()
      await tab?.held.end()
    }
  }
  // With somebody’s log-in, pages are opened as that person would: one after the other.
  await Promise.all(Array.from({ length: order.signedIn ? 1 : WINDOWS }, share))
  // What a site renewed meanwhile is the log-in of the next capture.
  if (order.signedIn) await keepSession()
  await send({ is: 'end', problem: null, unvisited: queue.left() })
}
