// What the office settled is told with whoever settled it, when, why, and who else stands behind it.
import { afterEach, beforeEach, expect, it } from 'vitest'
import dispositionSettle from '../../../electron/core/retention/commands/disposition.settle.ts'
import purgeSetTerms from '../../../electron/core/retention/commands/purge.set-terms.ts'
import dispositionSettled from '../../../electron/core/retention/queries/disposition.settled.ts'
import { usualOffice } from '../../../shared/domain/disposition/approval.ts'
import { planned, prepareSchedule } from './approved-plan.ts'
import { attorney, openRetentionVault, type RetentionVault } from './support.ts'

let vault: RetentionVault
beforeEach(() => {
  vault = openRetentionVault()
})
afterEach(() => vault.close())

it('is the usual until somebody settles it, and nobody stands behind that', async () => {
  expect(await vault.ask(dispositionSettled, {})).toEqual({
    office: usualOffice,
    officeBy: null,
    listsWithinDays: 30,
    listsBy: null,
  })
})

it('names both persons of a looser chain and of older lists, with the day and the reason', async () => {
  vault.receive([{ id: 'one', at: '2015-03-10T20:00:00Z' }])
  await prepareSchedule(vault)
  await planned(vault)
  const office = { ...usualOffice, approvalDays: 90 }
  vault.command(dispositionSettle, { office, reason: 'The council meets rarely', second: attorney })
  vault.command(purgeSetTerms, { listsWithinDays: 31, reason: 'Monthly', second: attorney })
  const both = { by: 'Rosa Imai', at: Date.parse('2026-11-20T18:00:00Z'), second: 'Dana Whitfield' }
  expect(await vault.ask(dispositionSettled, {})).toEqual({
    office,
    officeBy: { ...both, reason: 'The council meets rarely' },
    listsWithinDays: 31,
    listsBy: { ...both, reason: 'Monthly' },
  })
})
