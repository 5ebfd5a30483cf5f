// Direct messages of an X export: each message and event is a record of its own, with its place in the package.
import { beforeAll, describe, expect, test } from 'vitest'
import { demoExports } from '../../fixtures/x/demo.ts'
import type { XFacts } from '../../fixtures/x/facts.ts'
import { handmade, type ReadExport, readExport, records, temporary } from './x-support.ts'

const at = '2025-02-20T12:35:53.417Z'
const message = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({
  messageCreate: {
    id,
    senderId: '12',
    recipientId: '34',
    text: `Message ${id}`,
    createdAt: at,
    urls: [],
    mediaUrls: [],
    reactions: [],
    ...more,
  },
})
const talk = (messages: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) => ({
  dmConversation: { conversationId: '12-34', messages, ...more },
})
const read = async (elements: readonly unknown[], file = 'direct-messages') =>
  readExport([
    await handmade({
      [`data/${file}.js`]: elements,
      'data/account.js': [{ account: { username: 'AlderBayCity', accountId: '12' } }],
    }),
  ])

describe('the messages of the demonstration', () => {
  let facts: XFacts
  let export_: ReadExport
  beforeAll(async () => {
    const { first } = await demoExports(await temporary(), 7)
    facts = first.facts
    export_ = await readExport([first.path])
  }, 60_000)

  test('are all there, with text, sender, time, media, reactions and earlier wordings', () => {
    const shown = records(export_).flatMap(
      ({ kind, nativeId, conversation, author, at: time, text, media, details, precision }) =>
        kind !== 'message'
          ? []
          : [
              {
                id: nativeId,
                conversationId: conversation,
                senderId: author,
                createdAt: new Date(time ?? 0).toISOString(),
                text,
                precision,
                media: media.map(({ directory, names }) => `${directory}/${names[0]}`),
                reactions: Array.isArray(details.reactions) ? details.reactions.length : 0,
                edits: Array.isArray(details.editHistory) ? details.editHistory.length : 0,
              },
            ],
    )
    const told = facts.messages.map(({ group: _, media, ...fact }) => ({
      ...fact,
      precision: 'millisecond',
      media: media.map(({ path }) => path),
    }))
    const order = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1)
    expect(shown.toSorted(order)).toEqual(told.toSorted(order))
  })

  test('come with what happened in their conversations, in sentences', () => {
    const events = records(export_).filter(({ kind }) => kind === 'conversation-event')
    expect(events).toHaveLength(facts.conversationEvents)
    expect(events.map(({ text }) => text).filter((text) => text.startsWith('@AlderBayCity named'))).toEqual([
      '@AlderBayCity named the conversation “Storm desk ⛈️”.',
      '@AlderBayCity named the conversation “Storm desk ⛈️”.',
    ])
    expect(new Set(events.map(({ nativeId }) => nativeId)).size).toBe(events.length)
  })

  test('stand each at its own place, which holds its own bytes', () => {
    const items = export_.items.get('data/direct-messages.js') ?? []
    const places = items.filter(({ nested }) => nested)
    expect(places.every(({ pointer }) => /^\/\d+\/dmConversation\/messages\/\d+$/.test(pointer ?? ''))).toBe(true)
    const ids = places.map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString('utf8')).messageCreate.id)
    const drafts = records(export_, 'data/direct-messages.js')
    expect(ids).toEqual(drafts.map(({ nativeId }) => nativeId))
  })
})

test('the conversation is known where its messages stand before its number, and where nothing is wrapped', async () => {
  const bare = { messages: [message('2')], conversationId: '12-34' }
  const drafts = records(await read([{ dmConversation: { messages: [message('1')], conversationId: '12-34' } }, bare]))
  expect(drafts.map(({ nativeId, conversation }) => [nativeId, conversation])).toEqual([
    ['1', '12-34'],
    ['2', '12-34'],
  ])
})

