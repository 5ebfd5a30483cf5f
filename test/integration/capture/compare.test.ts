// Two captures side by side, what is kept of it, faults that end in words, and schedules, over a real feed server.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  captureCompare,
  captureList,
  captureNoLongerShown,
  captureRun,
  captureShow,
} from '../../../shared/contract/capture.ts'
import { captureSchedule, captureSchedules, captureUnschedule } from '../../../shared/contract/capture-schedule.ts'
import { accessionList } from '../../../shared/contract/intake.ts'
import { jobList } from '../../../shared/contract/job.ts'
import { accountAdd } from '../../../shared/contract/people.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { playHistories } from '../../support/capture-history.ts'
import { type FeedServer, feedServer } from '../../support/feed-server.ts'
import { packageOf, readWacz } from '../../support/wacz.ts'

let vault: TestArchive
let city: FeedServer
beforeAll(async () => {
  vault = await openTestArchive()
  city = await feedServer()
})
afterAll(async () => {
  await city.close()
  await vault.close()
})

const PLANTED = 'PLANTED-SECRET-8c1e5f'
const take = (path: string, account: number = vault.account, depth: number | null = null) =>
  vault.run(captureRun, { account, way: 'feed', scope: { address: `${city.origin}${path}`, depth } })
const compare = (one: number, other: number) => vault.call(captureCompare, { one, other })
const ids = (items: readonly { readonly nativeId: string }[]) => items.map(({ nativeId }) => nativeId)

function post(...numbers: number[]): void {
  for (const nth of numbers)
    city.items.push({
      id: `notice-${nth}`,
      title: `Notice ${nth}`,
      words: `Words of notice ${nth}.`,
      at: Date.UTC(2026, 1, nth, 12),
      sound: null,
      hidden: false,
    })
}

test('what was posted, edited, hidden and deleted between two captures is told exactly, with its window', async () => {
  post(1, 2, 3, 4, 5)
  const one = await take('/rss.xml')
  const [, second, third, fourth] = city.items
  if (second) second.words = 'Edited words.'
  if (third) third.hidden = true
  if (fourth) city.items.splice(city.items.indexOf(fourth), 1)
  post(6)
  const two = await take('/rss.xml')
  const told = await compare(two.capture, one.capture)
  expect({ ...told, same: ids(told.same) }).toMatchObject({
    earlier: one.capture,
    later: two.capture,
    new: [{ nativeId: 'notice-6', again: false }],
    changed: [
      {
        nativeId: 'notice-2',
        differences: [{ part: 'text', before: 'Notice 2\nWords of notice 2.', after: 'Notice 2\nEdited words.' }],
      },
    ],
    gone: [{ nativeId: 'notice-4' }, { nativeId: 'notice-3' }],
    hidden: [],
    outOfRange: [],
    notReached: [],
    same: expect.arrayContaining(['notice-5', 'notice-1']),
  })
  const kept = await vault.call(captureNoLongerShown, {})
  const [captureOne, captureTwo] = (await vault.call(captureList, {})).toReversed()
  expect(kept).toHaveLength(2)
  expect(kept[0]).toMatchObject({
    change: 'gone',
    shownIn: one.capture,
    missingIn: two.capture,
    from: captureOne?.startedAt,
    to: captureTwo?.endedAt,
  })
})

test('what fell off the end of a feed is out of range, and what comes back is shown again', async () => {
  const third = city.items.find(({ id }) => id === 'notice-3')
  if (third) third.hidden = false
  city.window = 3
  const one = (await vault.call(captureList, {}))[0]?.id ?? 0
  const two = await take('/rss.xml')
  const told = await compare(one, two.capture)
  expect(told.gone).toEqual([])
  expect(ids(told.outOfRange).sort()).toEqual(['notice-1', 'notice-2'])
  expect(told.new).toMatchObject([{ nativeId: 'notice-3', again: true }])
  city.window = 1000
})

test('a capture that was cut short says of nothing that it is gone', async () => {
  const whole = await take('/rss.xml', vault.account, 100)
  const kept = await vault.call(captureNoLongerShown, {})
  city.special.set('/rss.xml', (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/rss+xml' })
    response.end('<rss version="2.0"><channel><title>Alder Bay</title><item><guid>notice-6</guid><title>Not')
  })
  const cut = await take('/rss.xml', vault.account, 100)
  city.special.clear()
  expect(cut).toMatchObject({ outcome: 'incomplete', sentence: expect.stringContaining('breaks off before its end') })
  const told = await compare(whole.capture, cut.capture)
  expect(told.gone).toEqual([])
  expect(ids(told.notReached)).toContain('notice-5')
  expect(await vault.call(captureNoLongerShown, {})).toEqual(kept)
})

