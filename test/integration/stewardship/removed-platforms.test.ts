// What each platform's own export says of what was removed, and what the log of removed content makes of it: a row a platform.
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessionReconciliation, intakeImport } from '../../../shared/contract/intake.ts'
import { accountAdd } from '../../../shared/contract/people.ts'
import { removedDrafts } from '../../../shared/contract/removed.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import { repository } from '../../fixtures/bluesky.ts'
import { discord } from '../../fixtures/discord.ts'
import { export2024 } from '../../fixtures/facebook/export.ts'
import { podcast } from '../../fixtures/feeds.ts'
import { flickr } from '../../fixtures/flickr.ts'
import { export2023, threads } from '../../fixtures/instagram/export.ts'
import { complete } from '../../fixtures/linkedin.ts'
import { sycamore } from '../../fixtures/localwiki.ts'
import { medium } from '../../fixtures/medium.ts'
import { reddit } from '../../fixtures/reddit.ts'
import { slack } from '../../fixtures/slack.ts'
import { mastodon, mediawiki } from '../../fixtures/small-platforms.ts'
import { snapchatExport } from '../../fixtures/snapchat/export.ts'
import { api as soundcloud } from '../../fixtures/soundcloud.ts'
import { tiktokExport } from '../../fixtures/tiktok/export.ts'
import { tumblr } from '../../fixtures/tumblr.ts'
import { api as vimeo } from '../../fixtures/vimeo.ts'
import { everyState } from '../../fixtures/wordpress.ts'
import { smallExport } from '../../fixtures/x/small.ts'
import { odd } from '../../fixtures/youtube.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { writeFiles } from '../../support/read-platform.ts'
import { workplace } from '../../support/vaults.ts'

const { folder } = workplace('removed-platforms')
type Files = Readonly<Record<string, string | Uint8Array>>
interface Row {
  readonly files: Files | (() => Promise<string>)
  /** Words and kind of each draft, and when it was removed where the export says so. */
  readonly drafts: readonly (readonly [kind: string, words: string, removed: string | null])[]
  /** Why there are none. */
  readonly why?: string
}
const SILENT = 'its export holds nothing of what was deleted: a later export or a capture tells'

let vault: TestArchive
beforeAll(async () => {
  vault = await openTestArchive()
})
afterAll(() => vault.close())

const GONE = 'said-deleted'

/** `drafts`: what becomes a draft. Where there are none, `why` says what the platform does. */
const rows: Readonly<Record<string, Row>> = {
  x: {
    files: async () => (await smallExport(join(folder, 'x'))) && join(folder, 'x'),
    drafts: [['post', 'Test, please ignore.', '2026-07-30 05:00']],
  },
  // A message that was unsent, and the trash of posts; it says when something was written, not when it was thrown away.
  facebook: {
    files: export2024(),
    drafts: [
      ['message', 'Thanks', null],
      ['post', 'Wrong date', null],
    ],
  },
  instagram: { files: export2023(), drafts: [['post', 'Typo', null]] },
  tiktok: { files: tiktokExport('new'), drafts: [['post', 'Oops', '2024-02-01 02:00']] },
  youtube: { files: odd, drafts: [['video', 'Gone', null]] },
  // No export of Nextdoor to members was ever seen: a table with the column that it would have.
  nextdoor: {
    files: {
      'My data/posts.csv':
        'Post ID,Creation Date,Subject,Body,Neighborhood,Deleted At\np1,2024-03-05T16:12:01Z,Street fair,Come,Lakeside,\np2,2024-03-06T16:12:01Z,Old fair,Gone,Lakeside,2024-03-09T10:00:00Z\n',
    },
    drafts: [['post', 'Old fair\nGone', '2024-03-09 02:00']],
  },
  // Spam and trash of comments, comments of a post in the trash, and a post there; drafts and what waits for approval never were shown.
  wordpress: {
    files: everyState,
    drafts: [
      ['comment', 'Word 5 here', null],
      ['comment', 'Word 4 here', null],
      ['comment', 'Word 3 here', null],
      ['post', 'Item 7', null],
    ],
  },
  localwiki: {
    files: sycamore,
    drafts: [
      ['page', 'Gone', '2004-11-09 03:40'],
      ['file', 'old.gif', '2004-11-09 03:33'],
    ],
  },
  // What a workspace that keeps everything exports of a deleted message, and the stone that stands for one elsewhere.
  slack: {
    files: slack,
    drafts: [
      ['message', 'not for here', '2023-11-14 14:25'],
      ['message', 'This message was deleted.', null],
    ],
  },
  snapchat: { files: snapchatExport(), drafts: [], why: 'that somebody took a message back is an event without words' },
  mediawiki: { files: mediawiki, drafts: [], why: 'a deleted page is not in an export; its log and captures tell' },
  bluesky: { files: { 'repo.car': repository().car }, drafts: [], why: SILENT },
  discord: { files: discord, drafts: [], why: SILENT },
  flickr: { files: flickr, drafts: [], why: SILENT },
  linkedin: { files: complete, drafts: [], why: SILENT },
  mastodon: { files: mastodon, drafts: [], why: SILENT },
  medium: { files: medium, drafts: [], why: SILENT },
  podcast: { files: podcast, drafts: [], why: SILENT },
  reddit: { files: reddit, drafts: [], why: SILENT },
  soundcloud: { files: soundcloud, drafts: [], why: SILENT },
  threads: { files: threads('your_instagram_activity/threads'), drafts: [], why: SILENT },
  tumblr: { files: tumblr, drafts: [], why: SILENT },
  vimeo: { files: vimeo, drafts: [], why: SILENT },
}

/** Folders of what is no export of a platform. */
const OTHERS = ['files', 'hand', 'produced', 'web-archive']

describe('what an export says was removed', () => {
  it('is asked of every platform', () => {
    const platforms = readdirSync(resolve(import.meta.dirname, '../../../electron/core/intake/platforms'), {
      withFileTypes: true,
    }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    expect([...Object.keys(rows), ...OTHERS].sort()).toEqual(platforms.sort())
    for (const [platform, { drafts, why }] of Object.entries(rows))
      expect([platform, drafts.length === 0]).toEqual([platform, why !== undefined])
  })

  it.each(Object.entries(rows))('%s', async (platform, { files, drafts }) => {
    const draft = { handle: `city-${platform}`, name: 'City of Alder Bay', department: '', liaison: '', nativeId: null }
    const account = (await vault.call(accountAdd, { ...draft, platform: PlatformName.parse(platform) })).id
    const path = typeof files === 'function' ? await files() : await writeFiles(files)
    const { accession } = await vault.run(intakeImport, {
      ...{ sources: [vault.archive.grant(path, 'read').grant], account, platform: null },
    })
    const totals = (await vault.call(accessionReconciliation, { accession }))?.totals
    expect(totals?.stored).toBeGreaterThan(drafts.length)
    const found = (await vault.call(removedDrafts, { limit: 500 })).drafts.filter((one) => one.account === account)
    const bare = (words: string) => words.replace(/ https:\/\/t\.co\/\w+$/, '')
    expect(found.map(({ kind, words, removed, why }) => [kind, bare(words), removed, why])).toEqual(
      drafts.map((expected) => [...expected, GONE]),
    )
  })
})
