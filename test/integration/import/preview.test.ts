// What a clerk can rely on before anything is stored: the preview tells what the import then does.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { holdPlace } from '../../../shared/contract/hold.ts'
import { accessionReconciliation, intakeImport, intakePreview } from '../../../shared/contract/intake.ts'
import { accountAdd } from '../../../shared/contract/people.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import { demoExports } from '../../fixtures/x/demo.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import type { TestArchive } from '../../support/archive.ts'
import { workplace } from '../../support/vaults.ts'
import { filesBelow, post, xFiles } from '../../support/x-files.ts'

const { folder, vault } = workplace('preview')

function zip(name: string, files = xFiles()): string {
  const path = join(folder, name)
  writeFileSync(path, rawZip(Object.entries(files).map(([member, data]) => ({ name: member, data, method: 8 }))))
  return path
}

const sources = ({ archive }: TestArchive, path: string) => [archive.grant(path, 'read').grant]
async function preview(one: TestArchive, path: string, account: typeof one.account | null = one.account) {
  const seen = await one.call(intakePreview, { sources: sources(one, path), account, platform: null })
  if (seen.export === null) throw new Error(`no export: ${seen.refusals.join()}`)
  return seen.export
}
const importInto = (one: TestArchive, path: string) =>
  one.run(intakeImport, { sources: sources(one, path), account: one.account, platform: null })
const listing = ({ folder: place }: TestArchive) =>
  [...filesBelow(place).keys()].filter((name) => !name.startsWith('catalog.sqlite'))

describe('a preview', () => {
  it('tells platform, owner, period, kinds, and the groups with what would be left out; and stores nothing', async () => {
    const one = await vault()
    const before = listing(one)
    expect(await preview(one, zip('a.zip'))).toEqual({
      platform: 'x',
      layout: expect.any(String),
      ownerHandle: 'AlderBayCity',
      ownerNativeId: '281104733',
      ownerWarning: null,
      generatedAt: null,
      period: { from: Date.UTC(2013, 2, 2, 12, 35, 53), to: Date.UTC(2013, 2, 3, 12, 35, 53) },
      kinds: [{ kind: 'post', count: 2 }],
      types: [{ type: 'tweets', files: 1, claimed: null }],
      failed: 0,
      compared: { new: 2, changed: 0, same: 0 },
      partial: null,
      groups: [
        expect.objectContaining({ group: 'records', files: 2, leftOut: false }),
        expect.objectContaining({ group: 'contacts', files: 1, leftOut: true, examples: ['follower.js'] }),
        expect.objectContaining({ group: 'advertising', files: 1, leftOut: true }),
        expect.objectContaining({ group: 'log-ins', files: 1, leftOut: true }),
        expect.objectContaining({ group: 'settings', files: 1, leftOut: false, examples: ['block.js'] }),
        expect.objectContaining({ group: 'viewer', files: 1, leftOut: false }),
      ],
      holds: [],
    })
    expect(listing(one)).toEqual(before)
  })

  it('tells what is new, changed and the same as the import then finds', async () => {
    const one = await vault()
    await importInto(one, zip('first.zip'))
    const later = zip('later.zip', xFiles([post(1), post(2, 'Corrected'), post(3)]))
    const { compared } = await preview(one, later)
    expect(compared).toEqual({ new: 1, changed: 1, same: 1 })
    const { accession } = await importInto(one, later)
    const totals = (await one.call(accessionReconciliation, { accession }))?.totals
    expect(totals).toMatchObject({ stored: 1, versions: 1, same: 1 })
  })

  it('agrees with the import on a whole export', async () => {
    const one = await vault()
    const { first, second } = await demoExports(join(folder, 'demo'), 7)
    await importInto(one, first.path)
    const { compared, kinds } = await preview(one, second.path)
    const { accession } = await importInto(one, second.path)
    const totals = (await one.call(accessionReconciliation, { accession }))?.totals
    expect(compared).toEqual({ new: totals?.stored, changed: totals?.versions, same: totals?.same })
    expect(kinds?.reduce((sum, { count }) => sum + count, 0)).toBe(
      (totals?.stored ?? 0) + (totals?.versions ?? 0) + (totals?.same ?? 0),
    )
  })

  it('warns where the export says it belongs to another account, by handle and by number', async () => {
    const one = await vault()
    const draft = { name: '', department: '', liaison: '', platform: PlatformName.parse('x') }
    const parks = (await one.call(accountAdd, { ...draft, handle: 'AlderBayParks', nativeId: null })).id
    const same = (await one.call(accountAdd, { ...draft, handle: 'OldName', nativeId: '281104733' })).id
    const other = (await one.call(accountAdd, { ...draft, handle: 'alderbaycity2', nativeId: '99' })).id
    const path = zip('owner.zip')
    const warnings = [parks, same, other].map(async (id) => (await preview(one, path, id)).ownerWarning)
    expect(await Promise.all(warnings)).toEqual([
      'The export says that it belongs to @AlderBayCity, but you chose @AlderBayParks.',
      null,
      'The export says that it belongs to @AlderBayCity (number 281104733), but you chose @alderbaycity2 (number 99).',
    ])
  })

  it('without an account compares nothing; under a hold leaves nothing out by itself', async () => {
    const one = await vault()
    const path = zip('held.zip')
    expect((await preview(one, path, null)).compared).toBeNull()
    const scope = { search: null, accounts: [one.account], from: null, to: null, recordIds: [] }
    const order = { label: 'Audit', basis: 'audit' as const, orderedBy: 'Auditor', scope, document: null }
    await one.call(holdPlace, order)
    const { holds, groups } = await preview(one, path)
    expect([holds, groups.filter(({ leftOut }) => leftOut)]).toEqual([['Audit'], []])
  })
})
