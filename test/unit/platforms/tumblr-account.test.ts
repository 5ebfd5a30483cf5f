// What a clerk can rely on when Tumblr's messages, the account's own data and answers of the API are read.
import { describe, expect, test } from 'vitest'
import tumblr from '../../../electron/core/intake/platforms/tumblr/platform.ts'
import * as built from '../../fixtures/tumblr.ts'
import { readFiles } from '../../support/read-platform.ts'

describe('messages', () => {
  test('senders are named where the numbers leave no other, else by their number', async () => {
    const read = await readFiles(tumblr, built.tumblr)
    expect(
      read
        .itemsOf('messages.xml')
        .flatMap(({ outcome }) => (outcome.type === 'record' ? [outcome.draft] : []))
        .map(({ author, conversation, text, details, nativeId }) => [
          author,
          conversation,
          text,
          details.type,
          nativeId,
        ]),
    ).toEqual([
      ['alderbay', 'alderbay, neighbor', 'Hello', 'TEXT', 'alderbay t:city @ 2018-12-07T15:46:26Z'],
      ['neighbor', 'alderbay, neighbor', '', 'IMAGE', 'alderbay t:nei @ 2018-12-07T15:46:45Z'],
      [
        'neighbor',
        'alderbay, neighbor',
        'https://alderbay.tumblr.com/post/180894436671',
        'POSTREF',
        'alderbay t:nei @ 2018-12-07T15:46:45Z',
      ],
      ['mayor', 'alderbay, mayor', 'A & B', 'TEXT', 'alderbay t:may @ 2018-12-07T15:48:20Z'],
      ['alderbay', 'alderbay, mayor', 'Yes', 'TEXT', 'alderbay t:city @ 2018-12-07T15:48:21Z'],
      [
        'gone-deactivated20190101',
        'alderbay, gone-deactivated20190101',
        'Bye',
        'TEXT',
        'alderbay t:gone @ 2018-12-05T12:21:08Z',
      ],
      ['t:blank', '(no name), alderbay', 'Who am I', 'TEXT', 'alderbay t:blank @ 2018-12-05T12:21:09Z'],
    ])
  })

  test('of one conversation alone nobody is named by guess; pictures and links are kept', async () => {
    const one = built.beside['messages.xml'].replace(/(<\/conversation>).*(<\/conversations>)/s, '$1$2')
    const { records } = await readFiles(tumblr, { 'messages.xml': one })
    expect(records.map(({ author }) => author)).toEqual(['t:city', 't:nei', 't:nei'])
    expect(records[1]?.media).toEqual([{ role: 'photo', names: ['https://x.example/y.png'], directory: '', alt: null }])
    expect(records[2]?.links.map(({ target }) => target)).toEqual(['https://alderbay.tumblr.com/post/180894436671'])
    expect(records[0]?.details.participants).toEqual(['alderbay', 'neighbor'])
  })
})

test('the account’s own data: a profile and likes; addresses for letters, log-ins and what was shown to it are not in a record', async () => {
  const read = await readFiles(tumblr, built.account)
  expect(read.records.map(({ kind, nativeId, text }) => [kind, nativeId, text])).toEqual([
    ['profile', 'account alderbay', 'alderbay'],
    ['like', 'like https://neighbor.tumblr.com/post/7', 'neighbor https://neighbor.tumblr.com/post/7'],
  ])
  expect(read.recognition).toMatchObject({ confidence: 0.9, ownerHandle: 'alderbay', layout: 'account' })
  expect(read.items.flatMap(({ outcome }) => (outcome.type === 'passed-over' ? [outcome.reason] : []))).toHaveLength(3)
  expect(JSON.stringify(read.records)).not.toMatch(/clerk@|2024-01-01 00:00:00.*serve_time/)
})

test('posts as the API gives them: blocks, polls, alternative texts, trails, numbers beyond 2^53, the old form', async () => {
  const { records, recognition } = await readFiles(tumblr, built.answer)
  expect(recognition).toMatchObject({ ownerHandle: 'alderbay', layout: 'posts json' })
  expect(records.map(({ nativeId, state, text }) => [nativeId, state, text])).toEqual([
    ['728288778843832321', 'live', 'Title\n🌊 See us\nOpen?\n• Yes\n• No\nneighbor: Is it?'],
    ['2', 'draft', 'Nothing is lost\nA book'],
  ])
  expect(records[0]).toMatchObject({
    links: [{ shown: 'See', target: 'https://alder.example' }, {}],
    media: [{ names: ['https://64.media.example/l.jpg'], alt: 'A boat' }],
    measures: [['notes', 3]],
    details: { trail: [{ blog: 'neighbor', post: '5', text: 'Is it?' }], polls: [{ question: 'Open?' }] },
  })
})
