// Feeds, SoundCloud and Vimeo in a real vault: snapshots are versions, forms of one track are one record, exactly one platform recognises.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recogniseTree } from '../../../electron/core/intake/platforms.ts'
import { openTree } from '../../../electron/core/intake/tree.ts'
import { accessionReconciliation, intakeImport } from '../../../shared/contract/intake.ts'
import { recordPage } from '../../../shared/contract/record.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import * as feeds from '../../fixtures/feeds.ts'
import { flickr } from '../../fixtures/flickr.ts'
import { agency } from '../../fixtures/nextdoor.ts'
import { linkedin, mastodon, mediawiki, reddit, wordpress, youtube } from '../../fixtures/small-platforms.ts'
import * as soundcloud from '../../fixtures/soundcloud.ts'
import * as vimeo from '../../fixtures/vimeo.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { writeFiles } from '../../support/read-platform.ts'

let vault: TestArchive
beforeAll(async () => {
  vault = await openTestArchive()
})
afterAll(() => vault.close())

type Files = Readonly<Record<string, string | Uint8Array>>

async function take(files: Files) {
  const { grant } = await vault.archive.grant(await writeFiles(files), 'read')
  const { accession } = await vault.run(intakeImport, { sources: [grant], account: vault.account, platform: null })
  return vault.call(accessionReconciliation, { accession })
}

test('two snapshots of a feed are versions of its episodes and of itself; a second import brings nothing new', async () => {
  const first = await take(feeds.podcast)
  // Four records a snapshot, of which the first episode and the feed differ; a transcript, a list of chapters.
  expect(first?.totals).toMatchObject({ read: 10, stored: 6, versions: 2, unexplained: 0, failed: 0 })
  expect(first?.media).toMatchObject({ found: 4, missing: 0 })
  expect((await take(feeds.podcast))?.totals).toMatchObject({ stored: 0, versions: 0, unexplained: 0 })
  const found = async (search: string) =>
    (await vault.call(recordPage, { search, before: null, limit: 10, live: false })).rows.map(
      ({ versions }) => versions,
    )
  expect(await found('"fish and ponds"')).toEqual([2])
  expect(await found('"from Alder Bay"')).toEqual([1])
})

test('a track of SoundCloud is one record without another version, whether the interface gives it or a feed', async () => {
  const own = await take({ 'feed.xml': soundcloud.feed })
  expect(own?.platform).toBe('soundcloud')
  expect(own?.totals).toMatchObject({ read: 3, stored: 3, unexplained: 0 })
  expect((await take(soundcloud.api))?.totals).toMatchObject({ stored: 7, versions: 0, failed: 1, unexplained: 0 })
  expect((await take(soundcloud.api))?.totals).toMatchObject({ stored: 0, versions: 0, unexplained: 0 })
})

test('an answer of Vimeo is reconciled with its own count, and comes once', async () => {
  const first = await take(vimeo.api)
  expect(first?.platform).toBe('vimeo')
  expect(first?.totals).toMatchObject({ stored: 14, versions: 0, failed: 0, unexplained: 0 })
  expect(first?.lines.find(({ file }) => file === 'comments.json')).toMatchObject({ claimed: 2 })
  expect((await take(vimeo.api))?.totals).toMatchObject({ stored: 0, versions: 0, unexplained: 0 })
})

test('each is recognised as what it is before anything else, and nobody else’s export is taken for one of them', async () => {
  const never = new AbortController().signal
  const first = async (files: Files) => {
    const tree = await openTree([{ path: await writeFiles(files), name: 'export' }], never)
    const found = await recogniseTree(tree, never)
    await tree.set.close()
    // Anything could be taken in as plain files, too.
    return found.map(({ platform }) => String(platform)).filter((platform) => platform !== 'files')
  }
  expect(await first({ 'f.xml': feeds.show() })).toEqual(['podcast'])
  expect(await first({ 'f.xml': feeds.atom })).toEqual(['podcast'])
  expect(await first({ 'f.xml': soundcloud.feed })).toEqual(['soundcloud'])
  expect((await first(soundcloud.api))[0]).toBe('soundcloud')
  expect((await first(soundcloud.tables))[0]).toBe('soundcloud')
  expect((await first(vimeo.api))[0]).toBe('vimeo')
  expect((await first(vimeo.tables))[0]).toBe('vimeo')
  const others = [flickr, agency, linkedin, mastodon, mediawiki, reddit, wordpress, youtube]
  const mistaken = await Promise.all(others.map(first))
  expect(mistaken.flat().filter((name) => ['podcast', 'soundcloud', 'vimeo'].includes(name))).toEqual([])
})

test('the vault verifies', async () => {
  expect((await vault.run(vaultVerify, {})).findings).toEqual([])
})
