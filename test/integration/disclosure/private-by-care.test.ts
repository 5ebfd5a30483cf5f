// In a real vault: secrets of an export are found by no search and shown by no record; its source shows them only when asked, and the ledger tells.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessionReconciliation, intakeImport } from '../../../shared/contract/intake.ts'
import { ledgerPage } from '../../../shared/contract/ledger.ts'
import { recordOutline, recordPage, recordShow, recordSource, recordUnmask } from '../../../shared/contract/record.ts'
import { RecordId } from '../../../shared/domain/id.ts'
import { export2024 } from '../../fixtures/facebook/export.ts'
import { plant, SECRETS, SECURITY_FILES } from '../../fixtures/secrets.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { writeFiles } from '../../support/read-platform.ts'

let vault: TestArchive
let rows: readonly { readonly id: number; readonly versions: number }[]
beforeAll(async () => {
  vault = await openTestArchive()
  const { grant } = await vault.archive.grant(await writeFiles({ ...plant(export2024()), ...SECURITY_FILES }), 'read')
  // Nothing is left out: even log-ins lie in the package.
  const wanted = { sources: [grant], account: vault.account, platform: null, leaveOut: [] }
  const { accession } = await vault.run(intakeImport, wanted)
  expect((await vault.call(accessionReconciliation, { accession }))?.totals.stored).toBeGreaterThan(5)
  rows = (await vault.call(recordPage, { search: '', before: null, limit: 500, live: false })).rows
})
afterAll(() => vault.close())

test('no search finds them', async () => {
  for (const secret of SECRETS) {
    const { total } = await vault.call(recordOutline, { search: `"${secret}"`, every: 50, live: false })
    expect([secret, total]).toEqual([secret, 0])
  }
})

test('no record shows them, and no source does until somebody asks', async () => {
  let masked = 0
  for (const row of rows) {
    const id = RecordId.parse(row.id)
    const shown = JSON.stringify(await vault.call(recordShow, { id }))
    const source = await vault.call(recordSource, { id, version: row.versions })
    masked += source.reduce((sum, part) => sum + part.masked, 0)
    for (const secret of SECRETS) {
      expect(shown).not.toContain(secret)
      expect(JSON.stringify(source)).not.toContain(secret)
    }
  }
  expect(masked).toBeGreaterThan(rows.length)
})

test('asking is written down with the record and the person, and with nothing of what it showed', async () => {
  const id = RecordId.parse(rows[0]?.id)
  await vault.call(recordUnmask, { id, version: 1 })
  const [part] = await vault.call(recordSource, { id, version: 1, unmasked: true })
  expect(part?.text).toContain('planted-access-token')
  const [entry] = await vault.call(ledgerPage, { before: null, limit: 1 })
  expect(entry).toMatchObject({ kind: 'record.unmask' })
  expect(JSON.stringify(entry?.payload)).toContain(String(id))
  expect(JSON.stringify(entry?.payload)).toContain('clerk')
  expect(SECRETS.filter((secret) => JSON.stringify(entry).includes(secret))).toEqual([])
})
