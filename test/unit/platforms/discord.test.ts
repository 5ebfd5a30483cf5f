// What a clerk can rely on when a data package of Discord, or a channel exported by DiscordChatExporter, is read.
import { expect, test } from 'vitest'
import discord from '../../../electron/core/intake/platforms/discord/platform.ts'
import { discord as built, exported, SIGNATURE, tables } from '../../fixtures/discord.ts'
import { countKinds, readFiles } from '../../support/read-platform.ts'

const read = await readFiles(discord, built)

test('the package is recognised; each file is read or named with its reason, activity and advertising in groups of their own', () => {
  expect(read.recognition).toMatchObject({
    platform: 'discord',
    confidence: 0.99,
    layout: 'data package',
    ownerHandle: 'alderbay',
    ownerNativeId: '247424274304991233',
    ownerName: 'City of Alder Bay',
  })
  expect(Object.fromEntries(read.plan.files.map(({ name, type, use, group }) => [name, [type, use, group]]))).toEqual({
    'README.txt': ['read me', 'unread', 'viewer'],
    'Account/user.json': ['account', 'unread', 'settings'],
    'Activity/analytics/events-2024-00000-of-00001.json': ['activity', 'unread', 'log-ins'],
    'Ads/traits.json': ['advertising', 'unread', 'advertising'],
    'Messages/index.json': ['channel names', 'unread', undefined],
    'Messages/c184324186284621824/channel.json': ['channel', 'unread', undefined],
    'Messages/c184324186284621824/messages.json': ['messages', 'records', undefined],
    'Messages/c446865271341187072/channel.json': ['channel', 'unread', undefined],
    'Messages/c446865271341187072/messages.json': ['messages', 'records', undefined],
    'Messages/c502291754930929684/channel.json': ['channel', 'unread', undefined],
    'Messages/c502291754930929684/messages.json': ['messages', 'records', undefined],
    'Servers/index.json': ['server names', 'unread', undefined],
    'Servers/122900397965705216/guild.json': ['server', 'unread', undefined],
    'Servers/122900397965705216/emoji.json': ['server settings', 'unread', 'settings'],
    'Servers/122900397965705216/audit-log.json': ['audit log', 'records', undefined],
  })
})

test('messages keep their whole number, their time, where they were written; addresses of files lose what expires', () => {
  expect(countKinds(read.records)).toEqual({ message: 3, 'account-event': 1 })
  const [open, map, direct] = read.records
  expect(open).toMatchObject({
    nativeId: '897870239797215243',
    at: Date.UTC(2021, 9, 13, 15, 35, 46),
    precision: 'second',
    sourceZone: 'UTC',
    author: 'alderbay',
    conversation: '184324186284621824',
    text: 'Open #news in Alder Bay till 9 :wave: @alderbay',
    details: { channel: 'news', channelKind: 'server channel', server: 'Alder Bay' },
    content: { text: 'Open <#184324186284621824> till 9 <:wave:897870239797215000> <@247424274304991233>', files: [] },
  })
  expect(map).toMatchObject({
    links: [
      { shown: 'the map', target: 'https://alder.example/map' },
      { shown: 'https://alder.example/a?b=1', target: 'https://alder.example/a?b=1' },
      { shown: 'map.png' },
      { shown: 'a.mp4' },
    ],
    media: [
      { role: 'photo', names: ['1183589260192907374/map.png'] },
      { role: 'video', names: ['1183589260192907374/a.mp4'] },
    ],
  })
  expect(direct?.details).toEqual({
    channel: 'Direct Message with ana#0',
    channelKind: 'direct messages',
    participants: ['247424274304991233', '192775384276664320'],
  })
  expect(JSON.stringify(read.records)).not.toMatch(new RegExp(`${SIGNATURE}|203\\.0\\.113`))
  const failed = read.items.flatMap(({ outcome }) => (outcome.type === 'failed' ? [outcome.code] : []))
  expect(failed).toEqual(['message-without-number'])
  expect(read.findings).toEqual([])
})

// Python: (897870239797215243 >> 22) + 1420070400000.
test('the log of a server says who changed what, when by its number', () => {
  expect(read.records.find(({ kind }) => kind === 'account-event')).toMatchObject({
    nativeId: 'audit 897870239797215243',
    at: 1_634_139_346_790,
    author: '247424274304991233',
    text: 'member banned 192775384276664320 spam',
    details: { server: 'Alder Bay', changes: [{ key: 'nick', before: 'a', after: 'b' }] },
  })
})

test('a package of before 2021, in another language: the same messages by number and content; a local time gives way to the number’s', async () => {
  const old = await readFiles(discord, tables)
  expect(old.recognition).toMatchObject({ confidence: 0.99, ownerHandle: 'alderbay' })
  const newer = read.records
    .slice(0, 2)
    .map(({ nativeId, content, conversation }) => ({ nativeId, content, conversation }))
  expect(old.records.slice(0, 2)).toMatchObject(newer)
  expect(old.records[0]).toMatchObject({ at: Date.UTC(2021, 9, 13, 15, 35, 46, 123), precision: 'millisecond' })
  expect(old.records[2]).toMatchObject({
    text: 'Two\nlines, "quoted"',
    at: 1_634_139_346_790,
    atSource: '2021-10-13 08:35:46',
    details: { channelKind: 'server channel' },
  })
  expect(old.findings.map(({ code }) => code)).toEqual(['time-differs'])
})

test('messages that lie without their channel take its number from their folder', async () => {
  const lone = await readFiles(discord, {
    'x/c184324186284621824/messages.csv': tables['messages/184324186284621824/messages.csv'] ?? '',
  })
  expect(lone.records.map(({ conversation }) => conversation)).toEqual(Array(3).fill('184324186284621824'))
})

test('DiscordChatExporter: everybody’s messages, answers, edits, reactions with who, files that lie beside, events', async () => {
  const chat = await readFiles(discord, exported)
  expect(chat.recognition).toMatchObject({
    layout: 'exported channels',
    generatedAt: Date.UTC(2026, 0, 2, 3, 4, 5),
    ownerHandle: null,
  })
  expect(chat.plan.files.map(({ type, use }) => [type, use])).toEqual([
    ['exported channel', 'records'],
    ['exported table', 'unread'],
  ])
  expect(chat.records.map(({ kind, author, text, parentNativeId }) => [kind, author, text, parentNativeId])).toEqual([
    ['message', 'ana', 'When?', null],
    ['message', 'alderbay', 'At 9', '897870239797215243'],
    ['conversation-event', 'ana', 'Joined the server.', null],
    ['message', 'alerts', 'Warning\nHigh water\nUntil: noon', null],
  ])
  expect(chat.records[0]).toMatchObject({
    conversation: '184324186284621824',
    at: 1_634_139_346_085,
    measures: [['reaction 👍', 2]],
    media: [
      { names: ['news.json_Files/map-612A2.png'], role: 'photo' },
      { names: ['897870239797215002/far.png'], role: 'photo' },
    ],
    details: {
      nickname: 'Ana',
      server: 'Alder Bay',
      topic: 'What is on',
      edited: '2021-10-13T16:00:00+00:00',
      pinned: true,
      reactions: [{ reaction: '👍', people: ['ben'] }],
    },
  })
  expect(chat.findings.map(({ code, sentence }) => [code, sentence])).toEqual([
    ['count-differs', 'The file says that it holds 5 messages; 4 stand in it.'],
  ])
})
