// What a clerk can rely on when an export of Tumblr is read.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import tumblr from '../../../electron/core/intake/platforms/tumblr/platform.ts'
import * as built from '../../fixtures/tumblr.ts'
import { countKinds, readFiles, readPaths } from '../../support/read-platform.ts'

const samples = resolve(import.meta.dirname, '../../../../shared/samples')
const XML = 'posts/posts.xml'
const recordsOf = (read: Awaited<ReturnType<typeof readFiles>>, name: string) =>
  read.itemsOf(name).flatMap(({ outcome }) => (outcome.type === 'record' ? [outcome.draft] : []))

describe('the XML of a blog', () => {
  test('every type of post is a record with its words and its state', async () => {
    const read = await readFiles(tumblr, built.tumblr)
    expect(
      recordsOf(read, XML).map(({ kind, nativeId, state, text, details }) => [
        kind,
        nativeId,
        state,
        details.type,
        text,
      ]),
    ).toEqual([
      ['post', '180894436671', 'live', 'regular', 'Notice & news\nOffice “closed”–see here.\n\nneighbor:\n\nIs it?'],
      ['post', '190097591599', 'draft', 'regular', 'Not yet'],
      ['post', '190097591600', 'draft', 'regular', 'Soon'],
      ['post', '190097591601', 'live', 'regular', 'For us'],
      ['post', '180254465582', 'live', 'photo', 'The pier\nAt noon'],
      ['post', '180265557725', 'live', 'link', 'The rules\nRead them'],
      ['post', '180265557726', 'live', 'quote', 'Nothing is lost\n— A book'],
      ['post', '180265557727', 'live', 'conversation', 'Overheard\nA: Hi\nB: Yes'],
      ['post', '180782992914', 'live', 'video', 'The film'],
      ['post', '180782992915', 'live', 'audio', 'The song'],
      ['post', '180371366195', 'live', 'answer', 'When?\nMonday'],
    ])
    expect([...read.damaged]).toEqual([])
  })

  test('a post keeps its time, links with their targets, tags, notes, and whose post it passes on', async () => {
    const read = await readFiles(tumblr, built.tumblr)
    const [post, draft, queued, secret] = recordsOf(read, XML)
    expect(post).toMatchObject({
      at: 1544201323000,
      atSource: '1544201323',
      precision: 'second',
      sourceZone: 'UTC',
      author: 'alderbay',
      links: [
        { shown: 'here', target: 'https://alder.example/n' },
        { shown: 'neighbor', target: 'https://neighbor.tumblr.com/post/5' },
        { shown: 'Notice & news', target: 'https://alderbay.tumblr.com/post/180894436671/slug' },
      ],
      measures: [['notes', 12]],
      details: {
        tags: ['notice', 'two words'],
        localTime: 'Fri, 07 Dec 2018 11:48:43',
        reblog: { is: true, 'reblogged-from-name': 'neighbor' },
        trail: [{ blog: 'neighbor', address: 'https://neighbor.tumblr.com/post/5' }],
      },
    })
    expect(draft).toMatchObject({ at: Date.UTC(2018, 11, 7, 11, 48, 43), sourceZone: 'unknown' })
    expect([queued?.details.state, secret?.details.visibility]).toEqual(['queued', 'private'])
  })

  test('media are found by the number of their post; what the export does not hold is named', async () => {
    const read = await readFiles(tumblr, built.tumblr)
    const media = (id: string) =>
      recordsOf(read, XML)
        .find(({ nativeId }) => nativeId === id)
        ?.media.map(({ role, names, alt }) => [role, names[0], alt])
    expect(media('180254465582')).toEqual([
      ['photo', 'media/180254465582.jpg', 'At noon'],
      ['photo', 'media/180254465582_0.png', null],
    ])
    expect(media('180782992914')).toEqual([['video', 'media/180782992914.mp4', null]])
    const { 'media/180254465582_0.png': _gone, ...without } = built.tumblr
    const poorer = await readFiles(tumblr, without)
    expect(
      poorer.records.find(({ nativeId }) => nativeId === '180254465582')?.media.map(({ names }) => names[0]),
    ).toEqual(['media/180254465582.jpg', 'https://64.media.example/two_1280.jpg'])
  })

  test('a player’s new number makes no version, a new word does', async () => {
    const contentOf = async (from: string, to: string) => {
      const changed = built.posts['posts.xml'].replaceAll(from, to)
      const { records } = await readFiles(tumblr, { 'posts.xml': changed })
      return records.map(({ content }) => content)
    }
    const before = await contentOf('', '')
    expect(await contentOf('embed-5c0', 'embed-6d1')).toEqual(before)
    expect(await contentOf('note-count="12"', 'note-count="13"')).toEqual(before)
    const after = await contentOf('The film', 'A film')
    expect(after.filter((one, place) => JSON.stringify(one) !== JSON.stringify(before[place]))).toHaveLength(1)
  })

  test('a post whose end is missing does not take the next one with it', async () => {
    const { records, damaged } = await readFiles(tumblr, built.unclosed)
    expect(records.map(({ nativeId, text }) => [nativeId, text])).toEqual([
      ['190097591599', 'Not yet'],
      ['190097591600', 'Soon'],
    ])
    expect([...damaged]).toEqual([])
  })

  test('the count that the API gives is compared where the file is the whole, else it is told that pages are missing', async () => {
    const whole = await readFiles(tumblr, built.counted(1))
    expect([whole.plan.files.map(({ claimed }) => claimed), whole.findings]).toEqual([[1], []])
    const page = await readFiles(tumblr, built.counted(30))
    expect(page.plan.files.map(({ claimed }) => claimed)).toEqual([null])
    expect(page.findings.map(({ code, sentence }) => [code, /30 posts.*holds 1/.test(sentence)])).toEqual([
      ['posts-fewer-than-counted', true],
    ])
    expect(page.records[0]).toMatchObject({
      author: 'alderbay',
      details: { blog: { title: 'Alder', timezone: 'US/Pacific', description: 'City' } },
    })
  })

  test('the first API wrote bodies and players as they are, and a chat’s lines twice', async () => {
    const { records } = await readFiles(tumblr, built.firstApi)
    expect(records.map(({ nativeId, author, text, details }) => [nativeId, author, text, details.visibility])).toEqual([
      ['40555675', 'alder', 'Gems\nIgnore the post below.\n\nSee here.', undefined],
      ['39523155', 'alder', 'This is cool', undefined],
      ['78846368', 'alder', 'A film', 'private'],
      ['78844911', 'alder', 'Chat\nme: public\nyou: chat', undefined],
    ])
    expect(records.map(({ links }) => links.map(({ target }) => target).slice(0, -1))).toEqual([
      ['https://alder.example'],
      ['http://film.example/v/player', 'http://film.example/v/source'],
      ['http://film.example/watch?v=1'],
      [],
    ])
    expect(records[0]).toMatchObject({ at: Date.UTC(2020, 0, 1, 12, 0), precision: 'minute', sourceZone: 'unknown' })
  })
})