test('a conversation without messages is counted and told', async () => {
  const items = (await read([talk([]), talk([message('1')])])).items.get('direct-messages.js') ?? []
  expect(items.map(({ position, pointer, nested, outcome }) => [position, pointer, nested, outcome.type])).toEqual([
    [0, '/0', false, 'passed-over'],
    [1, '/1', false, 'passed-over'],
    [2, '/1/dmConversation/messages/0', true, 'record'],
  ])
})

test('events of every kind are records; what X adds later is not lost', async () => {
  const events = [
    { participantsLeave: { userIds: ['34'], createdAt: at } },
    { participantsJoin: { initiatingUserId: '34', userIds: ['56', '78'], createdAt: at } },
    { participantsJoin: { userIds: ['90'], createdAt: at } },
    { joinConversation: { initiatingUserId: '34', participantsSnapshot: ['34', '12'], createdAt: at } },
    { screenshotTaken: { initiatingUserId: '34', createdAt: at } },
    { welcomeMessageCreate: { id: '9', senderId: '34', text: 'Welcome', createdAt: at } },
  ]
  const drafts = records(await read([talk(events)], 'direct-messages-group'))
  expect(drafts.map(({ kind, nativeId, text }) => [kind, nativeId, text])).toEqual([
    ['conversation-event', `12-34:participantsLeave:${at}:0`, 'Account 34 left.'],
    ['conversation-event', `12-34:participantsJoin:${at}:0`, 'Account 34 added account 56, account 78.'],
    ['conversation-event', `12-34:participantsJoin:${at}:1`, 'Account 90 joined.'],
    [
      'conversation-event',
      `12-34:joinConversation:${at}:0`,
      'Account 34 added this account to the conversation, in which were account 34, @AlderBayCity.',
    ],
    ['conversation-event', `12-34:screenshotTaken:${at}:0`, 'Account 34: an event that X calls screenshotTaken.'],
    ['message', '9', 'Welcome'],
  ])
})

test('a message that cannot be understood fails alone', async () => {
  const found = await read([talk([message('1'), { messageCreate: { text: 'nobody' } }, 'words', message('2')])])
  const outcomes = found.items
    .get('direct-messages.js')
    ?.map(({ outcome }) => ('code' in outcome ? outcome.code : outcome.type))
  expect(outcomes).toEqual(['passed-over', 'record', 'message-without-id', 'message-unreadable', 'record'])
})

test('a conversation malformed inside keeps the messages before that place', async () => {
  const text = `window.YTD.direct_messages.part0 = [ { "dmConversation" : { "conversationId" : "12-34", "messages" : [ ${JSON.stringify(message('1'))} ${JSON.stringify(message('2'))} ] } }, ${JSON.stringify(talk([message('3')]))} ]`
  const found = await readExport([await handmade({ 'data/direct-messages.js': text, 'data/like.js': [] })])
  const items = found.items.get('direct-messages.js') ?? []
  expect(items.map(({ outcome }) => outcome.type)).toEqual(['failed', 'record', 'passed-over', 'record'])
  expect(records(found).map(({ nativeId }) => nativeId)).toEqual(['1', '3'])
})

test('headers of messages repeat them; one whose message is missing is told of', async () => {
  const header = (id: string) => ({ messageCreate: { id, senderId: '12', recipientId: '34', createdAt: at } })
  const folder = await handmade({
    'data/direct-messages.js': [talk([message('1')])],
    'data/direct-message-headers.js': [talk([header('2'), header('1')])],
  })
  const found = await readExport([folder])
  const reasons = found.items
    .get('direct-message-headers.js')
    ?.map(({ outcome }) => (outcome.type === 'passed-over' ? outcome.reason : ''))
  expect(new Set(reasons).size).toBe(3)
  expect(found.findings).toMatchObject([{ code: 'header-without-message', position: 1 }])
  const again = await readExport([folder], (name) => name === 'direct-messages.js')
  expect(again.findings).toEqual(found.findings)
})
