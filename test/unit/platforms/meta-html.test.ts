// The HTML pages of Instagram's exports, what tells them from Facebook's, dates, and what no page may do to the reader.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pageTime } from '../../../electron/core/intake/meta/html/dates.ts'
import { facebookExport, page } from '../../fixtures/meta-html/facebook-pages.ts'
import { instagramExport } from '../../fixtures/meta-html/instagram-pages.ts'
import { countKinds, readFiles, readPaths } from '../../support/read-platform.ts'
import { facebook, inShort, instagram } from './meta-html-support.ts'

const samples = resolve(import.meta.dirname, '../../../../shared/samples')

describe('Instagram pages', () => {
  test('give captions as text, comments of any language, likes with what was liked, and messages', async () => {
    const read = await readFiles(instagram, instagramExport())
    expect(read.records.map(inShort)).toEqual([
      {
        kind: 'comment',
        text: '¡Gracias!',
        at: 'ago. 18, 2025 1:02 pm',
        fields: [
          { label: 'Comentario', value: '¡Gracias!' },
          { label: 'Propietario', value: 'jane.doe' },
        ],
      },
      { kind: 'like', text: 'jane.doe', at: 'Aug 19, 2025 2:00 pm', title: 'jane.doe' },
      {
        kind: 'like',
        text: '',
        at: 'Aug 20, 2025 2:00 pm',
        fields: [
          { label: 'URL', value: 'https://www.instagram.com/p/def/', href: 'https://www.instagram.com/p/def/' },
          { label: 'Owner Name', value: 'Jane Doe' },
          { label: 'Owner Username', value: 'jane.doe' },
        ],
      },
      {
        kind: 'post',
        text: 'Street sweeping this week',
        at: 'Aug 17, 2025 11:23 am',
        media: ['media/posts/202508/1785.jpg'],
        fields: [{ label: 'Latitude', value: '37.8044' }],
      },
      {
        kind: 'message',
        text: 'When is trash day?',
        author: 'jane.doe',
        conversation: 'janedoe_178',
        at: 'Sep 22, 2025 6:33 am',
        title: 'jane.doe',
        reactions: [{ reaction: '❤', actor: 'example.town', at: 'Sep 22, 2025 6:34 am' }],
      },
      {
        kind: 'message',
        text: 'Tuesday.',
        author: 'example.town',
        conversation: 'janedoe_178',
        at: 'Sep 22, 2025 6:30 am',
        title: 'jane.doe',
      },
    ])
    expect(read.plan.files.filter(({ use }) => use === 'unread').map(({ group }) => group)).toEqual(['contacts'])
  })

  test('are not taken for Facebook’s, nor Facebook’s for Instagram’s', async () => {
    const confidence = async (read: ReturnType<typeof readFiles>) => (await read).recognition?.confidence ?? 0
    expect(await confidence(readFiles(instagram, facebookExport()))).toBe(0)
    expect(await confidence(readFiles(facebook, instagramExport()))).toBe(0)
    expect(
      await confidence(readFiles(facebook, { 'a.html': '<html><body><div class="post">Hi</div></body></html>' })),
    ).toBe(0)
  })
})

describe('any page', () => {
  test('is read without failing, however its cards are nested and whatever stands in them', async () => {
    const classes = [
      '_a6-g',
      '_a6-h',
      '_a6-p',
      '_a6-o',
      '_a72d',
      '_2pin',
      '_a6_q',
      '_a6_r',
      '_a6-q',
      '_a6_m',
      'thread',
      'message',
      'meta',
      'comment',
      'block',
    ]
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom(
          'One',
          'Oct 01, 2025 10:21:24 pm',
          '<br>',
          '<img src="a/b.jpg">',
          '<a href="x.mp4">',
          '&#064;',
          '<',
        ),
        fc
          .tuple(
            fc.constantFrom('div', 'h2', 'td', 'ul', 'li', 'span', 'p'),
            fc.constantFrom(...classes),
            fc.array(tie('node'), { maxLength: 4 }),
          )
          .map(([name, own, inner]) => `<${name} class="${own}">${inner.join('')}</${name}>`),
      ),
    })).node
    await fc.assert(
      fc.asyncProperty(
        fc.array(tree, { maxLength: 5 }),
        fc.constantFrom('posts/your_posts_1.html', 'messages/inbox/a/message_1.html'),
        async (cards, name) => {
          for (const html of [
            page('Any', cards),
            `<html><body><div class="contents"><div class="thread">${cards.join('')}`,
          ]) {
            const read = await readFiles(facebook, { [name]: html, 'x/y.html': page('Good', []) })
            expect(read.items.every(({ outcome }) => outcome.type !== 'failed')).toBe(true)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('dates of pages', () => {
  test('are read in many languages, and kept in words where they may mean two moments', () => {
    const read = (words: string) => {
      const { at, precision } = pageTime(words)
      return at === null ? null : `${new Date(at).toISOString().slice(0, 19)} ${precision}`
    }
    const night = '2025-10-01T22:21:24 second'
    expect(
      [
        'Oct 01, 2025 10:21:24 pm',
        'Tháng 10 01, 2025 10:21:24 ch',
        'Окт 01, 2025 10:21:24 пп',
        'oct. 01, 2025 10:21:24 p. m.',
        '10月 01, 2025 10:21:24 下午',
        'أكتوبر 01, 2025 10:21:24 م',
        '2025년 10월 1일 오후 10:21',
        'พ.ค. 24, 2023 7:12:54 pm',
        '21. kesäkuuta 2020 klo 16.32',
        '21 de jun. de 2020 16:32',
        'Oct 19, 2019 at 2:37 PM',
        '6/21/2020, 4:32 PM',
        '05/06/2020, 16:32',
        'lis 21, 2020 16:32',
        'Feb 30, 2020 1:00 pm',
        'Oct 01, 2025 10:21:24 xx',
      ].map(read),
    ).toEqual([
      ...Array(6).fill(night),
      '2025-10-01T22:21:00 minute',
      '2023-05-24T19:12:54 second',
      '2020-06-21T16:32:00 minute',
      '2020-06-21T16:32:00 minute',
      '2019-10-19T14:37:00 minute',
      '2020-06-21T16:32:00 minute',
      ...Array(4).fill(null),
    ])
  })
})

describe.skipIf(!existsSync(samples))('the samples', () => {
  const count = async (platform: typeof facebook, path: string) =>
    countKinds((await readPaths(platform, [join(samples, path)])).records)
  test('give every message and post that stands in them', async () => {
    const msgvault = 'facebook/kenn-io__msgvault'
    expect([
      await count(facebook, `${msgvault}/html_simple`),
      await count(facebook, `${msgvault}/html_multi_media`),
      await count(facebook, `${msgvault}/html_with_media`),
      await count(facebook, `${msgvault}/html_timestamps`),
      await count(facebook, `${msgvault}/mixed`),
      await count(facebook, 'made-from-the-format-reference/facebook-html-2018-2022'),
      await count(instagram, 'made-from-the-format-reference/instagram-html/2022'),
      await count(instagram, 'made-from-the-format-reference/instagram-html/2025'),
    ]).toEqual([
      { message: 3 },
      { message: 3 },
      { message: 1 },
      { message: 3 },
      { message: 2 },
      { message: 2, post: 2 },
      { message: 1 },
      { message: 2, post: 1 },
    ])
  })
})
