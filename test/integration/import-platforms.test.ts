// Exports of other platforms than X in a real vault: every version found by its words, the second import nothing new, verify content.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessionReconciliation, intakeImport } from '../../shared/contract/intake.ts'
import { recordPage } from '../../shared/contract/record.ts'
import { vaultVerify } from '../../shared/contract/vault.ts'
import { export2024 } from '../fixtures/facebook/export.ts'
import { mastodon, mediawiki, wordpress } from '../fixtures/small-platforms.ts'
import { openTestArchive, type TestArchive } from '../support/archive.ts'
import { writeFiles } from '../support/read-platform.ts'

let vault: TestArchive
beforeAll(async () => {
  vault = await openTestArchive()
})
afterAll(() => vault.close())

async function take(files: Readonly<Record<string, string>>) {
  const { grant } = await vault.archive.grant(await writeFiles(files), 'read')
  const { accession } = await vault.run(intakeImport, { sources: [grant], account: vault.account, platform: null })
  return (await vault.call(accessionReconciliation, { accession }))?.totals
}

test('every version of a page that came in one import is found by its words', async () => {
  expect(await take(mediawiki)).toMatchObject({ read: 4, stored: 2, versions: 2, unexplained: 0 })
  const found = async (search: string) =>
    (await vault.call(recordPage, { search, before: null, limit: 10, live: false })).rows.length
  expect(await Promise.all([found('"lake first"'), found('"second last"')])).toEqual([1, 1])
})

test('a second import of the same export brings nothing new, whether records have numbers or not', async () => {
  for (const files of [export2024(), wordpress, mastodon]) {
    const first = await take(files)
    const second = await take(files)
    expect(first).toMatchObject({ versions: 0, unexplained: 0, failed: 0 })
    expect(second).toMatchObject({ stored: 0, versions: 0, same: first?.stored, unexplained: 0 })
  }
})

test('the vault verifies', async () => {
  expect((await vault.run(vaultVerify, {})).findings).toEqual([])
})
