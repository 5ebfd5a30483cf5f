// A destruction in a real archive: its import still proves itself, the same export brings nothing back, and neither does an old backup.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { restoreVault } from '../../../electron/core/restore-vault.ts'
import { dispositionSettle } from '../../../shared/contract/approval.ts'
import { vaultBackup } from '../../../shared/contract/backup.ts'
import { recordLock, recordRemove } from '../../../shared/contract/correction.ts'
import { destructionSave, destructionShow, purgeExecute } from '../../../shared/contract/destruction.ts'
import { holdList, holdPlace } from '../../../shared/contract/hold.ts'
import { type LedgerEntry, ledgerPage } from '../../../shared/contract/ledger.ts'
import { recordOutline, recordPage, recordShow } from '../../../shared/contract/record.ts'
import { restrictionPlace } from '../../../shared/contract/restriction.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { usualOffice } from '../../../shared/domain/disposition/approval.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { openTestArchive, steppingClock, type TestArchive } from '../../support/archive.ts'
import { approveByPages, distinctive, drawPlan, importPosts, picture, putInSeries } from '../../support/purgeable.ts'
import { workplace } from '../../support/vaults.ts'
import { filesBelow, holding } from '../../support/x-files.ts'

const { folder, vault, closeAfter } = workplace('restore')
const count = async (one: TestArchive, search: string) =>
  (await one.call(recordOutline, { search, every: 500, live: false })).total
const means = {
  clock: () => Instant.parse(Date.parse('2026-11-24T18:00:00Z')),
  random: (bytes: number) => new Uint8Array(randomBytes(bytes)),
  machine: 'desk',
}
const numbers = [1, 2, 3, 4]
/** Of a post that the backup does not hold. */
const later = [5]
const backup = join(folder, 'backup')
const target = join(folder, 'Restored.muniment')
const certificate = join(folder, 'certificate.json')
const ledger = join(folder, 'ledger.json')
const list = join(folder, 'destroyed.json')
const table = join(folder, 'destroyed.csv')
const leaves = (root: string) =>
  [...filesBelow(root).values()].filter((bytes) => bytes.includes(picture(2).subarray(200, 232)))

