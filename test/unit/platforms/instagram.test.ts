// What a clerk can rely on when an Instagram or Threads export is read.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import facebook from '../../../electron/core/intake/platforms/facebook/platform.ts'
import instagram from '../../../electron/core/intake/platforms/instagram/platform.ts'
import threadsAlone from '../../../electron/core/intake/platforms/threads/platform.ts'
import { export2024, meta } from '../../fixtures/facebook/export.ts'
import { export2018, export2023, threads } from '../../fixtures/instagram/export.ts'
import { countKinds, type ReadExport, readFiles, readPaths } from '../../support/read-platform.ts'

const samples = resolve(import.meta.dirname, '../../../../shared/samples/instagram/UtrechtUniversity__anonymize-ddp')
const brief = ({ records }: ReadExport) =>
  records.map(({ kind, text, state, author, at }) => [kind, text, state, author, at]).sort()

describe('an Instagram export', () => {
  test('since 2023 gives every post, story, comment, like, message and thread, its text repaired once', async () => {
    const read = await readFiles(instagram, export2023())
    expect([...read.damaged]).toEqual([])
    expect(brief(read)).toEqual([
      ['account-event', 'parks', 'live', 'alderbay', 1710000900000],
      ['bookmark', 'library', 'live', 'alderbay', 1710000800000],
      ['comment', 'Dank je — tot zondag', 'live', 'alderbay', 1710000600000],
      ['comment', 'Well done', 'live', 'alderbay', 1710000650000],
      ['like', 'parks', 'live', 'alderbay', 1710000700000],
      ['like', 'parks', 'live', 'alderbay', 1710002200000],
      ['message', 'Look at this', 'live', 'Ana', 1710001000123],
      ['post', 'Café day', 'live', 'alderbay', 1710002100000],
      ['post', 'Old', 'live', 'alderbay', 1710000400000],
      ['post', 'Street sweeping — señal 🧹', 'live', 'alderbay', 1710000000000],
      ['post', 'Two views', 'live', 'alderbay', 1710000100000],
      ['post', 'Typo', 'deleted', 'alderbay', 1710000500000],
      ['profile', 'Alder Bay\nThe City’s own', 'live', 'alderbay', null],
      ['reply', 'Agreed — see you', 'live', 'alderbay', 1710002000000],
      ['story', 'Open house', 'live', 'alderbay', 1710000200000],
      ['video', 'Tour', 'live', 'alderbay', 1710000300000],
    ])
  })

  test('keeps places, media, whose medium it was, links and reactions; addresses of computers and of mail it does not show', async () => {
    const { records, plan } = await readFiles(instagram, export2023())
    const [single, several] = ['Street', 'Two'].map((text) => records.find((one) => one.text.startsWith(text)))
    const find = (kind: string, text = '') => records.find((one) => one.kind === kind && one.text.startsWith(text))
    expect([single?.details, single?.media, several?.media.map(({ role, names }) => [role, ...names])]).toEqual([
      { exif: { latitude: 37.8, longitude: -122.2 }, crossPostedFrom: ['FB'] },
      [{ role: 'photo', names: ['media/posts/202403/1.jpg'], directory: '', alt: null }],
      [
        ['photo', 'media/posts/202403/2.jpg'],
        ['video', 'media/posts/202403/3.mp4'],
      ],
    ])
    expect([
      find('comment', 'Dank')?.details.mediaOwner,
      records.flatMap(({ kind, links }) => (kind === 'like' ? links : [])),
      find('message')?.conversation,
    ]).toEqual([
      'parks',
      [
        { shown: 'parks', target: 'https://www.threads.com/t/1' },
        { shown: 'parks', target: 'https://www.instagram.com/p/AAA/' },
      ],
      'ana_17840000000000001',
    ])
    expect(find('message')?.details.reactions).toEqual([{ reaction: '❤', actor: 'Alder Bay', timestamp: 1710001001 }])
    expect(find('reply')?.details).toEqual({ whoMayReply: 'everyone', app: 'Threads' })
    expect(JSON.stringify(records)).not.toMatch(/203\.0\.113\.9|a@example\.org/)
    expect(plan.files.filter(({ use }) => use === 'unread').map(({ type, group }) => [type, group])).toEqual([
      ['followers', 'contacts'],
      ['account_history_login_history', 'log-ins'],
      ['logged', 'other'],
      ['text_post_app_text_post_app_followers', 'contacts'],
    ])
  })

  test('of 2018 to 2020 gives every medium, comment, like and message', async () => {
    const read = await readFiles(instagram, export2018())
    expect(brief(read)).toEqual([
      ['account-event', 'parks', 'live', 'alderbay', 1571572326000],
      ['comment', 'Bravo — ¡sí!', 'live', 'alderbay', 1571572326000],
      ['comment', 'Hello', 'live', 'alderbay', 1571572326000],
      ['like', 'ana', 'live', 'alderbay', 1571572326000],
      ['like', 'parks', 'live', 'alderbay', 1571572326000],
      ['message', 'Sunday', 'live', 'alderbay', 1571562405249],
      ['message', 'When?', 'live', 'ana', 1571558805249],
      ['photo', '', 'live', 'alderbay', 1571572326000],
      ['photo', '', 'live', 'alderbay', 1571572326000],
      ['post', 'Kermés', 'live', 'alderbay', 1571572326000],
      ['post', 'Parade', 'live', 'alderbay', 1571572326000],
      ['profile', 'Alder Bay\nHi', 'live', 'alderbay', null],
      ['story', '', 'live', 'alderbay', 1571572326000],
    ])
  })

  test('is recognised as what it is, and neither Facebook’s nor Threads’', async () => {
    const sure = async (files: Record<string, string>) =>
      Promise.all(
        [facebook, instagram, threadsAlone].map(
          async (one) => (await readFiles(one, files)).recognition?.confidence ?? 0,
        ),
      )
    const highest = async (files: Record<string, string>) =>
      (await sure(files)).map((one) => (one >= 0.75 ? 1 : one < 0.5 ? 0 : one))
    expect(await highest(export2023())).toEqual([0, 1, 0])
    expect(await highest(export2018())).toEqual([0, 1, 0])
    expect(await highest(threads('threads'))).toEqual([0, 0, 1])
    expect(await highest(export2024())).toEqual([1, 0, 0])
  })

  test('with odd and broken files is read but for those', async () => {
    const posts = meta([{ media: [{ uri: 'a.jpg', creation_timestamp: 1600000000, title: 'cut' }] }])
    const { records, damaged, items } = await readFiles(instagram, {
      'content/posts_1.json': posts.slice(0, -6),
      'content/posts_2.json': meta([
        null,
        5,
        { media: null },
        { media: [{ uri: 7, creation_timestamp: 'x', title: [] }] },
      ]),
      'content/posts_3.json': `\ufeff${meta({ media: [{ uri: 'b.jpg', creation_timestamp: 1600000001, title: 'alone' }] })}`,
      'content/stories.json': meta({
        ig_stories: { uri: 'c.jpg', creation_timestamp: 1600000002, title: 'one story' },
      }),
      'likes/liked_posts.json': meta({ likes_media_likes: [{ title: null, string_list_data: null }, {}] }),
      'comments/post_comments_1.json': meta([
        { media_list_data: [], string_map_data: { zzz: { value: 'Hmm, yes' }, yyy: null } },
      ]),
    })
    expect(records.map(({ text }) => text)).toEqual(expect.arrayContaining(['alone', 'one story', 'Hmm, yes']))
    expect([...damaged.keys()]).toEqual(['content/posts_1.json'])
    expect(items.filter(({ outcome }) => outcome.type === 'failed')).toHaveLength(2)
  })

  test.skipIf(!existsSync(samples))('of the samples gives as many records as their files hold', async () => {
    const { recognition, records } = await readPaths(instagram, [resolve(samples, '2020-flat-layout-redacted')])
    expect(recognition?.confidence).toBeGreaterThan(0.9)
    expect(countKinds(records)).toEqual(SAMPLE)
  })
})

describe('a download of Threads alone', () => {
  test('gives posts, replies and likes; followers are kept unread', async () => {
    const read = await readFiles(threadsAlone, threads('threads'))
    expect(countKinds(read.records)).toEqual({ post: 1, reply: 1, like: 1 })
    expect(read.plan.files.map(({ type, use }) => [type, use])).toEqual([
      ['text_post_app_text_post_app_followers', 'unread'],
      ['threads-likes', 'records'],
      ['threads-posts', 'records'],
    ])
  })
})

/** Counted over the raw files with another program. */
const SAMPLE = { profile: 1, story: 33, post: 73, photo: 1, comment: 16, like: 23, 'account-event': 13, message: 34 }
