// Exports of other platforms than X in a real vault: every version found by its words, the second import nothing new, verify content.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessionReconciliation, intakeImport } from '../../../shared/contract/intake.ts'
import { recordPage } from '../../../shared/contract/record.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { repository } from '../../fixtures/bluesky.ts'
import { export2024 } from '../../fixtures/facebook/export.ts'
import { flickr } from '../../fixtures/flickr.ts'
import { grailbird } from '../../fixtures/grailbird.ts'
import { apiFour, sycamore } from '../../fixtures/localwiki.ts'
import { agency } from '../../fixtures/nextdoor.ts'
import { mastodon, mediawiki, wordpress } from '../../fixtures/small-platforms.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { writeFiles } from '../../support/read-platform.ts'

let vault: TestArchive
beforeAll(async () => {
  vault = await openTestArchive()
})
afterAll(() => vault.close())

async function take(files: Readonly<Record<string, string | Uint8Array>>) {
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

test('a page as it stands and its newest version are one, and posts of an archive of before 2018 come once', async () => {
  // Lake Park: two versions; Back: two; a file, a map, a redirect. The pages as they stand are seen again.
  expect(await take(apiFour)).toMatchObject({ read: 9, stored: 5, versions: 2, merged: 2, unexplained: 0, failed: 0 })
  expect(await take(sycamore)).toMatchObject({ stored: 6, versions: 2, merged: 2, unexplained: 0, failed: 0 })
  expect(await take(grailbird)).toMatchObject({ stored: 5, versions: 0, unexplained: 0, failed: 0 })
  for (const files of [apiFour, sycamore, grailbird]) {
    expect(await take(files)).toMatchObject({ stored: 0, versions: 0, unexplained: 0 })
  }
})

test('a comment that an export gives twice is one record; an answer with comments gives all of them', async () => {
  expect(await take(flickr)).toMatchObject({ stored: 12, versions: 0, merged: 1, unexplained: 0 })
  expect(await take(agency)).toMatchObject({ stored: 5, versions: 0, failed: 1, unexplained: 0 })
})

test('a repository gives its records once, each from its block', async () => {
  const { car } = repository()
  expect(await take({ 'repo.car': car })).toMatchObject({ stored: 8, versions: 0, failed: 0, unexplained: 0 })
  expect(await take({ 'repo.car': car })).toMatchObject({ stored: 0, same: 8, unexplained: 0 })
})

test('the vault verifies', async () => {
  expect((await vault.run(vaultVerify, {})).findings).toEqual([])
})
