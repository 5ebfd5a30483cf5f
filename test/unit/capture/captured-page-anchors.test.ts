// By what items of a captured page are known again: an address, a mark, and their words only where a page gives neither.
import { expect, test } from 'vitest'
import page from '../../../electron/core/intake/captured/page.ts'
import { mediaFinder } from '../../../electron/core/intake/kit/media-finder.ts'
import { isByWords, isNth } from '../../../shared/domain/capture/by-words.ts'

const read = (html: string) =>
  page
    .read({
      url: 'urn:dom:https://x.com/city',
      status: 200,
      field: () => '',
      bytes: Buffer.from(html),
      at: 0,
      media: mediaFinder(new Set()),
      medium: (address, alt) => ({ role: 'photo', names: [address], directory: '', alt }),
      noted: () => null,
      odd: () => {},
      signal: new AbortController().signal,
    })
    .flatMap(({ outcome }) => (outcome.type === 'record' ? [outcome.draft] : []))

const post = (words: string, link: string, age: string) =>
  `<article>${words} <a href="${link}"><time datetime="2026-11-30T10:00:00.000Z">${age}</time></a><button>12 replies</button></article>`

test('a post whose date leads to its own address is known by it, whatever its words, and how long ago it was belongs to none', () => {
  const [before] = read(post('The pool opens.', '/city/status/1', '2h'))
  const [after] = read(post('The pool opens.', '/city/status/1', '3d'))
  const [edited] = read(post('The pool is closed.', '/city/status/1', 'Nov 30, 2026'))
  expect(before).toMatchObject({
    nativeId: 'https://x.com/city/status/1',
    text: 'The pool opens.',
    at: Date.parse('2026-11-30T10:00:00Z'),
  })
  expect(after).toMatchObject({ nativeId: before?.nativeId, content: before?.content })
  expect(edited).toMatchObject({ nativeId: before?.nativeId, text: 'The pool is closed. Nov 30, 2026' })
})

test.each([
  ['two dates that lead to one place', post('One', '/news', '2h') + post('Two', '/news', '2h')],
  ['a date that leads to the archive of its day', post('One', '/2026/11/30/', '2h')],
  ['a mark that is drawn anew each time', '<div role="article" id=":r2a:">One</div>'],
  ['nothing at all', '<article>One</article>'],
])('%s: told apart by words', (_what, html) => {
  expect(read(html).map(({ nativeId }) => isByWords(nativeId ?? ''))).not.toContain(false)
})

test('a mark is one, also where its words are long', () => {
  expect(read('<article id="post-12">One</article>').map(({ nativeId }) => nativeId)).toEqual([
    'https://x.com/city post-12',
  ])
  expect(isByWords(`https://x.com/city ${'a'.repeat(32)}`)).toBe(false)
})

const inList = (words: string, by = 'Ana', at = '2026-11-30T10:00:00Z') =>
  `<article><span class="p-author">${by}</span> ${words} <a rel="bookmark" href="/city/status/1"><time datetime="${at}">2h</time></a></article>`

test('a post that is pinned above a list and stands in it, too, is one item, read where it is shown in full', () => {
  const full = inList('The pool opens on Monday at nine.')
  const cut = inList('The pool opens on …')
  for (const html of [full + full, cut + full, full + cut]) {
    const items = read(html)
    expect(items.map(({ nativeId }) => nativeId)).toEqual(['https://x.com/city/status/1'])
    expect(items[0]?.text).toContain('on Monday at nine.')
  }
})

test.each([
  ['other words', inList('The pool is closed.')],
  ['another author', inList('The pool opens.', 'Ben')],
  ['another time', inList('The pool opens.', 'Ana', '2026-11-30T11:00:00Z')],
])(
  'of two items under one address that have %s, each is read, and by its key nobody tells which is missing',
  (_what, html) => {
    const [one, other] = read(inList('The pool opens.') + html)
    expect([one, other].map((item) => isNth(item?.nativeId ?? ''))).toEqual([false, true])
  },
)

test('what an item stands in, and has no words of its own, takes no number from it', () => {
  expect(read(`<div class="h-entry"><a class="u-url" href="/city/status/1"></a>${inList('One')}</div>`)).toMatchObject([
    { nativeId: 'https://x.com/city/status/1' },
  ])
})

test('a post is known again by its address whatever session its links carry on', () => {
  const link = (session: string) => read(post('One', `/viewtopic.php?t=5&sid=${session}#p7`, '2h'))[0]?.nativeId
  expect(link('a'.repeat(32))).toBe('https://x.com/viewtopic.php?t=5#p7')
  expect(link('b'.repeat(32))).toBe('https://x.com/viewtopic.php?t=5#p7')
})
