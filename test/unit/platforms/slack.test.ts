// What a clerk can rely on when an export of Slack is read.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import slack from '../../../electron/core/intake/platforms/slack/platform.ts'
import { slack as built, members, message, TOKEN } from '../../fixtures/slack.ts'
import { countKinds, readFiles, readPaths } from '../../support/read-platform.ts'

const samples = resolve(import.meta.dirname, '../../../../shared/samples')
const read = await readFiles(slack, built)
const one = (id: string, nth = 0) => read.records.filter(({ nativeId }) => nativeId === id)[nth]

test('the export is recognised by its lists and messages, with its workspace and time of making', () => {
  expect(read.recognition).toMatchObject({
    platform: 'slack',
    confidence: 0.99,
    layout: 'workspace',
    ownerNativeId: 'T0ALDERBAY',
    generatedAt: 1_700_100_000_000,
  })
  expect(read.plan.files.map(({ name, type, use }) => [name, type, use])).toEqual([
    ['users.json', 'members', 'records'],
    ['channels.json', 'conversations', 'records'],
    ['dms.json', 'conversations', 'records'],
    ['file_conversations.json', 'conversations', 'records'],
    ['groups.json', 'conversations', 'records'],
    ['mpims.json', 'conversations', 'records'],
    ['canvases.json', 'documents', 'records'],
    ['integration_logs.json', 'apps', 'records'],
    ['.slack-manifest.json', 'manifest', 'unread'],
    ['clerks/2023-11-14.json', 'messages', 'records'],
    ['D0ANABEN/2023-11-14.json', 'messages', 'records'],
    ['FC:F0CANVAS:Links/2023-11-14.json', 'messages', 'records'],
    ['general/2023-11-14.json', 'messages', 'records'],
    ['lost/2023-11-14.json', 'messages', 'records'],
    ['lost/2023-11-15.json', 'messages', 'records'],
  ])
})

test('a message: entities decoded once, mentions by name, links, reactions with who, edits, replies', () => {
  expect(one('C0GENERAL 1700000000.000100')).toMatchObject({
    kind: 'message',
    author: 'Ana R',
    at: 1_700_000_000_000,
    atSource: '1700000000.000100',
    precision: 'second',
    sourceZone: 'UTC',
    conversation: 'C0GENERAL',
    parentNativeId: null,
    text: 'Fish & chips <b> at the pier, @Ben Cho #clerks @here',
    links: [{ shown: 'the pier', target: 'https://alder.example/a?x=1&y=2' }],
    measures: [
      ['reaction +1', 2],
      ['replies', 3],
    ],
    details: {
      channel: '#general',
      channelKind: 'public channel',
      user: 'U0ANARUIZ',
      fullName: 'Ana Ruiz',
      edited: '2023-11-14T22:18:20.000Z',
      reactions: [{ reaction: '+1', people: ['Ben Cho', 'Ana R'] }],
      pinned: true,
    },
  })
  expect(one('C0GENERAL 1700000000.000100')?.content).toMatchObject({
    text: 'Fish &amp; chips &lt;b&gt; at <https://alder.example/a?x=1&amp;y=2|the pier>, <@U0BENCHO> <#C0PRIVATE|clerks> <!here>',
  })
})

test('replies name what they answer; one that the export lacks is told; stamps are told apart by their channel', () => {
  const thread = read.records.filter(({ parentNativeId }) => parentNativeId === 'C0GENERAL 1700000000.000100')
  expect(thread.map(({ text, details, precision }) => [text, details.alsoInChannel, precision])).toEqual([
    ['Yes', undefined, 'millisecond'],
    ['And here', true, 'second'],
  ])
  expect(read.findings.map(({ code, file }) => [code, file])).toEqual([
    ['replies-missing', 'general/2023-11-14.json'],
    ['conversation-unknown', 'lost/2023-11-14.json'],
  ])
  expect(read.findings[0]?.sentence).toContain('1 in all')
  expect(one('C0PRIVATE 1700000000.000100')?.details.channelKind).toBe('private channel')
  expect(one('D0ANABEN 1700000001.000100')?.details).toMatchObject({
    channelKind: 'direct messages',
    participants: ['Ana R', 'Ben Cho'],
  })
  expect(one('C0FCONV 1700000002.000100')?.details.channelKind).toBe('comments on a canvas')
  expect(one('lost 1700000003.000100')?.conversation).toBe('lost')
})