test('captures of other scopes are not compared', async () => {
  const other = await take('/atom.xml')
  await expect(compare(1, other.capture)).rejects.toMatchObject({ code: 'CAPTURE_REFUSED' })
  await expect(compare(1, 9999)).rejects.toMatchObject({ code: 'CAPTURE_UNKNOWN' })
})

test('random histories are told as the server knows them, and nothing is falsely gone', async () => {
  city.items.length = 0
  const draft = { platform: 'podcast', handle: 'histories', name: '', department: '', liaison: '', nativeId: null }
  const { id: account } = await vault.call(accountAdd, draft)
  const play = { city, capture: async () => (await take('/rss.xml', account)).capture, compare, seed: 7, steps: 12 }
  expect(await playHistories(play)).toEqual([])
  city.window = 1000
})

test.each([
  [
    'a page for logging in',
    'lapsed',
    'answered with a page',
    200,
    { 'Content-Type': 'text/html' },
    '<html><form>Log in</form></html>',
  ],
  ['a refusal', 'lapsed', 'answers only whom it knows', 403, { 'Set-Cookie': `session=${PLANTED}` }, 'no'],
  ['an address that is gone', 'incomplete', 'nothing at this address', 410, {}, ''],
  ['a day to wait', 'incomplete', '24 hours', 429, { 'Retry-After': '86400' }, ''],
  ['a way into the City’s own network', 'refused', 'private network', 302, { Location: 'http://10.0.0.1/admin' }, ''],
  ['a ring', 'incomplete', 'in a ring', 302, { Location: `/fault.xml?access_token=${PLANTED}` }, ''],
] as const)('%s ends in words, with what came', async (_what, outcome, words, status, head, body) => {
  city.special.set('/fault.xml', (_request, response) => void response.writeHead(status, head).end(body))
  const ended = await vault.run(captureRun, {
    account: vault.account,
    way: 'feed',
    scope: { address: `${city.origin}/fault.xml` },
  })
  expect(ended).toMatchObject({ outcome, sentence: expect.stringContaining(words), unexplained: 0 })
  expect(ended.accession).not.toBeNull()
  const { capture } = await vault.call(captureShow, { capture: ended.capture })
  expect(capture.stop?.met).toBe(false)
})

test('a feed of half a million parts, some of them ten thousand deep, is read to its end', async () => {
  const parts = '<b>x</b>'.repeat(250_000)
  const deep = `${'<i>'.repeat(10_000)}deep${'</i>'.repeat(10_000)}`
  const item = `<item><guid>many</guid><title>Many</title><description>${parts}${deep}</description></item>`
  city.special.set('/million.xml', (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/rss+xml' })
    response.end(`<rss version="2.0"><channel><title>City</title>${item}</channel></rss>`)
  })
  const { unexplained, outcome, sentence } = await take('/million.xml')
  expect([unexplained, outcome, sentence]).toEqual([0, 'complete', '1 item came, all that the feed shows.'])
})

test('an address that carries a key is refused before anything of it is kept', async () => {
  const order = {
    account: vault.account,
    way: 'feed',
    scope: { address: `${city.origin}/rss.xml?access_token=${PLANTED}` },
  }
  await expect(vault.start(captureRun, order)).rejects.toThrow('holds a password or a key')
})

test('nobody answers: it is told, and nothing is received', async () => {
  city.special.set('/dead.xml', (request) => void request.socket.destroy())
  const ended = await take('/dead.xml')
  expect(ended).toMatchObject({
    outcome: 'nothing',
    accession: null,
    sentence: expect.stringContaining('broke the connection'),
  })
})

test('every package of these captures is as other programs want it, and no planted secret is in any of them', async () => {
  const accessions = await vault.call(accessionList, {})
  expect(accessions.length).toBeGreaterThan(15)
  for (const { packages } of accessions) {
    const read = await readWacz(packageOf(vault.folder, packages[0]?.id ?? ''))
    expect(read.faults).toEqual([])
    expect(read.bytes.includes(PLANTED)).toBe(false)
    expect(read.bytes.includes('PLANTED-COOKIE')).toBe(false)
  }
})

