// A capture by an interface that is killed in its middle: it goes on after its last answer, is one accession, and asks for nothing twice.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureShow } from '../../../shared/contract/capture.ts'
import { accessionList } from '../../../shared/contract/intake.ts'
import { accountAdd } from '../../../shared/contract/people.ts'
import { recordPage } from '../../../shared/contract/record.ts'
import type { JobId } from '../../../shared/domain/id.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { beginCapture, killedAt, resumedCapture } from '../../support/killed-capture.ts'
import { plantedIn } from '../../support/planted.ts'
import { type Replay, replay } from '../../support/replay.ts'
import { packageOf, readWacz } from '../../support/wacz.ts'

const TOKEN = 'planted-token-7719-wombat'
/** Too large for memory, and it repeats the token. */
const film = Buffer.concat([Buffer.alloc(17 << 20, 7), Buffer.from(TOKEN), Buffer.alloc(100, 7)])
const PATH = '/api/v1/accounts/1/statuses'
let vault: TestArchive
let server: Replay
/** Whether the server wants to be left alone for a while when the third page is asked for. */
let busy = true
/** Whether addresses that the server names hold what it was given. */
let telling = false

const status = (id: number) => ({
  id: String(id),
  uri: `https://t.test/${id}`,
  created_at: '2026-10-01T10:00:00.000Z',
  content: `<p>Notice ${id}</p>`,
  account: { acct: 'city' },
  media_attachments: id === 40 ? [{ url: `${server.address}/film.mp4${telling ? `?for=${TOKEN}` : ''}` }] : [],
})

beforeAll(async () => {
  vault = await openTestArchive()
  server = await replay(({ url }) => {
    if (url.pathname.endsWith('/lookup')) return { json: { id: '1' } }
    if (url.pathname === '/film.mp4') return { headers: { 'content-type': 'video/mp4' }, bytes: film }
    if (url.pathname !== PATH) return undefined
    const before = Number(url.searchParams.get('max_id') ?? 51)
    if (before === 31 && busy) return { status: 429, headers: { 'retry-after': '1000' }, json: {} }
    return {
      json: Array.from({ length: 10 }, (_, nth) => before - 1 - nth).flatMap((id) => (id > 0 ? [status(id)] : [])),
    }
  })
})
afterAll(async () => {
  await server.stop()
  await vault.close()
})

/** Begins a capture of an account of its own, and kills it while it waits for the third page. */
async function killed(handle: string): Promise<JobId> {
  busy = true
  const from = server.asked.length
  const draft = { platform: 'mastodon', handle, name: '', department: '', liaison: '', nativeId: null }
  const { id: account } = await vault.call(accountAdd, draft)
  vault.archive.credential(account, { token: TOKEN }, false)
  const job = await beginCapture(vault, { account, way: 'api/mastodon', scope: { address: server.address } })
  vault = await killedAt(vault, job, () => expect(asked(from)).toContain('31'))
  vault.archive.credential(account, { token: TOKEN }, false)
  busy = false
  return job
}

const resumed = (id: JobId) => resumedCapture(vault, id)

/** Pages of statuses that were asked for, by the item that they come after. */
const asked = (from = 0) =>
  server.asked
    .slice(from)
    .filter(({ url }) => url.pathname === PATH)
    .map(({ url }) => url.searchParams.get('max_id') ?? 'first')

test('it goes on after the last page that it had: one accession, every post once, nothing asked for twice', async () => {
  const job = await killed('killed')
  expect(asked()).toEqual(['first', '41', '31'])
  const ran = await resumed(job)
  expect(ran).toMatchObject({ outcome: 'complete', unexplained: 0 })
  expect(ran.sentence).toContain('50 items were seen')
  expect(asked()).toEqual(['first', '41', '31', '31', '21', '11', '1'])
  expect(server.asked.filter(({ url }) => /lookup|film/.test(url.pathname))).toHaveLength(2)

  const [accession, ...others] = await vault.call(accessionList, {})
  expect(others).toEqual([])
  const search = 'account:killed kind:post'
  const { rows } = await vault.call(recordPage, { search, before: null, limit: 100, live: false })
  expect(new Set(rows.map(({ nativeId }) => nativeId)).size).toBe(50)
  const { facts } = await vault.call(captureShow, { capture: ran.capture })
  expect(facts?.stop.met).toBe(true)
  expect(facts?.limits.map(({ sentence }) => sentence).join()).toContain(
    'broke off after 4 answers, and was gone on with',
  )
  const read = await readWacz(packageOf(vault.folder, accession?.packages[0]?.id ?? ''))
  expect(read.faults).toEqual([])
  expect(readdirSync(join(vault.folder, 'staging'))).toEqual([])
})

test('an address that holds the log-in is not written down: it goes on from the answer before', async () => {
  telling = true
  const before = server.asked.length
  const job = await killed('telling')
  const journal = join(vault.folder, 'staging', `capture-${job}`, 'journal.jsonl')
  expect(readFileSync(journal, 'utf8').trim().split('\n')).toHaveLength(2)
  expect(plantedIn(vault.folder, [TOKEN])).toEqual([])
  expect(await resumed(job)).toMatchObject({ outcome: 'complete', unexplained: 0 })
  expect(asked(before)).toEqual(['first', '41', '31', '41', '31', '21', '11', '1'])
  expect(server.asked.slice(before).filter(({ url }) => url.pathname.endsWith('/lookup'))).toHaveLength(1)
  expect(plantedIn(vault.folder, [TOKEN])).toEqual([])
})