test('what happened is an event; what an app wrote is its message, by its name', () => {
  expect(one('C0GENERAL 1700000100.000200')).toMatchObject({
    kind: 'conversation-event',
    text: '@Ben Cho has joined the channel',
    details: { event: 'channel_join', invitedBy: 'Ana R' },
  })
  expect(one('C0GENERAL 1700000900.001100')).toMatchObject({
    kind: 'conversation-event',
    author: 'Slackbot',
    details: {
      huddle: { began: '2023-11-14T22:28:20.000Z', ended: '2023-11-14T22:33:20.000Z', people: ['Ana R', 'Ben Cho'] },
    },
  })
  expect(one('C0GENERAL 1700000200.000300')).toMatchObject({
    kind: 'message',
    author: 'Deploy',
    text: 'Build & test\nRun 7\npassed\nBranch: main',
    links: [{ shown: 'Run 7', target: 'https://ci.example/7' }],
  })
})

test('blocks stand in for an empty text; a shared message stays apart from one’s own words', () => {
  expect(one('C0GENERAL 1700000300.000400')).toMatchObject({
    text: 'See this & @Ben Cho\n• one\nR&D',
    links: [{ shown: 'this', target: 'https://alder.example/b' }],
  })
  expect(one('C0GENERAL 1700000800.001000')).toMatchObject({
    text: 'As said',
    details: {
      attachments: [
        { what: 'shared message', by: 'Ben Cho', words: 'what others wrote', message: '1699990000.000100' },
      ],
    },
  })
})

test('files are named and said not to be there; no token is taken over', () => {
  expect(one('C0GENERAL 1700000400.000500')).toMatchObject({
    media: [{ role: 'file', names: ['F0PLAN1/plan.pdf'], alt: 'The plan' }],
    links: [{ shown: 'The plan', target: 'https://alderbay.slack.com/files/U0ANARUIZ/F0PLAN1/plan.pdf' }],
    details: {
      files: [
        { id: 'F0PLAN1', name: 'plan.pdf', state: 'Slack keeps the file; the export gives only its address.' },
        { id: 'F0GONE', state: 'The file was deleted before the export.' },
      ],
    },
  })
  expect(JSON.stringify(read.records)).not.toContain(TOKEN)
})

test('the log of edits gives the wording before as a version before; what was deleted is a record that says so', () => {
  const versions = read.records.filter(({ nativeId }) => nativeId === 'C0GENERAL 1700000600.000700')
  expect(versions.map(({ text, details }) => [text, details.replacedAt])).toEqual([
    ['old words', '2023-11-14T22:24:10.000Z'],
    ['new words', undefined],
    ['new words', undefined],
  ])
  expect(versions[1]?.content).toEqual(versions[2]?.content)
  expect(one('C0GENERAL 1700000690.000900')).toMatchObject({
    state: 'deleted',
    deletedAt: 1_700_000_700_000,
    author: 'Ben Cho',
    text: 'not for here',
  })
  expect(one('C0GENERAL 1700000500.000600')).toMatchObject({ state: 'deleted', author: '' })
  const positions = read.itemsOf('general/2023-11-14.json').map(({ position }) => position)
  expect(positions).toEqual([...positions.keys()])
})

test('members, conversations, apps and canvases are records; addresses and telephones of members are not shown', () => {
  expect(countKinds(read.records)).toEqual({
    profile: 3,
    chat: 4,
    file: 1,
    'account-event': 1,
    message: 16,
    'conversation-event': 2,
  })
  expect(one('U0ANARUIZ')).toMatchObject({
    text: 'Ana R\nAna Ruiz\nClerk',
    details: { handle: 'ana', roles: ['administrator'] },
  })
  expect(JSON.stringify(read.records)).not.toMatch(/555 0100|ana@alder/)
  expect(one('C0GENERAL')).toMatchObject({
    kind: 'chat',
    text: '#general\nFor all & sundry',
    author: 'Ana R',
    conversation: 'C0GENERAL',
  })
  expect(one('F0CANVAS')).toMatchObject({ text: 'Links', details: { what: 'Canvas', sharedIn: ['general'] } })
  expect(read.records.find(({ kind }) => kind === 'account-event')).toMatchObject({
    text: 'added Travis CI #general',
    author: 'Ana R',
    at: 1_690_000_100_000,
  })
  const lost = read.items.filter(({ outcome }) => outcome.type === 'failed')
  expect(lost.map(({ outcome }) => outcome)).toMatchObject([{ code: 'message-without-stamp' }])
})

