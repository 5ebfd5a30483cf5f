// Owns a capture's run through its pages: one window, one page after the other, everything handed on as it comes.
import { session as sessions } from 'electron'
import type { BrowserFrame, BrowserOrder } from '../../shared/contract/browser.ts'
import { lockSession } from './lock-down.ts'
import { ownSession } from './session.ts'
import { isSameHost, isWithin } from './site.ts'
import { openTab } from './tab.ts'
import { visit } from './visit.ts'

type CaptureOrder = Extract<BrowserOrder, { do: 'capture' }>
type Exchange = Extract<BrowserFrame, { is: 'exchange' }>

/** Sends a frame; resolves when the other side has room for more. */
export type Send = (frame: BrowserFrame, body?: Uint8Array) => Promise<void>

/** Windows are made anew now and then, so that what pages leave behind does not add up. */
const PAGES_A_WINDOW = 50

/** Captures what an order names and ends with its last frame. */
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
  const known = new Set(queue.map(withoutFragment))
  let pages = 0
  let items = 0
  while (queue.length > 0 && pages < order.limits.pages && !stopped.aborted) {
    const address = queue.shift() ?? ''
    const visited = await visit(address, {
      ...tab,
      behaviour: order.behaviour,
      limits: order.limits,
      itemsBefore: items,
      now: Date.now,
      denied: () => denied.splice(0),
      keepView: (of, body) => send({ is: 'view', page: address, of }, body),
      stopped,
    })
    pages++
    items += visited.end.items
    if (order.follow)
      for (const link of visited.links) {
        if (known.has(link) || !isWithin(link, order.within)) continue
        known.add(link)
        queue.push(link)
      }
    await send({ is: 'page', page: address, title: visited.title, at: visited.at, end: visited.end })
    await send({ is: 'progress', pages, items, pagesKnown: known.size })
    if (visited.end.signIn || items >= order.limits.items) break
    if (visited.stuck || pages % PAGES_A_WINDOW === 0) {
      tab.close()
      tab = await open()
    }
  }
  tab.close()
  await send({ is: 'end', problem: null, unvisited: queue.length })
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '')
}
