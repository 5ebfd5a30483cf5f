// What a custodian can rely on when `verify` compares texts with their sources: nothing sound is accused, and what nobody said is found.
import { describe, expect, test } from 'vitest'
import { platforms } from '../../../electron/core/intake/platforms.ts'
import { detailsOf } from '../../../electron/core/intake/prepare.ts'
import { standsInSource } from '../../../electron/core/vault/verify/source-text.ts'
import { discord, exported } from '../../fixtures/discord.ts'
import { export2019, export2024 } from '../../fixtures/facebook/export.ts'
import { podcast } from '../../fixtures/feeds.ts'
import { flickr } from '../../fixtures/flickr.ts'
import { export2018, export2023, threads } from '../../fixtures/instagram/export.ts'
import { complete } from '../../fixtures/linkedin.ts'
import { apiFour, apiOne, sycamore } from '../../fixtures/localwiki.ts'
import { medium } from '../../fixtures/medium.ts'
import { facebookExport, facebookUntil2017, oldFacebookExport } from '../../fixtures/meta-html/facebook-pages.ts'
import { instagramExport } from '../../fixtures/meta-html/instagram-pages.ts'
import { agency, member, other } from '../../fixtures/nextdoor.ts'
import { reddit } from '../../fixtures/reddit.ts'
import { slack } from '../../fixtures/slack.ts'
import { mastodon, mediawiki } from '../../fixtures/small-platforms.ts'
import { oldSnapchatExport, snapchatExport, snapchatPages } from '../../fixtures/snapchat/export.ts'
import * as soundcloud from '../../fixtures/soundcloud.ts'
import { tiktokExport, tiktokText } from '../../fixtures/tiktok/export.ts'
import { account, answer, firstApi, pagesOnly, tumblr } from '../../fixtures/tumblr.ts'
import * as vimeo from '../../fixtures/vimeo.ts'
import { everyState, withMedia } from '../../fixtures/wordpress.ts'
import { early, inEnglish } from '../../fixtures/youtube.ts'
import { readFiles } from '../../support/read-platform.ts'

const EXPORTS: Readonly<Record<string, readonly Readonly<Record<string, string | Uint8Array>>[]>> = {
  discord: [discord, exported],
  facebook: [export2024(), export2019(), facebookExport(), oldFacebookExport(), facebookUntil2017()],
  flickr: [flickr],
  instagram: [export2023(), export2018(), instagramExport()],
  linkedin: [complete],
  localwiki: [apiFour, apiOne, sycamore],
  mastodon: [mastodon],
  mediawiki: [mediawiki],
  medium: [medium],
  nextdoor: [member, agency, other],
  podcast: [podcast],
  reddit: [reddit],
  slack: [slack],
  snapchat: [snapchatExport(), oldSnapchatExport(), snapchatPages()],
  soundcloud: [{ 'feed.xml': soundcloud.feed }, soundcloud.api, soundcloud.tables],
  threads: [threads('threads')],
  tiktok: [tiktokExport('old'), tiktokExport('new'), tiktokText()],
  tumblr: [tumblr, pagesOnly, account, answer, firstApi],
  vimeo: [vimeo.api, vimeo.tables],
  wordpress: [everyState, withMedia],
  youtube: [inEnglish, early],
}

describe.each(Object.entries(EXPORTS))('texts of %s', (name, exports) => {
  test('stand in their sources, and a sentence put into one does not', async () => {
    const platform = platforms.find((one) => one.name === name)
    if (platform?.texts === undefined) throw new Error(`${name} does not say how its texts come about`)
    const { texts: origin } = platform
    let compared = 0
    const accused: unknown[] = []
    const missed: unknown[] = []
    for (const files of exports) {
      for (const { outcome, bytes } of (await readFiles(platform, files)).items) {
        if (outcome.type !== 'record') continue
        const { draft } = outcome
        const sources = [bytes, ...draft.joined.map((one) => one.bytes)]
        const shown = { kind: draft.kind, text: draft.text.toWellFormed(), details: detailsOf(draft) }
        const stands = standsInSource(shown, origin, sources)
        if (stands === false) accused.push([draft.kind, shown.text])
        if (stands !== true) continue
        compared += 1
        const changed = { ...shown, text: `${shown.text}\nThe City never said this.` }
        if (standsInSource(changed, origin, sources) !== false) missed.push([draft.kind, shown.text])
      }
    }
    expect(accused).toEqual([])
    expect(missed).toEqual([])
    expect(compared).toBeGreaterThan(0)
  })
})

test('a number or a truth value that an export gives in the place of a text stands in its source', () => {
  const source = [Buffer.from('{"Title": false, "Likes": 12}')]
  const stands = (text: string) => standsInSource({ kind: 'post', text, details: '{}' }, { how: 'lines' }, source)
  expect(['false', '12', 'true'].map(stands)).toEqual([true, true, false])
})

test('a line that was taken out, and a title that was changed, are not noticed', () => {
  const source = [Buffer.from('{"title": "Notice", "text": "The pool opens.\\nThe library closes."}')]
  const stands = (text: string, title = 'Notice') =>
    standsInSource({ kind: 'post', text, details: JSON.stringify({ title }) }, { how: 'lines' }, source)
  expect(stands('Notice\nThe pool opens.\nThe library closes.')).toBe(true)
  expect(stands('Notice\nThe pool opens.')).toBe(true)
  expect(stands('Other\nThe pool opens.', 'Other')).toBe(true)
  expect(stands('Notice\nThe pool never opens.')).toBe(false)
})

test('what is not declared, composed, or in no known charset is not compared', () => {
  const shown = { kind: 'post', text: 'café', details: '{}' }
  const source = [Buffer.from('caf\xe9', 'latin1')]
  expect(standsInSource(shown, null, source)).toBeNull()
  expect(standsInSource(shown, { how: 'lines', composed: ['post'] }, source)).toBeNull()
  expect(standsInSource(shown, { how: 'lines' }, source)).toBeNull()
  expect(standsInSource(shown, { how: 'lines', told: '<@' }, [Buffer.from('Ask <@U1>')])).toBeNull()
  expect(standsInSource(shown, { how: 'lines' }, [null])).toBeNull()
  expect(standsInSource(shown, { how: 'raw' }, [Buffer.from([0xff, ...Buffer.from('café'), 0xfe])])).toBe(true)
})
