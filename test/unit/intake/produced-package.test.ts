// The package of produced items for exports of every form: what was chosen is read from it as it was read from the export, and nothing else.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import produced from '../../../electron/core/intake/platforms/produced/platform.ts'
import { writeExcerpt } from '../../../electron/core/intake/produced/excerpt.ts'
import { lookAt, refOf } from '../../../electron/core/intake/produced/items.ts'
import { ProducedSheet } from '../../../electron/core/intake/produced/sheet.ts'
import { Account } from '../../../shared/domain/account/account.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { repository } from '../../fixtures/bluesky.ts'
import { export2019, export2024 } from '../../fixtures/facebook/export.ts'
import { podcast } from '../../fixtures/feeds.ts'
import { flickr } from '../../fixtures/flickr.ts'
import { export2018, export2023, threads } from '../../fixtures/instagram/export.ts'
import { linkedin, mastodon, mediawiki, reddit, wordpress, youtube } from '../../fixtures/small-platforms.ts'
import { snapchatExport, snapchatPages } from '../../fixtures/snapchat/export.ts'
import { tiktokExport, tiktokText } from '../../fixtures/tiktok/export.ts'
import { declaration } from '../../support/personal-export.ts'
import { readPaths, writeFiles } from '../../support/read-platform.ts'

const signal = new AbortController().signal
const scratch = async () => ({ folder: await writeFiles({}), room: 2 ** 30 })
const source = (path: string) => [{ path, name: 'export', mode: 'read' as const }]
const account = Account.parse({
  id: 1,
  records: 0,
  platform: 'x',
  handle: 'pat',
  name: '',
  department: '',
  liaison: '',
  nativeId: null,
  personal: 'Pat Holder',
})
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const exports: readonly (readonly [string, Readonly<Record<string, string | Uint8Array>>])[] = [
  ['Facebook 2024', export2024()],
  ['Facebook 2019', export2019()],
  ['Instagram 2023', export2023()],
  ['Instagram 2018', export2018()],
  ['Threads', threads('')],
  ['Snapchat JSON', snapchatExport()],
  ['Snapchat pages', snapchatPages()],
  ['TikTok JSON', tiktokExport('new')],
  ['TikTok text', tiktokText()],
  ['Mastodon', mastodon],
  ['Reddit', reddit],
  ['LinkedIn', linkedin],
  ['YouTube', youtube],
  ['MediaWiki', mediawiki],
  ['WordPress', wordpress],
  ['a podcast', podcast],
  ['Flickr', flickr],
  ['Bluesky', { 'repo.car': repository().car }],
]

describe.each(exports)('of %s', (_name, files) => {
  test('every second record', async () => {
    const folder = await writeFiles(files)
    const seen = await lookAt(source(folder), await scratch(), null, signal, async ({ items }) => {
      const found = []
      for await (const { file, item } of items()) {
        const { outcome } = item
        if (outcome.type === 'record') found.push({ ref: refOf(file, item), draft: outcome.draft, file: file.name })
      }
      return found
    })
    expect(seen.length).toBeGreaterThan(1)
    expect(new Set(seen.map(({ ref }) => ref)).size).toBe(seen.length)
    const chosen = seen.filter((_, place) => place % 2 === 1)
    const target = await writeFiles({})
    await writeExcerpt(
      {
        signal,
        progress: () => {},
        actor: { person: null, osUser: 'tester', machine: 'desk' },
        startedAt: Instant.parse(0),
      },
      target,
      await scratch(),
      {
        account,
        sources: source(folder),
        platform: null,
        by: 'Pat Holder',
        title: '',
        declaration,
        document: null,
        items: chosen.map(({ ref }) => ref),
      },
    )
    const sheet = ProducedSheet.parse(JSON.parse(readFileSync(join(target, 'produced.json'), 'utf8')))
    expect(sheet.produced).toMatchObject({ chosen: chosen.length, outOf: seen.length })
    const read = await readPaths(produced, [target])
    expect(read.recognition?.confidence).toBeGreaterThan(0.9)
    expect([...read.damaged]).toEqual([])
    expect(read.records.map((draft) => said(draft))).toEqual(chosen.map(({ draft }) => said(draft)))
    // The bytes are those that the export holds.
    const [file] = sheet.files
    const [item] = file?.items ?? []
    const bytes = readFileSync(join(target, file?.member ?? '')).subarray(
      item?.from,
      (item?.from ?? 0) + (item?.length ?? 0),
    )
    expect(bytes.length).toBeGreaterThan(0)
    expect(Buffer.from(read.items[0]?.bytes ?? []).equals(bytes)).toBe(true)
  })
})

/** All that identity, time and content of a record rest on. */
function said(draft: Awaited<ReturnType<typeof readPaths>>['records'][number]) {
  const { details: _, media, joined: __, ...rest } = draft
  return plain({ ...rest, identity: draft.identity ?? 'id', media: media.map(({ role, alt }) => ({ role, alt })) })
}
