// What an employee and a clerk can rely on when single items of a personal account are produced: they come in whole, with who produced them and how
// they were searched for, and nothing else of the account is anywhere in the vault.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { accessionList, accessionReconciliation, intakeImport } from '../../../shared/contract/intake.ts'
import { accountAdd, accountList, accountMark } from '../../../shared/contract/people.ts'
import { type ItemRef, producedImport, producedItems } from '../../../shared/contract/produced.ts'
import { recordPage, recordShow } from '../../../shared/contract/record.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import type { AccountId } from '../../../shared/domain/id.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import type { TestArchive } from '../../support/archive.ts'
import { declaration, LONG, personalFiles, personalZip } from '../../support/personal-export.ts'
import { workplace } from '../../support/vaults.ts'
import { filesBelow, holding } from '../../support/x-files.ts'

const { vault, put } = workplace('produced')
const day = (text: string) => LocalDate.parse(text)
const archive = () => put('export.zip', personalZip)

async function personal(one: TestArchive): Promise<AccountId> {
  const draft = { platform: 'x', handle: 'pat_at_home', name: '', department: '', liaison: '', nativeId: null }
  return (await one.call(accountAdd, { ...draft, personal: 'Pat Holder' })).id
}

const grant = (one: TestArchive, path: string) => one.archive.grant(path, 'read').grant
const list = (one: TestArchive, more: object = {}) =>
  one.call(producedItems, {
    sources: [grant(one, archive())],
    platform: null,
    words: '',
    from: null,
    to: null,
    limit: 100,
    ...more,
  })
const produce = (one: TestArchive, account: AccountId, items: readonly ItemRef[], more: object = {}) => ({
  sources: [grant(one, archive())],
  account,
  platform: null,
  by: 'Pat Holder',
  title: 'Engineer',
  declaration,
  items: [...items],
  ...more,
})
async function only(one: TestArchive, search: string) {
  const { rows } = await one.call(recordPage, { search, before: null, limit: 10, live: false })
  expect(rows).toHaveLength(1)
  return one.call(recordShow, { id: rows[0]?.id ?? 0 })
}

describe('the list of an export’s items', () => {
  test('is filtered by words and days, and stores nothing', async () => {
    const one = await vault()
    const before = [...filesBelow(one.folder).keys()]
    const all = await list(one)
    expect([all.platform, all.ownerHandle, all.failed]).toEqual(['x', 'pat_at_home', 0])
    expect(all.found).toBe(all.total)
    const texts = async (more: object) => (await list(one, more)).items.map(({ text }) => text)
    expect(await texts({ words: 'SEWER monday' })).toEqual(['Sewer works begin Monday.'])
    expect(await texts({ words: 'sewer dinner' })).toEqual([])
    // 20:30 UTC of the 6th is the 6th in Alder Bay too.
    expect(await texts({ from: day('2024-03-06'), to: day('2024-03-06') })).toEqual(['Sewer works begin Monday.'])
    const few = await list(one, { limit: 1 })
    expect([few.items.length, few.found]).toEqual([1, all.found])
    expect([...filesBelow(one.folder).keys()]).toEqual(before)
  })
})

