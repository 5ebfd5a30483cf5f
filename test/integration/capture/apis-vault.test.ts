// A capture by an interface in a vault: one record of what an export and a capture show, the log-in nowhere in it, and a log-in that is tried first.
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureRun } from '../../../shared/contract/capture.ts'
import { credentialTry } from '../../../shared/contract/credential.ts'
import { accessionList, intakeImport } from '../../../shared/contract/intake.ts'
import { jobList } from '../../../shared/contract/job.ts'
import { accountAdd } from '../../../shared/contract/people.ts'
import { recordPage, recordShow } from '../../../shared/contract/record.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { plantedIn } from '../../support/planted.ts'
import { type Replay, replay } from '../../support/replay.ts'
import { packageOf, readWacz } from '../../support/wacz.ts'
import { post, xFiles } from '../../support/x-files.ts'

const TOKEN = 'planted-token-5521-quokka'
let vault: TestArchive
let server: Replay
/** Whether the server knows the token still. */
let known = true

beforeAll(async () => {
  vault = await openTestArchive()
  server = await replay(({ url, headers }) => {
    if (!known || headers.authorization !== `Bearer ${TOKEN}`) return { status: 401, json: { title: 'Unauthorized' } }
    if (url.pathname.includes('/by/username/')) return { json: { data: { id: '281104733' } } }
    if (url.pathname.endsWith('/mentions')) return { json: { data: [], meta: { result_count: 0 } } }
    const said = (id: string, text: string) => ({
      id,
      text,
      author_id: '281104733',
      created_at: '2013-03-02T12:35:53.000Z',
    })
    // What servers repeat of a log-in is masked where it stands.
    const echo = `You sent Bearer ${TOKEN}`
    return {
      headers: { 'x-echo': echo },
      json: { data: [said('1001', 'Notice 1'), said('1003', 'Notice 3')], meta: { result_count: 2 }, echo },
    }
  })
  const path = join(vault.folder, '..', 'export.zip')
  writeFileSync(
    path,
    rawZip(Object.entries(xFiles([post(1), post(2)])).map(([name, data]) => ({ name, data, method: 8 }))),
  )
  const sources = [vault.archive.grant(path, 'read').grant]
  await vault.run(intakeImport, { sources, account: vault.account, platform: null })
})
afterAll(async () => {
  await server.stop()
  await vault.close()
})

const order = () => ({ account: vault.account, way: 'api/x', address: server.address })
const accessions = async () => (await vault.call(accessionList, {})).length

test('a log-in that is not there, or is known no longer, does not work, and trying it keeps nothing', async () => {
  const before = await accessions()
  expect(await vault.run(credentialTry, order())).toMatchObject({ works: false, held: false })
  vault.archive.credential(vault.account, { token: TOKEN }, false)
  expect(await vault.run(credentialTry, order())).toMatchObject({ works: true, held: true })
  known = false
  const lapsed = await vault.run(credentialTry, order())
  expect(lapsed).toMatchObject({ works: false, held: true })
  expect(lapsed.sentence).toContain('has lapsed')
  known = true
  expect(await accessions()).toBe(before)
  expect(readdirSync(join(vault.folder, 'staging'))).toEqual([])
})

test('a post of the export and of the capture is one record in one wording, seen twice; the token is in no byte of the vault', async () => {
  const { way, address, account } = order()
  const done = await vault.run(captureRun, { account, way, scope: { address } })
  expect(done).toMatchObject({ outcome: 'complete', unexplained: 0 })
  const { rows } = await vault.call(recordPage, { search: 'Notice', before: null, limit: 20, live: false })
  expect(rows.map(({ nativeId, versions }) => [nativeId, versions]).toSorted()).toEqual([
    ['1001', 1],
    ['1002', 1],
    ['1003', 1],
  ])
  const both = await vault.call(recordShow, { id: rows.find(({ nativeId }) => nativeId === '1001')?.id ?? 0 })
  expect(both.versions[0]?.observations.map(({ packageName }) => packageName.replace(/\d+/, 'N'))).toEqual([
    'export.zip',
    'Capture N.wacz',
  ])

  expect(plantedIn(vault.folder, [TOKEN])).toEqual([])
  expect(JSON.stringify(await vault.call(jobList, { limit: 100 }))).not.toContain(TOKEN)
  const [{ packages = [] } = {}] = await vault.call(accessionList, {})
  const read = await readWacz(packageOf(vault.folder, packages[0]?.id ?? ''))
  expect(read.faults).toEqual([])
  // It was there to be taken out: what stands around it is kept.
  expect(read.bytes.toString()).toMatch(/"You sent Bearer \*+"/)
})

test('two comments of one writer, second and wording are two records, in every capture of them', async () => {
  const at = '2026-03-02T12:35:53+0000'
  const comment = (id: string) => ({
    id: `9001_${id}`,
    message: 'No!',
    created_time: at,
    from: { name: 'A. Reader', id: '5' },
  })
  const page = await replay(({ url }) => {
    if (url.pathname.endsWith('/feed'))
      return { json: { data: [{ id: '77_9001', message: 'Road closure', created_time: at, from: { name: 'City' } }] } }
    return { json: { data: url.pathname.endsWith('/comments') ? [comment('1'), comment('2'), comment('3')] : [] } }
  })
  const draft = { platform: 'facebook', handle: 'AlderBay', name: '', department: '', liaison: '', nativeId: null }
  const { id: account } = await vault.call(accountAdd, draft)
  for (const _round of [1, 2]) {
    const scope = { address: page.address, kinds: ['posts', 'comments'] }
    expect(await vault.run(captureRun, { account, way: 'api/facebook', scope })).toMatchObject({ outcome: 'complete' })
    const { rows } = await vault.call(recordPage, {
      search: 'kind:comment account:AlderBay',
      before: null,
      limit: 20,
      live: false,
    })
    expect(rows.map(({ nativeId, versions }) => [nativeId, versions]).toSorted()).toEqual([
      ['1', 1],
      ['2', 1],
      ['3', 1],
    ])
  }
  await page.stop()
})
