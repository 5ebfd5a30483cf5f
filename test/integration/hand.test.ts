// Single items taken in by hand, and what becomes of them when an export brings them too.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handEnter } from '../../shared/contract/hand.ts'
import { accessionReconciliation, intakeImport } from '../../shared/contract/intake.ts'
import { recordPage, recordShow } from '../../shared/contract/record.ts'
import { vaultVerify } from '../../shared/contract/vault.ts'
import type { HandEntry } from '../../shared/domain/hand-entry.ts'
import { openTestArchive, type TestArchive } from '../support/archive.ts'

const entry: HandEntry = {
  kind: 'post',
  author: 'AlderBayCity',
  text: 'The pool opens at noon on Saturday.',
  at: '2024-03-05T12:30',
  link: 'https://x.com/AlderBayCity/status/1',
  nativeId: null,
  parent: null,
  conversation: null,
  state: 'deleted',
  capturedBy: 'Pat Moreno',
  capturedHow: 'screenshot on a phone',
  absent: {},
}

const MAIL = [
  'From: Nextdoor <no-reply@example.org>',
  'Subject: New post in Alder Bay',
  'Date: Tue, 05 Mar 2024 12:31:00 -0800',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Ana wrote: the light at 5th is out.',
].join('\r\n')

let vault: TestArchive
let folder: string
beforeAll(async () => {
  vault = await openTestArchive()
  folder = await mkdtemp(join(tmpdir(), 'hand-'))
  await writeFile(join(folder, 'notice.eml'), MAIL)
})
afterAll(async () => {
  await vault.close()
  await rm(folder, { recursive: true, force: true })
})

const enter = async (more: Partial<HandEntry>, files: readonly string[] = []) => {
  const grants = await Promise.all(
    files.map(async (file) => (await vault.archive.grant(join(folder, file), 'read')).grant),
  )
  return vault.run(handEnter, { account: vault.account, entry: { ...entry, ...more }, files: grants })
}

const rows = async (search: string) =>
  (await vault.call(recordPage, { search, before: null, limit: 50, live: false })).rows

describe('an entry by hand', () => {
  test('is a record with its time, who took it down, and what shows it', async () => {
    const { accession } = await enter(
      { text: '', kind: 'comment', absent: { link: 'the page is closed' }, link: null },
      ['notice.eml'],
    )
    const [row] = await rows('light')
    const shown = await vault.call(recordShow, { id: row?.id ?? 0 })
    expect(shown).toMatchObject({
      kind: 'comment',
      at: Date.parse('2024-03-05T12:30:00-08:00'),
      precision: 'minute',
      sourceZone: 'America/Los_Angeles',
      state: 'deleted',
    })
    expect(shown.versions[0]).toMatchObject({
      text: 'Ana wrote: the light at 5th is out.',
      details: {
        takenInBy: 'hand',
        capturedBy: 'Pat Moreno',
        notAvailable: { link: 'the page is closed' },
        mails: [
          { subject: 'New post in Alder Bay', from: 'Nextdoor no-reply@example.org', date: '2024-03-05T20:31:00.000Z' },
        ],
      },
      media: [{ name: 'files/notice.eml', role: 'file', missing: null }],
    })
    const document = await vault.call(accessionReconciliation, { accession })
    expect(document?.totals).toMatchObject({ claimed: 1, read: 1, stored: 1, unexplained: 0 })
    expect(document?.comparison).toBeNull()
  })

  test('twice is one record', async () => {
    await enter({ text: 'Only once.' })
    await enter({ text: 'Only once.' })
    expect(await rows('"only once"')).toHaveLength(1)
  })

  test('of what an export holds already is another sighting of that record', async () => {
    await writeFile(join(folder, 'x.js'), tweets('900', 'Library closed today.'))
    const { grant } = await vault.archive.grant(folder, 'read')
    await vault.run(intakeImport, { sources: [grant], account: vault.account, platform: null })
    await enter({ text: 'Library closed  today.', at: '2024-03-05' })
    const found = await rows('library')
    expect(found).toHaveLength(1)
    const shown = await vault.call(recordShow, { id: found[0]?.id ?? 0 })
    expect([shown.nativeId, shown.versions.length, shown.versions[0]?.observations.length]).toEqual(['900', 1, 2])
  })

  test('without a date or a reason why there is none is refused, and nothing is kept', async () => {
    await expect(enter({ at: null })).rejects.toThrow(/needs a date/)
    await expect(enter({ text: ' ' })).rejects.toThrow(/needs words or a file/)
    expect((await vault.run(vaultVerify, {})).findings).toEqual([])
  })
})

function tweets(id: string, text: string, at = 'Tue Mar 05 20:10:00 +0000 2024'): string {
  const tweet = { id_str: id, full_text: text, created_at: at, entities: {} }
  return `window.YTD.tweets.part0 = ${JSON.stringify([{ tweet }, { tweet: { ...tweet, id_str: '901', full_text: 'Other' } }])}`
}

test('an export that brings what was entered by hand names the entry that it may be the same as', async () => {
  await enter({ text: 'Fireworks are cancelled tonight.' })
  await writeFile(
    join(folder, 'x.js'),
    tweets('950', 'Fireworks are cancelled tonight.', 'Tue Mar 05 20:30:20 +0000 2024'),
  )
  const { grant } = await vault.archive.grant(folder, 'read')
  const { accession } = await vault.run(intakeImport, {
    sources: [grant],
    account: vault.account,
    platform: null,
  })
  const document = await vault.call(accessionReconciliation, { accession })
  const [entered] = (await rows('fireworks')).filter(({ state }) => state === 'deleted')
  expect(document?.findings.filter(({ code }) => code === 'alike')).toEqual([
    {
      code: 'alike',
      file: 'x.js',
      position: 0,
      sentence: `May be the same as record ${entered?.id}: An entry made by hand has the same words at about the same time. Both are kept.`,
    },
  ])
})
