// Feeds that are asked again: “nothing changed” confirms no more than the server said it of, and what did not come is asked for anew.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureNoLongerShown, captureRun } from '../../../shared/contract/capture.ts'
import { captureSchedule, captureSchedules } from '../../../shared/contract/capture-schedule.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { type FeedServer, feedServer } from '../../support/feed-server.ts'

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

const take = (path: string) =>
  vault.run(captureRun, { account: vault.account, way: 'feed', scope: { address: `${city.origin}${path}` } })

/** A page of a JSON Feed that is known by its own words, and is not sent again as long as they are the same. */
function serve(path: string, page: () => object): void {
  city.special.set(path, (request, response) => {
    const body = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Alder Bay', ...page() })
    const etag = `"${body.length}"`
    const isSame = request.headers['if-none-match'] === etag
    response.writeHead(isSame ? 304 : 200, { 'Content-Type': 'application/feed+json', ETag: etag })
    response.end(isSame ? '' : body)
  })
}
const item = (nth: number) => ({
  id: `n-${nth}`,
  content_text: `Notice ${nth}`,
  date_published: `2026-02-0${nth}T12:00:00Z`,
})

test('a first page that did not change hides nothing that became of the others', async () => {
  let older = [item(2), item(1)]
  serve('/pages.json', () => ({ next_url: `${city.origin}/older.json`, items: [item(4), item(3)] }))
  serve('/older.json', () => ({ items: older }))
  const one = await take('/pages.json')
  older = [item(1)]
  const two = await take('/pages.json')
  expect([one.outcome, two.outcome]).toEqual(['complete', 'complete'])
  expect(await vault.call(captureNoLongerShown, {})).toMatchObject([{ change: 'gone', missingIn: two.capture }])
})

test('a sound that did not come is asked for again, though the feed did not change', async () => {
  let isThere = false
  serve('/sounds.json', () => ({
    items: [{ ...item(5), attachments: [{ url: `${city.origin}/late.mp3`, mime_type: 'audio/mpeg' }] }],
  }))
  city.special.set('/late.mp3', (_request, response) => void response.writeHead(isThere ? 200 : 404).end('ID3 sound'))
  expect(await take('/sounds.json')).toMatchObject({ outcome: 'incomplete' })
  isThere = true
  expect(await take('/sounds.json')).toMatchObject({ outcome: 'complete' })
  expect(await take('/sounds.json')).toMatchObject({ outcome: 'unchanged' })
})

test('a server that wants to be left alone for a day is asked again by its schedule on the next', async () => {
  city.special.set('/tired.xml', (_request, response) => void response.writeHead(429, { 'Retry-After': '86400' }).end())
  const scope = { address: `${city.origin}/tired.xml` }
  const order = { account: vault.account, way: 'feed', scope, every: 'weekly' } as const
  const { schedule } = await vault.call(captureSchedule, order)
  const { capture } = await take('/tired.xml')
  const state = async (now: number) =>
    (await vault.call(captureSchedules, { now })).find((one) => one.schedule.id === schedule)
  const setAt = (await state(0))?.schedule.setAt ?? 0
  expect(await state(setAt)).toMatchObject({ due: false, last: capture })
  expect(await state(setAt + 86_400_000)).toMatchObject({ due: true })
})
