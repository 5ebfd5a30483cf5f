// What stands in two forms, or in two exports that overlap, is one record: JSON and HTML in either order, chats and their encrypted download, lists of two forms.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Platform } from '../../electron/core/intake/platform.ts'
import facebook from '../../electron/core/intake/platforms/facebook/platform.ts'
import hand from '../../electron/core/intake/platforms/hand/platform.ts'
import instagram from '../../electron/core/intake/platforms/instagram/platform.ts'
import tiktok from '../../electron/core/intake/platforms/tiktok/platform.ts'
import { meta } from '../fixtures/facebook/export.ts'
import {
  type Activity,
  activities,
  facebookHtml,
  facebookJson,
  instagramHtml,
  instagramJson,
} from '../fixtures/meta-html/twins.ts'
import { memoryCatalog } from '../support/catalog.ts'
import { kindsAfter, takeIn } from '../support/take-in.ts'

describe('JSON and HTML of one account', () => {
  const ofFacebook = ({ posts, comments, reactions, messages }: Activity) => ({
    post: posts.length,
    comment: comments.length,
    reaction: reactions.length,
    message: messages.length,
  })

  test('of Facebook, in either order, are as many records as the JSON alone', async () => {
    const law = fc.asyncProperty(activities, async (activity) => {
      const [json, html] = [facebookJson(activity), facebookHtml(activity)]
      expect(await kindsAfter(facebook, json, html)).toEqual(ofFacebook(activity))
      expect(await kindsAfter(facebook, html, json, json)).toEqual(ofFacebook(activity))
    })
    await fc.assert(law, { numRuns: 4, seed: 2026 })
  })

  test('of Instagram with Threads, in either order, are as many records as the JSON alone', async () => {
    const law = fc.asyncProperty(activities, async (activity) => {
      const [json, html] = [instagramJson(activity), instagramHtml(activity)]
      const alone = await kindsAfter(instagram, json)
      expect(await kindsAfter(instagram, json, html)).toEqual(alone)
      // Pages do not say which posts of Threads are replies.
      const { reply = 0, post = 0, ...others } = alone
      expect(await kindsAfter(instagram, html, json, json)).toEqual({ ...others, post: post + reply })
    })
    await fc.assert(law, { numRuns: 4, seed: 2026 })
  })
})

