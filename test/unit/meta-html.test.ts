// The HTML pages of Facebook's and Instagram's exports: every card of each era, its words, its moment, its photos.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RecordDraft } from '../../electron/core/intake/draft.ts'
import { definePlatform } from '../../electron/core/intake/kit/define.ts'
import { metaHtmlClaim } from '../../electron/core/intake/meta/html/claim.ts'
import { pageTime } from '../../electron/core/intake/meta/html/dates.ts'
import type { Network } from '../../electron/core/intake/meta/html/pages.ts'
import { metaHtmlReaders } from '../../electron/core/intake/meta/html/readers.ts'
import {
  card,
  facebookExport,
  facebookUntil2017,
  message,
  oldFacebookExport,
  page,
} from '../fixtures/meta-html/facebook-pages.ts'
import { instagramExport } from '../fixtures/meta-html/instagram-pages.ts'
import { countKinds, readFiles, readPaths } from '../support/read-platform.ts'

const platformOf = (network: Network) =>
  definePlatform<null>({
    name: network,
    parser: `${network} 0`,
    title: network,
    neverExported: [],
    claim: (peek) => metaHtmlClaim(peek, network),
    about: async () => ({ layout: 'html', ownerHandle: null, ownerNativeId: null, ownerName: null, generatedAt: null }),
    prepare: async () => null,
    readers: metaHtmlReaders(),
  })
const facebook = platformOf('facebook')
const instagram = platformOf('instagram')
const samples = resolve(import.meta.dirname, '../../../shared/samples')

const inShort = ({ kind, text, author, atSource, conversation, media, details }: RecordDraft) => ({
  kind,
  text,
  ...(author === '' ? {} : { author }),
  ...(conversation === null ? {} : { conversation }),
  at: atSource,
  ...(media.length === 0 ? {} : { media: media.flatMap(({ names }) => names) }),
  ...details,
})

describe('Facebook pages since 2022', () => {
  test('give every post, photo, comment, reaction, message and story, and keep the rest unread', async () => {
    const read = await readFiles(facebook, facebookExport())
    const title = 'City of Lakeview'
    const permalink = 'https://www.facebook.com/dyi/l/?l=AbC'
    const media = 'your_facebook_activity/posts/media/Mobileuploads_1'
    const thread = { title: 'Ana Reyes', participants: 'Ana Reyes and City of Lakeview' }
    expect(read.records.map(inShort)).toEqual([
      {
        kind: 'comment',
        text: 'Yes, at 7.',
        at: 'Oct 01, 2025 10:25:00 pm',
        title: `${title} replied to Ana's comment.`,
        permalink,
      },
      {
        kind: 'reaction',
        text: '',
        at: 'Oct 01, 2025 10:26:00 pm',
        title: `${title} liked Ana's post.`,
        reaction: 'love',
        permalink,
      },
      {
        kind: 'comment',
        text: 'Thank you all',
        at: 'Aug 01, 2025 1:00:00 pm',
        title: `${title} commented on Bo's post.`,
        fields: [{ label: 'Group', value: 'Lakeview Neighbors' }],
        permalink,
      },
      {
        kind: 'message',
        text: 'Every Tuesday',
        author: title,
        conversation: 'inbox/anareyes_123',
        at: 'Oct 03, 2025 8:02:00 am',
        ...thread,
        reactions: [
          { reaction: '👍', actor: 'Ana Reyes' },
          { reaction: '❤', actor: 'Bo', at: 'Oct 03, 2025 8:05:00 am' },
        ],
      },
      {
        kind: 'message',
        text: 'When is pickup?',
        author: 'Ana Reyes',
        conversation: 'inbox/anareyes_123',
        at: 'Oct 03, 2025 8:01:00 am',
        media: ['your_facebook_activity/messages/inbox/anareyes_123/photos/1.jpg'],
        ...thread,
      },
      {
        kind: 'photo',
        text: 'First float',
        at: 'Jul 04, 2025 9:00:00 am',
        media: [`${media}/10_n.jpg`],
        album: 'Parade',
        permalink,
      },
      { kind: 'album', text: 'Parade', at: null },
      {
        kind: 'post',
        text: 'Wrong date',
        at: 'Apr 05, 2025 5:00:00 pm',
        title: `${title} updated its status.`,
        permalink,
      },
      {
        kind: 'post',
        text: 'Council & board meet Monday.\nBring @[12:2048:Ana].',
        at: 'Oct 01, 2025 10:21:24 pm',
        title: `${title} updated its status.`,
        updated: 'Updated Oct 02, 2025 9:00:00 am',
        permalink,
      },
      {
        kind: 'post',
        text: 'Ribbon cutting',
        at: 'Oct 01, 2025 9:00:00 am',
        media: [`${media}/10_n.jpg`, `${media}/11_n.jpg`],
        title: `${title} added 2 new photos.`,
        permalink,
      },
      {
        kind: 'post',
        text: 'Read the plan',
        at: 'Sep 30, 2025 8:00:00 am',
        title: `${title} shared a link.`,
        permalink,
      },
      {
        kind: 'story',
        text: '',
        at: 'May 05, 2025 5:00:00 pm',
        media: ['your_facebook_activity/stories/media/s.mp4'],
        archived: true,
        permalink,
      },
    ])
    expect(read.records.flatMap(({ links }) => links)).toEqual([
      { shown: 'https://city.example/plan?a=1&b=2', target: 'https://city.example/plan?a=1&b=2' },
    ])
    expect(read.records.filter(({ state }) => state === 'deleted').map(({ text }) => text)).toEqual(['Wrong date'])
    expect(read.plan.files.filter(({ use }) => use !== 'records').map(({ type, group }) => [type, group])).toEqual([
      ['html-contacts', 'contacts'],
      ['html-log-ins', 'log-ins'],
    ])
    expect(read.recognition?.confidence).toBeGreaterThan(0.9)
    expect(read.records[8]).toMatchObject({
      at: Date.UTC(2025, 9, 1, 22, 21, 24),
      sourceZone: 'unknown',
      identity: 'local',
    })
  })

  test('are known and read where the page begins with more style than is looked at', async () => {
    const style = `:root{--fds-black:#000}._5vb_{}._a6-g{}${'._3-95{margin-bottom:4px}'.repeat(2000)}`
    const read = await readFiles(facebook, {
      'your_facebook_activity/posts/your_posts.html': page(
        'Posts',
        [card('', '<div>One</div>', 'Oct 01, 2025 10:21:24 pm')],
        style,
      ),
    })
    expect(read.records.map(({ text }) => text)).toEqual(['One'])
    expect(
      (await readFiles(instagram, { 'your_facebook_activity/posts/your_posts.html': page('Posts', [], style) }))
        .recognition,
    ).toBeNull()
  })

  test('keep what stands before the end of a page that is cut, and read pages of unknown name', async () => {
    const whole = page('Anything', [
      card('A', '<div>One</div>', 'Oct 01, 2025 1:00:00 pm'),
      message('B', 'Two', 'soon'),
    ])
    const read = await readFiles(facebook, {
      'x/y.html': whole.slice(0, whole.indexOf('soon') + 2),
      'x/z.html': '<html><body>',
    })
    expect(read.records.map(({ kind, text, at, atSource }) => [kind, text, at === null, atSource])).toEqual([
      ['other', 'One', false, 'Oct 01, 2025 1:00:00 pm'],
      ['other', 'Two', true, 'so'],
    ])
  })
})

