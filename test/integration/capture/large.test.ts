// Answers that are too large for memory: they are kept, read item by item as they stream, and what they lead to is asked for.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureRun, captureShow } from '../../../shared/contract/capture.ts'
import { accessionList, accessionReconciliation } from '../../../shared/contract/intake.ts'
import { mappingSave } from '../../../shared/contract/mapping.ts'
import { recordPage, recordShow } from '../../../shared/contract/record.ts'
import { Mapping } from '../../../shared/domain/intake/mapping.ts'
import { DID } from '../../fixtures/bluesky.ts'
import { largeRepository } from '../../fixtures/bluesky-large.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { asks, rules, told } from '../../support/json-interface.ts'
import { plantedIn } from '../../support/planted.ts'
import { type Replay, replay } from '../../support/replay.ts'
import { TOKEN } from '../../support/replay-paths.ts'
import { packageOf, readWacz } from '../../support/wacz.ts'

const ITEMS = 1000
/** 40 KB each. */
const words = (id: number) => `Notice ${id} ${'of the town of Alder Bay '.repeat(1700)}${TOKEN}`
const body = Buffer.from(
  JSON.stringify({
    data: {
      posts: Array.from({ length: ITEMS }, (_, nth) =>
        told({ id: nth + 1, words: words(nth + 1) }, { pictures: nth === 700 ? [{ url: '/a.png' }] : [] }),
      ),
    },
    next: '/posts?after=1000',
  }),
)
const repository = largeRepository(6000, (nth) => ({
  at: Date.UTC(2026, 0, 1) + nth * 60_000,
  text: `Post ${nth} ${'of the town of Alder Bay '.repeat(120)}`,
}))
const car = Buffer.concat([...repository.car])
let vault: TestArchive
let server: Replay

beforeAll(async () => {
  vault = await openTestArchive()
  server = await replay(({ url }) => {
    if (url.pathname.endsWith('/com.atproto.repo.describeRepo'))
      return { json: { did: DID, handle: 'city.test', didDoc: JSON.parse(repository.didDocument) } }
    if (url.pathname.endsWith('/com.atproto.sync.getRepo'))
      return { headers: { 'content-type': 'application/vnd.ipld.car' }, bytes: car }
    if (url.pathname === '/a.png') return { headers: { 'content-type': 'image/png' }, bytes: Buffer.from('a picture') }
    return url.searchParams.get('after') === null
      ? { headers: { 'content-type': 'application/json' }, bytes: body }
      : { json: { data: { posts: [told({ id: 5000, words: 'The last one' })] }, next: null } }
  })
  vault.archive.credential(vault.account, { token: TOKEN }, false)
})
afterAll(async () => {
  await server.stop()
  await vault.close()
})

test('each item of an answer of 40 MB is a record, the page after it is asked for, and its picture is kept', async () => {
  expect(body.length).toBeGreaterThan(40 << 20)
  const { account } = vault
  const name = Mapping.shape.name.parse('Large')
  await vault.call(mappingSave, { mapping: { name, rules: rules(asks({ by: 'link', column: 'next' })) } })
  const scope = { address: `${server.address}/posts`, mapping: { name, version: 1 } }
  const ran = await vault.run(captureRun, { account, way: 'api/json', scope })
  expect(ran).toMatchObject({ outcome: 'complete', sentence: `${ITEMS + 1} items were seen.`, unexplained: 0 })
  const { capture } = await vault.call(captureShow, { capture: ran.capture })
  expect(capture.items).toBe(ITEMS + 1)

  const { rows } = await vault.call(recordPage, { search: '"Notice 701"', before: null, limit: 5, live: false })
  const shown = await vault.call(recordShow, { id: rows[0]?.id ?? 0 })
  expect(shown.versions[0]?.text).toBe(words(701).replace(TOKEN, '*'.repeat(TOKEN.length)))
  expect(shown.versions[0]?.media[0]?.size).toBe(9)

  // The place that stands with the record is where its bytes are.
  const [accession] = await vault.call(accessionList, {})
  const wacz = await readWacz(packageOf(vault.folder, accession?.packages[0]?.id ?? ''))
  expect(wacz.faults).toEqual([])
  const seen = shown.versions[0]?.observations[0]
  // The WARC comes last of its bytes, unpacked.
  const start = wacz.bytes.indexOf('WARC/1.1') + (seen?.start ?? 0)
  const own = wacz.bytes.subarray(start, start + (seen?.length ?? 0))
  expect(JSON.parse(own.toString())).toMatchObject({ id: 701 })
  expect(createHash('sha256').update(own).digest('hex')).toBe(seen?.digest)
  expect(plantedIn(vault.folder, [TOKEN])).toEqual([])
})

test('each post of a repository of 18 MB, which lies in a file as it comes, is a record, and its signature is verified', async () => {
  expect(car.length).toBeGreaterThan(16 << 20)
  const { account } = vault
  const scope = { address: server.address, kinds: ['posts'] }
  const ran = await vault.run(captureRun, { account, way: 'api/bluesky', scope })
  expect(ran).toMatchObject({ outcome: 'complete', unexplained: 0 })
  const [accession] = await vault.call(accessionList, {})
  const reconciliation = await vault.call(accessionReconciliation, { accession: accession?.id ?? 0 })
  expect(reconciliation?.totals).toMatchObject({ stored: 6000, failed: 0, unexplained: 0 })
  expect([reconciliation?.findings, JSON.stringify(reconciliation)]).toEqual([
    [],
    expect.stringContaining('Its signature was verified by the key that the account’s server names.'),
  ])
})