describe('what two exports hold', () => {
  const at = 1_703_376_000
  const thread = (path: string, title: string, texts: readonly string[], people = ['Hoa', 'City']) => ({
    participants: people.map((name) => ({ name })),
    messages: texts.map((content, place) => ({ sender_name: 'Hoa', timestamp_ms: at * 1000 + place, content })),
    title,
    thread_path: path,
  })
  const encrypted = (texts: readonly string[], first: number) =>
    JSON.stringify({
      participants: ['Hoa', 'City'],
      threadName: 'Hoa_7',
      messages: texts.map((text, place) => ({
        senderName: 'Hoa',
        text,
        timestamp: at * 1000 + first + place,
        type: 'text',
        isUnsent: false,
        media: [],
        reactions: [],
      })),
    })

  test('of one chat, in the export and in its encrypted download, is one message each', async () => {
    const standard = {
      'your_facebook_activity/messages/e2ee_cutover/hoa_77/message_1.json': meta(
        thread('e2ee_cutover/hoa_77', 'Hoa', ['Chào', 'Một', 'Hai']),
      ),
      // The same words to other people at the same moment are another message.
      'your_facebook_activity/messages/inbox/crew_9/message_1.json': meta(
        thread('inbox/crew_9', 'Crew', ['Chào'], ['Hoa', 'City', 'Sam']),
      ),
    }
    const download = { 'Hoa_7.json': encrypted(['Một', 'Hai', 'Ba'], 1) }
    expect(await kindsAfter(facebook, standard, download, standard)).toEqual({ message: 5 })
    expect(await kindsAfter(facebook, download, standard, download)).toEqual({ message: 5 })
  })

  test('of one reaction, in the list of old and of labelled form, is one reaction', async () => {
    const folder = 'your_facebook_activity/comments_and_reactions'
    const old = [0, 1, 1].map((second) => ({
      timestamp: at + second,
      title: 'City likes a post.',
      data: [{ reaction: { reaction: 'LIKE', actor: 'City' } }],
    }))
    const labelled = [0, 1, 1, 5].map((second, place) => ({
      timestamp: at + second,
      media: [],
      label_values: [{ label: 'Reacción', value: 'Me gusta' }],
      fbid: String(10_000_000_000_000_000n + BigInt(place)),
    }))
    const both = {
      [`${folder}/likes_and_reactions_1.json`]: meta(old),
      [`${folder}/likes_and_reactions.json`]: meta(labelled),
    }
    expect(await kindsAfter(facebook, both, both)).toEqual({ reaction: 4 })
  })

  test('of Instagram from 2019 and 2024, that write one moment in two ways, is one record', async () => {
    const moment = new Date(at * 1000).toISOString().replace('.000Z', '+00:00')
    const flat = {
      'media.json': meta({ photos: [{ caption: 'Sweep', taken_at: moment, path: 'photos/202312/1.jpg' }] }),
      'comments.json': meta({ media_comments: [[moment, 'Thanks', 'ana']] }),
      'likes.json': meta({ media_likes: [[moment, 'ana']] }),
      'messages.json': meta([
        { participants: ['ana', 'city'], conversation: [{ sender: 'ana', created_at: moment, text: 'Hello' }] },
      ]),
    }
    const later = {
      'your_instagram_activity/messages/inbox/ana_1/message_1.json': meta({
        participants: [{ name: 'ana' }, { name: 'city' }],
        messages: [{ sender_name: 'ana', timestamp_ms: at * 1000, content: 'Hello' }],
        title: 'ana',
        thread_path: 'inbox/ana_1',
      }),
      'your_instagram_activity/media/posts_1.json': meta([
        { media: [{ uri: 'media/posts/202312/1.jpg', creation_timestamp: at, title: 'Sweep' }] },
      ]),
      'your_instagram_activity/comments/post_comments_1.json': meta([
        { string_map_data: { Comment: { value: 'Thanks' }, 'Media Owner': { value: 'ana' }, Time: { timestamp: at } } },
      ]),
      'your_instagram_activity/likes/liked_posts.json': meta({
        likes_media_likes: [
          { title: 'ana', string_list_data: [{ href: 'https://www.instagram.com/p/A/', timestamp: at }] },
        ],
      }),
    }
    expect(await kindsAfter(instagram, flat, later)).toEqual({ post: 1, comment: 1, like: 1, message: 1 })
    expect(await kindsAfter(instagram, later, flat)).toEqual({ post: 1, comment: 1, like: 1, message: 1 })
  })

  test('of TikTok, as JSON and as text, is one record', async () => {
    const date = new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ')
    const link = 'https://www.tiktokv.com/share/video/7200000000000000000/'
    const json = {
      'user_data_tiktok.json': JSON.stringify({
        Comment: { Comments: { CommentsList: [{ date, comment: 'Thanks: all', photo: 'N/A', url: '' }] } },
        'Direct Message': {
          'Direct Messages': {
            ChatHistory: { 'Chat History with ana:': [{ Date: date, From: 'ana', Content: 'Hello' }] },
          },
        },
        'Likes and Favorites': {
          'Like List': { ItemFavoriteList: [{ date, link }] },
          'Favorite Videos': { FavoriteVideoList: [{ Date: date, Link: link }] },
        },
      }),
    }
    const text = {
      'TikTok/Comment/Comments.txt': `Date: ${date} UTC\nComment: Thanks: all\nPhoto: N/A\nUrl: N/A\n`,
      'TikTok/Direct Message/Direct Messages.txt': `>>> Chat History with ana::\n${date} UTC ana: Hello\n`,
      'TikTok/Likes and Favorites/Like List.txt': `Date: ${date} UTC\nLink: ${link}\n`,
      'TikTok/Likes and Favorites/Favorite Videos.txt': `Date: ${date} UTC\nLink: ${link}\n`,
    }
    const kinds = { comment: 1, message: 1, like: 1, bookmark: 1 }
    expect(await kindsAfter(tiktok, json, text)).toEqual(kinds)
    expect(await kindsAfter(tiktok, text, json)).toEqual(kinds)
  })
})

