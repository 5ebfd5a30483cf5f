// Captures by an interface in a vault, with a log-in and without: what one is shown and the other is not is never “no longer shown”. The name in a
// log-in is no secret, and its secrets stand in no sentence.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureCompare, captureNoLongerShown, captureRun, captureShow } from '../../../shared/contract/capture.ts'
import { credentialTry } from '../../../shared/contract/credential.ts'
import { accessionList } from '../../../shared/contract/intake.ts'
import { accountAdd } from '../../../shared/contract/people.ts'
import type { AccountId } from '../../../shared/domain/id.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { plantedIn } from '../../support/planted.ts'
import { type Replay, replay } from '../../support/replay.ts'
import { TOKEN } from '../../support/replay-paths.ts'
import { packageOf, readWacz } from '../../support/wacz.ts'

const PASSWORD = 'planted-password-3304-bilby'
const BASIC = Buffer.from(`oakland:${PASSWORD}`).toString('base64')
let vault: TestArchive
let site: Replay

beforeAll(async () => {
  vault = await openTestArchive()
  site = await replay(({ url, headers }) => {
    const route = url.searchParams.get('rest_route')
    if (route === '/wp/v2/types') return { json: { post: { slug: 'post', rest_base: 'posts' } } }
    const at = { date: '2026-10-01T10:00:00', date_gmt: '2026-10-01T10:00:00', modified: '2026-10-01T10:00:00' }
    const post = (id: number, status: string) => ({
      ...{ ...at, id, type: 'post', status, title: { rendered: `Post ${id}` }, link: 'https://www.oaklandca.gov/1' },
      content: { rendered: `<p>You sent ${headers.authorization ?? 'nothing'} to www.oaklandca.gov</p>` },
    })
    const isKnown = headers.authorization === `Basic ${BASIC}`
    const posts = route === '/wp/v2/posts' ? [post(1, 'publish'), ...(isKnown ? [post(2, 'private')] : [])] : []
    return { headers: { 'x-wp-totalpages': '1' }, json: posts }
  })
})
afterAll(async () => {
  await site.stop()
  await vault.close()
})

async function accountOf(platform: string, handle: string): Promise<AccountId> {
  const draft = { platform, handle, name: '', department: '', liaison: '', nativeId: null }
  return (await vault.call(accountAdd, draft)).id
}

test('what a log-in alone is shown is not gone where a capture had none, or another: the two are not compared', async () => {
  const account = await accountOf('wordpress', 'blog')
  const take = () =>
    vault.run(captureRun, { account, way: 'api/wordpress', scope: { address: site.address, kinds: ['posts'] } })
  const gone = async () => (await vault.call(captureNoLongerShown, {})).filter(({ change }) => change === 'gone')
  vault.archive.credential(account, { user: 'oakland', password: PASSWORD }, false)
  const known = await take()
  vault.archive.credential(account, null, false)
  const unknown = await take()
  expect([known.outcome, unknown.outcome]).toEqual(['complete', 'complete'])
  expect(await gone()).toEqual([])
  await expect(vault.call(captureCompare, { one: known.capture, other: unknown.capture })).rejects.toThrow(
    'It is not known that both captures were made with the same log-in',
  )
  vault.archive.credential(account, { user: 'reader', password: PASSWORD }, false)
  const reader = await take()
  expect(await gone()).toEqual([])
  const again = await take()
  const told = await vault.call(captureCompare, { one: reader.capture, other: again.capture })
  expect(told.same).toHaveLength(1)
  const seenAs = await Promise.all(
    [known, unknown, reader].map(async ({ capture }) => (await vault.call(captureShow, { capture })).facts?.login),
  )
  expect(seenAs).toEqual([
    { parts: ['user', 'password'], user: 'oakland' },
    { parts: [], user: null },
    { parts: ['user', 'password'], user: 'reader' },
  ])
})

test('the name in a log-in is left where it stands, in the name of a server, too; the password is not, alone or with it', async () => {
  const packages = (await vault.call(accessionList, {})).flatMap((one) => one.packages)
  const read = await Promise.all(packages.map(({ id }) => readWacz(packageOf(vault.folder, id))))
  const all = Buffer.concat(read.map(({ bytes }) => bytes)).toString()
  expect(all).toContain('to www.oaklandca.gov')
  expect(all).toMatch(/You sent Basic \*+=* to/)
  expect(plantedIn(vault.folder, [PASSWORD, BASIC.replace(/=+$/, '')])).toEqual([])
  expect([PASSWORD, BASIC.replace(/=+$/, '')].filter((secret) => all.includes(secret))).toEqual([])
})

test('an error that repeats the token is told and kept without it', async () => {
  const page = await replay(() => ({
    status: 400,
    json: { error: { code: 190, message: `The token ${TOKEN} has expired` } },
  }))
  const account = await accountOf('facebook', 'alderbay')
  vault.archive.credential(account, { token: TOKEN }, false)
  const order = { account, way: 'api/facebook', scope: { address: page.address, kinds: ['posts'] } }
  const { sentence, capture } = await vault.run(captureRun, order)
  expect(sentence).toContain('The token [masked] has expired')
  const { facts } = await vault.call(captureShow, { capture })
  expect(JSON.stringify(facts)).not.toContain(TOKEN)
  const tried = await vault.run(credentialTry, { account, way: 'api/facebook', address: page.address })
  expect(tried.sentence).not.toContain(TOKEN)
  expect(plantedIn(vault.folder, [TOKEN])).toEqual([])
  await page.stop()
})
