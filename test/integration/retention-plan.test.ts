// What a purge plan must refuse, block or notice.
import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import holdPlace from '../../electron/core/retention/commands/hold.place.ts'
import scheduleImport from '../../electron/core/retention/commands/schedule.import.ts'
import classifySearch from '../../electron/core/retention/jobs/classify.search.ts'
import purgePlan from '../../electron/core/retention/jobs/purge.plan.ts'
import purgeList from '../../electron/core/retention/queries/purge.list.ts'
import { PlanSummary } from '../../shared/contract/purge.ts'
import { openRetentionVault, type RetentionVault, scheduleFile, seriesOf } from './retention-support.ts'

let vault: RetentionVault
beforeEach(() => {
  vault = openRetentionVault()
  vault.receive(
    Array.from({ length: 20 }, (_, at) => ({ id: `p${at}`, at: `2015-03-${10 + at}T20:00:00Z` })),
    '2015-03-31T00:00:00Z',
  )
})
afterEach(() => vault.close())

const list = { name: 'list.csv', csv: 'Number\n1\n' }
const asked = { asOf: '2026-11-20', openRequests: list, claims: list, to: { plan: null, pdf: null, csv: null } }
const plan = async (more: object = {}) => PlanSummary.parse(await vault.run(purgePlan, { ...asked, ...more }))
const prepare = async (more: Parameters<typeof scheduleFile>[0] = {}) => {
  vault.command(scheduleImport, scheduleFile(more))
  await vault.run(classifySearch, { search: '', series: seriesOf.post, reason: 'all posts' })
}

describe('a plan', () => {
  it('is not drawn up without a schedule', async () => {
    await expect(plan()).rejects.toMatchObject({ code: 'SCHEDULE_MISSING' })
  })

  it('lets nothing go under a schedule whose codes nobody explained', async () => {
    await prepare({ legend: [] })
    const { eligible, byReason, notes } = await plan()
    expect([eligible, byReason.map(({ reason, records }) => [reason, records])]).toEqual([0, [['code-unmapped', 20]]])
    expect(notes).toEqual([expect.stringMatching(/does not explain AU, CL, CU, SU/)])
  })

  it('lets nothing go before the schedule is in force, and judges by the one that was in force on the day', async () => {
    await prepare({ adoptedOn: '2026-11-01', effectiveFrom: '2026-12-01' } as never)
    expect((await plan()).byReason).toMatchObject([{ reason: 'schedule-not-in-force', records: 20 }])
    vault.command(scheduleImport, scheduleFile())
    vault.command(
      scheduleImport,
      scheduleFile({ effectiveFrom: '2027-01-01', csv: 'Series code,Title,Retention\nX,Other,P\n' } as never),
    )
    expect((await plan()).eligible).toBe(20)
    expect((await plan({ asOf: '2027-01-01' })).byReason).toMatchObject([{ reason: 'series-unknown', records: 20 }])
  })

  it('is a report only, and says so, without both lists', async () => {
    await prepare()
    const without = await plan({ claims: null })
    expect([without.executable, without.eligible]).toEqual([false, 20])
    expect(without.notes).toEqual([
      expect.stringMatching(/cannot be executed: it was drawn up without the list of claims/),
    ])
    expect((await plan()).executable).toBe(true)
  })

  it.each([
    ['an empty one', '', /it is empty/],
    ['one that is no CSV', 'Number\n"1\n', /cannot be read as a list/],
  ])('is not drawn up against a list that cannot be read: %s', async (_, csv, sentence) => {
    await prepare()
    await expect(plan({ claims: { name: 'claims.csv', csv } })).rejects.toThrow(sentence)
    expect(await vault.ask(purgeList, {})).toEqual([])
  })

  it('says that destruction is blocked while the clock is behind the ledger', async () => {
    await prepare()
    expect((await plan()).executable).toBe(true)
    vault.setClock('2026-11-20T17:00:00Z')
    const { executable, notes } = await plan()
    expect([executable, notes]).toEqual([
      false,
      [expect.stringMatching(/Destruction is blocked: this computer’s clock is behind/)],
    ])
  })

  it('binds what it saw: another version changes the digest, a hold takes its record out', async () => {
    await prepare()
    const first = await plan()
    vault.receive([{ id: 'p3', at: '2015-03-13T20:00:00Z', text: 'Other words' }], '2015-04-01T00:00:00Z')
    const second = await plan()
    expect([second.eligible, second.digest === first.digest]).toEqual([20, false])
    const scope = { search: null, accounts: [], from: null, to: null, recordIds: [vault.idOf('p3')] }
    vault.command(holdPlace, { label: 'Audit', basis: 'audit', orderedBy: 'Auditor', scope, document: null })
    expect(await plan()).toMatchObject({ eligible: 19, byReason: [{ reason: 'on-hold', records: 1 }] })
  })

  it('writes to no place that was not granted, and leaves nothing behind when it is cancelled', async () => {
    await prepare()
    const { grant, path } = vault.grantWrite('plan.json')
    await expect(plan({ to: { plan: 'grant-unknown', pdf: null, csv: null } })).rejects.toMatchObject({
      code: 'GRANT_UNKNOWN',
    })
    const input = { ...asked, to: { plan: grant, pdf: null, csv: null } }
    await expect(vault.run(purgePlan, input, AbortSignal.abort())).rejects.toThrow()
    expect(readdirSync(join(vault.folder, 'staging'))).toEqual([])
    expect(readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)))).toEqual([])
    expect(await vault.ask(purgeList, {})).toEqual([])
  })
})
