// What a clerk can rely on when a record is restricted: it is shown only on purpose, stops a packet until reviewed, and nothing of that is lost.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { intakeWithdraw, recordLock } from '../../../shared/contract/correction.ts'
import { queuePage, queueSuggest } from '../../../shared/contract/decision.ts'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { ledgerPage } from '../../../shared/contract/ledger.ts'
import {
  recordComplete,
  recordExport,
  recordFacets,
  recordPage,
  recordShow,
  recordSource,
} from '../../../shared/contract/record.ts'
import { packetBuild, requestOpen } from '../../../shared/contract/request.ts'
import {
  restrictionFound,
  restrictionLift,
  restrictionOf,
  restrictionOpen,
  restrictionPlace,
  restrictionReview,
  restrictionUndo,
} from '../../../shared/contract/restriction.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { RecordId, RequestId } from '../../../shared/domain/id.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import type { TestArchive } from '../../support/archive.ts'
import { workplace } from '../../support/vaults.ts'
import { holding, post, xFiles } from '../../support/x-files.ts'

const { folder, vault } = workplace('restricted')

let made = 0
async function take(one: TestArchive, posts: readonly unknown[]) {
  made += 1
  const path = join(folder, `export-${made}.zip`)
  writeFileSync(path, rawZip(Object.entries(xFiles(posts)).map(([name, data]) => ({ name, data, method: 8 }))))
  const input = { sources: [one.archive.grant(path, 'read').grant], account: one.account, platform: null }
  return (await one.run(intakeImport, input)).accession
}
const found = async (one: TestArchive, search: string) =>
  (await one.call(recordPage, { search, before: null, limit: 100, live: false })).rows
const only = async (one: TestArchive, search: string) => {
  const [row] = await found(one, search)
  if (row === undefined) throw new Error('it is not there')
  return row.id
}
const problems = async (one: TestArchive) => (await one.run(vaultVerify, {})).findings
const juvenile = { ground: 'juvenile', words: null, reason: 'Names a student of 14' } as const
const words = 'Quillwort student 7731'

