// What a clerk can rely on when podcasts' feeds are read.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { feedTime, secondsOf } from '../../../electron/core/intake/feed/when.ts'
import podcast from '../../../electron/core/intake/platforms/podcast/platform.ts'
import * as built from '../../fixtures/feeds.ts'
import { countKinds, type ReadExport, readFiles, readPaths } from '../../support/read-platform.ts'

const samples = resolve(import.meta.dirname, '../../../../shared/samples')
const brief = ({ records }: ReadExport) =>
  records.map(({ kind, nativeId, author, text }) => [kind, nativeId, author, text])

test('whatever letters a namespace is bound to, episodes and the feed itself are records', async () => {
  const read = await readFiles(podcast, { 'feed.xml': built.show() })
  expect(read.recognition).toMatchObject({ confidence: 0.85, ownerName: 'Alder Bay Council', layout: 'RSS 2.0' })
  expect(brief(read)).toEqual([
    ['episode', 'talk-1', 'Pat Moreno', 'Fish & ponds\nAll the notes\n\nand more'],
    ['episode', 'https://cdn.example/r/talks/two.mp3', '', 'No guid'],
    ['post', 'https://alder.example/closed', '', 'Office closed\nLine one\nLine two'],
    [
      'profile',
      'feed alder.example/talks',
      'City of Alder Bay',
      'Alder Bay Council\nWhat the council said – every week',
    ],
  ])
  const [episode, second, post, feed] = read.records
  expect(episode).toMatchObject({
    at: Date.UTC(2024, 2, 5, 20, 0, 0),
    atSource: 'Tue, 05 Mar 2024 12:00:00 PST',
    sourceZone: '-08:00',
    details: {
      duration: '1:01:02',
      seconds: 3662,
      episode: '3',
      season: '1',
      summary: 'Notes with a map',
      chapters: [
        { start: '0', title: 'Start' },
        { start: '10:00', title: 'Ponds', href: 'https://alder.example/ponds' },
      ],
      chaptersAt: 'https://alder.example/t/one-chapters.json',
      transcripts: [{ url: 'https://alder.example/t/one.vtt', type: 'text/vtt', language: 'en' }],
      people: [
        { name: 'Pat Moreno', role: 'host', href: 'https://alder.example/pat' },
        { name: 'Ana Li', role: 'guest' },
      ],
      soundbites: [{ name: 'On fish', startTime: '33.8', duration: '60' }],
      value: [{ type: 'lightning', method: 'keysend', recipients: [{ name: 'City', split: '100' }] }],
    },
  })
  expect(second).toMatchObject({ at: Date.UTC(2024, 2, 5, 8, 0), precision: 'minute', sourceZone: '+01:00' })
  expect(second?.details).toMatchObject({ duration: 'soon' })
  expect(second?.details).not.toHaveProperty('seconds')
  expect(post).toMatchObject({ at: null, atSource: 'someday' })
  expect(feed?.details).toMatchObject({
    owner: 'City Clerk',
    image: 'https://alder.example/cover.jpg',
    categories: ['Government', 'Government > Local', 'News'],
    editor: 'Pat Moreno',
    places: [{ name: 'Alder Bay', geo: 'geo:37.8,-122.2' }],
    locked: ['yes'],
  })
  expect(JSON.stringify(read.records)).not.toContain('clerk@alder.example')
  expect(read.plan.findings.map(({ code }) => code)).toEqual(['feed-continues'])
  expect(read.findings).toEqual([])
})

test('snapshots are read from the oldest to the newest; sounds, transcripts and chapters beside them are found', async () => {
  const read = await readFiles(podcast, built.podcast)
  expect(read.plan.files.map(({ name, type, use }) => [name, type, use])).toEqual([
    ['b-old.xml', 'feed', 'records'],
    ['a-new.xml', 'feed', 'records'],
    ['one-chapters.json', 'chapters', 'records'],
    ['one.vtt', 'transcript', 'records'],
  ])
  const titles = (id: string) => read.records.filter(({ nativeId }) => nativeId === id).map(({ text }) => text)
  expect(titles('talk-1').map((text) => text.split('\n')[0])).toEqual(['Fish & ponds', 'Fish and ponds'])
  expect(titles('feed alder.example/talks').map((text) => text.split('\n')[0])).toEqual([
    'Alder Council',
    'Alder Bay Council',
  ])
  expect(read.records[0]?.media).toEqual([{ role: 'audio', names: ['media/one a.mp3'], directory: '', alt: null }])
  expect(read.records[1]?.media).toEqual([])
  expect(read.records.filter(({ kind }) => kind === 'profile').map(({ media }) => media)).toEqual([
    [{ role: 'photo', names: ['cover.jpg'], directory: '', alt: null }],
    [{ role: 'photo', names: ['cover.jpg'], directory: '', alt: null }],
  ])
  expect(
    read.records.filter(({ kind }) => kind === 'file').map(({ text, parentNativeId }) => [text, parentNativeId]),
  ).toEqual([
    ['Start\nPonds', 'talk-1'],
    ['Pat: Good evening from Alder Bay & beyond\nAna: Thanks', 'talk-1'],
  ])
  expect(read.plan.generatedAt).toBe(Date.UTC(2024, 2, 5, 21, 0, 0))
})