describe('pages of posts', () => {
  test('beside the XML they are the same record, state, time and version', async () => {
    const read = await readFiles(tumblr, built.tumblr)
    for (const id of ['180894436671', '190097591599']) {
      const [data] = recordsOf(read, XML).filter(({ nativeId }) => nativeId === id)
      const [page] = recordsOf(read, `posts/html/${id}.html`)
      const same = ({ kind, nativeId, identity, at, atSource, state, author, content }: NonNullable<typeof data>) => ({
        kind,
        nativeId,
        identity,
        at,
        atSource,
        state,
        author,
        content,
      })
      if (data === undefined || page === undefined) throw new Error('a twin is missing')
      expect(same(page)).toEqual(same(data))
    }
    const names = read.plan.files.map(({ name }) => name)
    expect(names.indexOf('posts/html/180894436671.html')).toBeGreaterThan(names.indexOf(XML))
  })

  test('alone they are read: title, words, tags and time from the last footer, the zone unknown', async () => {
    const read = await readFiles(tumblr, built.pagesOnly)
    expect(
      read.records.map(({ kind, nativeId, state, text, media }) => [
        kind,
        nativeId,
        state,
        text,
        media.map(({ names }) => names[0]),
      ]),
    ).toEqual([
      ['post', '1800001', 'live', 'First\nSee us\n\nPassed on: May 1st, 2011 1:00pm', ['media/1800001.jpg']],
      ['post', '1800002', 'live', 'Second', ['media/1800002.gif']],
      ['post', '1800009', 'draft', 'By a reader', []],
      ['chat', 'conversation page neighbor', 'live', 'neighbor: Hello\n\nalderbay: Yes', []],
    ])
    expect(read.records[0]).toMatchObject({
      at: Date.UTC(2018, 11, 7, 11, 48),
      atSource: 'December 7th, 2018 11:48am',
      precision: 'minute',
      sourceZone: 'unknown',
      details: { tags: ['lake'] },
      links: [{ target: 'https://alder.example' }, { target: 'https://www.youtube.com/embed/xyz' }],
    })
    expect(read.records.map(({ author }) => author)).toEqual(['', '', '', ''])
  })

  test('a page that the list of posts names and the export does not hold is told as absent', async () => {
    const { plan, recognition } = await readFiles(tumblr, built.pagesOnly)
    expect(plan.absent).toEqual([{ type: 'pages', file: 'html/1800003.html', claimed: 1 }])
    expect(recognition?.layout).toBe('pages')
    expect((await readFiles(tumblr, built.tumblr)).plan.absent).toEqual([])
  })
})

