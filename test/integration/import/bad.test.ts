// What a clerk can rely on with bad input: one clear sentence or a clean reading, and the vault as it was.
import { describe, expect, it } from 'vitest'
import { accessionReconciliation, intakeImport, intakePreview } from '../../../shared/contract/intake.ts'
import { recordOutline } from '../../../shared/contract/record.ts'
import { vaultSummary, vaultVerify } from '../../../shared/contract/vault.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import type { TestArchive } from '../../support/archive.ts'
import { workplace } from '../../support/vaults.ts'
import { filesBelow, xFiles } from '../../support/x-files.ts'

const { vault, put } = workplace('bad')

const members = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([name, data]) => ({ name, data, method: 8 }))
const whole = () => rawZip(members(xFiles()))
const locked = () => rawZip(members(xFiles()).map((member) => ({ ...member, flags: 0x801 })))
const listing = ({ folder: place }: TestArchive) =>
  [...filesBelow(place).keys()].filter((name) => !name.startsWith('catalog.sqlite'))
const input = (one: TestArchive, path: string, platform: string | null = null) => ({
  sources: [one.archive.grant(path, 'read').grant],
  account: one.account,
  platform: platform === null ? null : PlatformName.parse(platform),
})

describe('bad input', () => {
  it.each([
    ['truncated', 'cut.zip', () => whole().subarray(0, 900), 'is cut short: its end is missing'],
    ['encrypted', 'locked.zip', locked, 'is locked with a password'],
    ['empty', 'none.zip', () => Buffer.alloc(0), 'is empty (0 bytes)'],
    ['an archive of no files', 'hollow.zip', () => rawZip([]), 'holds no files'],
    ['a web page saved as a ZIP', 'page.zip', () => Buffer.from('<html>Sign in</html>'), 'is not a ZIP file'],
    ['half downloaded', 'export.zip.crdownload', whole, 'is a download that did not finish'],
    ['half downloaded by Firefox', 'export.zip.part', whole, 'is a download that did not finish'],
    ['no export', 'holiday.jpg', () => Buffer.from('ffd8ffe000104a46', 'hex'), 'not an export that Muniment can read'],
    [
      'an archive of something else',
      'notes.zip',
      () => rawZip(members({ 'a.txt': 'x' })),
      'not an export that Muniment',
    ],
  ])('that is %s gets one clear sentence and leaves the vault as it was', async (_, name, bytes, sentence) => {
    const one = await vault()
    const before = listing(one)
    const path = put(name, bytes())
    const job = await one.start(intakeImport, input(one, path))
    expect(job.state).toBe('failed')
    expect(job.problem?.sentence).toContain(sentence)
    expect(job.problem?.sentence).toMatch(/Nothing was (?:imported|kept)/)
    const { refusals, export: shown } = await one.call(intakePreview, input(one, path))
    expect(shown).toBeNull()
    if (job.problem?.code === 'PACKAGE_REFUSED') expect(refusals.join(' ')).toContain(sentence)
    expect(listing(one)).toEqual(before)
    expect((await one.call(vaultSummary, {})).counts).toMatchObject({ accessions: 0, records: 0, objects: 0 })
    expect((await one.run(vaultVerify, {})).findings).toEqual([])
  })

  it('that is of another platform than was said is refused', async () => {
    const one = await vault()
    const before = listing(one)
    const job = await one.start(intakeImport, input(one, put('said.zip', whole()), 'hand'))
    expect(job.problem).toMatchObject({ code: 'NOT_RECOGNISED' })
    expect(listing(one)).toEqual(before)
  })

  it.each([
    ['renamed', 'export.dat', whole],
    [
      'packed again with a folder around it and what macOS adds',
      'again.zip',
      () =>
        rawZip([
          ...members(Object.fromEntries(Object.entries(xFiles()).map(([name, data]) => [`My export/${name}`, data]))),
          { name: '__MACOSX/My export/data/._tweets.js', data: Buffer.from('00051607', 'hex') },
        ]),
    ],
    [
      'packed again with names whose accents are written apart',
      'apart.zip',
      () =>
        rawZip(
          members(Object.fromEntries(Object.entries(xFiles()).map(([name, data]) => [`Sesio\u0301n/${name}`, data]))),
        ),
    ],
  ])('that is %s is read cleanly', async (_, name, bytes) => {
    const one = await vault()
    const { accession, unexplained } = await one.run(intakeImport, input(one, put(name, bytes())))
    expect(unexplained).toBe(0)
    expect((await one.call(recordOutline, { search: 'kind:post', every: 500, live: false })).total).toBe(2)
    const lines = (await one.call(accessionReconciliation, { accession }))?.lines ?? []
    expect(lines.filter(({ status }) => status === 'unknown')).toEqual([])
    expect((await one.run(vaultVerify, {})).findings).toEqual([])
  })
})
