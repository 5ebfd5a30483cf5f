// The remainder of an import: files that were kept unread go by a series of their own, after the records, and their bytes are overwritten in the package.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { restoreVault } from '../../../electron/core/restore-vault.ts'
import { beforeIn } from '../../../electron/core/retention/office/judge-files.ts'
import { dispositionSettle, purgeStrike } from '../../../shared/contract/approval.ts'
import { vaultBackup } from '../../../shared/contract/backup.ts'
import { purgeExecute } from '../../../shared/contract/destruction.ts'
import { officeFileChoose } from '../../../shared/contract/office-file.ts'
import { recordPage } from '../../../shared/contract/record.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { usualOffice } from '../../../shared/domain/disposition/approval.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { openTestArchive } from '../../support/archive.ts'
import { memoryCatalog } from '../../support/catalog.ts'
import { approveByPages, drawPlan, importPosts, POSTS, putInSeries } from '../../support/purgeable.ts'
import { holding } from '../../support/x-files.ts'

describe('the remainder of an import', () => {
  it('is never kept shorter than the records of its import, however few', () => {
    const db = memoryCatalog()
    const waitsFor = (records: number) => beforeIn(db, new Set(), () => records)({ kind: 'remainder', id: '1' })
    expect(waitsFor(1)).toBe('Records of its import stay (1), and it is never kept shorter than they are')
    expect(waitsFor(0)).toBe(null)
    db.close()
  })

  it('waits for its records, goes by a series of its own, and its bytes are overwritten in the package', async () => {
    let now = Date.parse('2016-01-04T18:00:00Z')
    const clock = () => {
      now += 1000
      return Instant.parse(now)
    }
    const archive = await openTestArchive({ clock })
    const folder = mkdtempSync(join(tmpdir(), 'muniment-remainder-'))
    try {
      const advert = {
        name: 'data/ad-impressions.js',
        data: Buffer.from('window.YTD = [ "Quagga adverts that nobody read" ]'),
      }
      await importPosts(archive, folder, [1, 2], false, [advert])
      await putInSeries(archive)
      const chosen = { kind: 'remainder', id: null, series: POSTS, startsOn: null, reason: 'as its records' } as const
      await archive.call(officeFileChoose, chosen)
      const backup = join(folder, 'backup')
      await archive.run(vaultBackup, { to: archive.archive.grant(backup, 'write').grant })
      await archive.call(dispositionSettle, { office: { ...usualOffice, alone: true }, reason: 'a test' })
      now = Date.parse('2026-11-23T18:00:00Z')
      const holds = () => holding(archive.folder, 'Quagga adverts')
      const plan = await drawPlan(archive)
      expect(plan.files).toEqual([{ kind: 'remainder', eligible: 1, kept: 0 }])
      const records = (await archive.call(recordPage, { search: '', before: null, limit: 1, live: false })).rows.map(
        ({ id }) => id,
      )
      await archive.call(purgeStrike, { plan: plan.id, records, reason: 'one stays' })
      await approveByPages(archive, plan)
      const nowhere = { pdf: null, json: null }
      const first = await archive.run(purgeExecute, { plan: plan.id, to: nowhere })
      expect(first).toMatchObject({ destroyed: 1, files: 0, filesKept: 1 })
      expect(holds()).not.toEqual([])
      const second = await drawPlan(archive)
      await approveByPages(archive, second)
      const certificate = join(folder, 'certificate.json')
      const to = { pdf: null, json: archive.archive.grant(certificate, 'write').grant }
      const done = await archive.run(purgeExecute, { plan: second.id, to })
      expect(done).toMatchObject({ destroyed: 1, files: 1, filesKept: 0 })
      expect(done.proof?.left).toEqual([])
      expect(holds()).toEqual([])
      const verified = await archive.run(vaultVerify, {})
      expect(verified.findings).toEqual([])
      const means = { clock, random: (bytes: number) => new Uint8Array(randomBytes(bytes)), machine: 'desk' }
      expect(holding(backup, 'Quagga adverts')).not.toEqual([])
      const target = join(folder, 'restored')
      const restored = await restoreVault({ backup, target, later: archive.folder }, means)
      expect(restored.destructions.map(({ records, files }) => [records, files])).toEqual([
        [1, 0],
        [1, 1],
      ])
      expect(holding(target, 'Quagga adverts')).toEqual([])
      const alone = join(folder, 'alone')
      await restoreVault(
        { backup, target: alone, later: null, told: { certificates: [certificate], lists: [], ledger: null } },
        means,
      )
      expect(holding(alone, 'Quagga adverts')).toEqual([])
    } finally {
      await archive.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
