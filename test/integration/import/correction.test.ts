// What a clerk can rely on when an import was wrong: taken back, moved or set aside, and refused where that would lose something.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  intakeBringBack,
  intakeMove,
  intakeSetAside,
  intakeWithdraw,
  recordLock,
} from '../../../shared/contract/correction.ts'
import { holdPlace } from '../../../shared/contract/hold.ts'
import { accessionList, intakeImport } from '../../../shared/contract/intake.ts'
import { accountAdd } from '../../../shared/contract/people.ts'
import { recordOutline, recordPage } from '../../../shared/contract/record.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import type { AccessionId, AccountId } from '../../../shared/domain/id.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import type { TestArchive } from '../../support/archive.ts'
import { workplace } from '../../support/vaults.ts'
import { filesBelow, holding, post, xFiles } from '../../support/x-files.ts'

const { folder, vault, closeAfter } = workplace('correction')

let made = 0
async function take(
  one: TestArchive,
  posts: readonly unknown[],
  account: AccountId = one.account,
): Promise<AccessionId> {
  made += 1
  const path = join(folder, `export-${made}.zip`)
  writeFileSync(path, rawZip(Object.entries(xFiles(posts)).map(([name, data]) => ({ name, data, method: 8 }))))
  const input = { sources: [one.archive.grant(path, 'read').grant], account, platform: null }
  return (await one.run(intakeImport, input)).accession
}

const another = async (one: TestArchive) =>
  (
    await one.call(accountAdd, {
      platform: PlatformName.parse('x'),
      handle: 'AlderBayFire',
      name: 'Fire',
      department: 'Fire',
      liaison: '',
      nativeId: null,
    })
  ).id
const rows = async (one: TestArchive, search: string) =>
  (await one.call(recordPage, { search, before: null, limit: 100, live: false })).rows
const count = async (one: TestArchive, search: string) =>
  (await one.call(recordOutline, { search, every: 500, live: false })).total
const problems = async (one: TestArchive) => (await one.run(vaultVerify, {})).findings
const reason = 'The wrong archive'

describe('an import that is withdrawn', () => {
  it('leaves nothing in the vault but its trace, and what came before as it was', async () => {
    const one = await vault()
    await take(one, [post(1), post(2)])
    const before = await count(one, '')
    const second = await take(one, [post(2), post(3, 'Zanzibar notice'), post(4, 'Quillwort')])
    expect(await count(one, 'Zanzibar')).toBe(1)
    expect(await one.run(intakeWithdraw, { accession: second, reason })).toMatchObject({ records: expect.any(Number) })
    expect([await count(one, ''), await count(one, 'Zanzibar')]).toEqual([before, 0])
    const [withdrawn] = await one.call(accessionList, {})
    expect(withdrawn).toMatchObject({ state: 'undone', corrections: [{ act: 'withdrawn', reason }] })
    expect([...filesBelow(join(one.folder, 'packages')).keys()]).toHaveLength(1)
    expect(await problems(one)).toEqual([])
    closeAfter(await one.reopen())
    expect(holding(one.folder, 'Zanzibar notice')).toEqual([])
  })

  it('is refused while it is tagged, held, or built on, in a sentence that says so, and nothing changes', async () => {
    const one = await vault()
    const first = await take(one, [post(1), post(2)])
    const later = await take(one, [post(1), post(2), post(3)])
    const refusal = async (accession: AccessionId) => (await one.start(intakeWithdraw, { accession, reason })).problem
    expect(await refusal(first)).toMatchObject({
      code: 'CORRECTION_REFUSED',
      sentence: expect.stringContaining(`Import ${later} saw its items again`),
    })
    const scope = { search: null, accounts: [one.account], from: null, to: null, recordIds: [] }
    const hold = { label: 'Ruiz v. City', basis: 'litigation' as const, orderedBy: 'City Attorney', document: null }
    await one.call(holdPlace, { ...hold, scope })
    expect((await refusal(later))?.sentence).toContain('held by Ruiz v. City')
    expect(await count(one, 'kind:post')).toBe(3)
    expect(await problems(one)).toEqual([])
  })

  it('is refused for a middle one whose version a later import went beyond, and gives back what the latest changed', async () => {
    const one = await vault()
    await take(one, [post(1, 'First wording')])
    const second = await take(one, [post(1, 'Second wording')])
    const third = await take(one, [post(1, 'Third wording')])
    const refusal = (await one.start(intakeWithdraw, { accession: second, reason })).problem
    expect(refusal?.sentence).toContain(`Import ${third} saw its items again`)
    await one.run(intakeWithdraw, { accession: third, reason })
    await one.run(intakeWithdraw, { accession: second, reason })
    expect(
      (await one.call(recordPage, { search: 'kind:post', before: null, limit: 9, live: false })).rows,
    ).toMatchObject([{ text: 'First wording', versions: 1 }])
    expect(await problems(one)).toEqual([])
  })

  it('is possible while a hold covers only another time', async () => {
    const one = await vault()
    const first = await take(one, [post(1)])
    const [from, to] = [LocalDate.parse('2020-01-01'), LocalDate.parse('2020-12-31')]
    const scope = { search: null, accounts: [], from, to, recordIds: [] }
    const hold = { label: 'Audit', basis: 'audit' as const, orderedBy: 'Auditor', document: null }
    await one.call(holdPlace, { ...hold, scope })
    const job = await one.start(intakeWithdraw, { accession: first, reason })
    expect(job.problem?.sentence ?? 'done').toBe('done')
  })
})

