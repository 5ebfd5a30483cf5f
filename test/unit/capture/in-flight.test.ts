// What a page waits for, told by the page itself: nothing that is still to come lets it seem to be at its end.
import { expect, test, vi } from 'vitest'
import type { Debugging, Details } from '../../../electron/browser/debugging.ts'
import { inFlight } from '../../../electron/browser/in-flight.ts'

function watched() {
  const listeners = new Map<string, (details: Details, session: string | undefined) => void>()
  const moved = vi.fn()
  const late = vi.fn()
  const on: Debugging['on'] = (method, listener) => void listeners.set(method, listener)
  const flying = inFlight({ on }, { left: ['/message-bus/'], ms: 1000, moved, late })
  const tell = (method: string, details: Details) => listeners.get(`Network.${method}`)?.(details, undefined)
  const ask = (requestId: string, type = 'Fetch', url = `https://city.example/${requestId}`) =>
    tell('requestWillBeSent', { requestId, type, request: { url } })
  return { flying, moved, late, tell, ask }
}

test('what was asked for is waited for until it came or failed', () => {
  const { flying, moved, tell, ask } = watched()
  for (const id of ['one', 'two', 'three']) ask(id)
  expect(flying.count()).toBe(3)
  tell('loadingFinished', { requestId: 'one' })
  tell('loadingFailed', { requestId: 'two' })
  tell('loadingFinished', { requestId: 'unknown' })
  expect(flying.count()).toBe(1)
  expect(moved).toHaveBeenCalledTimes(5)
  flying.clear()
  expect(flying.count()).toBe(0)
})

test('nobody waits for pictures, for what is no address of the web, for what is pushed without end', () => {
  const { flying, tell, ask } = watched()
  ask('picture', 'Image')
  ask('data', 'Fetch', 'data:,x')
  ask('pushed', 'XHR', 'https://city.example/message-bus/1f/poll')
  ask('stream', 'Fetch')
  tell('responseReceived', { requestId: 'stream', response: { mimeType: 'text/event-stream' } })
  ask('script', 'Script')
  tell('responseReceived', { requestId: 'script', response: { mimeType: 'text/javascript' } })
  expect(flying.count()).toBe(1)
})

test('what never comes is told, and waited for no longer', () => {
  vi.useFakeTimers()
  try {
    const { flying, late, ask } = watched()
    ask('never', 'XHR')
    vi.advanceTimersByTime(999)
    expect(flying.count()).toBe(1)
    vi.advanceTimersByTime(1)
    expect(flying.count()).toBe(0)
    expect(late.mock.calls).toEqual([['https://city.example/never', 'XHR']])
  } finally {
    vi.useRealTimers()
  }
})
