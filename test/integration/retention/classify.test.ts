// Classification: rules decide what nobody else has decided, and a person's word stands.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import classifyRecords from '../../../electron/core/retention/commands/classify.records.ts'
import rulesSave from '../../../electron/core/retention/commands/rules.save.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import classifyRules from '../../../electron/core/retention/jobs/classify.rules.ts'
import classifySearch from '../../../electron/core/retention/jobs/classify.search.ts'
import explain from '../../../electron/core/retention/queries/retention.explain.ts'
import rulesShow from '../../../electron/core/retention/queries/rules.show.ts'
import scheduleShow from '../../../electron/core/retention/queries/schedule.show.ts'
import { openRetentionVault, type RetentionVault, rule, scheduleFile, seriesOf } from './support.ts'

let vault: RetentionVault
beforeEach(() => {
  vault = openRetentionVault()
  vault.receive([
    { id: 'road', at: '2019-01-05T20:00:00Z', text: 'Road closure on Harbor Street' },
    { id: 'ferry', at: '2020-01-05T20:00:00Z', text: 'The FERRY is back' },
    { id: 'both', at: '2021-01-05T20:00:00Z', text: 'Ferry and road closure' },
    { id: 'dm', at: '2021-06-05T20:00:00Z', text: 'Where is the ferry?', kind: 'message' },
    { id: 'plain', at: '2022-01-05T20:00:00Z', text: 'Good morning' },
  ])
  vault.command(scheduleImport, scheduleFile())
})
afterEach(() => vault.close())

const save = (...rules: ReturnType<typeof rule>[]) => vault.command(rulesSave, { rules })
const standing = () =>
  Object.fromEntries(
    vault.db
      .all<{ native_id: string; series: string | null }>('SELECT native_id, series FROM record ORDER BY id')
      .map((row) => [row.native_id, row.series]),
  )
const history = async (id: string) => {
  const told = explain.operation.output.parse(await vault.ask(explain, { id: vault.idOf(id), asOf: null }))
  return Object(told).history
}