describe('an import that is moved', () => {
  it('belongs to the other account with its records, numbers and all', async () => {
    const one = await vault()
    const fire = await another(one)
    const first = await take(one, [post(1), post(2)])
    const page = () => one.call(recordPage, { search: 'account:AlderBayFire', before: null, limit: 100, live: false })
    expect((await page()).rows).toEqual([])
    const { records } = await one.run(intakeMove, { accessions: [first], to: fire, reason })
    const { rows } = await page()
    expect([records, rows.length]).toEqual([rows.length, rows.length])
    expect(rows.length).toBeGreaterThan(1)
    expect((await one.call(accessionList, {}))[0]).toMatchObject({ account: fire, corrections: [{ act: 'moved' }] })
    const again = await take(one, [post(1), post(2)], fire)
    expect((await one.call(accessionList, {})).find(({ id }) => id === again)?.records).toBe(0)
    expect(await problems(one)).toEqual([])
  })

  it('is refused where another import shares its items, until both move, and names what is locked in the other account', async () => {
    const one = await vault()
    const fire = await another(one)
    const first = await take(one, [post(1), post(2)])
    const second = await take(one, [post(2), post(3)])
    const refusal = async (accessions: AccessionId[], to = fire) =>
      (await one.start(intakeMove, { accessions, to, reason })).problem?.sentence
    expect(await refusal([first])).toContain('Other imports of the account hold')
    const theirs = await take(one, [post(3)], fire)
    const [there] = await rows(one, 'account:AlderBayFire kind:post')
    if (there === undefined) throw new Error('it is not there')
    await one.call(recordLock, { records: [there.id], basis: 'court-sealed', reason })
    expect(await refusal([first, second])).toContain(`holds items of it that are locked: record ${there.id}.`)
    expect(await refusal([theirs, first])).toContain('several accounts')
    expect(await count(one, 'account:AlderBayCity kind:post')).toBe(3)
  })
})

describe('an import that is moved to an account that holds its items', () => {
  it('joins them as an import would have, is refused where that cannot be told, and takes them along when it moves back', async () => {
    const one = await vault()
    const fire = await another(one)
    const first = await take(one, [post(1), post(2, 'As it was edited')])
    const before = await rows(one, 'account:AlderBayCity')
    await take(one, [post(2), post(3)], fire)
    const { joined } = await one.run(intakeMove, { accessions: [first], to: fire, reason })
    expect(joined).toBeGreaterThan(0)
    const edited = (await rows(one, 'account:AlderBayFire kind:post')).map(({ text, versions }) => [text, versions])
    expect(edited.sort()).toEqual([
      ['Notice 1', 1],
      ['Notice 2', 2],
      ['Notice 3', 1],
    ])
    expect(await count(one, 'account:AlderBayCity')).toBe(0)
    expect((await one.start(intakeWithdraw, { accession: first, reason })).problem?.sentence).toContain(
      'move that back',
    )
    expect(await problems(one)).toEqual([])
    await one.run(intakeMove, { accessions: [first], to: one.account, reason })
    expect(await rows(one, 'account:AlderBayCity')).toEqual(before)
    expect((await rows(one, 'account:AlderBayFire kind:post')).map(({ text }) => text).sort()).toEqual([
      'Notice 2',
      'Notice 3',
    ])
    expect(await problems(one)).toEqual([])
  })
})

describe('an import that is set aside', () => {
  it('is left out of everyday searches, found on purpose, and comes back', async () => {
    const one = await vault()
    await take(one, [post(1), post(2)])
    const second = await take(one, [post(2), post(3, 'Zanzibar')])
    await one.call(intakeSetAside, { accession: second, reason })
    expect([await count(one, 'Zanzibar'), await count(one, 'kind:post')]).toEqual([0, 2])
    expect([await count(one, 'Zanzibar aside'), await count(one, 'aside kind:post')]).toEqual([1, 1])
    await expect(one.call(intakeSetAside, { accession: second, reason })).rejects.toThrow('set aside already')
    const scope = { search: 'Zanzibar', accounts: [], from: null, to: null, recordIds: [] }
    const hold = { label: 'M', basis: 'audit' as const, orderedBy: 'A', document: null }
    expect((await one.call(holdPlace, { ...hold, scope })).covered).toBe(1)
    await one.call(intakeBringBack, { accession: second, reason: 'It was right' })
    expect(await count(one, 'Zanzibar')).toBe(1)
    expect(await problems(one)).toEqual([])
  })
})