test('Atom and RSS 1.0: entries with their authors, times, pages and sounds', async () => {
  const read = await readFiles(podcast, { 'a.atom': built.atom })
  expect(brief(read)).toEqual([
    ['episode', 'urn:x:1', 'Pat Moreno', 'Meeting\nCome to the hall\n\nSeven'],
    ['post', 'urn:x:2', 'Ana Li', 'Words only\n1 < 2'],
    ['episode', 'urn:x:3', 'Pat Moreno', 'Film\nIn the group'],
    ['profile', 'feed urn:x:feed', 'Pat Moreno', 'Alder & Bay'],
  ])
  expect(read.records[0]).toMatchObject({
    at: Date.UTC(2024, 2, 5, 20, 0, 0),
    details: { updated: '2024-03-06T12:00:00-08:00', tags: ['council'] },
    links: [
      { shown: 'the hall', target: 'https://alder.example/hall' },
      { shown: 'Meeting', target: 'https://alder.example/meetings/1' },
      { shown: 'Sound', target: 'https://cdn.example/1.ogg' },
    ],
  })
  expect(read.records[1]).toMatchObject({ precision: 'day', sourceZone: 'unknown' })
  expect(read.records[1]?.details.show).toBe('Alder & Bay')
  const older = await readFiles(podcast, { 'a.rdf': built.rdf })
  expect(brief(older)).toEqual([
    ['post', 'https://alder.example/n/1', 'Pat', 'Bridge\nOpen again'],
    ['profile', 'feed alder.example', '', 'Alder news\nNews'],
  ])
  expect(older.recognition?.layout).toBe('RSS 1.0')
})

test('ill-formed XML is read as far as it goes, and said to be so', async () => {
  const read = await readFiles(podcast, { 'feed.xml': built.illFormed })
  expect(brief(read)).toEqual([
    ['episode', 'g1', '', 'One\u00a0a'.replace('\u00a0', ' ')],
    ['post', 'g2', '', 'Two\nLine\nbreak'],
    ['post', 'g3', 'Ana', 'Three\nCut'],
    ['profile', 'feed Café & Bar', '', 'Café & Bar'],
  ])
  expect(read.findings.map(({ code, sentence }) => [code, sentence])).toEqual([
    [
      'xml-ill-formed',
      'This feed is not well-formed XML: it uses prefixes that it does not declare (itunes), leaves elements open (br, description, item, channel, rss), writes “&nbsp;”, which XML does not know. It was read as a browser would read it; compare the episodes with the file where a whole one matters.',
    ],
  ])
})

test('a feed larger than what is read at once says its title once and right', async () => {
  const item = (number: number) =>
    `<item><title>Ñ ${number}</title><guid>urn:x:${number}</guid><enclosure url="https://a.example/${number}.mp3"/></item>`
  const items = Array.from({ length: 1000 }, (_, number) => item(number)).join('\n')
  const read = await readFiles(podcast, { 'feed.xml': built.show({ title: 'Société &amp;amp; Co', items }) })
  expect(read.records.length).toBe(1001)
  expect(new Set(read.records.slice(0, -1).map(({ details }) => details.show))).toEqual(new Set(['Société &amp; Co']))
  expect(read.records.at(-1)?.text).toBe('Société &amp; Co\nWhat the council said – every week')
})

