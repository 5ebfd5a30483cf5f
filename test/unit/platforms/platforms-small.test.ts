// What a clerk can rely on when exports of Mastodon, Reddit, LinkedIn, YouTube, MediaWiki and WordPress are read.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import linkedin from '../../../electron/core/intake/platforms/linkedin/platform.ts'
import mastodon from '../../../electron/core/intake/platforms/mastodon/platform.ts'
import mediawiki from '../../../electron/core/intake/platforms/mediawiki/platform.ts'
import reddit from '../../../electron/core/intake/platforms/reddit/platform.ts'
import wordpress from '../../../electron/core/intake/platforms/wordpress/platform.ts'
import youtube from '../../../electron/core/intake/platforms/youtube/platform.ts'
import * as built from '../../fixtures/small-platforms.ts'
import { countKinds, type ReadExport, readFiles, readPaths } from '../../support/read-platform.ts'

const samples = resolve(import.meta.dirname, '../../../../shared/samples')
const brief = ({ records }: ReadExport) =>
  records.map(({ kind, text, state, nativeId }) => [kind, text, state, nativeId])

describe('each platform reads its own export whole', () => {
  test('Mastodon: posts, replies, boosts, polls, visibility, alt texts, and the count it claims', async () => {
    const read = await readFiles(mastodon, built.mastodon)
    expect(read.recognition).toMatchObject({ confidence: 0.99, ownerHandle: 'alderbay' })
    expect(brief(read)).toEqual([
      ['profile', 'Alder Bay', 'live', 'https://m.example/users/alderbay'],
      ['post', 'Weather\nStorm — stay in', 'live', 'https://m.example/1'],
      ['reply', 'Thanks', 'live', 'https://m.example/2'],
      ['repost', 'https://m.example/other/9', 'live', 'https://m.example/3/activity'],
      ['like', 'https://m.example/other/7', 'live', 'https://m.example/other/7'],
    ])
    const [, post] = read.records
    expect([post?.details.visibility, post?.media]).toEqual([
      'public',
      [{ role: 'photo', names: ['media_attachments/files/a.jpg'], directory: '', alt: 'A tree' }],
    ])
    expect(read.plan.files.map(({ type, claimed }) => [type, claimed])).toEqual([
      ['actor', null],
      ['outbox', 3],
      ['likes', 1],
    ])
  })

  test('Reddit: posts, comments, messages, votes; never an address of a computer', async () => {
    const read = await readFiles(reddit, built.reddit)
    expect(countKinds(read.records)).toEqual({ post: 1, comment: 1, message: 1, reaction: 2 })
    const votes = read.records.filter(({ kind }) => kind === 'reaction')
    expect(votes.map(({ nativeId }) => nativeId).sort()).toEqual(['vote t1_p2', 'vote t3_p2'])
    expect(read.records.find(({ kind }) => kind === 'comment')).toMatchObject({
      nativeId: 't1_c1',
      parentNativeId: 't3_p1',
      conversation: 't3_p1',
      author: 'alderbay',
    })
    expect(JSON.stringify(read.records)).not.toContain('203.0.113.9')
  })

  test('LinkedIn: shares, messages below a preamble, comments, reactions', async () => {
    const read = await readFiles(linkedin, built.linkedin)
    expect(
      brief(read)
        .map(([kind, text]) => [kind, text])
        .sort(),
    ).toEqual([
      ['comment', 'Well done'],
      ['message', 'Hello\nHi there'],
      ['post', 'Line one\nLine “two”'],
      ['reaction', 'LIKE'],
    ])
  })

  test('YouTube: comments in both shapes and in columns of any language, videos', async () => {
    const read = await readFiles(youtube, built.youtube)
    expect(
      brief(read)
        .map(([kind, text]) => [kind, text])
        .sort(),
    ).toEqual([
      ['comment', 'new\nshape'],
      ['comment', 'old shape'],
      ['comment', 'otra forma'],
      ['video', 'Council meeting\nOf March'],
    ])
  })

  test('MediaWiki: every revision a version of its page, suppressed ones and stubs said so', async () => {
    const read = await readFiles(mediawiki, built.mediawiki)
    expect(brief(read)).toEqual([
      ['page', 'Lake\nfirst', 'live', '7'],
      ['page', 'Lake\nsecond & last', 'live', '7'],
      ['page', 'Lake', 'live', '7'],
      ['file', 'Map.png\nA map', 'live', 'Map.png 2015-01-01T00:00:00Z'],
    ])
    expect(read.records[2]?.details).toMatchObject({ suppressed: true, revision: '12' })
  })

  test('WordPress: posts, drafts, pages, attachments, and comments of every state, though the file is ill-formed', async () => {
    const read = await readFiles(wordpress, built.wordpress)
    expect(brief(read)).toEqual([
      ['post', 'Fish & Chips\nBody text', 'live', '1'],
      ['comment', 'Nice', 'live', 'comment 5'],
      ['comment', 'Buy', 'deleted', 'comment 6'],
      ['page', 'About', 'draft', '2'],
    ])
  })
})

describe.skipIf(!existsSync(samples))('real structures give as many records as their files hold', () => {
  const of = (...steps: readonly string[]) => [join(samples, ...steps)]

  test('Mastodon’s outbox, MediaWiki’s dump, YouTube’s comments', async () => {
    const outbox = await readPaths(mastodon, of('mastodon/lmorchard__fossilizer/mastodon-export.zip'))
    const dump = await readPaths(mediawiki, of('mediawiki/mediawiki-utilities__python-mwxml'))
    const comments = await readPaths(youtube, of('youtube/purarue__google_takeout_parser'))
    expect([outbox, dump, comments].map(({ damaged }) => [...damaged])).toEqual([[], [], []])
    // Counted over the raw files: jq '.orderedItems|length'; grep -c '<revision>'; Python's csv module.
    expect([
      outbox.itemsOf('outbox.json').length,
      countKinds(dump.records).page,
      countKinds(comments.records).comment,
    ]).toEqual(built.SAMPLE_COUNTS)
  })
})
