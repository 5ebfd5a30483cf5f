// What a vault promises whatever is in it.
import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openArchive } from '../../../electron/core/archive.ts'
import { vaultBackup } from '../../../shared/contract/backup.ts'
import { MunimentError } from '../../../shared/contract/error.ts'
import { ledgerPage } from '../../../shared/contract/ledger.ts'
import { accountAdd, accountList, personAdd } from '../../../shared/contract/people.ts'
import { vaultSummary, vaultVerify } from '../../../shared/contract/vault.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import { CommandId } from '../../../shared/domain/id.ts'
import { openTestArchive, seededRandom, steppingClock, type TestArchive, workerFile } from '../../support/archive.ts'

const open: TestArchive[] = []
const vault = async (...options: Parameters<typeof openTestArchive>) => {
  const opened = await openTestArchive(...options)
  open.push(opened)
  return opened
}
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

describe('a vault', () => {
  it('tells whose it is and what it holds', async () => {
    const { call } = await vault()
    const summary = await call(vaultSummary, {})
    expect(summary).toMatchObject({ city: 'City of Alder Bay', zone: 'America/Los_Angeles', warnings: [] })
    expect(summary.counts).toMatchObject({ accounts: 1, people: 1, records: 0 })
  })

  it('is opened by one process at a time, and the second is told so in words', async () => {
    const { folder } = await vault()
    const options = {
      clock: steppingClock(),
      random: seededRandom('second'),
      workerFile,
      osUser: 'other',
      machine: 'desk',
    }
    await expect(openArchive(folder, options)).rejects.toMatchObject({ code: 'VAULT_IN_USE' })
  })

  it('carries a repeated command out once', async () => {
    const { archive, call } = await vault()
    const command = CommandId.parse('the-same-command')
    const draft = {
      platform: PlatformName.parse('x'),
      handle: 'AlderBayParks',
      name: '',
      department: 'Parks',
      liaison: '',
      nativeId: null,
    }
    const context = { command, actor: null, signal: new AbortController().signal }
    const first = await archive.call(accountAdd.name, draft, context)
    const second = await archive.call(accountAdd.name, draft, context)
    expect(second).toEqual(first)
    expect((await call(accountList, {})).map((account) => account.handle)).toEqual(['AlderBayCity', 'AlderBayParks'])
  })

  it('refuses unknown operations, unknown keys and what is known already, and keeps nothing of them', async () => {
    const { archive, call } = await vault()
    const context = { command: CommandId.parse('another-command'), actor: null, signal: new AbortController().signal }
    await expect(archive.call('vault.explode', {}, context)).rejects.toMatchObject({ code: 'OPERATION_UNKNOWN' })
    await expect(archive.call('media.lease', { digest: 'a'.repeat(64) }, context)).rejects.toMatchObject({
      code: 'OPERATION_UNKNOWN',
    })
    await expect(archive.call(accountList.name, { extra: 1 }, context)).rejects.toBeInstanceOf(MunimentError)
    const person = { id: 'clerk', name: 'Somebody Else', title: '', role: 'custodian' } as const
    const before = await call(ledgerPage, { before: null, limit: 10 })
    await expect(call(personAdd, person)).rejects.toMatchObject({ code: 'PERSON_EXISTS' })
    expect(await call(ledgerPage, { before: null, limit: 10 })).toEqual(before)
  })

  it('writes down in its ledger who did what, without names or words', async () => {
    const { call } = await vault()
    const entries = await call(ledgerPage, { before: null, limit: 10 })
    expect(entries.map(({ seq, kind }) => [seq, kind])).toEqual([
      [2, 'account.add'],
      [1, 'person.add'],
    ])
    expect(JSON.stringify(entries)).not.toMatch(/Moreno|AlderBayCity|Administrator/)
  })

  it('keeps everything when it is closed and opened again', async () => {
    const first = await vault()
    const before = await first.call(accountList, {})
    const again = await first.reopen()
    expect(await again.call(accountList, {})).toEqual(before)
    expect((await again.run(vaultVerify, {})).findings).toEqual([])
  })

  it('is backed up beside its use, and the copy opens and verifies', async () => {
    const { archive, run, call } = await vault()
    const target = join(mkdtempSync(join(tmpdir(), 'muniment-backup-')), 'copy.muniment')
    await run(vaultBackup, { to: archive.grant(target, 'write').grant })
    expect(readdirSync(target).sort()).toEqual(['FORMAT.md', 'catalog.sqlite', 'objects', 'packages', 'vault.json'])
    expect(existsSync(`${target}.part`)).toBe(false)
    const copy = await openTestArchive({ folder: target, clock: steppingClock('2026-11-24T17:00:00Z') })
    open.push(copy)
    expect(await copy.call(accountList, {})).toEqual(await call(accountList, {}))
    expect((await copy.run(vaultVerify, {})).findings).toEqual([])
  })

  it('does not write a backup over anything', async () => {
    const { archive, start, folder } = await vault()
    const job = await start(vaultBackup, { to: archive.grant(folder, 'write').grant })
    expect(job).toMatchObject({ state: 'failed', problem: { code: 'TARGET_EXISTS' } })
  })

  it('says that the clock is behind its ledger', async () => {
    const { folder, archive } = await vault()
    await archive.close()
    const late = await openTestArchive({ folder, clock: steppingClock('2020-01-01T00:00:00Z') })
    open.splice(0, 1, late)
    expect(late.archive.warnings.join(' ')).toContain('clock is behind the last entry of the ledger')
  })
})
