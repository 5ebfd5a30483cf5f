// The HTML pages of Facebook's exports: every card of each era, its words, its moment, its photos.
import { describe, expect, test } from 'vitest'
import {
  card,
  facebookExport,
  facebookUntil2017,
  message,
  oldFacebookExport,
  page,
} from '../../fixtures/meta-html/facebook-pages.ts'
import { readFiles } from '../../support/read-platform.ts'
import { facebook, inShort, instagram } from './meta-html-support.ts'

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
        text: `${title} liked Ana's post.`,
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
        group: 'Lakeview Neighbors',
        fields: [{ label: 'Group', value: 'Lakeview Neighbors' }],
        permalink,
      },
      {
        kind: 'message',
        text: 'Every Tuesday',
        author: title,
        conversation: 'anareyes_123',
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
        conversation: 'anareyes_123',
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
          conversation: 'janedoe_abc',
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
      ['post', '', 'Lakeview added a photo.', Date.UTC(2013, 4, 5, 15), null],
      ['photo', '', 'The band', Date.UTC(2013, 4, 4, 16), null],
      ['comment', 'Ana Reyes', 'Lovely', Date.UTC(2013, 4, 4, 16, 30), null],
    ])
    expect(read.records[4]?.media.flatMap(({ names }) => names)).toEqual(['photos/77/1.jpg'])
  })
})
