// What lets somebody sign in or be traced never comes from an export into the index or a record's details, whatever the platform.
import { expect, test } from 'vitest'
import type { RecordDraft } from '../../../electron/core/intake/draft.ts'
import type { Platform } from '../../../electron/core/intake/platform.ts'
import { detailsOf } from '../../../electron/core/intake/prepare.ts'
import { repository } from '../../fixtures/bluesky.ts'
import { discord, tables as discordTables } from '../../fixtures/discord.ts'
import { export2019, export2024 } from '../../fixtures/facebook/export.ts'
import * as feeds from '../../fixtures/feeds.ts'
import { flickr } from '../../fixtures/flickr.ts'
import { grailbird } from '../../fixtures/grailbird.ts'
import { export2018, export2023, threads } from '../../fixtures/instagram/export.ts'
import * as linkedin from '../../fixtures/linkedin.ts'
import { apiFour, apiOne, sycamore } from '../../fixtures/localwiki.ts'
import { medium } from '../../fixtures/medium.ts'
import { facebookExport } from '../../fixtures/meta-html/facebook-pages.ts'
import { instagramExport } from '../../fixtures/meta-html/instagram-pages.ts'
import { agency, member } from '../../fixtures/nextdoor.ts'
import { reddit } from '../../fixtures/reddit.ts'
import { type Files, plant, SECRETS, SECURITY_FILES } from '../../fixtures/secrets.ts'
import { slack } from '../../fixtures/slack.ts'
import * as small from '../../fixtures/small-platforms.ts'
import { oldSnapchatExport, snapchatExport, snapchatPages } from '../../fixtures/snapchat/export.ts'
import * as soundcloud from '../../fixtures/soundcloud.ts'
import { tiktokExport, tiktokText } from '../../fixtures/tiktok/export.ts'
import { tumblr, answer as tumblrAnswer } from '../../fixtures/tumblr.ts'
import * as vimeo from '../../fixtures/vimeo.ts'
import { drafts, waczFiles, warcFile } from '../../fixtures/web-archive.ts'
import { inEnglish } from '../../fixtures/youtube.ts'
import { type ReadExport, readFiles } from '../../support/read-platform.ts'
import { xFiles } from '../../support/x-files.ts'

const modules = import.meta.glob<Platform>('../../../electron/core/intake/platforms/*/platform.ts', {
  import: 'default',
  eager: true,
})
const platforms = new Map(Object.values(modules).map((platform) => [platform.name, platform]))

/** Every platform's exports, as its own tests read them. */
const EXPORTS: Readonly<Record<string, readonly Files[]>> = {
  bluesky: [{ 'repo.car': repository().car, 'did.json': repository().didDocument }],
  discord: [discord, discordTables],
  facebook: [export2024(), export2019(), facebookExport()],
  flickr: [flickr],
  files: [{ 'minutes.txt': 'The council met.', 'scan.png': 'x' }],
  instagram: [export2023(), export2018(), instagramExport()],
  linkedin: [small.linkedin, linkedin.complete],
  localwiki: [apiFour, apiOne, sycamore],
  mastodon: [small.mastodon],
  mediawiki: [small.mediawiki],
  nextdoor: [member, agency],
  medium: [medium],
  podcast: [feeds.podcast, { 'a.atom': feeds.atom }],
  reddit: [small.reddit, reddit],
  slack: [slack],
  snapchat: [snapchatExport(), oldSnapchatExport(), snapchatPages()],
  soundcloud: [soundcloud.api, soundcloud.tables],
  threads: [threads('threads/')],
  tiktok: [tiktokExport('new'), tiktokExport('old'), tiktokText()],
  tumblr: [tumblr, tumblrAnswer],
  vimeo: [vimeo.api, vimeo.tables],
  web: [{ 'crawl.warc': warcFile(drafts) }, waczFiles()],
  wordpress: [small.wordpress],
  x: [grailbird, xFiles()],
  youtube: [small.youtube, inEnglish],
}

/** Everything of a record that is indexed, listed or shown; its source is not. */
function shown(draft: RecordDraft): string {
  const { author, conversation, parentNativeId, nativeId, text, links, media } = draft
  return (
    JSON.stringify([author, conversation, parentNativeId, nativeId, text, links, media.map(({ alt }) => alt)]) +
    detailsOf(draft)
  )
}

const leaks = ({ records }: ReadExport) =>
  records.flatMap((draft) =>
    SECRETS.filter((secret) => shown(draft).includes(secret)).map((secret) => [draft.kind, secret]),
  )

test('every platform is tried', () => {
  // An entry by hand is written by a person, and produced items are read by their own platform: neither is an export.
  expect([...platforms.keys()].filter((name) => name !== 'hand' && name !== 'produced').sort()).toEqual(
    Object.keys(EXPORTS).sort(),
  )
})

test.each(Object.entries(EXPORTS))(
  '%s: secrets in every object, row and element reach no record',
  async (name, exports) => {
    const platform = platforms.get(name)
    if (platform === undefined) throw new Error(`there is no platform ${name}`)
    for (const files of exports) {
      const plain = await readFiles(platform, files)
      const planted = await readFiles(platform, { ...plant(files), ...SECURITY_FILES })
      expect(leaks(planted)).toEqual([])
      // Some files are known by having these names and no others: with secrets in them they are none that is read.
      expect(planted.records.length).toBeGreaterThan(plain.records.length * 0.7)
    }
  },
  120_000,
)
