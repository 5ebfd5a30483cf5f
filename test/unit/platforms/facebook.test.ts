// What a clerk can rely on when a Facebook export is read.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import facebook from '../../../electron/core/intake/platforms/facebook/platform.ts'
import { export2019, export2024, meta } from '../../fixtures/facebook/export.ts'
import { countKinds, readFiles, readPaths } from '../../support/read-platform.ts'

const samples = resolve(import.meta.dirname, '../../../../shared/samples/facebook/kenn-io__msgvault')

describe('a Facebook export', () => {
  test('is recognised by the form of its files, with its owner', async () => {
    const { recognition } = await readFiles(facebook, export2024())
    expect(recognition).toMatchObject({
      confidence: 0.99,
      layout: '2024',
      ownerHandle: 'eelriver',
      ownerName: 'Town of Eel Río',
    })
  })

  test('says of each file what it holds', async () => {
    const { plan } = await readFiles(facebook, export2024())
    expect(plan.files.filter(({ use }) => use === 'records').map(({ type }) => type)).toEqual([
      'profile',
      'comments',
      'reactions',
      'trash',
      'posts',
      'album',
      'reactions',
      'activity',
      'messages',
    ])
  })

  test('gives every post, comment, reaction, message and photo, its text repaired once', async () => {
    const { records, damaged } = await readFiles(facebook, export2024())
    expect([...damaged]).toEqual([])
    expect(countKinds(records)).toEqual({
      post: 3,
      photo: 1,
      album: 1,
      comment: 1,
      reaction: 2,
      message: 2,
      profile: 1,
    })
    expect(records.map(({ kind, text, state, author }) => [kind, text, state, author]).sort()).toEqual([
      ['album', 'Parks', 'live', ''],
      ['comment', 'Gràcies', 'live', 'Town of Eel Río'],
      ['message', 'Pothole — Main St', 'live', 'Ana'],
      ['message', 'Thanks', 'deleted', 'Town of Eel Río'],
      ['photo', 'Lake', 'live', 'eelriver'],
      ['post', 'Café opens — 🎉', 'live', 'eelriver'],
      ['post', 'Read this', 'live', 'eelriver'],
      ['post', 'Wrong date', 'deleted', 'eelriver'],
      ['profile', 'Town of Eel Río', 'live', 'eelriver'],
      ['reaction', 'Love\nhttps://www.facebook.com/x/posts/1', 'live', 'eelriver'],
      ['reaction', 'likes a post', 'live', 'Town of Eel Río'],
    ])
  })

  test('keeps seconds and milliseconds, links, media, reactions and ids beyond 2^53', async () => {
    const { records } = await readFiles(facebook, export2024())
    const linked = records.find(({ links, kind }) => links.length > 0 && kind === 'post')
    const message = records.find(({ text }) => text.startsWith('Pothole'))
    expect([linked?.at, linked?.links, linked?.media[0]?.names]).toEqual([
      1700000100000,
      [{ shown: 'News', target: 'https://example.org/a' }],
      ['your_facebook_activity/posts/media/1.jpg'],
    ])
    expect([message?.at, message?.conversation, message?.details.reactions]).toEqual([
      1700000500123,
      'ana_abc',
      [{ reaction: '👍', actor: 'Town of Eel Río', timestamp: undefined }],
    ])
    expect(records.map(({ nativeId }) => nativeId)).toContain('12345678901234567890')
  })

  test('of 2018 to 2020 gives as much, from lists, lists within lists and single items; log-ins and settings stay unread', async () => {
    const { records, plan, recognition, damaged } = await readFiles(facebook, export2019())
    expect([recognition?.confidence, recognition?.ownerName, [...damaged]]).toEqual([0.99, 'Town', []])
    expect(records.map(({ kind, text, at }) => [kind, text, at]).sort()).toEqual([
      ['account-event', 'Earlier words', 1550000800000],
      ['comment', 'In a group', 1550000500000],
      ['comment', 'Yes', 1550000200000],
      ['event', 'Fair', 1550000600000],
      ['post', 'Happy birthday', 1550000100000],
      ['post', 'Lovely — día', 1550000000000],
      ['profile', 'Town', 1300000000000],
      ['reaction', 'Town likes a post.', 1550000300000],
      ['video', 'Tour', 1550000400000],
    ])
    expect(records.find(({ kind }) => kind === 'event')?.details.list).toBe('events_joined')
    expect(
      plan.files.filter(({ use }) => use === 'unread').map(({ name, group }) => [name.split('/').at(-1), group]),
    ).toEqual([
      ['your_settings_for_groups_tab.json', 'settings'],
      ['video.json', 'settings'],
      ['account_activity.json', 'log-ins'],
      ['device_login_cookies.json', 'log-ins'],
    ])
    expect(JSON.stringify(records)).not.toMatch(/203\.0\.113\.9|a@example\.org/)
  })

  test('with one broken file is read but for that file', async () => {
    const { records, damaged } = await readFiles(facebook, {
      'posts/your_posts_1.json': meta([{ timestamp: 1, data: [{ post: 'a' }] }]).slice(0, -4),
      'comments/comments.json': meta({
        comments: null,
        comments_v2: [null, 5, { timestamp: 'x', data: [{ comment: { comment: 'ok' } }] }],
      }),
      'posts/your_posts_2.json': meta([{ timestamp: 1600000000, data: [{ post: 'whole' }] }]),
    })
    expect(records.map(({ text }) => text)).toContain('whole')
    expect([...damaged.keys()]).toEqual(['posts/your_posts_1.json'])
  })

  test.skipIf(!existsSync(samples))('of the samples gives as many messages as their files hold', async () => {
    const count = async (name: string) => (await readPaths(facebook, [join(samples, name)])).records.length
    expect(
      await Promise.all(['json_simple', 'json_group', 'json_multifile', 'json_nontext', 'e2ee_simple'].map(count)),
    ).toEqual(SAMPLE_MESSAGES)
  })
})

/** Counted over the raw files with `grep -rhoE '"(sender_name|senderName)"' | wc -l`. */
const SAMPLE_MESSAGES = [4, 3, 4, 6, 6]
