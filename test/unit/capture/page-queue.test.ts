// Which page of a capture is next: pages shared out among windows, each once, within bounds, and none while a server wants to be left alone.
import { expect, test } from 'vitest'
import { pageQueue, type QueueOptions } from '../../../electron/browser/page-queue.ts'

const queueOf = (options: Partial<QueueOptions> = {}) =>
  pageQueue({ addresses: ['/'], visited: [], most: 100, wanted: (link) => link.startsWith('/'), ...options })

/** Takes pages as a window does, and says what it was given. @param leads where each page leads */
async function share(queue: ReturnType<typeof queueOf>, leads: Readonly<Record<string, readonly string[]>>) {
  const given: string[] = []
  for (let page = await queue.next(); page !== null; page = await queue.next()) {
    given.push(page)
    await Promise.resolve()
    queue.done(leads[page] ?? [])
  }
  return given
}

test('several windows visit each page once, and wait for the pages that those under way may still lead to', async () => {
  const leads = { '/': ['/a', '/b', 'away', '/'], '/a': ['/c', '/b'], '/b': ['/c'], '/c': ['/'] }
  const queue = queueOf()
  const shares = await Promise.all([share(queue, leads), share(queue, leads), share(queue, leads)])
  expect(shares.flat().sort()).toEqual(['/', '/a', '/b', '/c'])
  expect([queue.known(), queue.left()]).toEqual([4, 0])
})

test('what was visited before is not visited again, and counts', async () => {
  const queue = queueOf({ addresses: ['/b', '/c'], visited: ['/#top', '/a'], most: 3 })
  expect(await share(queue, { '/b': ['/', '/a', '/d'] })).toEqual(['/b'])
  expect([queue.known(), queue.left()]).toEqual([5, 2])
})

test('a page that leads on gives its links once, to whoever asks', async () => {
  const queue = queueOf()
  expect(await queue.next()).toBe('/')
  expect(queue.done(['/a', 'away'])).toEqual(['/a'])
  expect(await queue.next()).toBe('/a')
  expect(queue.done(['/a', '/'])).toEqual([])
  expect(await queue.next()).toBeNull()
})

test('while a server is left alone no page is given out, and those that wait get theirs afterwards', async () => {
  const rest = Promise.withResolvers<void>()
  const queue = queueOf({ addresses: ['/a', '/b'] })
  expect(await queue.next()).toBe('/a')
  const over = queue.hold(rest.promise)
  let given: string | null = 'nothing yet'
  const waiting = queue.next().then((page) => {
    given = page
  })
  queue.done([])
  await Promise.resolve()
  expect(given).toBe('nothing yet')
  rest.resolve()
  await Promise.all([over, waiting])
  expect(given).toBe('/b')
})

test('closed, it gives out nothing, also to those that wait', async () => {
  const queue = queueOf({ addresses: ['/a'] })
  expect(await queue.next()).toBe('/a')
  const waiting = queue.next()
  queue.close()
  expect(await waiting).toBeNull()
  expect(queue.done(['/b'])).toEqual(['/b'])
  expect([await queue.next(), queue.left()]).toEqual([null, 1])
})
