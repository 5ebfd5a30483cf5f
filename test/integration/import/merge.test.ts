// What a clerk can rely on when two records are one: one record with the versions of both, and two again on demand, exactly as they were.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  intakeWithdraw,
  lockList,
  recordAlike,
  recordJoin,
  recordLock,
  recordMerge,
  recordRemove,
  recordSeparate,
  recordSplit,
  recordUnlock,
} from '../../../shared/contract/correction.ts'
import { holdPlace } from '../../../shared/contract/hold.ts'
import { accessionList, intakeImport } from '../../../shared/contract/intake.ts'
import { recordOutline, recordPage, recordShow, recordSource } from '../../../shared/contract/record.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import type { TestArchive } from '../../support/archive.ts'
import { workplace } from '../../support/vaults.ts'
import { holding, post, xFiles } from '../../support/x-files.ts'

const { folder, vault, closeAfter } = workplace('merge')
const reason = 'The same notice, posted twice by the scheduler'

let made = 0
async function take(one: TestArchive, posts: readonly unknown[]) {
  made += 1
  const path = join(folder, `export-${made}.zip`)
  writeFileSync(path, rawZip(Object.entries(xFiles(posts)).map(([name, data]) => ({ name, data, method: 8 }))))
  const sources = [one.archive.grant(path, 'read').grant]
  return (await one.run(intakeImport, { sources, account: one.account, platform: null })).accession
}
const found = async (one: TestArchive, search: string) =>
  (await one.call(recordPage, { search, before: null, limit: 100, live: false })).rows
const problems = async (one: TestArchive) => (await one.run(vaultVerify, {})).findings

/** Two posts of one moment with the same words under two numbers; the second comes with the second import. */
async function twins() {
  const one = await vault()
  const twin = { tweet: { ...post(1, 'Water main repair on Fir Street').tweet, id_str: '5555' } }
  await take(one, [post(1, 'Water main repair on Fir Street'), post(2)])
  await take(one, [post(1, 'Water main repair on Fir Street'), post(2), twin])
  const rows = await found(one, '"Fir Street"')
  const [a, b] = rows.map(({ id }) => id)
  if (a === undefined || b === undefined) throw new Error('the twins are not there')
  return { one, a, b, twin }
}
const shown = (one: TestArchive, id: RecordId) => one.call(recordShow, { id })

describe('two records that are one', () => {
  it('are told to be alike, become one with one version of the same words and all sightings, and later imports find it by either number', async () => {
    const { one, a, b, twin } = await twins()
    expect((await one.call(recordAlike, { id: a })).alike).toMatchObject([
      { row: { id: b }, why: 'It has the same words at the same moment.' },
    ])
    const { kept, merge } = await one.call(recordMerge, { one: a, other: b, reason })
    const rows = await found(one, '"Fir Street"')
    expect(rows).toMatchObject([{ id: kept, versions: 1 }])
    const detail = await shown(one, kept)
    expect(detail.versions.map(({ observations }) => observations.map(({ accession }) => Number(accession)))).toEqual([
      [1, 2, 2],
    ])
    expect((await one.call(recordAlike, { id: kept })).merges).toMatchObject([{ id: merge, reason }])
    await take(one, [post(1, 'Water main repair on Fir Street'), post(2), twin])
    expect((await one.call(accessionList, {}))[0]?.records).toBe(0)
    expect(await found(one, '"Fir Street"')).toHaveLength(1)
    expect(await problems(one)).toEqual([])
  })

  it('are two again after a split, with their numbers, versions and sightings, a hold on both', async () => {
    const { one, a, b } = await twins()
    const before = [await shown(one, a), await shown(one, b)]
    const { merge } = await one.call(recordMerge, { one: a, other: b, reason })
    const scope = { search: '"Fir Street"', accounts: [], from: null, to: null, recordIds: [] }
    await one.call(holdPlace, { label: 'M', basis: 'audit', orderedBy: 'A', document: null, scope })
    await one.call(recordSplit, { merge })
    expect([await shown(one, a), await shown(one, b)]).toEqual(before)
    expect((await found(one, 'hold:M')).map(({ id }) => id).sort()).toEqual([a, b].sort())
    expect(await problems(one)).toEqual([])
    await expect(one.call(recordSplit, { merge })).rejects.toThrow('undone before')
    const again = await one.call(recordMerge, { one: a, other: b, reason })
    await one.call(recordSplit, { merge: again.merge })
    expect([await shown(one, a), await shown(one, b)]).toEqual(before)
  })

  it('are refused where they are one record, unknown, or merged in another order than they are split', async () => {
    const { one, a, b } = await twins()
    const [third] = await found(one, '"Notice 2"')
    if (third === undefined) throw new Error('the third is not there')
    await expect(one.call(recordMerge, { one: a, other: a, reason })).rejects.toThrow('with itself')
    const first = await one.call(recordMerge, { one: a, other: b, reason })
    const second = await one.call(recordMerge, { one: first.kept, other: third.id, reason })
    await expect(one.call(recordSplit, { merge: first.merge })).rejects.toThrow(`Merge ${second.merge}`)
    await one.call(recordSplit, { merge: second.merge })
    await one.call(recordSplit, { merge: first.merge })
    expect((await found(one, 'kind:post')).map(({ id }) => id)).toEqual(expect.arrayContaining([a, b, third.id]))
    expect(await problems(one)).toEqual([])
  })
})

