// What a clerk can rely on when exports of Tumblr and Medium are taken in: a nested archive is opened, pages and XML are one record, nothing is doubled.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { accessionReconciliation, intakeImport, intakePreview } from '../../../shared/contract/intake.ts'
import { recordPage, recordShow } from '../../../shared/contract/record.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import type { FileGroup } from '../../../shared/domain/intake/file-group.ts'
import { medium } from '../../fixtures/medium.ts'
import { beside, pagesOnly, posts, tumblr } from '../../fixtures/tumblr.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import type { TestArchive } from '../../support/archive.ts'
import { writeFiles } from '../../support/read-platform.ts'
import { workplace } from '../../support/vaults.ts'

const { vault, put } = workplace('tumblr')
const samples = resolve(import.meta.dirname, '../../../../shared/samples')

const zipped = (files: Readonly<Record<string, string | Buffer>>) =>
  rawZip(Object.entries(files).map(([name, data]) => ({ name, data, method: 8 })))

const sourcesOf = (one: TestArchive, ...paths: readonly string[]) =>
  paths.map((path) => one.archive.grant(path, 'read').grant)

/** Nothing is left out that the clerk did not name. */
async function take(one: TestArchive, ...paths: readonly string[]) {
  return takeWithout(one, [], ...paths)
}

/** @param leaveOut null for what the platform usually leaves out */
async function takeWithout(one: TestArchive, leaveOut: FileGroup[] | null, ...paths: readonly string[]) {
  const input = { sources: sourcesOf(one, ...paths), account: one.account, platform: null, leaveOut }
  const { accession } = await one.run(intakeImport, input)
  const reconciliation = await one.call(accessionReconciliation, { accession })
  if (reconciliation === null) throw new Error('no reconciliation')
  return reconciliation
}

const found = async (one: TestArchive, search: string) =>
  (await one.call(recordPage, { search, before: null, limit: 50, live: false })).rows

describe('a blog’s export with posts.zip inside', () => {
  const nested = () => put('export.zip', zipped({ ...beside, 'posts/posts.zip': zipped(posts) }))

  it('is read whole: pages are further sightings of the posts in the XML, media are found', async () => {
    const one = await vault()
    const { totals, lines, media } = await take(one, nested())
    // 11 posts and 7 messages; two of the posts have pages.
    expect(totals).toMatchObject({ read: 20, stored: 18, merged: 2, versions: 0, failed: 0, unexplained: 0 })
    expect(lines.find(({ file }) => file.endsWith('posts.zip'))?.note).toContain('It was opened')
    expect(lines.filter(({ status }) => status === 'unknown' || status === 'quarantined')).toEqual([])
    expect(media).toMatchObject({ named: 4, found: 3, missing: 1, unnamed: 1 })
    const [notice] = await found(one, 'kind:post "notice news"')
    const shown = notice === undefined ? null : await one.call(recordShow, { id: notice.id })
    expect(shown).toMatchObject({
      nativeId: '180894436671',
      atSource: '1544201323',
      sourceZone: 'UTC',
      author: 'alderbay',
    })
    expect(shown?.versions.map(({ observations }) => observations.map(({ member }) => member))).toEqual([
      ['posts.xml', 'html/180894436671.html'],
    ])
    expect((await found(one, 'kind:post "not yet"')).map(({ state }) => state)).toEqual(['draft'])
    expect((await one.run(vaultVerify, {})).findings).toEqual([])
  })

  it('is previewed with each post counted once, and brings nothing new the second time, packed or not', async () => {
    const one = await vault()
    const path = nested()
    const preview = await one.call(intakePreview, {
      sources: sourcesOf(one, path),
      account: one.account,
      platform: null,
    })
    expect(preview.export?.kinds).toEqual([
      { kind: 'post', count: 11 },
      { kind: 'message', count: 7 },
    ])
    await take(one, path)
    for (const again of [path, await writeFiles(tumblr)]) {
      expect((await take(one, again)).totals).toMatchObject({ stored: 0, versions: 0, unexplained: 0 })
    }
  })
})

it('an export of pages alone says which of its posts are not in it', async () => {
  const one = await vault()
  const { totals, lines } = await take(one, await writeFiles(pagesOnly))
  expect(lines.filter(({ status }) => status === 'absent').map(({ file, claimed }) => [file, claimed])).toEqual([
    ['html/1800003.html', 1],
  ])
  expect(totals).toMatchObject({ stored: 4, unexplained: 1 })
})

it('a blog whose pages and whose XML come apart has one version of each post, unless one says something else', async () => {
  const one = await vault()
  const [page, xml] = ['html/190097591599.html', 'posts.xml'] as const
  for (const files of [{ [page]: posts[page] }, { [xml]: posts[xml] }, { [page]: posts[page] }]) {
    expect((await take(one, await writeFiles(files))).totals).toMatchObject({ versions: 0, failed: 0, unexplained: 0 })
  }
  const changed = { [xml]: posts[xml].replace('Not yet', 'Not before May') }
  expect((await take(one, await writeFiles(changed))).totals).toMatchObject({ versions: 1, stored: 0 })
  expect((await found(one, 'kind:post "before May"')).map(({ versions }) => versions)).toEqual([2])
})

it('an export of Medium is taken in once; log-ins, contacts and interests are left out by themselves', async () => {
  const one = await vault()
  const path = await writeFiles(medium)
  const first = await takeWithout(one, null, path)
  expect(first.totals).toMatchObject({ read: 14, stored: 13, failed: 0, unexplained: 0 })
  expect(
    first.lines
      .filter(({ status }) => status === 'left-out')
      .map(({ file }) => file)
      .sort(),
  ).toEqual([
    'blocks/blocked-users-0001.html',
    'interests/tags.html',
    'ips.html',
    'pubs-following/pubs-following-0001.html',
    'sessions/sessions-0001.html',
    'users-following/users-following-0001.html',
  ])
  expect((await take(one, path)).totals).toMatchObject({ stored: 0, versions: 0, same: 13, unexplained: 0 })
  expect((await one.run(vaultVerify, {})).findings).toEqual([])
})

describe.skipIf(!existsSync(samples))('the samples in a vault', () => {
  it('give each post and each message once', async () => {
    const one = await vault()
    const { totals } = await take(one, join(samples, 'tumblr/tiyb__tev'))
    expect(totals).toMatchObject({ failed: 0, unexplained: 0 })
    // cat *.xml *.txt outputs/* | tr '\n' ' ' | grep -o '<post *id="[0-9]*"' | sort -u | wc -l
    // Messages: all 25 of test-messages-xml stand among the 28 of the extended file; 11 are another blog's, 9 a third one's.
    const kinds = await Promise.all(['post', 'message'].map((kind) => found(one, `kind:${kind}`)))
    expect(kinds.map((rows) => rows.length)).toEqual([11, 48])
  })

  it('of the layout of today is opened and read', async () => {
    const one = await vault()
    const { totals } = await take(one, join(samples, 'made-from-the-format-reference/tumblr/official-layout'))
    expect(totals).toMatchObject({ stored: 3, merged: 1, versions: 0, failed: 0, unexplained: 0 })
  })

  it('of Medium gives a record a page', async () => {
    const one = await vault()
    const { totals } = await take(one, join(samples, 'medium/TryGhost__migrate/export'))
    expect(totals).toMatchObject({ read: 10, stored: 10, versions: 0, failed: 0, unexplained: 0 })
  })
})