test('one that was killed in the middle keeps what it needs to go on, and can be made again', async () => {
  let asked = 0
  city.special.set('/slow.xml', (_request, response) => {
    asked += 1
    response.writeHead(200, { 'Content-Type': 'application/rss+xml' })
    if (asked > 1) response.end('<rss version="2.0"><channel><title>Slow</title></channel></rss>')
    else response.write('<rss version="2.0"><channel>')
  })
  const before = readdirSync(join(vault.folder, 'packages'))
  const order = { account: vault.account, way: 'feed', scope: { address: `${city.origin}/slow.xml` } }
  const running = vault.start(captureRun, order).catch(() => undefined)
  await expect.poll(() => asked, { timeout: 20_000 }).toBe(1)
  vault = await vault.reopen()
  await running
  const [interrupted] = await vault.call(captureList, {})
  expect(interrupted).toMatchObject({ state: 'interrupted', outcome: null, accession: null, items: 0 })
  const [job] = (await vault.call(jobList, { limit: 20 })).filter(({ state }) => state === 'interrupted')
  if (job === undefined) throw new Error('no job is interrupted')
  // It can be gone on with, or dropped; there is no import to undo.
  expect(job).toMatchObject({ resumable: true, undoable: false, droppable: true })
  expect(readdirSync(join(vault.folder, 'staging'))).toEqual([`capture-${job.id}`])
  expect(readdirSync(join(vault.folder, 'packages'))).toEqual(before)
  expect(await take('/slow.xml')).toMatchObject({ outcome: 'complete' })
})

test('a schedule is due, is kept by a capture, and ends', async () => {
  const scope = { address: `${city.origin}/feed.json` }
  const { schedule } = await vault.call(captureSchedule, { account: vault.account, way: 'feed', scope, every: 'daily' })
  const state = async (days: number) => {
    const [first] = await vault.call(captureList, {})
    const now = (first?.startedAt ?? 0) + days * 86_400_000
    return (await vault.call(captureSchedules, { now })).find((one) => one.schedule.id === schedule)
  }
  expect(await state(0)).toMatchObject({ due: true, overdue: false, gaps: [] })
  await take('/feed.json')
  expect(await state(0)).toMatchObject({ due: false })
  expect(await state(3)).toMatchObject({ due: true, overdue: true, gaps: [{ periods: 2 }] })
  await vault.call(captureUnschedule, { schedule })
  expect(await state(9)).toMatchObject({ due: false, overdue: false })
})

test('a schedule whose capture waits for another one is not due a second time, in whatever words that was asked for', async () => {
  const held = Promise.withResolvers<void>()
  let asked = 0
  city.special.set('/held.xml', (_request, response) => {
    asked += 1
    response.writeHead(200, { 'Content-Type': 'application/rss+xml' })
    void held.promise.then(() => response.end('<rss version="2.0"><channel><title>Held</title></channel></rss>'))
  })
  const start = (path: string, kinds: string[] = []) =>
    vault.start(captureRun, { scope: { kinds, address: `${city.origin}${path}` }, way: 'feed', account: vault.account })
  const whole = { account: vault.account, way: 'feed', every: 'daily' } as const
  const kinds = ['posts', 'media']
  const scope = { address: `${city.origin}/feed.json`, kinds }
  const first = await vault.call(captureSchedule, { ...whole, scope })
  const { schedule } = await vault.call(captureSchedule, { ...whole, scope: { ...scope, kinds: kinds.toReversed() } })
  const now = (await vault.call(captureList, {}))[0]?.startedAt ?? 0
  const due = async () =>
    (await vault.call(captureSchedules, { now })).flatMap((one) => (one.due ? one.schedule.id : []))
  expect(await due()).toEqual([schedule])
  expect(schedule).not.toBe(first.schedule)
  // Captures run one at a time: those that are started now wait, and have not begun, until the server lets the first one end.
  const started = [start('/held.xml')]
  try {
    await expect.poll(() => asked).toBe(1)
    started.push(start('/feed.json'))
    await expect.poll(async () => (await vault.call(jobList, { limit: 1 }))[0]?.state).toBe('queued')
    expect(await due()).toEqual([schedule])
    started.push(start('/feed.json', ['media', 'posts', 'media']))
    await expect.poll(due).toEqual([])
  } finally {
    held.resolve()
  }
  expect((await Promise.all(started)).map(({ state }) => state)).toEqual(started.map(() => 'succeeded'))
  await vault.call(captureUnschedule, { schedule })
})

test('the vault verifies, and holds no planted secret in any of its files', async () => {
  expect((await vault.run(vaultVerify, {})).findings).toEqual([])
  const files = readdirSync(vault.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const { parentPath, name } of files) expect(readFileSync(join(parentPath, name)).includes(PLANTED)).toBe(false)
})
