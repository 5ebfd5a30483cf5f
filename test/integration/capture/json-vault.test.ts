// An interface that nobody knows, captured into a vault by a mapping: edits and deletions between two captures, versions of the mapping, refusals.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { captureCompare, captureList, captureRun } from '../../../shared/contract/capture.ts'
import { accessionList } from '../../../shared/contract/intake.ts'
import { mappingSave } from '../../../shared/contract/mapping.ts'
import { recordPage, recordShow } from '../../../shared/contract/record.ts'
import type { Asking } from '../../../shared/domain/intake/asking.ts'
import { Mapping, type MappingRules } from '../../../shared/domain/intake/mapping.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { asks, rules, some, told } from '../../support/json-interface.ts'
import { plantedIn } from '../../support/planted.ts'
import { type Replay, replay } from '../../support/replay.ts'
import { TOKEN } from '../../support/replay-paths.ts'
import { packageOf, readWacz } from '../../support/wacz.ts'

describe('in a vault', () => {
  let vault: TestArchive
  let server: Replay
  let items = some(1, 5)
  const asking = asks({ by: 'offset', parameter: 'skip' }, { column: 'count' })
  const name = Mapping.shape.name.parse('Town posts')
  const save = (more: Partial<MappingRules> = {}, how: Asking | null = asking) =>
    vault.call(mappingSave, { mapping: { name, rules: rules(how, more) } })
  const capture = (mapping: { readonly name: string; readonly version: number } | undefined) =>
    vault.run(captureRun, {
      account: vault.account,
      way: 'api/json',
      scope: {
        address: `${server.address}/api/posts?order=asc`,
        ...(mapping === undefined ? {} : { mapping: { name, version: mapping.version } }),
      },
    })

  beforeAll(async () => {
    vault = await openTestArchive()
    server = await replay(({ url, headers }) => {
      if (url.pathname === '/a.png')
        return { headers: { 'content-type': 'image/png' }, bytes: Buffer.from('a picture') }
      if (headers.authorization !== `Bearer ${TOKEN}`) return { status: 401, json: {} }
      const skip = Number(url.searchParams.get('skip'))
      const posts = items
        .slice(skip, skip + 2)
        .map((one) => told(one, { pictures: one.id === 2 ? [{ url: '/a.png' }] : [] }))
      return { json: { data: { posts }, count: items.length, echo: TOKEN } }
    })
    vault.archive.credential(vault.account, { token: TOKEN }, false)
  })
  afterAll(async () => {
    await server.stop()
    await vault.close()
  })

  test('what was edited, deleted and written between two captures is said exactly; pictures are kept, the token is not', async () => {
    const saved = await save()
    const first = await capture(saved)
    expect(first.sentence).toBe('5 items were seen.')
    expect(first).toMatchObject({ outcome: 'complete', unexplained: 0 })
    items = [
      ...items.filter(({ id }) => id !== 4).map((one) => (one.id === 2 ? { ...one, words: 'Other words' } : one)),
      { id: 6, words: 'Notice 6' },
    ]
    const second = await capture(saved)
    expect(second).toMatchObject({ outcome: 'complete', unexplained: 0 })
    const compared = await vault.call(captureCompare, { one: first.capture, other: second.capture })
    const named = (list: readonly { readonly nativeId: string }[]) => list.map(({ nativeId }) => nativeId).toSorted()
    expect(named(compared.changed)).toEqual(['2'])
    expect(named(compared.gone)).toEqual(['4'])
    expect(named(compared.same)).toEqual(['1', '3', '5'])
    expect([...named(compared.new), ...named(compared.outOfRange), ...named(compared.notReached)]).toEqual(['6'])

    const { rows } = await vault.call(recordPage, { search: 'words', before: null, limit: 5, live: false })
    const shown = await vault.call(recordShow, { id: rows[0]?.id ?? 0 })
    expect(shown.versions.map(({ text }) => text)).toEqual(['Notice 2', 'Other words'])
    expect(shown.versions[1]?.media[0]).toMatchObject({ size: 9, digest: expect.stringMatching(/^[0-9a-f]{64}$/) })

    const [accession] = await vault.call(accessionList, {})
    const wacz = await readWacz(packageOf(vault.folder, accession?.packages[0]?.id ?? ''))
    expect(wacz.faults).toEqual([])
    expect(wacz.bytes.includes(`urn:mapping:Town%20posts:${saved.version}`)).toBe(true)
    expect(wacz.bytes.includes(saved.digest)).toBe(true)
    expect(plantedIn(vault.folder, [TOKEN])).toEqual([])
  })

  test('a capture is read by the version that it names, whatever is saved later; two versions are not compared', async () => {
    const [before] = await vault.call(captureList, {})
    const other = await save({ fields: { id: 'link', text: 'by' } })
    expect(other.version).toBe(2)
    expect(await capture({ name, version: 1 })).toMatchObject({ outcome: 'complete' })
    const newer = await capture(other)
    await expect(vault.call(captureCompare, { one: before?.id ?? 0, other: newer.capture })).rejects.toThrow(
      'not of one scope',
    )
  })

  test('without a mapping, with one that is not there, or with one that says nothing of the next page, nothing is captured', async () => {
    const had = (await vault.call(captureList, {})).length
    const asked = server.asked.length
    await expect(capture(undefined)).rejects.toThrow('Say by which mapping')
    await expect(capture({ name, version: 99 })).rejects.toThrow('no version 99')
    const table = await save({}, null)
    await expect(capture(table)).rejects.toThrow('not how the interface is asked')
    expect((await vault.call(captureList, {})).length).toBe(had)
    expect(server.asked.length).toBe(asked)
  })
})
