// Two series of a thread that end on the same day: whichever of them a plan was approved by, it is carried out by as long as that one decides.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { knownPlan, readPlan } from '../../../electron/core/retention/approval/read-plan.ts'
import classifyRecords from '../../../electron/core/retention/commands/classify.records.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import seriesAnswer from '../../../electron/core/retention/commands/series.answer.ts'
import seriesReview from '../../../electron/core/retention/commands/series.review.ts'
import destructionShow from '../../../electron/core/retention/queries/destruction.show.ts'
import { destructionShow as showing } from '../../../shared/contract/destruction.ts'
import { codeOf, legendOfGames, scheduleCsv } from '../../support/disposition/series.ts'
import { approved, executed, planned } from './approved-plan.ts'
import { attorney, openRetentionVault, type RetentionVault, scheduleFile } from './support.ts'

let vault: RetentionVault
const old = (id: string, more: object = {}) => ({ id, at: '2015-03-10T20:00:00Z', ...more })
const put = (series: string, id: string, kind = 'post') =>
  vault.command(classifyRecords, { records: [vault.idOf(id, kind)], series, reason: 'x', second: attorney })
const left = () => vault.db.all<{ id: string }>('SELECT native_id AS id FROM record ORDER BY 1').map(({ id }) => id)

/** A post and its reply in a series each, with a plan that every office approved. @returns the plan, and by which series it lists the two */
async function approvedThread(top: string, reply: string) {
  vault.receive([old('top'), old('reply', { kind: 'reply', answers: 'top' })])
  put(top, 'top')
  put(reply, 'reply', 'reply')
  const plan = await planned(vault)
  approved(vault, plan)
  const { records } = readPlan(vault.folder, knownPlan(vault.db, plan.id))
  return { plan, series: records.map((one) => one.series) }
}

beforeEach(() => {
  vault = openRetentionVault()
  vault.command(scheduleImport, scheduleFile({ csv: scheduleCsv(2), legend: legendOfGames() }))
  vault.command(seriesAnswer, { series: [codeOf.jubilee], kinds: [], basis: 'looked at' })
  vault.command(seriesReview, { series: [codeOf.jubilee], lasting: false, basis: 'looked at', second: attorney })
})
afterEach(() => vault.close())

it('is destroyed by the series that was approved, though another that ends on the same day is named first now', async () => {
  const { plan, series } = await approvedThread(codeOf.message, codeOf.message)
  expect(series).toEqual([codeOf.message, codeOf.message])
  expect(codeOf.jubilee < codeOf.message).toBe(true)
  put(codeOf.jubilee, 'reply', 'reply')
  expect(await executed(vault, plan)).toMatchObject({ destroyed: 2, skipped: 0 })
  expect(left()).toEqual([])
})

it('is planned by the first of them by code, in whatever order its records stand', async () => {
  const { series } = await approvedThread(codeOf.message, codeOf.jubilee)
  expect(series).toEqual([codeOf.jubilee, codeOf.jubilee])
})

it('stays where the series that was approved does not decide any more', async () => {
  const { plan } = await approvedThread(codeOf.message, codeOf.jubilee)
  put(codeOf.post, 'reply', 'reply')
  const done = await executed(vault, plan)
  const { passedOver } = showing.output.parse(await vault.ask(destructionShow, { id: done.id, from: 0, limit: 10 }))
  expect(passedOver.map(({ reason, detail }) => ({ reason, detail }))).toEqual(
    Array(2).fill({
      reason: 'drifted',
      detail: `Series ${codeOf.message} decides now, not ${codeOf.jubilee} as approved.`,
    }),
  )
  expect(left()).toEqual(['reply', 'top'])
})
