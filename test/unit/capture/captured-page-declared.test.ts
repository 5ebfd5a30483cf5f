// Posts and comments that a captured page declares as JSON-LD: records where it marks nothing, and never a second one of what it shows.
import { expect, test } from 'vitest'
import page from '../../../electron/core/intake/captured/page.ts'
import { mediaFinder } from '../../../electron/core/intake/kit/media-finder.ts'

const read = (html: string) =>
  page.read({
    url: 'urn:dom:https://town.test/news/1',
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
const drafts = (html: string) => read(html).flatMap(({ outcome }) => (outcome.type === 'record' ? [outcome.draft] : []))
const block = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`

const declared = {
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'WebSite', name: 'Town' },
    {
      '@type': ['SocialMediaPosting', 'Thing'],
      '@id': '/news/1#post',
      headline: 'Pool',
      articleBody: 'The pool opens.',
      datePublished: '2026-10-01T10:00:00-07:00',
      author: [{ '@type': 'Organization', name: 'City  of Alder Bay' }],
      image: { '@type': 'ImageObject', url: '/pool.png' },
      comment: [
        {
          '@type': 'Comment',
          url: 'https://town.test/news/1#c1',
          text: 'At last.',
          author: { name: 'R.' },
          dateCreated: '2026-10-02',
        },
        { '@type': 'http://schema.org/Comment', text: { '@value': 'When?' }, parentItem: { '@id': '/news/1#c1' } },
      ],
    },
  ],
}

test('a post, its comments and what they answer are records with their own addresses', () => {
  const [post, first, second, ...more] = drafts(`<html><body><p>Something</p>${block(declared)}</body></html>`)
  expect(more).toEqual([])
  expect(post).toMatchObject({
    kind: 'post',
    nativeId: 'https://town.test/news/1#post',
    text: 'The pool opens.',
    author: 'City of Alder Bay',
    at: Date.parse('2026-10-01T17:00:00Z'),
    details: { title: 'Pool' },
    media: [{ names: ['https://town.test/pool.png'] }],
  })
  expect(first).toMatchObject({
    kind: 'comment',
    nativeId: 'https://town.test/news/1#c1',
    parentNativeId: post?.nativeId,
    author: 'R.',
  })
  expect(second).toMatchObject({ kind: 'comment', text: 'When?', parentNativeId: first?.nativeId })
})

test('the source of each is its own: what stands in it belongs to another record', () => {
  const [post] = read(block(declared))
  expect(Buffer.from(post?.bytes ?? []).toString()).toContain('The pool opens.')
  expect(Buffer.from(post?.bytes ?? []).toString()).not.toContain('At last.')
})

test('what the page marks where it shows it is one record, by its address or by its words', () => {
  const shown = `<article itemscope itemtype="https://schema.org/SocialMediaPosting" itemid="https://town.test/news/1#post"><p>The pool opens.</p></article>
    <article><p>Somebody said: At last.</p></article>`
  const all = drafts(`${shown}${block(declared)}`)
  expect(all.map(({ text }) => text)).toEqual(['The pool opens.', 'Somebody said: At last.', 'When?'])
})

test('a later edit is another content of the same item; what is no JSON, or declares no item, is nothing', () => {
  const edited = JSON.parse(JSON.stringify(declared).replace('The pool opens.', 'The pool stays closed.'))
  const [before, after] = [drafts(block(declared))[0], drafts(block(edited))[0]]
  expect(after?.nativeId).toBe(before?.nativeId)
  expect(after?.content).not.toEqual(before?.content)
  expect(drafts('<script type="application/ld+json">{"@type": "Article",</script>')).toEqual([])
  expect(
    drafts(block({ '@type': 'BreadcrumbList', itemListElement: [{ '@type': 'ListItem', name: 'Home' }] })),
  ).toEqual([])
  expect(
    page.shows({
      url: 'urn:dom:https://town.test/news/1',
      bytes: Buffer.from(block(declared)),
      field: () => '',
      noted: () => null,
    }),
  ).toEqual(['https://town.test/pool.png'])
})
