// Feeds captured from a real server: packages that other programs read, bytes as they were sent, records with their sounds, edits as versions.
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureList, captureRun, captureShow } from '../../../shared/contract/capture.ts'
import { accessionList, accessionReconciliation } from '../../../shared/contract/intake.ts'
import { recordPage, recordShow } from '../../../shared/contract/record.ts'
import { rulesSave, scheduleImport } from '../../../shared/contract/schedule.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { AccessionId } from '../../../shared/domain/id.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { type FeedServer, feedServer } from '../../support/feed-server.ts'
import { packageOf, readWacz } from '../../support/wacz.ts'
import { rule, scheduleFile, seriesOf } from '../retention/support.ts'

let vault: TestArchive
let city: FeedServer
beforeAll(async () => {
  vault = await openTestArchive()
  city = await feedServer()
  for (let nth = 1; nth <= 5; nth++)
    city.items.push({
      id: `news-${nth}`,
      title: `Notice ${nth}`,
      words: `The pool opens on day ${nth}.`,
      at: Date.UTC(2026, 0, nth, 12),
      sound: nth === 2 ? '/sound/two.mp3' : null,
      hidden: false,
    })
})
afterAll(async () => {
  await city.close()
  await vault.close()
})

const take = (path: string) =>
  vault.run(captureRun, { account: vault.account, way: 'feed', scope: { address: `${city.origin}${path}` } })

const found = async (search: string) =>
  (await vault.call(recordPage, { search, before: null, limit: 20, live: false })).rows

test('a feed is captured whole: every item a record, the sound kept with its episode, and it says what it is', async () => {
  const captured = await take('/rss.xml')
  expect(captured).toMatchObject({ outcome: 'complete', unexplained: 0 })
  const rows = await found('pool')
  expect(rows.map(({ nativeId }) => nativeId)).toEqual(['news-5', 'news-4', 'news-3', 'news-2', 'news-1'])
  const episode = await vault.call(recordShow, { id: rows[3]?.id ?? 0 })
  expect(episode.kind).toBe('episode')
  expect(episode.versions[0]?.media).toMatchObject([{ role: 'audio', mime: 'audio/mpeg', size: 4096, missing: null }])
  const { facts } = await vault.call(captureShow, { capture: captured.capture })
  expect(facts).toMatchObject({
    stop: { met: true, since: Date.UTC(2026, 0, 1, 12) },
    counts: { exchanges: 2, truncated: 0 },
    servers: [{ addresses: ['127.0.0.1'], certificates: [], clockAhead: expect.any(Number) }],
  })
})

test('the package is as other programs want it, its bytes are those that the server sent, and no cookie is among them', async () => {
  const [{ packages = [] } = {}] = await vault.call(accessionList, {})
  const read = await readWacz(packageOf(vault.folder, packages[0]?.id ?? ''))
  expect(read.faults).toEqual([])
  expect(read.requests).toBe(read.answers.length)
  expect(read.answers.map(({ sha256 }) => sha256)).toEqual(city.sent.map(({ sha256 }) => sha256))
  expect(read.answers[0]?.field('x-orig-content-encoding')).toBe('gzip')
  expect(read.bytes.includes('PLANTED-COOKIE')).toBe(false)
})

test('asked again, the server says that nothing changed, and the capture confirms the one before', async () => {
  const again = await take('/rss.xml')
  expect(again).toMatchObject({ outcome: 'unchanged', unexplained: 0 })
  const [last] = await vault.call(captureList, {})
  expect(last).toMatchObject({ sameAs: 1, items: 6, stop: { met: true } })
})

test('an edit is a version of the same record', async () => {
  const third = city.items[2]
  if (third !== undefined) third.words = 'The pool stays closed.'
  await take('/rss.xml')
  const [row] = await found('"stays closed"')
  expect(row).toMatchObject({ nativeId: 'news-3', versions: 2 })
})

test('Atom and JSON Feed say the same items under the same ids', async () => {
  await take('/atom.xml')
  const json = await take('/feed.json')
  expect(json.unexplained).toBe(0)
  expect((await found('pool')).map(({ nativeId }) => nativeId)).toEqual([
    'news-5',
    'news-4',
    'news-3',
    'news-2',
    'news-1',
  ])
})

test('a package is signed where a key is given, by that key, and only by one of the kind that web archives are signed with', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  const folder = dirname(vault.folder)
  const grant = (name: string, key: KeyObject) => {
    writeFileSync(join(folder, name), key.export({ type: 'pkcs8', format: 'pem' }))
    return vault.archive.grant(join(folder, name), 'read').grant
  }
  const order = { account: vault.account, way: 'feed', scope: { address: `${city.origin}/feed.json` } }
  await vault.run(captureRun, { ...order, signWith: grant('key.pem', privateKey) })
  const [{ packages = [] } = {}, { packages: before = [] } = {}] = await vault.call(accessionList, {})
  const read = await readWacz(packageOf(vault.folder, packages[0]?.id ?? ''))
  expect([read.faults, read.signed]).toEqual([[], true])
  expect(read.bytes.includes(publicKey.export({ type: 'spki', format: 'der' }).toString('base64'))).toBe(true)
  expect((await readWacz(packageOf(vault.folder, before[0]?.id ?? ''))).signed).toBe(false)
  const other = grant('other.pem', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)
  await expect(vault.run(captureRun, { ...order, signWith: other })).rejects.toThrow('is no private key of the kind')
})

test('the vault verifies', async () => {
  expect((await vault.run(vaultVerify, {})).findings).toEqual([])
})

test('what a capture brings goes into series by the rules in force, and its reconciliation says so', async () => {
  await vault.call(scheduleImport, scheduleFile())
  await vault.call(rulesSave, { rules: [rule('pool', 1, seriesOf.post, { words: { any: ['lifeguards'] } })] })
  const fresh = {
    id: 'news-9',
    title: 'Lifeguards wanted',
    words: 'We look for lifeguards.',
    at: Date.UTC(2026, 1, 1, 12),
  }
  city.items.push({ ...fresh, sound: null, hidden: false })
  const { accession } = await take('/rss.xml')
  const [row] = await found('lifeguards')
  expect(row).toMatchObject({ nativeId: 'news-9', series: seriesOf.post })
  const reconciliation = await vault.call(accessionReconciliation, { accession: AccessionId.parse(accession) })
  expect(reconciliation?.classified).toMatchObject({
    ...{ ruleSet: 1, decided: 1, byHand: 0, conflicts: 0 },
    rules: [{ rule: 'pool', series: seriesOf.post, records: 1 }],
  })
})
