// Single items taken in by hand, and what becomes of them when an export brings them too.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handEnter, handPaste, type Pasted } from '../../../shared/contract/hand.ts'
import { accessionReconciliation, intakeImport } from '../../../shared/contract/intake.ts'
import { recordPage, recordShow } from '../../../shared/contract/record.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import type { HandEntry } from '../../../shared/domain/intake/hand-entry.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { holding } from '../../support/x-files.ts'

const entry: HandEntry = {
  kind: 'post',
  author: 'AlderBayCity',
  text: 'The pool opens at noon on Saturday.',
  at: '2024-03-05T12:30',
  link: null,
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

const enter = async (more: Partial<HandEntry>, files: readonly string[] = [], pasted: readonly Pasted[] = []) => {
  const grants = await Promise.all(
    files.map(async (file) => (await vault.archive.grant(join(folder, file), 'read')).grant),
  )
  return vault.run(handEnter, {
    account: vault.account,
    entry: { ...entry, ...more },
    files: grants,
    pasted: [...pasted],
  })
}

const rows = async (search: string) =>
  (await vault.call(recordPage, { search, before: null, limit: 50, live: false })).rows

describe('an entry by hand', () => {
  test('is a record with its time, who took it down, and what shows it', async () => {
    const { accession } = await enter({ text: '', kind: 'comment', absent: { link: 'the page is closed' } }, [
      'notice.eml',
    ])
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

  test('is shown by a picture from the clipboard, which is nowhere else afterwards', async () => {
    const bytes = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR Zx-picture', 'latin1')
    const { digest } = await vault.call(handPaste, { bytes: bytes.toString('base64') })
    expect(holding(vault.folder, 'Zx-picture')).toEqual([`staging/pasted/${digest}`])
    const pasted = { name: 'Pasted picture.png', digest }
    await enter({ text: 'Mural unveiled.' }, [], [pasted, pasted])
    const [row] = await rows('mural')
    const shown = await vault.call(recordShow, { id: row?.id ?? 0 })
    expect(shown.versions[0]?.media.map(({ name, digest: own, mime }) => [name, own, mime])).toEqual([
      ['files/Pasted picture.png', digest, 'image/png'],
      ['files/Pasted picture-2.png', digest, 'image/png'],
    ])
    expect(holding(vault.folder, 'Zx-picture').filter((name) => name.startsWith('staging'))).toEqual([])
    await expect(enter({ text: 'Again.' }, [], [pasted])).rejects.toThrow(/paste it again/)
  })

  test('leaves its words in the record alone, not in the row of the job', async () => {
    await enter({ text: 'Zebrafish in the fountain.' })
    const catalog = new DatabaseSync(join(vault.folder, 'catalog.sqlite'), { readOnly: true })
    expect(catalog.prepare("SELECT count(*) AS n FROM job WHERE input LIKE '%Zebrafish%'").get()).toEqual({ n: 0 })
    catalog.close()
  })

  test('without a date or a reason why there is none is refused, and nothing is kept', async () => {
    await expect(enter({ at: null })).rejects.toThrow(/needs a date/)
    await expect(enter({ text: ' ' })).rejects.toThrow(/needs words or a file/)
    expect((await vault.run(vaultVerify, {})).findings).toEqual([])
  })
})

describe('an entry whose number is known', () => {
  const importTweet = async (id: string, text: string, at: string, more: object = {}) => {
    await writeFile(join(folder, 'x.js'), tweets(id, text, at, more))
    const { grant } = await vault.archive.grant(folder, 'read')
    const { accession } = await vault.run(intakeImport, { sources: [grant], account: vault.account, platform: null })
    return vault.call(accessionReconciliation, { accession })
  }
  const only = async (words: string) => {
    const found = await rows(words)
    expect(found).toHaveLength(1)
    return vault.call(recordShow, { id: found[0]?.id ?? 0 })
  }

  test('by its address is one record with the export’s post that comes later, which tells the time better', async () => {
    await enter({ text: 'Bridge closed.', link: 'https://twitter.com/AlderBayCity/status/1700?s=20', at: '2024-03-05' })
    const document = await importTweet('1700', 'Bridge closed.', 'Tue Mar 05 20:30:20 +0000 2024')
    expect(document?.findings.filter(({ code }) => code === 'alike')).toEqual([])
    const shown = await only('bridge')
    expect([shown.nativeId, shown.kind, shown.at, shown.precision, shown.state]).toEqual([
      '1700',
      'post',
      Date.parse('2024-03-05T20:30:20Z'),
      'second',
      // The export was made later, and shows it.
      'live',
    ])
    expect(shown.versions.map(({ details, observations }) => [details.takenInBy, observations.length])).toEqual([
      ['hand', 1],
      [undefined, 1],
    ])
    await importTweet('1700', 'Bridge closed.', 'Tue Mar 05 20:30:20 +0000 2024')
    expect((await only('bridge')).versions.map(({ observations }) => observations.length)).toEqual([1, 2])
  })

  test('is one record with what the export calls a reply', async () => {
    await enter({ text: 'See you there.', nativeId: '1701' })
    await importTweet('1701', 'See you there!', 'Tue Mar 05 20:30:20 +0000 2024', {
      in_reply_to_status_id_str: '5',
      in_reply_to_user_id_str: '6',
    })
    const shown = await only('"see you there"')
    expect([shown.kind, shown.versions.length]).toEqual(['post', 2])
  })

  test('that an export held before is a sighting of it, and a version where a picture shows it', async () => {
    await importTweet('1702', 'Ferry late.', 'Tue Mar 05 20:30:20 +0000 2024')
    await enter({ text: '', nativeId: '1702', absent: { text: 'the post was hidden' } })
    expect((await only('ferry')).versions.map(({ observations }) => observations.length)).toEqual([2])
    await writeFile(join(folder, 'ferry.png'), 'ferry')
    await enter({ text: 'Ferry late.', nativeId: '1702' }, ['ferry.png'])
    const shown = await only('ferry')
    expect(shown.versions.map(({ media }) => media.map(({ name }) => name))).toEqual([[], ['files/ferry.png']])
    await rm(join(folder, 'ferry.png'))
    expect((await vault.run(vaultVerify, {})).findings).toEqual([])
  })

  test('in two ways that do not agree is refused', async () => {
    const link = 'https://x.com/AlderBayCity/status/8'
    await expect(enter({ link, nativeId: '9' })).rejects.toThrow(/number 8, but the number given is 9/)
  })
})

function tweets(id: string, text: string, at = 'Tue Mar 05 20:10:00 +0000 2024', more: object = {}): string {
  const tweet = { id_str: id, full_text: text, created_at: at, entities: {}, ...more }
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