describe('rules', () => {
  const ferry = () => rule('ferry', 1, seriesOf.photographs, { words: { any: ['ferry'] }, kinds: ['post'] })
  const road = () => rule('road', 2, seriesOf.post, { words: { all: ['road closure'] } })

  it('classify what matches, count and name what they contradict each other on, and leave the rest', async () => {
    save(ferry(), road())
    expect(await vault.run(classifyRules, {})).toEqual({
      looked: 5,
      classified: 3,
      conflicts: 1,
      untouched: 2,
      byHand: 0,
      findings: [
        {
          record: vault.idOf('both'),
          sentence: `“Rule ferry” says ${seriesOf.photographs} and won; “Rule road” says ${seriesOf.post}.`,
        },
      ],
    })
    const { photographs, post } = seriesOf
    expect(standing()).toEqual({ road: post, ferry: photographs, both: photographs, dm: null, plain: null })
    expect(await history('both')).toEqual([
      expect.objectContaining({
        series: photographs,
        previous: null,
        rule: 'ferry',
        decidedBy: 'Rosa Imai',
        reason: 'reason of ferry',
      }),
    ])
  })

  it('change nothing when they are applied again', async () => {
    save(ferry(), road())
    await vault.run(classifyRules, {})
    expect(await vault.run(classifyRules, {})).toMatchObject({ looked: 5, classified: 0, untouched: 5 })
    expect(await history('both')).toHaveLength(1)
  })

  it('of a later set decide anew on what an earlier set decided, also that no rule applies any more', async () => {
    save(ferry(), road())
    await vault.run(classifyRules, {})
    save(rule('all', 1, seriesOf.minutes, { from: '2021-01-01', to: '2021-01-05' }), road())
    expect(await vault.run(classifyRules, {})).toMatchObject({ classified: 2, conflicts: 1 })
    expect(standing()).toMatchObject({ road: seriesOf.post, ferry: null, both: seriesOf.minutes })
    expect(await history('ferry')).toMatchObject([
      { series: null, previous: seriesOf.photographs, rule: null, reason: 'No rule of set 2 applies any more.' },
      { series: seriesOf.photographs, previous: null, rule: 'ferry' },
    ])
  })

  it('never overrule a person, whether the person chose, confirmed or took away', async () => {
    save(ferry(), road())
    await vault.run(classifyRules, {})
    const choose = (id: string, series: string | null) =>
      vault.command(classifyRecords, { records: [vault.idOf(id)], series, reason: 'looked at it' })
    expect([choose('road', seriesOf.claims), choose('ferry', seriesOf.photographs), choose('both', null)]).toEqual([
      { classified: 1, same: 0 },
      { classified: 0, same: 1 },
      { classified: 1, same: 0 },
    ])
    save(rule('everything', 1, seriesOf.minutes))
    expect(await vault.run(classifyRules, {})).toMatchObject({ looked: 5, classified: 2, untouched: 3, byHand: 3 })
    const { claims, photographs, minutes } = seriesOf
    expect(standing()).toEqual({ road: claims, ferry: photographs, both: null, dm: minutes, plain: minutes })
  })

  it('fit by who wrote, and by the thread, however deep an answer stands in it', async () => {
    vault.receive([
      { id: 'answer', at: '2022-02-05T20:00:00Z', text: 'When?', answers: 'road', kind: 'reply', author: 'a_resident' },
      { id: 'deeper', at: '2022-02-06T20:00:00Z', text: 'Friday', answers: 'answer', kind: 'reply' },
      { id: 'besides', at: '2022-02-07T20:00:00Z', text: 'Hello', author: 'a_resident', kind: 'reply' },
    ])
    save(
      rule('thread', 1, seriesOf.minutes, { threads: ['deeper'] }),
      rule('resident', 2, seriesOf.claims, { authors: ['@A_Resident'] }),
    )
    expect(await vault.run(classifyRules, {})).toMatchObject({ classified: 4, conflicts: 1 })
    const { minutes, claims } = seriesOf
    expect(standing()).toMatchObject({ road: minutes, answer: minutes, deeper: minutes, besides: claims, plain: null })
  })

  it('yield to a person who decides while they are being applied', async () => {
    save(rule('everything', 1, seriesOf.minutes))
    const records = [vault.idOf('road')]
    vault.beforeNextBatch(() =>
      vault.command(classifyRecords, { records, series: seriesOf.claims, reason: 'just now' }),
    )
    expect(await vault.run(classifyRules, {})).toMatchObject({ classified: 4, untouched: 1 })
    expect(standing()).toMatchObject({ road: seriesOf.claims, ferry: seriesOf.minutes })
  })

  it('name series of the schedule only, and are all kept', async () => {
    expect(() => save(rule('wrong', 1, 'no-such-series'))).toThrow(/no series no-such-series \(rule “Rule wrong”\)/)
    expect(await vault.ask(rulesShow, {})).toEqual({ set: null, rules: [] })
    await expect(vault.run(classifyRules, {})).rejects.toMatchObject({ code: 'RULES_MISSING' })
    save(road())
    save(ferry())
    expect(await vault.ask(rulesShow, {})).toEqual({ set: 2, rules: [ferry()] })
  })

  it('are refused whole where a later schedule lacks one of their series', async () => {
    save(ferry())
    vault.command(scheduleImport, scheduleFile({ csv: 'Series code,Title,Retention\nSM,Social media,CU+2\n' }))
    await expect(vault.run(classifyRules, {})).rejects.toMatchObject({ code: 'SERIES_UNKNOWN' })
    expect(standing()).toMatchObject({ ferry: null })
  })

  it('stop when they are cancelled', async () => {
    save(ferry())
    await expect(vault.run(classifyRules, {}, AbortSignal.abort())).rejects.toThrow()
    expect(standing()).toMatchObject({ ferry: null })
  })
})

describe('a person', () => {
  it('assigns everything that a search finds, and takes it out again', async () => {
    const ask = { search: 'ferry', series: seriesOf.post, reason: 'about the ferry' }
    expect(await vault.run(classifySearch, ask)).toEqual({ classified: 3, same: 0, guarded: 0, bulk: 1 })
    expect(await vault.run(classifySearch, { ...ask, search: 'ferry OR road' })).toEqual({
      classified: 1,
      same: 3,
      guarded: 0,
      bulk: 2,
    })
    expect(await vault.run(classifySearch, { ...ask, search: 'kind:message', series: null })).toEqual({
      classified: 1,
      same: 0,
      guarded: 0,
      bulk: 3,
    })
    expect(standing()).toMatchObject({ road: seriesOf.post, dm: null, plain: null })
    expect(await vault.ask(scheduleShow, { id: null })).toMatchObject({ records: { [seriesOf.post]: 3 } })
  })

  it('is refused a search that is not understood, an unknown series and an unknown record, and nothing changes', async () => {
    const ask = { search: 'ferry', series: seriesOf.post, reason: 'about the ferry' }
    await expect(vault.run(classifySearch, { ...ask, search: 'kind:nonsense' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    })
    await expect(vault.run(classifySearch, { ...ask, series: 'none' })).rejects.toMatchObject({
      code: 'SERIES_UNKNOWN',
    })
    const records = [vault.idOf('road'), 12345]
    expect(() => vault.command(classifyRecords, { records, series: seriesOf.post, reason: 'x' })).toThrow(
      /no record 12345/,
    )
    expect(Object.values(standing())).toEqual([null, null, null, null, null])
  })
})