test('several shows in one package are told of, and short guids of two shows are two episodes', async () => {
  const other = built
    .show({ title: 'Library' })
    .replace('alder.example/talks', 'library.example')
    .replaceAll('alder.xml', 'library.xml')
  const read = await readFiles(podcast, { 'a.xml': built.show(), 'b.xml': other })
  expect(read.plan.findings[0]?.code).toBe('several-shows')
  expect(read.records.map(({ nativeId }) => nativeId).filter((id) => id.startsWith('talk-1'))).toEqual([
    'talk-1 in Alder Bay Council',
    'talk-1 in Library',
  ])
})

test('what is no feed is not taken for one', async () => {
  const files = {
    'a.html': '<html><body><feed>x</feed></body></html>',
    'b.xml': '<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><item/></channel></rss>',
    'c.xml': '<rss><redirect><newLocation>https://a.example</newLocation></redirect></rss>',
    'd.xml': '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><x/></rdf:RDF>',
  }
  expect((await readFiles(podcast, files)).recognition).toBeNull()
})

test('times and durations of every habit', () => {
  const at = (text: string) => {
    const { at: ms, precision, sourceZone } = feedTime(text)
    return [ms === null ? null : new Date(ms).toISOString(), precision, sourceZone]
  }
  expect(at('Tue, 5 Mar 2024 12:00:00 +02:00')).toEqual(['2024-03-05T10:00:00.000Z', 'second', '+02:00'])
  expect(at('Tue, 05 Mar 24 12:00 EDT')).toEqual(['2024-03-05T16:00:00.000Z', 'minute', '-04:00'])
  expect(at('Mar 5, 2024 1:05 pm')).toEqual(['2024-03-05T13:05:00.000Z', 'minute', 'unknown'])
  expect(at('Tue Mar  5 12:00:00 2024')).toEqual(['2024-03-05T12:00:00.000Z', 'second', 'unknown'])
  expect(at('05 Mar 2024')).toEqual(['2024-03-05T00:00:00.000Z', 'day', 'unknown'])
  expect(at('2024-03-05 12:00:00 PST')).toEqual(['2024-03-05T20:00:00.000Z', 'second', '-08:00'])
  expect(at('Tue, 05 Mar 2024 12:00:00 XYZ')).toEqual(['2024-03-05T12:00:00.000Z', 'second', 'unknown'])
  expect(at('Thu, 31 Feb 2024 12:00:00 GMT')).toEqual([null, 'unknown', null])
  expect(['62', '01:02', '1:01:02.5', 'PT1H2M', '1h 2m 3s', '4 min', '', 'soon', '1:2:3:4'].map(secondsOf)).toEqual([
    62,
    62,
    3662.5,
    3720,
    3723,
    240,
    null,
    null,
    null,
  ])
})

describe.skipIf(!existsSync(samples))('real structures', () => {
  const of = (...steps: readonly string[]) => [join(samples, 'podcast-rss', ...steps)]

  test('as many items and feeds as the files hold, by regular expressions in Python', async () => {
    const small = await readPaths(podcast, of('gpodder__podcastparser'))
    // 70 files have a root of a feed; one of them is a redirection without a channel. 50 <item>, 6 <entry>.
    expect([small.plan.files.length, countKinds(small.records).profile, small.items.length]).toEqual([69, 69, 69 + 56])
    const chapters = small.records.flatMap(({ details }) => (Array.isArray(details.chapters) ? details.chapters : []))
    expect(chapters.length).toBe(5)
    expect(small.itemsOf('itunes_xmlns.rss')[0]?.outcome).toMatchObject({ draft: { details: { seconds: 1200 } } })
    expect(small.itemsOf('itunes_duration.rss')[0]?.outcome).toMatchObject({ draft: { details: { seconds: 1200 } } })
    expect(small.itemsOf('itunes_subtitle.rss')[0]?.outcome).toMatchObject({
      draft: { text: 'Namespace Test\nFull', details: { subtitle: 'Short', summary: 'Longer' } },
    })
    const whole = await readPaths(podcast, of('Podcastindex-org__podcast-namespace'))
    expect(countKinds(whole.records)).toEqual({ event: 1, episode: 3, profile: 1, file: 5 })
    const count = (name: string) => whole.records.flatMap(({ details }) => details[name] ?? []).length
    expect([count('people'), count('transcripts'), count('enclosures')]).toEqual([9, 4, 4])
    expect(
      whole.records.filter(({ kind }) => kind === 'file').map(({ details }) => details.lines ?? details.chapters),
    ).toEqual([expect.objectContaining({ length: 9 }), expect.objectContaining({ length: 11 }), 5, 222, 7])
  })
})