describe('older Facebook pages', () => {
  test('of 2018 to 2022 are read, dates in numbers by what the page itself says of their order', async () => {
    const read = await readFiles(facebook, oldFacebookExport())
    expect(read.records.map((one) => [inShort(one), one.at])).toEqual([
      [
        {
          kind: 'message',
          text: 'Hello',
          author: 'Jane Doe',
          conversation: 'inbox/janedoe_abc',
          at: 'Jun 21, 2020, 4:33 PM',
          title: 'Jane Doe',
          participants: 'Jane Doe and City of Lakeview',
          reactions: [{ reaction: '👍', actor: 'City of Lakeview' }],
        },
        Date.UTC(2020, 5, 21, 16, 33),
      ],
      [
        {
          kind: 'post',
          text: 'Office closed Monday',
          at: '21/06/2020, 16:32',
          title: 'City of Lakeview updated her status.',
          permalink: 'https://www.facebook.com/dyi/l/?l=EX',
        },
        Date.UTC(2020, 5, 21, 16, 32),
      ],
      [
        { kind: 'post', text: '', at: '05/06/2020, 09:05', media: ['photos_and_videos/T_abc/1_n.jpg'] },
        Date.UTC(2020, 5, 5, 9, 5),
      ],
    ])
  })

  test('until 2017 are read: threads, timeline, albums with what others said', async () => {
    const read = await readFiles(facebook, facebookUntil2017())
    expect(
      read.records.map(({ kind, author, text, at, conversation }) => [kind, author, text, at, conversation]),
    ).toEqual([
      ['message', 'Ana Reyes', 'When is pickup?', Date.UTC(2013, 4, 4, 4, 40), 'Ana Reyes, Lakeview'],
      ['message', 'Lakeview', 'Tuesday', Date.UTC(2013, 4, 4, 4, 41), 'Ana Reyes, Lakeview'],
      ['post', '', 'Parade today & tomorrow', Date.UTC(2013, 4, 4, 15), null],
      ['post', '', '', Date.UTC(2013, 4, 5, 15), null],
      ['photo', '', 'The band', Date.UTC(2013, 4, 4, 16), null],
      ['comment', 'Ana Reyes', 'Lovely', Date.UTC(2013, 4, 4, 16, 30), null],
    ])
    expect(read.records[4]?.media.flatMap(({ names }) => names)).toEqual(['photos/77/1.jpg'])
  })
})

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
      { kind: 'like', text: '', at: 'Aug 19, 2025 2:00 pm', title: 'jane.doe' },
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
        conversation: 'inbox/janedoe_178',
        at: 'Sep 22, 2025 6:33 am',
        title: 'jane.doe',
        reactions: [{ reaction: '❤', actor: 'example.town', at: 'Sep 22, 2025 6:34 am' }],
      },
      {
        kind: 'message',
        text: 'Tuesday.',
        author: 'example.town',
        conversation: 'inbox/janedoe_178',
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