describe('what an earlier version of Muniment stored', () => {
  const at = 1_703_376_000
  const moment = new Date(at * 1000).toISOString().replace('.000Z', '+00:00')
  const flat = { 'media.json': meta({ photos: [{ caption: 'Sweep', taken_at: moment, path: 'photos/1.jpg' }] }) }
  const later = {
    'your_instagram_activity/media/posts_1.json': meta([
      { media: [{ uri: 'media/posts/1.jpg', creation_timestamp: at, title: 'Sweep' }] },
    ]),
  }

  test.each<readonly [string, readonly Record<string, string>[]]>([
    ['the same export', [flat, flat]],
    ['a later export', [flat, later, later]],
    ['an earlier export', [later, flat, later]],
  ])('under keys with the source’s own writing of the moment is found again by %s', async (_name, exports) => {
    const db = memoryCatalog(exports.length)
    for (const [place, files] of exports.entries()) {
      await takeIn(db, place + 1, instagram, files)
      if (place > 0) continue
      db.exec('DROP TRIGGER record_identity_keeps')
      expect(db.run('UPDATE record SET native_id = at_source').changes).toBe(1)
    }
    expect(db.all('SELECT kind FROM record')).toEqual([{ kind: 'post' }])
    db.close()
  })
})

describe('an entry by hand with an address of Facebook’s', () => {
  const at = Date.parse('2025-02-01T18:00:00Z')
  const number = '10160000000000001'
  const entry = (text: string) => ({
    'entry.json': JSON.stringify({
      form: 'entry by hand 1',
      entry: {
        kind: 'post',
        author: 'City',
        text,
        at: '2025-02-01',
        link: `https://www.facebook.com/city/posts/${number}`,
        nativeId: null,
        parent: null,
        conversation: null,
        state: 'live',
        capturedBy: 'Pat',
        capturedHow: 'copied',
        absent: {},
      },
      zone: 'America/Los_Angeles',
      enteredBy: null,
      enteredAt: at,
      files: [],
      numberInLink: number,
    }),
  })
  const numbered = {
    'your_facebook_activity/posts/posts_on_other_pages_and_profiles.json': meta([
      { timestamp: at / 1000, media: [], label_values: [{ label: 'Texto', value: 'Road closed' }], fbid: number },
    ]),
  }
  const unnumbered = {
    'your_facebook_activity/posts/your_posts_1.json': meta([{ timestamp: at / 1000, data: [{ post: 'Road closed' }] }]),
  }

  test('is the post of that number, and where the export has no numbers, the one post with its words on that day', async () => {
    const taken = async (...exports: readonly (readonly [Platform, Record<string, string>])[]) => {
      const db = memoryCatalog(exports.length)
      db.run(
        "UPDATE accession SET platform = 'hand' WHERE id IN (SELECT value FROM json_each(?))",
        JSON.stringify(exports.flatMap(([{ name }], place) => (name === 'hand' ? [place + 1] : []))),
      )
      const alike: number[] = []
      for (const [place, [platform, files]] of exports.entries())
        alike.push(await takeIn(db, place + 1, platform, files))
      const { count } = db.get<{ count: number }>('SELECT count(*) AS count FROM record') ?? { count: 0 }
      db.close()
      return [count, alike.at(-1)]
    }
    expect(await taken([hand, entry('The road is closed')], [facebook, numbered])).toEqual([1, 0])
    expect(await taken([facebook, numbered], [hand, entry('The road is closed')])).toEqual([1, 0])
    expect(await taken([facebook, unnumbered], [hand, entry('Road closed')])).toEqual([1, 0])
    // The other way round a person must say.
    expect(await taken([hand, entry('Road closed')], [facebook, unnumbered])).toEqual([2, 1])
  })
})
