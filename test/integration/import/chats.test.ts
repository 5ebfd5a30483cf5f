// Exports of Slack and Discord in a real vault: the newest wording is the newest version, twins are one, the second import nothing new.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessionReconciliation, intakeImport } from '../../../shared/contract/intake.ts'
import { recordPage, recordShow } from '../../../shared/contract/record.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { discord, tables } from '../../fixtures/discord.ts'
import { message, slack } from '../../fixtures/slack.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { writeFiles } from '../../support/read-platform.ts'

let vault: TestArchive
beforeAll(async () => {
  vault = await openTestArchive()
})
afterAll(() => vault.close())

async function take(files: Readonly<Record<string, string>>) {
  const { grant } = await vault.archive.grant(await writeFiles(files), 'read')
  const { accession } = await vault.run(intakeImport, { sources: [grant], account: vault.account, platform: null })
  return vault.call(accessionReconciliation, { accession })
}

async function only(search: string) {
  const { rows } = await vault.call(recordPage, { search, before: null, limit: 10, live: false })
  expect(rows).toHaveLength(1)
  const [row] = rows
  return row === undefined ? null : vault.call(recordShow, { id: row.id })
}

test('Slack: each item once, an edit as a version before the wording that stands, a deletion with its words', async () => {
  const first = await take(slack)
  expect(first?.totals).toMatchObject({ read: 28, stored: 25, versions: 1, merged: 1, failed: 1, unexplained: 0 })
  expect((await take(slack))?.totals).toMatchObject({ stored: 0, versions: 0, unexplained: 0 })
  expect((await only('"new words"'))?.versions.map(({ text }) => text)).toEqual(['old words', 'new words'])
  expect(await only('"not for here"')).toMatchObject({ state: 'deleted', author: 'Ben Cho' })
})

test('Slack: a later export in which a message was deleted keeps its words', async () => {
  const gone = {
    ...slack,
    'clerks/2023-11-14.json': JSON.stringify([
      message('1700000000.000100', 'This message was deleted.', { user: 'USLACKBOT', subtype: 'tombstone' }),
    ]),
  }
  expect((await take(gone))?.totals).toMatchObject({ stored: 0, versions: 1, unexplained: 0 })
  const record = await only('"same stamp"')
  expect(record).toMatchObject({ state: 'deleted', author: 'Ana R' })
  expect(record?.versions.map(({ text }) => text)).toEqual([
    'The same stamp in another channel',
    'This message was deleted.',
  ])
})

test('Discord: tables and lists of one message are one record, whichever came first', async () => {
  expect((await take(tables))?.totals).toMatchObject({ read: 3, stored: 3, unexplained: 0 })
  expect((await take(discord))?.totals).toMatchObject({
    read: 5,
    stored: 2,
    same: 2,
    versions: 0,
    failed: 1,
    unexplained: 0,
  })
  const both = {
    ...discord,
    'Messages/c184324186284621824/messages.csv': tables['messages/184324186284621824/messages.csv'] ?? '',
  }
  expect((await take(both))?.totals).toMatchObject({ stored: 0, versions: 0, same: 7, unexplained: 0 })
})

test('activity and advertising are left out where nobody says otherwise', async () => {
  const lines = (await take(discord))?.lines ?? []
  const leftOut = lines.filter(({ status }) => status === 'left-out').map(({ file }) => file)
  expect(leftOut).toEqual(['Activity/analytics/events-2024-00000-of-00001.json', 'Ads/traits.json'])
})

test('the vault verifies', async () => {
  expect((await vault.run(vaultVerify, {})).findings).toEqual([])
})