test('an organisation’s export looks channels up in their own workspace; a lone day keeps its folder; files put beside are found', async () => {
  const list = (id: string, name: string) =>
    JSON.stringify([{ id, name, created: 1, creator: 'U0ANARUIZ', members: [] }])
  const grid = await readFiles(slack, {
    'org_users.json': JSON.stringify(members),
    'teams/north/channels.json': list('C0NORTH', 'general'),
    'teams/south/channels.json': list('C0SOUTH', 'general'),
    'teams/north/general/2023-11-14.json': JSON.stringify([message('1700000000.000100', 'N')]),
    'teams/south/general/2023-11-14.json': JSON.stringify([
      message('1700000000.000100', 'S', { files: [{ id: 'F0PIC1', name: 'a.png', mimetype: 'image/png' }] }),
    ]),
    'teams/south/general/attachments/F0PIC1-a.png': 'not really a picture',
  })
  expect(grid.recognition?.layout).toBe('organisation')
  const messages = grid.records.filter(({ kind }) => kind === 'message')
  expect(messages.map(({ nativeId, media }) => [nativeId, media.flatMap(({ names }) => names)])).toEqual([
    ['C0NORTH 1700000000.000100', []],
    ['C0SOUTH 1700000000.000100', ['teams/south/general/attachments/F0PIC1-a.png']],
  ])
  const lone = await readFiles(slack, {
    'export/parks/2023-11-14.json': JSON.stringify([message('1700000000.000100', 'P')]),
  })
  expect(lone.records.map(({ nativeId }) => nativeId)).toEqual(['parks 1700000000.000100'])
})

test('a day whose first message is cut off in the first look is a day all the same; files fetched into folders are found', async () => {
  const long = { type: 'message', attachments: [{ text: 'a'.repeat(40_000) }], text: 'Long', ts: '1700000000.000100' }
  const bare = { user: 'U0ANARUIZ', text: 'b'.repeat(40_000), ts: '1700000001.000100' }
  const fetched = message('1700000002.000100', 'See', {
    files: [{ id: 'F0PIC1', name: 'a.png', mimetype: 'image/png' }],
  })
  const cut = await readFiles(slack, {
    'channels.json': '[]',
    'a/2023-11-14.json': JSON.stringify([long]),
    'a/2023-11-15.json': JSON.stringify([bare, fetched]),
    '__uploads/F0PIC1/a.png': 'not really a picture',
    '__uploads/F0PIC2/a.png': 'another',
  })
  expect(cut.records.map(({ nativeId }) => nativeId)).toEqual([
    'a 1700000000.000100',
    'a 1700000001.000100',
    'a 1700000002.000100',
  ])
  expect(cut.records[2]?.media[0]?.names).toEqual(['__uploads/F0PIC1/a.png'])
})

test('a day that breaks off is read up to there', async () => {
  const day = JSON.stringify([message('1700000000.000100', 'One'), message('1700000001.000100', 'Two')])
  const broken = await readFiles(slack, { 'a/2023-11-14.json': day.slice(0, -20), 'channels.json': '[]' })
  expect(broken.records.map(({ text }) => text)).toEqual(['One'])
  expect([...broken.damaged.keys()]).toEqual(['a/2023-11-14.json'])
})

describe.skipIf(!existsSync(join(samples, 'slack')))('a real structure', () => {
  test('gives as many records as its files hold', async () => {
    const real = await readPaths(slack, [join(samples, 'slack/hfaran__slack-export-viewer/testarchive.zip')])
    expect([...real.damaged]).toEqual([])
    expect(real.findings).toEqual([])
    // Counted over the raw files with jq: elements of days by subtype, members, channels, log entries; edited, reactions, files.
    expect(countKinds(real.records)).toEqual({
      profile: 4,
      chat: 2,
      'account-event': 30,
      message: 147,
      'conversation-event': 11,
    })
    const messages = real.records.filter(({ conversation, kind }) => conversation !== null && kind !== 'chat')
    expect(new Set(messages.map(({ nativeId }) => nativeId)).size).toBe(158)
    expect(messages.filter(({ details }) => details.edited !== undefined)).toHaveLength(1)
    expect(messages.filter(({ details }) => details.reactions !== undefined)).toHaveLength(1)
    expect(messages.filter(({ details }) => details.files !== undefined)).toHaveLength(4)
    expect(messages.filter(({ details }) => details.attachments !== undefined)).toHaveLength(102)
  })
})
