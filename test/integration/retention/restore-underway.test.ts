// A backup that was made while a destruction was under way, or restored after one that was not finished.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import purgeExecute from '../../../electron/core/retention/jobs/purge.execute.ts'
import { holding } from '../../support/x-files.ts'
import { approved, executed, planned, prepareSchedule } from './approved-plan.ts'
import { backups, rowsIn } from './backed-up.ts'
import { attorney, openRetentionVault, type RetentionVault } from './support.ts'

const { make, restore } = backups('underway')
/** More than a run of the execution takes. */
const MANY = 300
let vault: RetentionVault
const words = (number: number) => `Quetzal-${number}-distinctive words of a post that is long enough`
const posts = Array.from({ length: MANY }, (_, number) => ({
  ...{ id: `p${number}`, at: '2015-03-10T20:00:00Z', text: words(number) },
}))
const ready = async () => {
  vault.receive(posts)
  await prepareSchedule(vault)
  const plan = await planned(vault)
  approved(vault, plan)
  return plan
}
/** Makes a backup before a batch is written for the nth time. */
const backedUpBefore = (batch: string, nth: number) => {
  const made: string[] = []
  let met = 0
  vault.watch((moment, name) => {
    if (moment === 'before' && name === batch && ++met === nth) made.push(make(vault))
  })
  return made
}
const counts = (folder: string) =>
  rowsIn<{ n: number }>(folder, 'SELECT count(*) AS n FROM record UNION ALL SELECT count(*) FROM destruction_item')

beforeEach(() => {
  vault = openRetentionVault()
})
afterEach(() => vault.close())

describe('a backup that was made while a destruction was under way', () => {
  it.each([
    ['was listed', 'purge.list-items', 1, MANY],
    ['began', 'purge.destroy', 1, MANY],
    ['was in its midst', 'purge.destroy', 2, MANY - 256],
    ['was looked through', 'purge.prove', 1, 0],
  ] as const)('has nothing of what was destroyed after it, made when it %s', async (_, batch, nth, held) => {
    const plan = await ready()
    const made = backedUpBefore(batch, nth)
    expect(await executed(vault, plan)).toMatchObject({ destroyed: MANY, state: 'certified' })
    const backup = made[0] ?? ''
    expect(counts(backup)[0]).toEqual({ n: held })

    const restored = await restore(backup, vault)
    expect(restored.destructions).toMatchObject([{ certificate: '2026-0001', records: held, files: 0 }])
    expect(restored.unfinished).toEqual([])
    expect(counts(restored.folder)).toEqual([{ n: 0 }, { n: MANY }])
    expect(holding(restored.folder, words(MANY - 1))).toEqual([])
    const jobs = "SELECT job_id FROM destruction WHERE state = 'certified' AND document_digest IS NOT NULL"
    expect(rowsIn(restored.folder, jobs)).toHaveLength(1)
  })
})

describe('a destruction that was not finished when its vault was lost', () => {
  it('is ended in the restored one: what waits stays, and its certificate is made there', async () => {
    const plan = await ready()
    const backup = make(vault)
    let runs = 0
    vault.watch((moment, name) => {
      if (moment === 'before' && name === 'purge.destroy' && ++runs === 2) throw new Error('killed')
    })
    await expect(executed(vault, plan)).rejects.toThrow('killed')
    vault.watch(null)

    const restored = await restore(backup, vault)
    expect(restored.destructions).toMatchObject([{ certificate: '2026-0001', records: 256 }])
    expect(restored.unfinished).toEqual(['2026-0001'])
    const old = vault.folder
    vault.reopen(restored.folder)
    vault.actAs(attorney)
    const summary = await vault.resume(purgeExecute, { plan: plan.id, to: { pdf: null, json: null } })
    expect(summary).toMatchObject({ destroyed: 256, skipped: MANY - 256, state: 'certified' })
    expect(summary).toMatchObject({ stopped: expect.stringContaining('restored from a backup'), proof: { left: [] } })
    vault.reopen(old)
  })
})
