// An edit that the export itself gives: the age runs from it, holds by period ask for it, and the later of several counts.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import retentionExplain from '../../../electron/core/retention/queries/retention.explain.ts'
import { retentionExplain as explained } from '../../../shared/contract/schedule.ts'
import { approved, executed, planned, prepareSchedule } from './approved-plan.ts'
import { openRetentionVault, type RetentionVault } from './support.ts'

let vault: RetentionVault
beforeEach(() => {
  vault = openRetentionVault()
})
afterEach(() => vault.close())

const written = { id: 'pool', at: '2015-05-01T20:00:00Z', text: 'The pool opens daily' }
const edit = '2025-02-03T20:00:00Z'
const why = async (id: string, kind?: string) =>
  explained.output.parse(await vault.ask(retentionExplain, { id: vault.idOf(id, kind), asOf: '2026-11-20' }))
const told = async (id: string, kind?: string) => (await why(id, kind)).trace.map(({ sentence }) => sentence).join(' ')
const place = (from: string, to: string) =>
  vault.command(holdPlace, {
    ...{ label: 'Audit', basis: 'audit', orderedBy: 'Auditor', document: null },
    scope: { search: null, accounts: [], from, to, recordIds: [] },
  })

describe('a post of years ago that was edited since', () => {
  it('is aged from the edit, though one export alone ever showed it', async () => {
    vault.receive([{ ...written, edited: edit }])
    await prepareSchedule(vault)
    expect((await planned(vault)).eligible).toBe(0)
    expect(await told('pool')).toContain('Age runs from February 3, 2025, the day it was last edited')
    const { on } = await why('pool')
    expect(on).toBe('2028-01-01')
    expect([(await planned(vault, '2027-12-31')).eligible, (await planned(vault, '2028-01-01')).eligible]).toEqual([
      0, 1,
    ])
  })

  it('is held by a period in which it was edited, and by none after it', async () => {
    vault.receive([{ ...written, edited: edit }])
    await prepareSchedule(vault)
    expect(place('2025-01-01', '2025-12-31')).toMatchObject({ covered: 1 })
    expect(place('2026-01-01', '2026-10-31')).toMatchObject({ covered: 0 })
    expect((await why('pool')).holds).toEqual(['Audit'])
  })

  it('ages its whole thread', async () => {
    vault.receive([written, { id: 'under', kind: 'reply', answers: 'pool', at: '2015-05-02T20:00:00Z', edited: edit }])
    await prepareSchedule(vault)
    expect((await planned(vault)).eligible).toBe(0)
    expect(await told('pool')).toContain('February 3, 2025, the day it was last added to')
  })

  it('is of an age that nobody knows where the time of the edit cannot be read, and of any period of a hold', async () => {
    vault.receive([
      { ...written, edited: 'Updated last week' },
      { id: 'under', kind: 'reply', answers: 'pool', at: written.at },
    ])
    await prepareSchedule(vault)
    expect((await planned(vault)).byReason).toMatchObject([{ reason: 'date-unknown', records: 2 }])
    expect(await told('under', 'reply')).toContain('the platform’s time of the last edit cannot be read')
    expect(place('2026-01-01', '2026-10-31')).toMatchObject({ covered: 1 })
  })

  it('counts by the latest edit that any export tells, and an approved plan passes over what one tells of since', async () => {
    const early = { ...written, edited: '2016-02-03T20:00:00Z' }
    vault.receive([early, { ...written, id: 'fair' }])
    await prepareSchedule(vault)
    const plan = await planned(vault)
    expect(plan.eligible).toBe(2)
    approved(vault, plan)
    vault.receive([{ ...written, edited: edit }])
    vault.receive([early])
    expect((await why('pool')).on).toBe('2028-01-01')
    expect(await executed(vault, plan)).toMatchObject({ destroyed: 1, skipped: 1 })
    expect(vault.db.all('SELECT native_id AS id, versions FROM record')).toEqual([{ id: 'pool', versions: 1 }])
    expect(vault.db.all('SELECT count(*) AS n FROM version_edited')).toEqual([{ n: 1 }])
  })

  it('leaves nothing of the edit behind when it is destroyed', async () => {
    vault.receive([{ ...written, edited: '2016-02-03T20:00:00Z' }])
    await prepareSchedule(vault)
    const plan = await planned(vault)
    approved(vault, plan)
    await executed(vault, plan)
    expect(vault.db.all('SELECT * FROM version_edited')).toEqual([])
  })
})