describe('a restricted record', () => {
  it('is found by its words, but says only its ground, in lists, queue, source and files, until it is opened on purpose', async () => {
    const one = await vault()
    await take(one, [post(1, words), post(2)])
    const id = await only(one, 'Quillwort')
    expect(await one.call(restrictionPlace, { records: [id], restriction: juvenile })).toEqual({
      restricted: 1,
      already: 0,
    })
    const restricted = { ground: 'juvenile', words: null }
    expect(await found(one, 'Quillwort')).toMatchObject([{ id, text: '', author: '', restricted, locked: null }])
    const queue = await one.call(queuePage, { search: 'Quillwort', before: null, limit: 5 })
    expect(queue.items).toMatchObject([{ row: { id, text: '', restricted } }])
    expect(await one.call(queueSuggest, { records: [id] })).toEqual([])
    await expect(one.call(recordShow, { id })).rejects.toMatchObject({
      code: 'RECORD_RESTRICTED',
      message: expect.stringContaining('Restricted: Juvenile'),
    })
    await expect(one.call(recordSource, { id, version: 1 })).rejects.toMatchObject({ code: 'RECORD_RESTRICTED' })
    const path = join(folder, 'list.csv')
    await one.run(recordExport, { search: '', live: false, format: 'csv', to: one.archive.grant(path, 'write').grant })
    expect(readFileSync(path, 'utf8')).toContain('Restricted: Juvenile')
    expect(readFileSync(path, 'utf8')).not.toContain('Quillwort')

    await one.call(restrictionOpen, { record: id })
    const [entry] = await one.call(ledgerPage, { before: null, limit: 1 })
    expect(entry).toMatchObject({ kind: 'restriction.open' })
    expect(JSON.stringify(entry)).toContain(String(id))
    expect((await one.call(recordShow, { id, opened: true })).versions[0]?.text).toBe(words)
    expect(await found(one, 'Quillwort')).toMatchObject([{ text: '' }])
    expect(await problems(one)).toEqual([])
  })

  it('is asked for by the words “restricted” and “restricted:ground”, offered while typing and counted', async () => {
    const one = await vault()
    await take(one, [post(1), post(2), post(3)])
    const [first, second] = (await found(one, 'kind:post')).map(({ id }) => id)
    if (first === undefined || second === undefined) throw new Error('they are not there')
    await one.call(restrictionPlace, { records: [first], restriction: juvenile })
    const other = { ground: 'other', words: 'Medical', reason: 'A diagnosis' } as const
    await one.call(restrictionPlace, { records: [second], restriction: other })
    const ids = async (search: string) => (await found(one, search)).map(({ id }) => id)
    expect(await ids('restricted')).toEqual([first, second])
    expect(await ids('restricted:juvenile')).toEqual([first])
    expect(await ids('kind:post -restricted')).toHaveLength(1)
    expect(await ids('kind:post -restricted:other')).toHaveLength(2)
    const page = await one.call(recordPage, { search: 'restricted:nobody', before: null, limit: 1, live: false })
    expect(page.problems[0]).toContain('juvenile, victim, booking-photo, sealed, other')
    const offered = async (search: string) =>
      (await one.call(recordComplete, { search, at: search.length, limit: 20 })).items
    expect((await offered('restr')).map(({ query }) => query)).toEqual(['restricted:', 'restricted '])
    expect(await offered('restricted:')).toMatchObject([
      { value: 'juvenile', count: 1 },
      { value: 'other', count: 1 },
      { value: 'victim', count: 0 },
      { value: 'booking-photo', count: 0 },
      { value: 'sealed', count: 0 },
    ])
    const { facets } = await one.call(recordFacets, { search: 'kind:post', live: false })
    const facet = facets.find(({ name }) => name === 'restricted')
    expect(facet?.values.map(({ value, count }) => [value, count])).toEqual([
      ['restricted', 2],
      ['juvenile', 1],
      ['other', 1],
    ])
    const authors = await offered('author:')
    expect(authors.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBeLessThan((await found(one, '')).length)
  })

  it('can change its ground and be lifted; who, when and why of each stays written down', async () => {
    const one = await vault()
    await take(one, [post(1, words)])
    const id = await only(one, '7731')
    await one.call(restrictionPlace, { records: [id], restriction: juvenile })
    expect(await one.call(restrictionPlace, { records: [id], restriction: juvenile })).toEqual({
      restricted: 0,
      already: 1,
    })
    const sealed = { ground: 'sealed', words: null, reason: 'Order of May 3' } as const
    await one.call(restrictionPlace, { records: [id], restriction: sealed })
    await one.call(restrictionLift, { record: id, reason: 'Unsealed' })
    expect(await one.call(restrictionOf, { record: id })).toMatchObject([
      { ground: 'sealed', reason: 'Order of May 3', by: 'clerk', endedReason: 'Unsealed', endedBy: 'clerk' },
      { ground: 'juvenile', reason: 'Names a student of 14', endedReason: 'Order of May 3' },
    ])
    expect(await found(one, '7731')).toMatchObject([{ text: words, restricted: null }])
    await expect(one.call(restrictionLift, { record: id, reason: 'Again' })).rejects.toMatchObject({
      code: 'RESTRICTION_REFUSED',
    })
    await expect(
      one.call(restrictionPlace, { records: [id, RecordId.parse(7)], restriction: juvenile }),
    ).rejects.toMatchObject({ code: 'RECORD_UNKNOWN' })
    expect(await found(one, 'restricted')).toEqual([])
  })

  it('leaves nothing behind when its import is withdrawn', async () => {
    const one = await vault()
    const accession = await take(one, [post(1, words)])
    const id = await only(one, '7731')
    await one.call(restrictionPlace, { records: [id], restriction: juvenile })
    await one.run(intakeWithdraw, { accession, reason: 'The wrong archive' })
    expect(await one.call(restrictionOf, { record: id })).toEqual([])
    expect(await problems(one)).toEqual([])
  })
})

describe('everything that a search finds', () => {
  it('is restricted as one act, and undone at once but for what was decided since', async () => {
    const one = await vault()
    await take(one, [post(1), post(2), post(3), post(4)])
    const [before, changed] = (await found(one, 'kind:post')).map(({ id }) => id)
    if (before === undefined || changed === undefined) throw new Error('they are not there')
    await one.call(restrictionPlace, { records: [before], restriction: juvenile })
    const victim = { ground: 'victim', words: null, reason: 'Witnesses' } as const
    const { act, ...done } = await one.run(restrictionFound, { search: 'kind:post', restriction: victim })
    expect(done).toEqual({ restricted: 3, already: 1 })
    if (act === null) throw new Error('it came to nothing')
    expect(await one.call(restrictionOf, { record: changed })).toMatchObject([{ ground: 'victim', act, by: 'clerk' }])
    await one.call(restrictionPlace, { records: [changed], restriction: juvenile })
    expect(await one.call(restrictionUndo, { act })).toEqual({ lifted: 2 })
    expect((await found(one, 'restricted')).map(({ id }) => id)).toEqual([before, changed])
    await expect(one.call(restrictionUndo, { act })).rejects.toMatchObject({ code: 'RESTRICTION_REFUSED' })
    expect(await one.run(restrictionFound, { search: 'Nothing7', restriction: victim })).toEqual({
      act: null,
      restricted: 0,
      already: 0,
    })
  })
})

describe('a packet whose records include a restricted one', () => {
  const id = RequestId.parse('26-0001')

  async function asked(one: TestArchive) {
    await one.call(requestOpen, {
      id,
      receivedOn: LocalDate.parse('2026-11-16'),
      channel: 'portal',
      requester: 'R. Ortiz',
      text: 'All posts',
      immediateDisclosure: false,
      accounts: [one.account],
      from: null,
      to: null,
      search: 'kind:post',
    })
  }

  it('is refused with the record named, until a named person has reviewed it; a later version is reviewed anew', async () => {
    const one = await vault()
    await take(one, [post(1, words), post(2)])
    const record = await only(one, '7731')
    await asked(one)
    await one.call(restrictionPlace, { records: [record], restriction: juvenile })
    const build = () => one.start(packetBuild, { request: id, to: null, whole: true })
    const refused = await build()
    expect(refused.problem?.code).toBe('RECORD_UNREVIEWED')
    expect(refused.problem?.sentence).toContain(
      `Record ${record} is restricted, and nobody has reviewed it for release.`,
    )
    expect(refused.problem?.sentence).toContain('No packet was made.')

    await one.call(restrictionReview, { record, release: true, reason: 'The name is public' })
    expect((await build()).state).toBe('succeeded')
    expect(await one.call(restrictionOf, { record })).toMatchObject([
      { review: { release: true, current: true, reason: 'The name is public', by: 'clerk' } },
    ])

    await take(one, [post(1, `${words}, edited`), post(2)])
    expect(await one.call(restrictionOf, { record })).toMatchObject([{ review: { release: true, current: false } }])
    expect((await build()).problem?.code).toBe('RECORD_UNREVIEWED')
    await one.call(restrictionReview, { record, release: true, reason: 'Only a comma' })
    expect((await build()).state).toBe('succeeded')
    await one.call(restrictionReview, { record, release: false, reason: 'The family wrote' })
    expect((await build()).problem?.code).toBe('RECORD_UNREVIEWED')
    await one.call(restrictionLift, { record, reason: 'An adult since' })
    expect((await build()).state).toBe('succeeded')
    expect(await problems(one)).toEqual([])
  })
})

describe('a locked record', () => {
  it('is listed by its ground in words, and no facet tells what media it has', async () => {
    const one = await vault()
    const url = 'https://t.co/abc'
    const urls = [{ url, expanded_url: 'https://example.org/', display_url: 'example.org', indices: ['23', '39'] }]
    const linked = { tweet: { ...post(1, `${words} ${url}`).tweet, entities: { urls } } }
    await take(one, [linked, post(2)])
    const id = await only(one, '7731')
    const facetOf = async (search: string) =>
      (await one.call(recordFacets, { search, live: false })).facets.find(({ name }) => name === 'media')?.values
    expect(await facetOf('7731')).toMatchObject([{ value: 'link', count: 1 }])
    await one.call(recordLock, { records: [id], basis: 'court-sealed', reason: 'Order' })
    const path = join(folder, 'locked.csv')
    const to = one.archive.grant(path, 'write').grant
    await one.run(recordExport, { search: 'locked', live: false, format: 'csv', to })
    expect(holding(folder, 'Locked: Sealed by a court')).toContain('locked.csv')
    expect(await facetOf('locked')).toEqual([])
  })
})
