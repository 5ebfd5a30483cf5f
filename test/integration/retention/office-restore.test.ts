// Restoring an old backup brings no file of the office back that was destroyed since: by the later vault, or by its certificates alone.
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { restoreVault } from '../../../electron/core/restore-vault.ts'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import holdRelease from '../../../electron/core/retention/commands/hold.release.ts'
import officeFileChoose from '../../../electron/core/retention/commands/office-file.choose.ts'
import { copyCatalog, openReader } from '../../../electron/core/vault/catalog/open.ts'
import { recordIds } from '../../../electron/core/vault/record/record-id.ts'
import { nextCertificate } from '../../../electron/core/vault/repository/disposition/destruction.ts'
import { wasDestroyed } from '../../../electron/core/vault/repository/disposition/office-file.ts'
import type { OfficeFileKind } from '../../../shared/domain/disposition/office-file.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { holding } from '../../support/x-files.ts'
import { closedRemovalEntry, paper, requestOf2016, WRITTEN } from '../disclosure/old-request.ts'
import { producedPacket } from '../import/produced-packet.ts'
import { approved, executed, planned, prepareSchedule } from './approved-plan.ts'
import { clerk, openRetentionVault, seriesOf } from './support.ts'

const vault = openRetentionVault('2016-01-04T18:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'muniment-office-restore-'))
const backup = join(folder, 'backup')
const certificate = vault.grantWrite('certificate.json')
const means = {
  clock: () => Instant.parse(Date.parse('2026-11-24T18:00:00Z')),
  random: (bytes: number) => new Uint8Array(randomBytes(bytes)),
  machine: 'desk',
}
const choose = (kind: OfficeFileKind, series: string, startsOn: string | null = null) =>
  vault.command(officeFileChoose, { kind, id: null, series, startsOn, reason: 'The clerk’s schedule' })
/** The files below a folder in which one of the words is left, as it was written or folded. */
const left = (root: string) => WRITTEN.flatMap((one) => [one, one.toLowerCase()]).flatMap((one) => holding(root, one))
const inCatalog = <Row>(root: string, sql: string): Row[] => {
  const db = openReader(join(root, 'catalog.sqlite'))
  try {
    return db.all<Row>(sql)
  } finally {
    db.close()
  }
}
const FILES = `SELECT 'request ' || id AS file FROM request UNION ALL SELECT 'packet ' || id FROM production
  UNION ALL SELECT 'hold ' || id FROM hold UNION ALL SELECT 'entry ' || id FROM steward_entry ORDER BY 1`
const names = (root: string) => inCatalog<{ file: string }>(root, FILES).map(({ file }) => file)

beforeAll(async () => {
  vault.receive([{ id: 'storm', at: '2015-03-10T20:00:00Z', text: 'Storm drains of the whole city' }])
  await prepareSchedule(vault)
  for (const id of ['16-1', '16-2']) requestOf2016(vault, id)
  producedPacket(vault, '16-1', vault.idOf('storm'), 'with the letter to Jane Quagga-Ortiz')
  const scope = { search: 'never there', accounts: [], from: null, to: null, recordIds: [] }
  const matter = { label: 'Numbat v. City', matter: 'Okapi', basis: 'claim', orderedBy: 'Counsel' }
  vault.command(holdPlace, { ...matter, document: paper('Axolotl'), scope })
  // Of holds 1 and 2 each is what a request holds.
  vault.command(holdRelease, { id: 3, releasedBy: 'attorney', document: paper('released, Kakapo') })
  closedRemovalEntry(vault, 'Zorilla asked')
  choose('packet', seriesOf.post)
  choose('removal-entry', seriesOf.post)
  choose('request-file', seriesOf.claims, 'closed')
  choose('hold-file', seriesOf.claims, 'closed')

  cpSync(vault.folder, backup, { recursive: true, filter: (path) => !path.includes('catalog.sqlite') })
  copyCatalog(join(vault.folder, 'catalog.sqlite'), join(backup, 'catalog.sqlite'))
  vault.actAs(clerk)
  vault.setClock('2026-11-20T18:00:00Z')
  const plan = await planned(vault)
  approved(vault, plan)
  const done = await executed(vault, plan, { json: certificate.grant })
  expect(done).toMatchObject({ destroyed: 1, files: 5, state: 'certified' })
})
afterAll(() => {
  vault.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a restored backup', () => {
  it('held them before it was restored', () => {
    expect(names(backup)).toEqual([
      ...['entry 1', 'hold 1', 'hold 2', 'hold 3', 'packet 1', 'request 16-1', 'request 16-2'],
    ])
    expect(left(backup)).not.toEqual([])
  })

  it('has none of them by the later vault, and their numbers are not given again', async () => {
    const target = join(folder, 'later')
    const restored = await restoreVault({ backup, target, later: vault.folder }, means)
    expect(restored.destructions).toEqual([{ certificate: '2026-0001', records: 1, files: 5 }])
    expect([names(target), left(target)]).toEqual([[], []])
    const ended = 'SELECT kind, subject, outcome FROM destruction_file ORDER BY position'
    expect(inCatalog(target, ended)).toEqual(inCatalog(vault.folder, ended))
    const numbers = "SELECT last FROM given_number WHERE kind = 'hold'"
    expect(inCatalog(target, numbers)).toEqual([{ last: 3 }])
  })

  it('has none of them by the certificate alone', async () => {
    const target = join(folder, 'alone')
    const restored = await restoreVault(
      { backup, target, later: null, told: { certificates: [certificate.path], lists: [], ledger: null } },
      means,
    )
    expect(restored.destructions).toEqual([{ certificate: '2026-0001', records: 1, files: 5 }])
    expect([names(target), left(target)]).toEqual([[], []])
    // Numbers of the lost vault are not given again: of its requests, of what it counts itself, of its certificates, of its records.
    const db = openReader(join(target, 'catalog.sqlite'))
    try {
      const request = { kind: 'request-file', id: '16-1' } as const
      expect([wasDestroyed(db, request), wasDestroyed(db, { ...request, id: '16-3' })]).toEqual([true, false])
      expect(nextCertificate(db, '2026')).toBe('2026-0002')
      const numbers =
        "SELECT kind, last FROM given_number WHERE kind IN ('hold', 'plan', 'production', 'steward_entry') ORDER BY kind"
      expect(db.all(numbers)).toEqual([
        { kind: 'hold', last: 3 },
        { kind: 'plan', last: 1 },
        { kind: 'production', last: 1 },
        { kind: 'steward_entry', last: 1 },
      ])
      const [gone] = db.all<{ id: number }>('SELECT record_id AS id FROM destroyed_record')
      expect(recordIds(db).likely(Date.parse('2015-03-10T20:00:00Z'))).toBe((gone?.id ?? 0) + 1)
    } finally {
      db.close()
    }
  })

  it('keeps another file of the same number', async () => {
    const told = JSON.parse(readFileSync(certificate.path, 'utf8'))
    for (const file of told.files) if (file.id === '16-2') file.openedAt += 1
    const other = vault.grantWrite('other.json')
    writeFileSync(other.path, JSON.stringify(told))
    const target = join(folder, 'other')
    const restored = await restoreVault(
      { backup, target, later: null, told: { certificates: [other.path], lists: [], ledger: null } },
      means,
    )
    expect(restored.destructions).toEqual([{ certificate: '2026-0001', records: 1, files: 4 }])
    expect(names(target)).toEqual(['hold 2', 'request 16-2'])
  })
})
