// A capture of a feed that is killed while its sounds come: the feed is asked for anew, the sounds that it has are not, and nothing is there twice.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureShow } from '../../../shared/contract/capture.ts'
import { accessionList } from '../../../shared/contract/intake.ts'
import { recordPage, recordShow } from '../../../shared/contract/record.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { type FeedServer, feedServer } from '../../support/feed-server.ts'
import { beginCapture, killedAt, resumedCapture } from '../../support/killed-capture.ts'
import { packageOf, readWacz } from '../../support/wacz.ts'

let vault: TestArchive
let city: FeedServer
/** Whether the third sound comes. */
let comes = false
const asked: string[] = []

beforeAll(async () => {
  vault = await openTestArchive()
  city = await feedServer()
  for (let nth = 1; nth <= 4; nth++) {
    const sound = `/sound/${nth}.mp3`
    city.items.push({
      id: `news-${nth}`,
      title: `Notice ${nth}`,
      words: `Day ${nth}.`,
      at: Date.UTC(2026, 0, nth, 12),
      sound,
      hidden: false,
    })
    city.special.set(sound, (_request, response) => {
      asked.push(sound)
      // Newest first: the sounds of 4 and 3 came before.
      if (nth === 2 && !comes) return
      response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(Buffer.alloc(4096, nth))
    })
  }
})
afterAll(async () => {
  await city.close()
  await vault.close()
})

test('it goes on with the sounds that it does not have, and shows the feed as it stands now', async () => {
  const job = await beginCapture(vault, {
    account: vault.account,
    way: 'feed',
    scope: { address: `${city.origin}/rss.xml` },
  })
  vault = await killedAt(vault, job, () => expect(asked).toContain('/sound/2.mp3'))
  expect(asked).toEqual(['/sound/4.mp3', '/sound/3.mp3', '/sound/2.mp3'])
  comes = true
  const [first] = city.items
  if (first) first.words = 'Day 1, in other words.'
  const ran = await resumedCapture(vault, job)
  expect(ran).toMatchObject({ outcome: 'complete', unexplained: 0 })
  expect(asked.slice(3)).toEqual(['/sound/2.mp3', '/sound/1.mp3'])

  const [accession, ...others] = await vault.call(accessionList, {})
  expect(others).toEqual([])
  const { rows } = await vault.call(recordPage, { search: 'notice', before: null, limit: 20, live: false })
  expect(rows.map(({ nativeId, versions }) => [nativeId, versions])).toEqual([
    ['news-4', 1],
    ['news-3', 1],
    ['news-2', 1],
    ['news-1', 2],
  ])
  for (const { id } of rows) {
    const { versions } = await vault.call(recordShow, { id })
    expect(versions.at(-1)?.media).toMatchObject([{ size: 4096, missing: null }])
  }
  const { facts } = await vault.call(captureShow, { capture: ran.capture })
  expect(facts?.limits.map(({ sentence }) => sentence).join()).toContain(
    'broke off after 2 answers, and was gone on with',
  )
  const read = await readWacz(packageOf(vault.folder, accession?.packages[0]?.id ?? ''))
  expect(read.faults).toEqual([])
  expect(read.answers.map(({ url }) => new URL(url).pathname).toSorted()).toEqual([
    '/rss.xml',
    '/rss.xml',
    ...['1', '2', '3', '4'].map((nth) => `/sound/${nth}.mp3`),
  ])
  expect(readdirSync(join(vault.folder, 'staging'))).toEqual([])
})
