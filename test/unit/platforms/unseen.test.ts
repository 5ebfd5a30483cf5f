// What a clerk can rely on when an export has a form that its platform was not known to write: it is read, or said to be empty.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Platform } from '../../../electron/core/intake/platform.ts'
import flickr from '../../../electron/core/intake/platforms/flickr/platform.ts'
import localwiki from '../../../electron/core/intake/platforms/localwiki/platform.ts'
import mediawiki from '../../../electron/core/intake/platforms/mediawiki/platform.ts'
import medium from '../../../electron/core/intake/platforms/medium/platform.ts'
import tumblr from '../../../electron/core/intake/platforms/tumblr/platform.ts'
import vimeo from '../../../electron/core/intake/platforms/vimeo/platform.ts'
import youtube from '../../../electron/core/intake/platforms/youtube/platform.ts'
import { openTree } from '../../../electron/core/intake/tree.ts'
import { sycamore } from '../../fixtures/localwiki.ts'
import { countKinds, readFiles, writeFiles } from '../../support/read-platform.ts'

const never = new AbortController().signal

test('Medium: claps without their mark are told by how often, and log-ins by their folder', async () => {
  const page = (title: string, ...items: readonly string[]) =>
    `<html><body><header><h1 class="p-name">${title}</h1></header><ul>${items.map((one) => `<li>${one}</li>`).join('')}</ul>
     <p>Exported from <a href="https://medium.com">Medium</a> on June 2, 2024.</p></body></html>`
  const story =
    '<a class="h-cite" href="https://medium.com/p/111000000000">A</a><time class="dt-published">2023-05-01 4:12 am</time>'
  const read = await readFiles(medium, {
    'claps/claps-0001.html': page('Claps', `+50 — ${story}`),
    'bookmarks/bookmarks-0001.html': page('Bookmarks', story),
    'ips/ips-0001.html': page('Addresses', '203.0.113.7'),
    'sessions/sessions-0001.html': page('Sessions', 'A browser'),
  })
  expect(countKinds(read.records)).toEqual({ reaction: 1, bookmark: 1 })
  expect(read.records.find(({ kind }) => kind === 'reaction')?.measures).toEqual([['claps', 50]])
  expect(read.plan.files.filter(({ group }) => group === 'log-ins').map(({ use }) => use)).toEqual(['unread', 'unread'])
})

test('Tumblr: conversations without the root around them are read, a picture given as an address is media', async () => {
  const read = await readFiles(tumblr, {
    'messages.xml': `<conversations><conversation status="ACTIVE"><participants><participant>alderbay</participant><participant>ana</participant></participants>
      <messages><message ts="1544197586" participant="t:aaaaaaaaaaaaaaaaaaaaaa" type="TEXT">Hello</message>
      <message ts="1544197587" participant="t:aaaaaaaaaaaaaaaaaaaaaa" type="IMAGE">https://64.media.tumblr.com/pier.jpg</message></messages></conversation></conversations>`,
  })
  expect(read.recognition?.confidence).toBeGreaterThan(0.9)
  expect(read.records.map(({ kind, media }) => [kind, media.map(({ names }) => names[0])])).toEqual([
    ['message', []],
    ['message', ['https://64.media.tumblr.com/pier.jpg']],
  ])
})

test('Flickr: comments that the account made are read whatever names their number has', async () => {
  const row = {
    photo_id: '9',
    comment: 'A fine lake',
    comment_url: 'https://www.flickr.com/photos/x/9/#c1',
    created: '2016-01-01 10:00:00',
  }
  const read = await readFiles(flickr, {
    'photos_comments_part001.json': JSON.stringify({ comments: [row] }),
    'sent_flickrmail_part001.json': JSON.stringify({ flickrmail: [] }),
  })
  expect(
    read.records.map(({ kind, text, parentNativeId, atSource }) => [kind, text, parentNativeId, atSource]),
  ).toEqual([['comment', 'A fine lake', '9', '2016-01-01 10:00:00']])
})

test('YouTube: a page of what was watched is none that nobody knows, whatever its style', async () => {
  const watched =
    '<div class="content-cell">Watched <a href="https://www.youtube.com/watch?v=abcdefghijk">x</a><br>Jan 31, 2018, 10:54:50 PM UTC</div>'
  const read = await readFiles(youtube, { 'history/watch-history.html': `<html><body>${watched}</body></html>` })
  expect(read.plan.files.map(({ type, group, use }) => [type, group, use])).toEqual([['history', 'searches', 'unread']])
})

const EMPTY: readonly (readonly [string, Platform, unknown])[] = [
  ['of LocalWiki', localwiki, { count: 0, next: null, previous: null, results: [] }],
  ['of Vimeo', vimeo, { total: 0, page: 1, per_page: 25, paging: { next: null, previous: null }, data: [] }],
  ['of YouTube', youtube, []],
]
test.each(EMPTY)('an empty list %s is a section without records, not an unknown file', async (_, platform, list) => {
  const full = { 'maps.json': JSON.stringify(list), 'settings.json': '{"id":7,"tags":[]}', 'names.json': '["a"]' }
  const { plan, damaged } = await readFiles(platform, full)
  expect(plan.files.map(({ name, use }) => [name, use])).toEqual([['maps.json', 'records']])
  expect([...damaged]).toEqual([])
})

test('files in Base64 inside a wiki’s XML are media, with the bytes that their records name', async () => {
  const upload = `<mediawiki><page><title>File:A.png</title><id>1</id><upload><timestamp>2015-01-01T00:00:00Z</timestamp><filename>A.png</filename>
    <contents encoding="base64">YWJj</contents></upload><upload><timestamp>2016-01-01T00:00:00Z</timestamp><filename>A.png</filename></upload></page></mediawiki>`
  for (const [platform, files, held] of [
    [mediawiki, { 'dump.xml': upload }, 1],
    [localwiki, sycamore, 1],
  ] as const) {
    const { records } = await readFiles(platform, files)
    const named = records.flatMap(({ media }) => media.flatMap(({ digest }) => (digest ? [hex(digest)] : [])))
    const tree = await openTree([{ path: await writeFiles(files), name: 'export' }], never)
    const found: string[] = []
    for await (const { bytes } of platform.embedded?.(tree, await platform.plan(tree, never), never) ?? []) {
      const hash = createHash('sha256')
      for await (const chunk of bytes) hash.update(chunk)
      found.push(hash.digest('hex'))
    }
    await tree.set.close()
    expect(named.length).toBeGreaterThanOrEqual(held)
    expect(new Set(found)).toEqual(new Set(named))
  }
})

const hex = (digest: Uint8Array) => Buffer.from(digest).toString('hex')
