// Custody given up in a real archive, pictures and all: no import and no backup brings back what an archive has now.
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { restoreVault } from '../../../electron/core/restore-vault.ts'
import { dispositionSettle } from '../../../shared/contract/approval.ts'
import { vaultBackup } from '../../../shared/contract/backup.ts'
import { destructionList, purgeExecute } from '../../../shared/contract/destruction.ts'
import { purgePlan } from '../../../shared/contract/purge.ts'
import { recordOutline } from '../../../shared/contract/record.ts'
import { seriesAnswer } from '../../../shared/contract/retention.ts'
import { classifySearch } from '../../../shared/contract/schedule.ts'
import { transferList, transferMake, transferReceipt } from '../../../shared/contract/transfer.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { usualOffice } from '../../../shared/domain/disposition/approval.ts'
import { Digest, type GrantId } from '../../../shared/domain/id.ts'
import { Instant, LocalDate } from '../../../shared/domain/time.ts'
import { openTestArchive, steppingClock, type TestArchive } from '../../support/archive.ts'
import { adopt, approveByPages, distinctive, importPosts } from '../../support/purgeable.ts'
import { workplace } from '../../support/vaults.ts'
import { holding } from '../../support/x-files.ts'

const { folder, vault, closeAfter } = workplace('custody')
const MINUTES = 'city-clerk/council-minutes'
const today = LocalDate.parse('2026-11-23')
const backup = join(folder, 'backup')
const certificate = join(folder, 'certificate.json')
const means = {
  clock: () => Instant.parse(Date.parse('2026-11-24T18:00:00Z')),
  random: (bytes: number) => new Uint8Array(randomBytes(bytes)),
  machine: 'desk',
}
const count = async (one: TestArchive, search: string) =>
  (await one.call(recordOutline, { search, every: 500, live: false })).total
const write = (one: TestArchive, path: string): GrantId => one.archive.grant(path, 'write').grant

describe('custody that was given up', () => {
  let one: TestArchive
  beforeAll(async () => {
    one = await vault()
    await one.call(dispositionSettle, { office: { ...usualOffice, alone: true }, reason: 'a small office' })
    await importPosts(one, folder, [1, 2], true)
    await adopt(one)
    await one.call(seriesAnswer, { series: [MINUTES], kinds: [], basis: 'read' })
    await one.run(classifySearch, { search: 'kind:post', series: MINUTES, reason: 'kept for good' })
    await one.run(vaultBackup, { to: write(one, backup) })
    const bag = join(folder, 'bag')
    await one.run(transferMake, { search: 'kind:post', to: write(one, bag) })
    const digest = createHash('sha256')
      .update(readFileSync(join(bag, 'manifest-sha256.txt')))
      .digest('hex')
    const document = { name: 'receipt.pdf', bytes: Buffer.from('%PDF-1.7 received').toString('base64') }
    await one.call(transferReceipt, {
      ...{ id: 1, bag: Digest.parse(digest), archive: 'County Archives', signedBy: 'Ann Ito' },
      ...{ signedOn: today, document },
    })
    const list = { name: 'list.csv', csv: 'Number\n' }
    const to = { plan: null, pdf: null, csv: null }
    const plan = await one.run(purgePlan, { kind: 'custody', asOf: today, openRequests: list, claims: list, to })
    expect(plan).toMatchObject({ kind: 'custody', eligible: 2 })
    await approveByPages(one, plan)
    const done = await one.run(purgeExecute, { plan: plan.id, to: { pdf: null, json: write(one, certificate) } })
    expect(done).toMatchObject({ destroyed: 2, skipped: 0, kind: 'custody', archives: 'County Archives' })
    expect(done.proof).toMatchObject({ left: [], logEmptied: true })
  })

  it('comes back by no import, and by no backup: the restored vault knows to whom it was given', async () => {
    expect(holding(one.folder, distinctive(1))).toEqual([])
    await importPosts(one, folder, [1, 2], true)
    expect(await count(one, 'kind:post')).toBe(0)
    expect((await one.run(vaultVerify, {})).findings).toEqual([])
    const target = join(folder, 'Restored.muniment')
    const restored = await restoreVault({ backup, target, later: one.folder }, means)
    expect(restored.destructions).toEqual([{ certificate: '2026-0001', records: 2, files: 0 }])
    expect(holding(target, distinctive(1))).toEqual([])
    const again = await openTestArchive({ folder: target, clock: steppingClock('2026-11-25T17:00:00Z') })
    closeAfter(again)
    expect((await again.run(vaultVerify, {})).findings).toEqual([])
    expect(await again.call(destructionList, {})).toMatchObject([{ kind: 'custody', archives: 'County Archives' }])
    expect(await again.call(transferList, {})).toMatchObject([
      { records: 2, inVault: 0, receipt: { archive: 'County Archives', signedBy: 'Ann Ito' } },
    ])
  })

  it('is given up again by its certificate alone', async () => {
    const target = join(folder, 'Alone.muniment')
    const restored = await restoreVault(
      { backup, target, later: null, told: { certificates: [certificate], lists: [], ledger: null } },
      means,
    )
    expect(restored.destructions).toEqual([{ certificate: '2026-0001', records: 2, files: 0 }])
    expect(holding(target, distinctive(1))).toEqual([])
  })
})