describe('produced items', () => {
  test('come in with all that belongs to them, and nothing else of the account is anywhere', async () => {
    const one = await vault()
    const account = await personal(one)
    const { items, total } = await list(one)
    const chosen = items.filter(({ text }) => /sewer|council|permit/i.test(text)).map(({ ref }) => ref)
    expect(chosen).toHaveLength(3)
    const { accession, unexplained } = await one.run(producedImport, produce(one, account, chosen))
    expect(unexplained).toBe(0)
    expect(holding(one.folder, 'Private-Axolotl')).toEqual([])
    expect(holding(one.folder, 'private-Okapi')).toEqual([])

    const works = await only(one, 'sewer')
    expect(works).toMatchObject({ nativeId: '101', kind: 'post', at: Date.parse('2024-03-06T20:30:20Z') })
    expect(works.versions[0]).toMatchObject({
      details: { takenInBy: 'employee', producedBy: 'Pat Holder', placeInExport: 'data/tweets.js /1' },
      media: [{ name: 'media/data/tweets_media/101-works.jpg', missing: null, size: 20 }],
    })
    expect((await only(one, '"six hours"')).versions[0]?.text).toBe(LONG)
    expect(await only(one, 'permit')).toMatchObject({ kind: 'message', conversation: '7-8', nativeId: '202' })

    const document = await one.call(accessionReconciliation, { accession })
    expect(document?.produced).toMatchObject({
      by: 'Pat Holder',
      title: 'Engineer',
      declaration,
      document: null,
      from: [
        {
          name: 'export.zip',
          size: personalZip.length,
          digest: createHash('sha256').update(personalZip).digest('hex'),
        },
      ],
      platform: 'x',
      chosen: 3,
      outOf: total,
      filesNotKept: 4,
    })
    expect(document?.totals).toMatchObject({ claimed: 4, read: 4, stored: 3, merged: 1, unexplained: 0 })
    expect(document?.findings).toEqual([])
    expect(document?.comparison).toBeNull()
    const [received] = await one.call(accessionList, {})
    expect(received?.packages.map(({ name, form }) => [name, form])).toEqual([
      ['Items produced by Pat Holder', 'folder'],
    ])
    expect((await one.run(vaultVerify, {})).findings).toEqual([])
  })

  test('keep their own bytes, by which they can be found in the export again', async () => {
    const one = await vault()
    const account = await personal(one)
    const { items } = await list(one, { words: 'sewer' })
    await one.run(
      producedImport,
      produce(
        one,
        account,
        items.map(({ ref }) => ref),
      ),
    )
    const seen = (await only(one, 'sewer')).versions[0]?.observations[0]
    const kept = [...filesBelow(one.folder)].find(([name]) => name.endsWith('files/items/data/tweets.js'))?.[1]
    const bytes = kept?.subarray(seen?.start ?? 0, (seen?.start ?? 0) + (seen?.length ?? 0)) ?? Buffer.alloc(0)
    expect(personalFiles['data/tweets.js']).toContain(bytes.toString('utf8'))
    expect(bytes.toString('utf8')).toContain('Sewer works begin Monday.')
  })

  test('that are produced again are the same records, seen again', async () => {
    const one = await vault()
    const account = await personal(one)
    const { items } = await list(one, { words: 'sewer' })
    const refs = items.map(({ ref }) => ref)
    await one.run(producedImport, produce(one, account, refs))
    const { accession } = await one.run(producedImport, produce(one, account, refs))
    const document = await one.call(accessionReconciliation, { accession })
    expect(document?.totals).toMatchObject({ stored: 0, versions: 0, same: 1 })
    expect((await only(one, 'sewer')).versions.map(({ observations }) => observations.length)).toEqual([2])
  })

  test('come with a declaration as a file, which stays in the package; what a declaration lacks is found', async () => {
    const one = await vault()
    const account = await personal(one)
    const { items } = await list(one, { words: 'sewer' })
    const refs = items.map(({ ref }) => ref)
    const paper = put('declaration.pdf', '%PDF-1.7 signed')
    const bare = { ...declaration, signedAt: '', underPenalty: false }
    const more = { declaration: bare, document: grant(one, paper), by: 'Sam Other' }
    const { accession } = await one.run(producedImport, produce(one, account, refs, more))
    const document = await one.call(accessionReconciliation, { accession })
    expect(document?.produced?.document).toEqual({
      name: 'declaration.pdf',
      size: 15,
      digest: createHash('sha256').update(readFileSync(paper)).digest('hex'),
    })
    expect(document?.findings.map(({ code }) => code)).toEqual(['declaration', 'declaration', 'producer'])
    expect(document?.lines.filter(({ status }) => status === 'kept-unread').map(({ file }) => file)).toEqual([
      'produced.json',
      'declaration/declaration.pdf',
    ])
    expect(holding(one.folder, '%PDF-1.7 signed')).toHaveLength(1)
    expect((await one.run(vaultVerify, {})).findings).toEqual([])
  })
})

describe('refused, and nothing is kept,', () => {
  test('is a whole export of a personal account', async () => {
    const one = await vault()
    const account = await personal(one)
    expect((await one.call(accountList, {})).map(({ personal: holder }) => holder)).toEqual([undefined, 'Pat Holder'])
    const ended = await one.start(intakeImport, { sources: [grant(one, archive())], account, platform: null })
    expect(ended.problem).toMatchObject({ code: 'ACCOUNT_PERSONAL' })
    expect(holding(one.folder, 'Sewer')).toEqual([])
  })

  test.each([
    ['an item that is not in the files', { items: ['0123456789abcdef'] }, /1 of the 1 chosen items/],
    ['a production without a declaration', { declaration: null }, /needs the declaration/],
    ['a production of nothing', { items: [] }, /items/],
  ])('is %s', async (_what, more, sentence) => {
    const one = await vault()
    const account = await personal(one)
    const { items } = await list(one, { words: 'sewer' })
    const asked = produce(
      one,
      account,
      items.map(({ ref }) => ref),
      more,
    )
    await expect(one.run(producedImport, asked)).rejects.toThrow(sentence)
    expect([...filesBelow(one.folder).keys()].filter((name) => /^(?:packages|staging)/.test(name))).toEqual([])
  })

  test('is a production for an account of the City, until it is marked as a person’s own', async () => {
    const one = await vault()
    const { items } = await list(one, { words: 'sewer' })
    const asked = produce(
      one,
      one.account,
      items.map(({ ref }) => ref),
    )
    await expect(one.run(producedImport, asked)).rejects.toThrow(/registered as an account of the City/)
    await one.call(accountMark, { account: one.account, personal: 'Pat Holder' })
    const { unexplained } = await one.run(producedImport, { ...asked, sources: [grant(one, archive())] })
    expect(unexplained).toBe(0)
    await one.call(accountMark, { account: one.account, personal: null })
    expect((await one.call(accountList, {})).map(({ personal: holder }) => holder)).toEqual([undefined])
  })
})