describe('a version that is not the record', () => {
  it('becomes a record of its own, is told of on both, and is put back', async () => {
    const one = await vault()
    await take(one, [post(1, 'Hydrant flushing')])
    await take(one, [post(1, 'Council agenda')])
    const [row] = await found(one, 'kind:post')
    if (row === undefined) throw new Error('it is not there')
    const before = await shown(one, row.id)
    const made = await one.call(recordSeparate, { record: row.id, version: 1, reason })
    expect((await found(one, 'kind:post')).map(({ text, versions }) => [text, versions]).sort()).toEqual([
      ['Council agenda', 1],
      ['Hydrant flushing', 1],
    ])
    const told = { id: made.separation, from: row.id, record: made.record, reason }
    for (const id of [row.id, made.record]) {
      expect((await one.call(recordAlike, { id })).separations).toMatchObject([told])
    }
    await expect(one.call(recordSeparate, { record: row.id, version: 1, reason })).rejects.toThrow('only this version')
    expect(await problems(one)).toEqual([])
    await one.call(recordJoin, { separation: made.separation })
    expect(await shown(one, row.id)).toEqual(before)
    await expect(one.call(recordJoin, { separation: made.separation })).rejects.toThrow('undone before')
    expect(await problems(one)).toEqual([])
  })
})

describe('a record that is locked', () => {
  it('is found by no search and shown to nobody, until an order lifts it', async () => {
    const one = await vault()
    await take(one, [post(1, 'Sealed words'), post(2)])
    const [row] = await found(one, '"Sealed words"')
    if (row === undefined) throw new Error('it is not there')
    const { id } = row
    expect(await one.call(recordLock, { records: [id], basis: 'court-sealed', reason: 'Order of the court' })).toEqual({
      locked: 1,
    })
    expect(await found(one, '"Sealed words"')).toEqual([])
    expect(await found(one, 'locked')).toMatchObject([{ id, locked: 'court-sealed', text: '', author: '', media: 0 }])
    await expect(shown(one, id)).rejects.toMatchObject({ code: 'RECORD_LOCKED' })
    await expect(one.call(recordSource, { id, version: 1 })).rejects.toMatchObject({ code: 'RECORD_LOCKED' })
    const total = (await one.call(recordOutline, { search: 'kind:post', every: 500, live: false })).total
    expect(total).toBe(1)
    const order = { name: 'order.pdf', bytes: Buffer.from('%PDF-1.4 order').toString('base64') }
    await one.call(recordUnlock, { record: id, order })
    expect(await found(one, '"Sealed words"')).toHaveLength(1)
    expect(await problems(one)).toEqual([])
  })
})