describe('a destruction', () => {
  let one: TestArchive
  let entries: readonly LedgerEntry[] = []
  beforeAll(async () => {
    one = await vault()
    await one.call(dispositionSettle, { office: { ...usualOffice, alone: true }, reason: 'a small office' })
    await importPosts(one, folder, numbers, true)
    await one.run(vaultBackup, { to: one.archive.grant(backup, 'write').grant })
    await importPosts(one, folder, later)
    await putInSeries(one)
    const plan = await drawPlan(one)
    await approveByPages(one, plan)
    const done = await one.run(purgeExecute, {
      plan: plan.id,
      to: { pdf: null, json: one.archive.grant(certificate, 'write').grant },
    })
    expect(done).toMatchObject({ destroyed: 5, skipped: 0, state: 'certified' })
    expect(done.proof).toMatchObject({ left: [], logEmptied: true })
    const scope = { search: null, accounts: [one.account], from: null, to: null, recordIds: [] }
    const hold = { label: 'Ruiz v. City', basis: 'litigation' as const, orderedBy: 'City Attorney', document: null }
    await one.call(holdPlace, { ...hold, scope })
    entries = await one.call(ledgerPage, { before: null, limit: 500 })
    writeFileSync(ledger, JSON.stringify(entries))
    writeFileSync(list, JSON.stringify(await one.call(destructionShow, { id: done.id, limit: 100 })))
    const to = { pdf: null, json: null, csv: one.archive.grant(table, 'write').grant }
    await one.run(destructionSave, { id: done.id, to })
  })

  it('leaves nothing of words and pictures, an import that proves itself, and comes back by no export and no backup', async () => {
    expect(await count(one, 'kind:post')).toBe(0)
    expect([holding(one.folder, distinctive(2)), leaves(one.folder)]).toEqual([[], []])
    expect((await one.run(vaultVerify, {})).findings).toEqual([])
    await importPosts(one, folder, numbers, true)
    expect(await count(one, 'kind:post')).toBe(0)
    expect((await one.run(vaultVerify, {})).findings).toEqual([])

    expect(holding(backup, distinctive(2))).not.toEqual([])
    const restored = await restoreVault({ backup, target, later: one.folder }, means)
    expect(restored.destructions).toEqual([{ certificate: '2026-0001', records: 4, files: 0 }])
    expect(restored.holds).toEqual(['Ruiz v. City'])
    expect([holding(target, distinctive(2)), leaves(target)]).toEqual([[], []])
    const again = await openTestArchive({ folder: target, clock: steppingClock('2026-11-25T17:00:00Z') })
    closeAfter(again)
    expect(await count(again, 'kind:post')).toBe(0)
    expect((await again.call(holdList, {})).map(({ hold }) => hold.label)).toEqual(['Ruiz v. City'])
    await importPosts(again, folder, later)
    expect(await count(again, 'kind:post')).toBe(0)
    expect((await again.run(vaultVerify, {})).findings).toEqual([])
  })

  it('is carried out again by its certificate alone where the later vault is lost, and nothing else is known then', async () => {
    const alone = join(folder, 'Alone.muniment')
    const restored = await restoreVault(
      { backup, target: alone, later: null, told: { certificates: [certificate], lists: [], ledger: null } },
      means,
    )
    expect(restored).toMatchObject({ destructions: [{ certificate: '2026-0001', records: 4, files: 0 }], holds: [] })
    expect([holding(alone, distinctive(2)), leaves(alone)]).toEqual([[], []])
    const again = await openTestArchive({ folder: alone, clock: steppingClock('2026-11-25T17:00:00Z') })
    closeAfter(again)
    expect((await again.run(vaultVerify, {})).findings).toEqual([])
    await importPosts(again, folder, numbers, true)
    await importPosts(again, folder, later)
    expect(await count(again, 'kind:post')).toBe(0)
    const none = {
      backup,
      target: join(folder, 'None.muniment'),
      later: null,
      told: { certificates: [join(backup, 'vault.json')], lists: [], ledger: null },
    }
    await expect(restoreVault(none, means)).rejects.toThrow('is no certificate of destruction')
  })

  it('is proved by the ledger of the lost vault, which tells what else is to be done again', async () => {
    const bring = (name: string, told: { certificates: string[]; lists: string[] }, by = ledger) =>
      restoreVault({ backup, target: join(folder, name), later: null, told: { ...told, ledger: by } }, means)

    const proved = await bring('Proved.muniment', { certificates: [certificate], lists: [] })
    expect(proved.destructions).toEqual([{ certificate: '2026-0001', records: 4, files: 0 }])
    expect(proved.witnessed).toMatchObject({ proved: 1, unproved: 0, begun: 0, undone: [{ what: 'holds placed' }] })
    const certified = entries.find(({ kind }) => kind === 'purge.certify')?.seq
    await expect(bring('Refused.muniment', { certificates: [], lists: [] })).rejects.toThrow(
      `certified in entry ${certified} was destroyed since the backup, and its certificate was not given`,
    )
    const listed = await bring('Listed.muniment', { certificates: [], lists: [list] })
    expect(listed.destructions).toEqual([{ certificate: list, records: 4, files: 0 }])
    expect(listed.witnessed).toMatchObject({ proved: 0, unproved: 1 })
    expect(holding(join(folder, 'Listed.muniment'), distinctive(2))).toEqual([])
    // As a table, which a clerk may keep; numbers stand in it as no spreadsheet rounds them.
    expect(readFileSync(table, 'utf8')).toMatch(/record,#\d+,x\/AlderBayCity,post,#\d+,/)
    const tabled = await bring('Tabled.muniment', { certificates: [], lists: [table] })
    expect(tabled.destructions).toEqual([{ certificate: table, records: 4, files: 0 }])
    expect(holding(join(folder, 'Tabled.muniment'), distinctive(2))).toEqual([])
    const spoilt = join(folder, 'spoilt.csv')
    writeFileSync(spoilt, readFileSync(table, 'utf8').replace(/post,#\d+,/, 'post,1.83E+18,'))
    await expect(bring('Spoilt.muniment', { certificates: [], lists: [spoilt] })).rejects.toThrow(
      'is not as it was written',
    )
    writeFileSync(spoilt, 'Record,Account,Native id,Kind,Local date,Series,Verdict\r\n')
    await expect(bring('Spoilt.muniment', { certificates: [], lists: [spoilt] })).rejects.toThrow(
      'list of a purge plan',
    )
    // One byte of the certificate is another: the ledger does not attest it.
    const forged = join(folder, 'forged.json')
    writeFileSync(forged, readFileSync(certificate, 'utf8').replace('"number":"2026-0001"', '"number":"2026-0009"'))
    await expect(bring('Forged.muniment', { certificates: [forged], lists: [] })).rejects.toThrow('was not given')
    const strange = join(folder, 'strange.json')
    writeFileSync(strange, readFileSync(certificate, 'utf8').replace(/"vaultId":"[^"]*"/, '"vaultId":"another"'))
    await expect(bring('Strange.muniment', { certificates: [strange], lists: [] })).rejects.toThrow(
      'is of another vault',
    )
    const early = join(folder, 'early.json')
    writeFileSync(early, JSON.stringify(entries.slice(-3)))
    await expect(bring('Early.muniment', { certificates: [certificate], lists: [] }, early)).rejects.toThrow(
      'does not hold the last entry of the backup',
    )
  })

  it('brings back nothing that was removed under an order, locked or restricted since the backup', async () => {
    const other = await vault()
    await importPosts(other, folder, numbers, true)
    const early = join(folder, 'early')
    await other.run(vaultBackup, { to: other.archive.grant(early, 'write').grant })
    const { rows } = await other.call(recordPage, { search: 'kind:post', before: null, limit: 9, live: false })
    const [gone, locked, restricted] = rows.map(({ id }) => id)
    if (gone === undefined || locked === undefined || restricted === undefined) throw new Error('no posts')
    const order = { name: 'order.txt', bytes: Buffer.from('So ordered.').toString('base64') }
    await other.call(recordLock, { records: [gone, locked], basis: 'court-sealed', reason: 'Ordered' })
    await other.run(recordRemove, { record: gone, order })
    await other.call(restrictionPlace, {
      records: [restricted],
      restriction: { ground: 'juvenile', words: null, reason: 'A minor' },
    })
    const sealed = join(folder, 'Sealed.muniment')
    const restored = await restoreVault({ backup: early, target: sealed, later: other.folder }, means)
    expect(restored).toMatchObject({ removed: 1, locked: 1, restricted: 1 })
    const again = await openTestArchive({ folder: sealed, clock: steppingClock('2026-11-25T17:00:00Z') })
    closeAfter(again)
    expect(await count(again, 'kind:post')).toBe(await count(other, 'kind:post'))
    await expect(again.call(recordShow, { id: locked, opened: false })).rejects.toThrow('locked')
    await expect(again.call(recordShow, { id: restricted, opened: false })).rejects.toThrow()
    expect((await again.run(vaultVerify, {})).findings).toEqual([])
    await importPosts(again, folder, numbers, true)
    expect(await count(again, 'kind:post')).toBe(await count(other, 'kind:post'))
  })

  it('leaves nothing in clear where a restore is stopped', async () => {
    const stopped = join(folder, 'Stopped.muniment')
    const stop = new AbortController()
    stop.abort()
    const places = { backup, target: stopped, later: one.folder, signal: stop.signal }
    await expect(restoreVault(places, means)).rejects.toThrow()
    expect([existsSync(stopped), existsSync(`${stopped}.part`)]).toEqual([false, false])
  })

  it('is not undone over a vault', async () => {
    await expect(restoreVault({ backup, target, later: null }, means)).rejects.toThrow('never over a vault')
    const inside = join(backup, 'inside')
    await expect(restoreVault({ backup, target: inside, later: null }, means)).rejects.toThrow('in the backup itself')
    expect(existsSync(inside)).toBe(false)
  })
})
