// A folder of files in a real vault: taken in only where a person says so, each file shown as itself, its date kept, twice the same.
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessionReconciliation, intakeImport, intakePreview } from '../../../shared/contract/intake.ts'
import { recordPage, recordShow } from '../../../shared/contract/record.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { PNG } from '../../fixtures/web-archive.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { writeFiles } from '../../support/read-platform.ts'

let vault: TestArchive
beforeAll(async () => {
  vault = await openTestArchive()
})
afterAll(() => vault.close())

const changed = new Date('2024-05-06T07:08:09Z')
const given = { 'scan.png': PNG, 'minutes.txt': 'The council met.', 'a/agenda.pdf': '%PDF-1.4', '.DS_Store': 'x' }

async function folderOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = await writeFiles(files)
  for (const name of Object.keys(files)) await utimes(join(folder, name), changed, changed)
  return (await vault.archive.grant(folder, 'read')).grant
}

async function take(grant: string, platform: string | null) {
  const { accession } = await vault.run(intakeImport, { sources: [grant], account: vault.account, platform })
  return vault.call(accessionReconciliation, { accession })
}

test('nobody takes a folder for it unasked', async () => {
  const sources = [await folderOf(given)]
  const { recognitions, export: shown } = await vault.call(intakePreview, { sources, account: null, platform: null })
  expect(recognitions.map(({ platform, confidence }) => [platform, confidence])).toEqual([['files', 0.1]])
  expect(shown).toBeNull()
  const job = await vault.start(intakeImport, { sources, account: vault.account, platform: null })
  expect(job.state).toBe('failed')
})

test('each file is a record that shows the file and keeps its date; a second time brings nothing new', async () => {
  const first = await take(await folderOf(given), 'files')
  expect(first?.totals).toMatchObject({ read: 3, stored: 3, failed: 0, unexplained: 0 })
  expect(first?.lines.map(({ status }) => status).sort()).toEqual(['kept-unread', 'read', 'read', 'read'])
  expect(first?.media).toMatchObject({ named: 3, missing: 0 })
  const { rows } = await vault.call(recordPage, { search: 'council', before: null, limit: 5, live: false })
  expect(rows).toMatchObject([{ text: 'The council met.', at: changed.getTime() }])
  const record = await vault.call(recordShow, { id: rows[0]?.id ?? 0 })
  expect(record.versions[0]?.media).toMatchObject([{ name: 'minutes.txt', size: 16 }])
  expect((await take(await folderOf(given), 'files'))?.totals).toMatchObject({ stored: 0, same: 3, unexplained: 0 })
})

test('the same files in a ZIP, and an archive inside it, are taken in too', async () => {
  const inner = rawZip([{ name: 'inner.txt', data: 'From inside', method: 8 }])
  const zip = rawZip([
    { name: 'new.txt', data: 'A new file', method: 8 },
    { name: 'inner.zip', data: inner },
  ])
  const folder = await writeFiles({ 'files.zip': zip })
  const { grant } = await vault.archive.grant(join(folder, 'files.zip'), 'read')
  expect((await take(grant, 'files'))?.totals).toMatchObject({ stored: 2, failed: 0, unexplained: 0 })
})

test('the vault verifies', async () => {
  expect((await vault.run(vaultVerify, {})).findings).toEqual([])
})