describe('a record that is removed under an order', () => {
  const order = { name: 'order.pdf', bytes: Buffer.from('%PDF-1.4 order').toString('base64') }
  const words = 'Sealed juvenile words 7731'

  it('is in no byte of the vault, while everything else proves itself; and a later export does not bring it back', async () => {
    const one = await vault()
    await take(one, [post(1, words), post(2)])
    const [row] = await found(one, '7731')
    if (row === undefined) throw new Error('it is not there')
    const refusal = (await one.start(recordRemove, { record: row.id, order })).problem
    expect(refusal).toMatchObject({ code: 'CORRECTION_REFUSED', sentence: expect.stringContaining('is not locked') })
    await one.call(recordLock, { records: [row.id], basis: 'court-sealed', reason: 'Order' })
    expect((await one.run(recordRemove, { record: row.id, order })).members).toBeGreaterThan(0)
    expect(await problems(one)).toEqual([])
    expect((await one.call(lockList, {}))[0]).toMatchObject({ record: row.id, endedHow: 'removed' })
    await take(one, [post(1, words), post(2), post(3)])
    expect((await found(one, 'kind:post')).map(({ text }) => text).sort()).toEqual(['Notice 2', 'Notice 3'])
    expect(await problems(one)).toEqual([])
    const again = await one.reopen()
    closeAfter(again)
    expect(await problems(again)).toEqual([])
    await again.archive.close()
    expect(holding(again.folder, words)).toEqual([])
    expect(holding(again.folder, '7731')).toEqual([])
  })

  it('is kept while a hold is on it', async () => {
    const one = await vault()
    await take(one, [post(1, words)])
    const [row] = await found(one, '7731')
    if (row === undefined) throw new Error('it is not there')
    const scope = { search: '7731', accounts: [], from: null, to: null, recordIds: [] }
    await one.call(holdPlace, { label: 'M', basis: 'litigation', orderedBy: 'A', document: null, scope })
    await one.call(recordLock, { records: [row.id], basis: 'unlawful', reason: 'Order' })
    expect((await one.start(recordRemove, { record: row.id, order })).problem?.sentence).toContain('under a hold')
    expect(await found(one, 'locked')).toHaveLength(1)
  })

  it('is kept while a hold on its account covers it, though it came after the hold', async () => {
    const one = await vault()
    const scope = { search: null, accounts: [one.account], from: null, to: null, recordIds: [] }
    await one.call(holdPlace, { label: 'Ruiz', basis: 'litigation', orderedBy: 'A', document: null, scope })
    await take(one, [post(1, words)])
    const [row] = await found(one, '7731')
    if (row === undefined) throw new Error('it is not there')
    await one.call(recordLock, { records: [row.id], basis: 'unlawful', reason: 'Order' })
    expect((await one.start(recordRemove, { record: row.id, order })).problem?.sentence).toContain('held by Ruiz')
  })

  it('leaves an import that can be withdrawn, and a number that a new record can have', async () => {
    const one = await vault()
    const accession = await take(one, [post(1, words), post(2)])
    const [row] = await found(one, '7731')
    if (row === undefined) throw new Error('it is not there')
    await one.call(recordLock, { records: [row.id], basis: 'unlawful', reason: 'Order' })
    await one.run(recordRemove, { record: row.id, order })
    const other = { tweet: { ...post(1, 'Another at that second').tweet, id_str: '777' } }
    await take(one, [other])
    const [newer] = await found(one, '"Another at that second"')
    if (newer === undefined) throw new Error('the newer one is not there')
    expect((await shown(one, newer.id)).versions.map(({ observations }) => observations.length)).toEqual([1])
    await one.run(intakeWithdraw, { accession, reason })
    expect((await found(one, 'kind:post')).map(({ text }) => text)).toEqual(['Another at that second'])
    expect(await problems(one)).toEqual([])
  })
})