test('it is recognised by structure whatever its files are called', async () => {
  const read = await readFiles(tumblr, { 'a.txt': built.posts['posts.xml'], 'b.bin': built.beside['messages.xml'] })
  expect(read.recognition).toMatchObject({ confidence: 0.99, ownerHandle: 'alderbay' })
  const rss = await readFiles(tumblr, { 'f.xml': '<rss version="2.0"><channel><item/></channel></rss>' })
  const site = await readFiles(tumblr, { '12345.html': '<!DOCTYPE html><html><body><p>Hello</p></body></html>' })
  expect([rss.recognition, site.recognition]).toEqual([null, null])
})

test.each([
  [
    'x.xml',
    '<tumblr><posts><post/><post id="1" type="photo"><photoset><photo/></photoset></post><post id="2"><tag/></post>',
  ],
  ['x.xml', '<tumblr><conversations><message ts="x"/><conversation><messages><message>a</message>'],
  ['x.json', '[{"data":{"blog_names":5,"registration_time":7,"likes":[null,{},5],"posts":[{}]}}]'],
  [
    'x.json',
    '{"posts":[{"blog_name":"a","id":1,"timestamp":1,"content":[5,{"type":"image","media":{}}],"trail":[{}]},7]}',
  ],
])('odd values are never an exception: %s %s', async (name, content) => {
  const read = await readFiles(tumblr, { [name]: content })
  expect(read.items.length).toBeGreaterThan(0)
  expect([...read.damaged]).toEqual([])
})

describe.skipIf(!existsSync(samples))('the samples', () => {
  test('give as many posts and messages as their files hold', async () => {
    const read = await readPaths(tumblr, [join(samples, 'tumblr/tiyb__tev')])
    // grep -c '<post id\|<post$' and grep -c '<message ', over each file; those of badxml too, whose last element has no end.
    const counts = read.plan.files
      .filter(({ use }) => use === 'records')
      .map(({ name }) => [name, countKinds(recordsOf(read, name))])
    expect(Object.fromEntries(counts)).toEqual({
      'outputs/response-xml-answer.xml': { post: 1 },
      'outputs/response-xml-link.xml': { post: 1 },
      'outputs/response-xml-multiplephotos.xml': { post: 1 },
      'outputs/response-xml-regular.xml': { post: 1 },
      'outputs/response-xml-singlephoto.xml': { post: 1 },
      'test-messages-badxml.txt': { message: 9 },
      'test-messages-extended-xml.xml': { message: 28 },
      'test-messages-secondblog-xml.xml': { message: 11 },
      'test-messages-xml.xml': { message: 25 },
      'test-post-badxml.txt': { post: 1 },
      'test-post-extended-xml.xml': { post: 8 },
      'test-post-secondblog.xml': { post: 1 },
      'test-post-xml.xml': { post: 9 },
    })
    expect([...read.damaged]).toEqual([])
    expect(read.plan.findings.map(({ code }) => code)).toEqual(['several-blogs'])
    const states = recordsOf(read, 'test-post-xml.xml').map(({ state }) => state)
    // grep -o 'state="[a-z]*"' test-post-xml.xml | sort | uniq -c: 1 draft, 1 queued, 7 published.
    expect(states.filter((state) => state === 'draft')).toHaveLength(2)
  })

  test('the made-up account data is recognised and read', async () => {
    const read = await readPaths(tumblr, [join(samples, 'made-from-the-format-reference/tumblr/privacy-payload')])
    expect(countKinds(read.records)).toEqual({ profile: 1 })
    expect(read.recognition?.ownerHandle).toBe('exampletown')
  })
})
