// A hold always wins: under any holds, on any day, no held record is in a plan.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import classifyRecords from '../../../electron/core/retention/commands/classify.records.ts'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import holdRelease from '../../../electron/core/retention/commands/hold.release.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import purgePlan from '../../../electron/core/retention/jobs/purge.plan.ts'
import { holdPlace as placing } from '../../../shared/contract/hold.ts'
import { PlanFile } from '../../../shared/domain/disposition/disposition.ts'
import type { TestRecord } from './items.ts'
import { openRetentionVault, scheduleFile, seriesOf } from './support.ts'

const vault = openRetentionVault('2026-11-20T18:00:00Z')
const output = vault.grantWrite('law.json')
afterAll(() => vault.close())

const words = ['ferry', 'road', 'museum', 'budget']
const series = [seriesOf.post, seriesOf.message, seriesOf.minutes, seriesOf.photographs, null]
/** Two posts a month from 2012 on, at 20:00 UTC, which is the same day in California. */
const records: (TestRecord & { readonly day: string; readonly word: string; readonly owner: number })[] = Array.from(
  { length: 120 },
  (_, at) => {
    const day = new Date(Date.UTC(2012, 0, 5 + at * 15)).toISOString().slice(0, 10)
    const word = words[at % words.length] ?? ''
    const owner = 1 + (at % 3 === 0 ? 1 : 0)
    return {
      id: `r${at}`,
      at: `${day}T20:00:00Z`,
      text: `About the ${word} no. ${at}`,
      account: owner as never,
      day,
      word,
      owner,
    }
  },
)

beforeAll(() => {
  vault.receive(records)
  vault.command(scheduleImport, scheduleFile())
  records.forEach(({ id }, at) => {
    vault.command(classifyRecords, {
      records: [vault.idOf(id)],
      series: series[at % series.length] ?? null,
      reason: 'x',
    })
  })
})

const day = fc
  .integer({ min: 0, max: 2000 })
  .map((days) => new Date(Date.UTC(2012, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 })
const scope = fc
  .record({
    search: maybe(fc.constantFrom(...words)),
    accounts: fc.subarray([1, 2], { maxLength: 1 }),
    days: maybe(fc.tuple(day, day).map((pair) => pair.toSorted())),
    listed: fc.uniqueArray(fc.nat(records.length - 1), { maxLength: 4 }),
  })
  .filter(
    ({ search, accounts, days, listed }) =>
      search !== null || accounts.length > 0 || days !== null || listed.length > 0,
  )
type Scope = typeof scope extends fc.Arbitrary<infer Value> ? Value : never

/** Whether a scope covers a record, said in the plainest way. */
function covers({ search, accounts, days, listed }: Scope, at: number): boolean {
  const record = records[at]
  if (record === undefined || listed.includes(at)) return record !== undefined
  if (search === null && accounts.length === 0 && days === null) return false
  const inDays = days === null || ((days[0] ?? '') <= record.day && record.day <= (days[1] ?? ''))
  return (
    inDays && (search === null || record.word === search) && (accounts.length === 0 || accounts.includes(record.owner))
  )
}

it('no held record is ever in a plan, and every held one is named with its hold', async () => {
  const inPlan = async (asOf: string) => {
    await vault.run(purgePlan, {
      asOf,
      openRequests: null,
      claims: null,
      to: { plan: output.grant, pdf: null, csv: null },
    })
    const { records: eligible, excluded } = PlanFile.parse(JSON.parse(readFileSync(output.path, 'utf8')))
    return {
      eligible: new Set(eligible.map(({ recordId }) => recordId)),
      held: excluded.filter(({ reason }) => reason === 'on-hold'),
    }
  }
  const asOfDay = fc.constantFrom('2016-01-01', '2018-06-30', '2021-02-28', '2026-11-20')
  await fc.assert(
    fc.asyncProperty(fc.array(scope, { minLength: 1, maxLength: 3 }), asOfDay, async (scopes, asOf) => {
      const free = await inPlan(asOf)
      const holds = scopes.map((one, at) => {
        const [from, to] = one.days ?? [null, null]
        const whole = {
          search: one.search,
          accounts: one.accounts,
          from,
          to,
          recordIds: one.listed.map((place) => vault.idOf(`r${place}`)),
        }
        const order = { label: `Hold ${at}`, basis: 'litigation', orderedBy: 'x', scope: whole, document: null }
        return placing.output.parse(vault.command(holdPlace, order))
      })
      const held = records.flatMap(({ id }, at) => (scopes.some((one) => covers(one, at)) ? [vault.idOf(id)] : []))
      const { eligible, held: told } = await inPlan(asOf)
      expect(holds.map(({ covered }) => covered)).toEqual(
        scopes.map((one) => records.filter((_, at) => covers(one, at)).length),
      )
      expect(told.map(({ recordId }) => recordId)).toEqual(held)
      expect(eligible).toEqual(new Set([...free.eligible].filter((id) => !held.includes(id))))
      for (const { id } of holds) {
        vault.command(holdRelease, { id, releasedBy: 'attorney', document: { name: 'r.pdf', bytes: 'UmVsZWFzZWQ=' } })
      }
      expect((await inPlan(asOf)).eligible).toEqual(free.eligible)
    }),
    { numRuns: 25 },
  )
})
