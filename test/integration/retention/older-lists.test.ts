// A list of some weeks ago beside one of today: what the newer one names, the older one does not take away.
import { afterEach, beforeEach, expect, it } from 'vitest'
import purgeLists from '../../../electron/core/retention/commands/purge.lists.ts'
import purgeState from '../../../electron/core/retention/queries/purge.state.ts'
import { PlanState } from '../../../shared/contract/approval.ts'
import type { PlanSummary } from '../../../shared/contract/purge.ts'
import { approved, executed, planned, prepareSchedule } from './approved-plan.ts'
import { openRetentionVault, type RetentionVault } from './support.ts'

let vault: RetentionVault
beforeEach(async () => {
  vault = openRetentionVault()
  vault.receive([{ id: 'a', at: '2015-03-10T20:00:00Z' }])
  await prepareSchedule(vault)
})
afterEach(() => vault.close())

const none = { name: 'list.csv', csv: 'Number\n', datedOn: '2026-11-20' }
const ofOctober = { ...none, name: 'october.csv', datedOn: '2026-10-26' }
const withSuit = { ...none, name: 'today.csv', csv: 'Number\nRUIZ-26-118\n' }
const plan = (openRequests: object, claims: object) =>
  planned(vault, '2026-11-20', 'destruction', { openRequests, claims })
const missing = async ({ id }: PlanSummary) =>
  PlanState.parse(await vault.ask(purgeState, { plan: id, at: Date.parse('2026-11-20T18:00:00Z') })).missing
const give = ({ id }: PlanSummary, openRequests: object, claims: object) =>
  vault.command(purgeLists, { plan: id, openRequests, claims })

it('is not given in the place of a newer one, of the plan itself or of another', async () => {
  const one = await plan(none, withSuit)
  expect(() => give(one, none, ofOctober)).toThrow(
    /“october.csv” is of October 26, 2026, and the vault has a list of claims, audits and subpoenas of November 20, 2026 already/,
  )
  expect(() => give(one, ofOctober, none)).toThrow(/a list of open records requests of November 20, 2026/)
  const other = await plan(ofOctober, ofOctober)
  expect(() => give(other, ofOctober, ofOctober)).toThrow(/Nothing was changed; give that one, or a newer one/)
  expect(vault.db.all('SELECT * FROM plan_list')).toEqual([])
  // Of the same day it may be put right.
  give(one, none, withSuit)
  expect((await missing(one))[0]).toMatch(/RUIZ-26-118/)
})

it('carries no plan, whichever was drawn up first, until that has the newer one and what it names is answered for', async () => {
  const before = await plan(none, ofOctober)
  approved(vault, before)
  expect(await missing(before)).toEqual([])
  await plan(none, withSuit)
  const after = await plan(none, ofOctober)
  const sentence =
    'The list of claims, audits and subpoenas is of October 26, 2026, and another plan has one of November 20, 2026: give this plan that one, or a newer one.'
  expect(after.notes).toContain(`Before it can be carried out: ${sentence}`)
  approved(vault, after)
  for (const one of [before, after]) {
    expect(await missing(one)).toEqual([sentence])
    await expect(executed(vault, one)).rejects.toThrow(/another plan has one of November 20, 2026/)
  }
  give(before, none, withSuit)
  expect(await missing(before)).toEqual([expect.stringMatching(/RUIZ-26-118/)])
})

it('stands beside one of a day to come, which nobody can have', async () => {
  await plan({ ...none, datedOn: '2027-03-01' }, { ...none, datedOn: '2027-03-01' })
  const one = await plan(none, none)
  approved(vault, one)
  expect(await missing(one)).toEqual([])
})
