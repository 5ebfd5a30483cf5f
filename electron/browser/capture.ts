// Owns a capture's run through its pages: one window, one page after the other, everything handed on as it comes.
import { setTimeout as pause } from 'node:timers/promises'
import { session as sessions } from 'electron'
import type { BrowserFrame, BrowserOrder } from '../../shared/contract/browser.ts'
import { lockSession } from './lock-down.ts'
import { keepSession, ownSession } from './session.ts'
import { isSameHost, isWithin } from './site.ts'
import { openTab } from './tab.ts'
import { type Visited, visit } from './visit.ts'

type CaptureOrder = Extract<BrowserOrder, { do: 'capture' }>
type Exchange = Extract<BrowserFrame, { is: 'exchange' }>

/** Sends a frame; resolves when the other side has room for more. */
export type Send = (frame: BrowserFrame, body?: Uint8Array) => Promise<void>

/** Windows are made anew now and then, so that what pages leave behind does not add up. */
const PAGES_A_WINDOW = 50
/** What a capture waits in all because servers ask for it. */
const MOST_WAIT_MS = 20 * 60_000
const LEFT_ALONE = new Set<number | null>([429, 503])

/** Captures what an order names and ends with its last frame. @param stopped ends it after the page that is shown, which is kept as it is */
export async function capture(order: CaptureOrder, send: Send, stopped: AbortSignal): Promise<void> {
  const session = order.signedIn ? ownSession() : sessions.fromPartition(`capture-${process.pid}`)
  const denied: string[] = []
  const deny = (what: string) => void (denied.length < 1000 && denied.push(what))
  await lockSession(session, order.gate.port, deny)
  const mayLead = (address: string) => isWithin(address, order.within) || isSameHost(address, order.addresses)
  const record = {
    limits: order.limits,
    stored: { bytes: 0 },
    keep: (exchange: Exchange, body: Uint8Array) => send(exchange, body),
    addresses: order.addresses,
    ownAddresses: order.behaviour.ownAddresses,
    cookies: async (url: string) => (await session.cookies.get({ url })).map(({ value }) => value),
  }
  const open = () => openTab({ session, mayLead, denied: deny, record })
  let tab = await open()

  const queue = [...order.addresses]
  const known = new Set([...order.visited, ...queue].map(withoutFragment))
  let pages = order.visited.length
  let items = 0
  let waited = 0
  const look = (address: string) =>
    visit(address, {
      ...tab,
      behaviour: order.behaviour,
      limits: order.limits,
      itemsBefore: items,
      since: order.since,
      seen: (here) => void send({ is: 'progress', pages, items: items + here, pagesKnown: known.size }),
      now: Date.now,
      denied: () => denied.splice(0),
      keepView: (of, body) => send({ is: 'view', page: address, of }, body),
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
  while (queue.length > 0 && pages < order.limits.pages && !stopped.aborted) {
    const address = queue.shift() ?? ''
    let visited = await look(address)
    while (await waitFor(address, visited)) visited = await look(address)
    pages++
    items += visited.end.items
    const links = order.follow ? fresh(visited.links, known, order.within) : []
    queue.push(...links)
    await send({ is: 'page', page: address, title: visited.title, at: visited.at, end: visited.end, links })
    await send({ is: 'progress', pages, items, pagesKnown: known.size })
    // A server that asks to be left alone is not asked for other pages meanwhile.
    if (visited.end.signIn || visited.end.status === 429 || items >= order.limits.items) break
    if (visited.stuck || pages % PAGES_A_WINDOW === 0) {
      tab.close()
      tab = await open()
    }
  }
  tab.close()
  // What a site renewed meanwhile is the log-in of the next capture.
  if (order.signedIn) await keepSession()
  await send({ is: 'end', problem: null, unvisited: queue.length })
}

/** Those links that lead to the account's own pages and that nobody knew of; they are known from then on. */
function fresh(links: readonly string[], known: Set<string>, within: readonly string[]): string[] {
  const found = links.filter((link) => !known.has(link) && isWithin(link, within))
  for (const link of found) known.add(link)
  return found
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '')
}
