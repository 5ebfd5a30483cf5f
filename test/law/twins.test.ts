// What stands in two forms, or in two exports that overlap, is one record: JSON and HTML in either order, chats and their encrypted download, lists of two forms.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import facebook from '../../electron/core/intake/platforms/facebook/platform.ts'
import instagram from '../../electron/core/intake/platforms/instagram/platform.ts'
import { meta } from '../fixtures/facebook/export.ts'
import {
  type Activity,
  activities,
  facebookHtml,
  facebookJson,
  instagramHtml,
  instagramJson,
} from '../fixtures/meta-html/twins.ts'
import { kindsAfter } from '../support/take-in.ts'

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
    }
    const later = {
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
    expect(await kindsAfter(instagram, flat, later)).toEqual({ post: 1, comment: 1, like: 1 })
    expect(await kindsAfter(instagram, later, flat)).toEqual({ post: 1, comment: 1, like: 1 })
  })
})
