// What the capture browser is told to do when a capture that was killed is gone on with, and where servers lead it on to.
import { describe, expect, test } from 'vitest'
import { streamsOf } from '../../../electron/browser/streams.ts'
import { afterLeading } from '../../../electron/core/capture/ways/page/led-on.ts'
import { isOwnAddress } from '../../../electron/core/capture/ways/page/may-capture.ts'
import { orderOf, Step } from '../../../electron/core/capture/ways/page/order.ts'
import { VisitEnd } from '../../../shared/contract/browser.ts'
import { CaptureScope } from '../../../shared/domain/capture/capture.ts'

const end = (given: Partial<VisitEnd> = {}): VisitEnd =>
  VisitEnd.parse({
    ...{ met: true, why: 'nothing more came', signIn: false, status: 200, wait: null, older: false, items: 3 },
    ...{ rounds: 4, pressed: 0, denied: [] },
    ...given,
  })

test('a capture that is gone on with has no more of its bounds than was left of them', () => {
  const scope = CaptureScope.parse({ address: 'https://city.example/news', kinds: ['linked'] })
  const gate = { port: 1, user: '', password: '' }
  const page = (path: string, bytes: number, waitedMs: number) =>
    Step.parse({ page: `https://city.example/news${path}`, end: end(), links: [], bytes, waitedMs })
  expect(orderOf(scope, gate, null, []).before).toEqual({ items: 0, bytes: 0, waitedMs: 0 })
  const left = [page('', 1000, 0), page('/1', 5000, 60_000)]
  expect(orderOf(scope, gate, null, left).before).toEqual({ items: 6, bytes: 5000, waitedMs: 60_000 })
})

describe('a page whose server leads on', () => {
  const city = { platform: 'x', handle: 'AlderBayCity', nativeId: null }
  const at = 'https://x.com/AlderBayCity'
  const led = (landed: string, page = at) =>
    afterLeading({ page, end: end({ landed }) }, (address) => isOwnAddress(city, address), at)

  test.each([
    '',
    'https://www.x.com/AlderBayCity/',
    'https://x.com/AlderBayCity?lang=en',
    'http://x.com/AlderBayCity/media',
  ])('to itself, or below (“%s”), is that page', (landed) => {
    expect(led(landed)).toMatchObject({ end: { met: true, told: [] }, isForeign: false })
  })

  test('to another account’s shows nothing that is taken for the account’s', () => {
    const { end: ended, isForeign } = led('https://x.com/somebody')
    expect(isForeign).toBe(true)
    expect(ended).toMatchObject({ met: false, why: expect.stringContaining('none of the account’s own') })
    expect(ended.told).toEqual(['its server led on to https://x.com/somebody'])
  })

  test('to another of the account’s is not the page that was named; one that it leads to says so alone', () => {
    const status = `${at}/status/1`
    expect(led('https://twitter.com/AlderBayCity').end).toMatchObject({ met: false })
    expect(led(at, status)).toMatchObject({
      end: { met: true, told: [`its server led on to ${at}`] },
      isForeign: false,
    })
  })
})

test('what a page is sent without an end is told once for each server, and not what is the operator’s own', () => {
  const listeners = new Map<string, (details: Record<string, unknown>) => void>()
  const { take } = streamsOf(
    { on: (method, listener) => void listeners.set(method, (one) => listener(one, undefined)) },
    ['/message-bus/'],
  )
  const open = listeners.get('Network.webSocketCreated')
  const answer = (url: string, mimeType: string) =>
    listeners.get('Network.responseReceived')?.({ response: { url, mimeType } })
  open?.({ url: 'wss://live.city.example/socket' })
  open?.({ url: 'wss://live.city.example/other' })
  open?.({ url: 'wss://city.example/message-bus/1' })
  answer('https://city.example/events', 'text/event-stream')
  answer('https://city.example/news', 'text/html')
  expect(take()).toEqual([
    'what live.city.example sent it by a WebSocket was not kept',
    'what city.example sent it by a stream of events was not kept',
  ])
  expect(take()).toEqual([])
})
