// From two captures to the log of removed content: what is no longer shown says so of itself and becomes a draft with its window; what cannot be told becomes none.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureCompare, captureList, captureNoLongerShown, captureRun } from '../../../shared/contract/capture.ts'
import { intakeSetAside, intakeWithdraw } from '../../../shared/contract/correction.ts'
import { recordFacets, recordPage, recordShow } from '../../../shared/contract/record.ts'
import { removedDrafts, removedList, removedWrite } from '../../../shared/contract/removed.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import { draftedRemoval, Removal } from '../../../shared/domain/office/removal.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { type FeedServer, feedServer } from '../../support/feed-server.ts'

let vault: TestArchive
let city: FeedServer
beforeAll(async () => {
  vault = await openTestArchive({ clock: () => Instant.parse(Date.now()) })
  city = await feedServer()
})
afterAll(async () => {
  await city.close()
  await vault.close()
})

const item = (nth: number) => ({
  id: `notice-${nth}`,
  title: `Notice ${nth}`,
  words: `Words of notice ${nth}.`,
  at: Date.UTC(2026, 1, nth, 12),
  sound: null,
  hidden: false,
})
const take = (depth: number | null = null) =>
  vault.run(captureRun, {
    account: vault.account,
    way: 'feed',
    scope: { address: `${city.origin}/rss.xml`, depth },
  })
const found = async (search: string) =>
  (await vault.call(recordPage, { search, before: null, limit: 20, live: false })).rows
const idOf = async (native: string): Promise<RecordId> => {
  const row = (await found('')).find(({ nativeId }) => nativeId === native)
  if (row === undefined) throw new Error(`${native} is not in the vault`)
  return row.id
}
const drafts = async () => (await vault.call(removedDrafts, {})).drafts
const remove = (native: string) =>
  city.items.splice(
    city.items.findIndex(({ id }) => id === native),
    1,
  )

test('what a capture no longer shows says so, with its window and the capture that has it, and is a draft', async () => {
  city.items.push(...[1, 2, 3, 4, 5].map(item))
  const one = await take()
  remove('notice-3')
  const two = await take()
  const [first, second] = (await vault.call(captureList, {})).toReversed()
  const record = await idOf('notice-3')
  const shown = await vault.call(recordShow, { id: record })
  expect(shown).toMatchObject({
    state: 'live',
    removal: null,
    unshown: {
      change: 'gone',
      shownIn: one.capture,
      missingIn: two.capture,
      version: 1,
      from: first?.startedAt,
      to: second?.endedAt,
    },
  })
  expect((await vault.call(recordShow, { id: await idOf('notice-2') })).unshown).toBeNull()
  expect((await found('state:gone')).map(({ nativeId, unshown }) => [nativeId, unshown])).toEqual([
    ['notice-3', 'gone'],
  ])
  expect(await found('-state:gone')).toHaveLength((await found('')).length - 1)
  expect(await found('state:live')).toHaveLength((await found('')).length - 1)
  const states = (await vault.call(recordFacets, { search: '', live: false })).facets.find(
    ({ name }) => name === 'state',
  )
  expect(states?.values).toContainEqual(expect.objectContaining({ value: 'gone', count: 1 }))
  const [draft, ...others] = await drafts()
  expect(others).toEqual([])
  expect(draft).toMatchObject({ record, why: 'not-in-capture', shownIn: one.capture, shownAgain: null })
  expect(String(draft?.removed) >= String(draft?.shownUntil)).toBe(true)
})

test('what fell off the end of a feed, and what a capture that was cut short did not reach, is no draft', async () => {
  city.window = 2
  await take()
  city.window = 1000
  expect((await drafts()).map(({ words }) => words.split('\n')[0])).toEqual(['Notice 3'])
  await take(100)
  city.special.set('/rss.xml', (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/rss+xml' })
    response.end('<rss version="2.0"><channel><title>Alder Bay</title><item><guid>notice-5</guid><title>Not')
  })
  expect(await take(100)).toMatchObject({ outcome: 'incomplete' })
  city.special.clear()
  expect((await drafts()).map(({ words }) => words.split('\n')[0])).toEqual(['Notice 3'])
})

test('what is shown again is told to be so, and stays a draft: it was gone for a while', async () => {
  city.items.push(item(3))
  await take()
  const record = await idOf('notice-3')
  expect((await vault.call(recordShow, { id: record })).unshown).toBeNull()
  expect(await found('state:gone')).toEqual([])
  expect((await drafts())[0]).toMatchObject({ record, shownAgain: expect.any(String) })
})

test('a draft that is written down names nobody until a person does, and the record then says by whom', async () => {
  remove('notice-4')
  await take()
  const record = await idOf('notice-4')
  const draft = (await drafts()).find((one) => one.record === record)
  if (draft === undefined) throw new Error('no draft')
  const said = draftedRemoval(draft)
  expect(said).toMatchObject({ by: 'unknown', shownUntil: draft.shownUntil, removed: draft.removed, action: null })
  const { id } = await vault.call(removedWrite, { id: null, record, said })
  expect((await drafts()).map((one) => one.record)).not.toContain(record)
  expect(await vault.call(recordShow, { id: record })).toMatchObject({ removal: { entry: id, by: 'unknown' } })
  await vault.call(removedWrite, { id, said: Removal.parse({ ...said, by: 'author' }) })
  expect(await vault.call(recordShow, { id: record })).toMatchObject({
    unshown: { change: 'gone' },
    removal: { entry: id, by: 'author' },
  })
  const facts = (await vault.call(removedList, {})).find((entry) => entry.id === id)?.facts
  const captures = new Map((await vault.call(captureList, {})).map((one) => [one.accession, one.id]))
  const last = Math.max(...captures.values())
  expect(facts?.notShown.map(({ accession }) => captures.get(accession))).toEqual([last])
  // The one that was cut short could not show it: it stands in neither list.
  expect(facts?.shown).toHaveLength(captures.size - 2)
})

test('a comparison with a capture that was withdrawn tells nothing any more', async () => {
  const before = await vault.call(captureNoLongerShown, {})
  remove('notice-5')
  const gone = await take()
  expect(await vault.call(captureNoLongerShown, {})).toHaveLength(before.length + 1)
  const accession = gone.accession ?? 0
  await vault.call(intakeSetAside, { accession, reason: 'The feed was being repaired.' })
  expect(await found('state:gone')).toHaveLength(1)
  await vault.run(intakeWithdraw, { accession, reason: 'The feed was being repaired.' })
  expect(await vault.call(captureNoLongerShown, {})).toEqual(before)
  expect((await vault.call(recordShow, { id: await idOf('notice-5') })).unshown).toBeNull()
  await expect(vault.call(captureCompare, { one: 1, other: gone.capture })).rejects.toMatchObject({
    code: 'CAPTURE_REFUSED',
  })
})
