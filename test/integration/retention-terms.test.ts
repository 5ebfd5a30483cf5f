// What settles how the schedule is applied: answers for its series.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import scheduleImport from '../../electron/core/retention/commands/schedule.import.ts'
import seriesAnswer from '../../electron/core/retention/commands/series.answer.ts'
import classifySearch from '../../electron/core/retention/jobs/classify.search.ts'
import purgePlan from '../../electron/core/retention/jobs/purge.plan.ts'
import scheduleShow from '../../electron/core/retention/queries/schedule.show.ts'
import { PlanSummary } from '../../shared/contract/purge.ts'
import { scheduleShow as shown } from '../../shared/contract/schedule.ts'
import { openRetentionVault, type RetentionVault, scheduleFile } from './retention-support.ts'

let vault: RetentionVault
beforeEach(() => {
  vault = openRetentionVault()
})
afterEach(() => vault.close())

const list = { name: 'list.csv', csv: 'Number\n1\n' }
const plan = async (asOf = '2026-11-20') => {
  const asked = { asOf, openRequests: list, claims: list, to: { plan: null, pdf: null, csv: null } }
  return PlanSummary.parse(await vault.run(purgePlan, asked))
}
const reasons = async (asOf?: string) => (await plan(asOf)).byReason.map(({ reason, records }) => [reason, records])
const load = (title = 'Posts') =>
  vault.command(scheduleImport, scheduleFile({ csv: `Series code,Title,Retention\nSM,${title},CU+2\nQ,Other,P\n` }))
const answer = (kinds: string[], series = ['SM']) =>
  vault.command(seriesAnswer, { series, kinds, basis: 'City Clerk: read all of them' })

describe('whether a series can hold what Gov. Code 34090 protects', () => {
  beforeEach(async () => {
    vault.receive([{ id: 'a', at: '2015-03-10T20:00:00Z' }], '2015-03-31T00:00:00Z')
    load()
    await vault.run(classifySearch, { search: '', series: 'SM', reason: 'all posts' })
  })

  it('is not computable before somebody has said so, and the plan names the series', async () => {
    expect(await reasons()).toEqual([['protection-unanswered', 1]])
    expect((await plan()).notes).toEqual([expect.stringMatching(/whether SM can hold/)])
    expect(answer([])).toEqual({ answered: 1, same: 0 })
    expect((await plan()).eligible).toBe(1)
    expect(answer([])).toEqual({ answered: 0, same: 1 })
  })

  it('keeps the whole series where it can, and the newest answer counts', async () => {
    answer([])
    answer(['e', 'a'])
    expect(await reasons()).toEqual([['excluded-34090', 1]])
    const { answers } = shown.output.unwrap().parse(await vault.ask(scheduleShow, { id: null }))
    expect(answers).toMatchObject({ SM: { kinds: ['a', 'e'], by: 'Rosa Imai' } })
  })

  it('is asked anew when a newer schedule gives the code another title', async () => {
    answer([])
    load('Posts and minutes')
    expect(await reasons()).toEqual([['protection-unanswered', 1]])
    load()
    expect((await plan()).eligible).toBe(1)
  })

  it('is answered for no series that the schedule lacks', () => {
    expect(() => answer([], ['SM', 'XX'])).toThrow(/no series XX/)
  })
})
