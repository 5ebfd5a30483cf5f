// The days of events that a series waits for: entered by hand, or given by a standing rule.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import classifyRecords from '../../../electron/core/retention/commands/classify.records.ts'
import eventRulesSave from '../../../electron/core/retention/commands/event.rules-save.ts'
import eventSet from '../../../electron/core/retention/commands/event.set.ts'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import retentionUnit from '../../../electron/core/retention/commands/retention.unit.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import seriesReview from '../../../electron/core/retention/commands/series.review.ts'
import classifySearch from '../../../electron/core/retention/jobs/classify.search.ts'
import purgePlan from '../../../electron/core/retention/jobs/purge.plan.ts'
import retentionExplain from '../../../electron/core/retention/queries/retention.explain.ts'
import channelStep from '../../../electron/core/stewardship/commands/channel.step.ts'
import channelTakeBack from '../../../electron/core/stewardship/commands/channel.take-back.ts'
import channelListed from '../../../electron/core/stewardship/queries/channel.list.ts'
import { channelList } from '../../../shared/contract/channel.ts'
import { PlanSummary } from '../../../shared/contract/purge.ts'
import { retentionExplain as explained } from '../../../shared/contract/schedule.ts'
import { attorney, openRetentionVault, type RetentionVault, scheduleFile, seriesOf } from './support.ts'

let vault: RetentionVault
beforeEach(() => {
  vault = openRetentionVault()
})
afterEach(() => vault.close())

const list = { name: 'list.csv', csv: 'Number\n' }
const plan = async (asOf = '2026-11-20') => {
  const asked = { asOf, openRequests: list, claims: list, to: { plan: null, pdf: null, csv: null } }
  return PlanSummary.parse(await vault.run(purgePlan, asked))
}
const why = async (id: string) =>
  explained.output.parse(await vault.ask(retentionExplain, { id: vault.idOf(id), asOf: '2026-11-20' }))
const reasons = async (asOf?: string) => (await plan(asOf)).byReason.map(({ reason, records }) => [reason, records])

describe('the day of an event', () => {
  const set = (on: string | null, more: object = {}) =>
    vault.command(eventSet, {
      ...{ code: 'su', on, search: 'kind:post', records: [], reason: 'replaced', second: attorney },
      ...more,
    })
  beforeEach(async () => {
    vault.command(scheduleImport, scheduleFile())
    // Marked historical, it would wait for an archive as well.
    const review = { lasting: false, basis: 'looked through all of it', second: attorney }
    vault.command(seriesReview, { series: [seriesOf.photographs], ...review })
    vault.receive([
      { id: 'photo', at: '2015-03-10T20:00:00Z' },
      { id: 'under', kind: 'comment', answers: 'photo', at: '2015-03-11T20:00:00Z' },
    ])
    await vault.run(classifySearch, { search: 'kind:post', series: seriesOf.photographs, reason: 'x' })
  })

  it('starts the period that waits for it, for the whole thread, and can be taken back', async () => {
    expect(await reasons()).toEqual([['awaiting-trigger', 2]])
    expect(set('2024-11-20')).toEqual({ set: 1, same: 0 })
    expect(set('2024-11-20')).toEqual({ set: 0, same: 1 })
    expect((await plan('2026-11-19')).eligible).toBe(0)
    expect((await plan('2026-11-20')).eligible).toBe(2)
    expect(set(null)).toEqual({ set: 1, same: 0 })
    expect(await reasons()).toEqual([['awaiting-trigger', 2]])
  })

  it('is the latest where records of a thread have several', async () => {
    set('2020-01-01')
    set('2025-01-01', { search: 'kind:comment' })
    expect(await reasons()).toEqual([['not-yet', 2]])
    expect((await plan('2027-01-01')).eligible).toBe(2)
  })

  it('is given by a standing rule, also to what comes in later; by hand outranks it, and the record says whose it is', async () => {
    const save = (...rules: object[]) =>
      vault.command(eventRulesSave, {
        rules: rules.map((one) => ({ name: 'Audit of 2014–15', code: 'su', reason: 'accepted', ...one })),
        second: attorney,
      })
    const ofYear = { source: { kind: 'day', on: '2016-01-10' }, since: '2014-07-01', until: '2015-06-30' }
    expect(save(ofYear)).toEqual({ set: 1 })
    expect((await plan('2018-01-10')).eligible).toBe(2)
    vault.receive([
      { id: 'late', at: '2015-06-01T20:00:00Z' },
      { id: 'vague', at: '2015-06-30T20:00:00Z', precision: 'day' },
      { id: 'next', at: '2015-07-02T20:00:00Z' },
    ])
    await vault.run(classifySearch, { search: 'kind:post', series: seriesOf.photographs, reason: 'x' })
    // The day of “vague” may be one of the next fiscal year: no rule is sure of it.
    expect((await plan()).eligible).toBe(3)
    const told = await why('late')
    expect(told.events).toEqual([
      { code: 'SU', on: '2016-01-10', how: 'by the standing rule “Audit of 2014–15”: accepted' },
    ])
    expect(told.trace.map(({ sentence }) => sentence).join(' ')).toContain('on January 10, 2016')
    set('2025-05-05', { search: null, records: [vault.idOf('late')] })
    expect((await why('late')).events).toMatchObject([{ on: '2025-05-05', how: 'entered by Rosa Imai: replaced' }])
    expect((await plan()).eligible).toBe(2)
    expect(() => save({ ...ofYear, code: 'cu' })).toThrow(/no code CU that waits/)
    expect(() => save({ ...ofYear, source: { kind: 'day', on: '2027-01-01' } })).toThrow(/has not come yet/)
    expect(() => save({ ...ofYear, accounts: [9] })).toThrow(/no account 9/)
  })

  it('can be said not to have come, against the day that a standing rule gives, where nothing was entered before', async () => {
    const source = { kind: 'day', on: '2016-01-10' }
    const rule = { name: 'Audit of 2015', code: 'su', source, reason: 'accepted' }
    vault.command(eventRulesSave, { rules: [rule], second: attorney })
    expect((await plan('2018-01-10')).eligible).toBe(2)
    expect(set(null, { search: null, records: [vault.idOf('photo')] })).toEqual({ set: 1, same: 0 })
    expect(set(null, { search: null, records: [vault.idOf('photo')] })).toEqual({ set: 0, same: 1 })
    expect((await why('photo')).events).toEqual([])
    set(null, { search: 'kind:comment' })
    expect(await reasons()).toEqual([['awaiting-trigger', 2]])
  })

  it('is that of the account given up, or of the last request closed, while the register says so', async () => {
    const rule = (kind: string) => ({ name: kind, code: 'su', source: { kind }, reason: 'standing' })
    vault.command(eventRulesSave, { rules: [rule('account-dissolved')], second: attorney })
    expect(await reasons()).toEqual([['awaiting-trigger', 2]])
    const given = { account: 1, state: 'dissolved', on: '2020-03-01', by: 'Council', document: 'Resolution 20-4' }
    const step = { ...given, lastUsed: '2020-02-28', withoutExport: 'closed by the platform' }
    // A plan has touched the records, and this lets them go: nobody does it alone.
    expect(() => vault.command(channelStep, step)).toThrow(/event of a standing rule.*a second person/)
    vault.command(channelStep, { ...step, second: attorney })
    const { steps } = channelList.output.parse(await vault.ask(channelListed, {}))[0] ?? { steps: [] }
    expect(steps).toMatchObject([{ state: 'dissolved', second: 'Dana Whitfield' }])
    expect((await plan('2022-03-01')).eligible).toBe(2)
    vault.command(channelTakeBack, { account: 1, reason: 'It goes on' })
    expect(await reasons()).toEqual([['awaiting-trigger', 2]])

    vault.command(eventRulesSave, { rules: [rule('request-closed')], second: attorney })
    for (const [id, day] of [
      ['26-1', '2019-02-02'],
      ['26-2', '2020-02-02'],
    ] as const) {
      vault.db.run(
        'INSERT INTO request VALUES (?, \'{"accounts":[2],"from":null,"to":null}\', \'2018-01-01\', 1, NULL, \'closed\')',
        id,
      )
      vault.db.run('INSERT INTO request_found VALUES (?, ?)', id, vault.idOf('photo'))
      vault.db.run(
        "INSERT INTO request_event (request_id, kind, on_day, words, at) VALUES (?, 'closed', ?, '', 1)",
        id,
        day,
      )
    }
    expect((await why('photo')).events).toMatchObject([{ on: '2020-02-02' }])
    vault.db.run("UPDATE request SET state = 'open' WHERE id = '26-1'")
    expect((await why('photo')).events).toEqual([])
  })

  it('is refused for a code that waits for none, a day to come, and a record that is not there', () => {
    expect(() => set('2024-01-01', { code: 'CU' })).toThrow(/no code CU that waits/)
    expect(() => set('2026-11-21')).toThrow(/has not come yet/)
    expect(() => set('2024-01-01', { search: null, records: [1] })).toThrow(/no record 1/)
  })
})

describe('what lets records go sooner without another series', () => {
  const scope = (id: string) => ({ search: null, accounts: [], from: null, to: null, recordIds: [vault.idOf(id)] })
  const hold = (id: string) =>
    vault.command(holdPlace, {
      ...{ label: 'Audit', basis: 'audit', orderedBy: 'Auditor', scope: scope(id), document: null },
    })
  const set = (id: string, on: string | null, second: string | null = null) =>
    vault.command(eventSet, { code: 'su', on, search: null, records: [vault.idOf(id)], reason: 'replaced', second })
  const rules = (on: string, second: string | null = null) => {
    const one = { name: 'Audit', code: 'su', source: { kind: 'day', on }, reason: 'accepted' }
    return vault.command(eventRulesSave, { rules: [one], second })
  }
  const unit = (kept: string, second: string | null = null) => {
    const decided = { attorney, decidedOn: '2026-11-19', document: null, reason: 'as practised' }
    return vault.command(retentionUnit, { unit: kept, ...decided, second })
  }
  const alone = { code: 'SECOND_PERSON_REQUIRED' }
  const refused = (act: () => unknown) => {
    try {
      act()
    } catch (error) {
      return error
    }
    return null
  }

  beforeEach(async () => {
    vault.command(scheduleImport, scheduleFile())
    vault.receive([
      { id: 'photo', at: '2015-03-10T20:00:00Z' },
      { id: 'under', kind: 'comment', answers: 'photo', at: '2015-03-11T20:00:00Z' },
      { id: 'other', at: '2015-03-12T20:00:00Z' },
      { id: 'loose', at: '2015-03-13T20:00:00Z' },
    ])
    const records = ['photo', 'other'].map((id) => vault.idOf(id))
    vault.command(classifyRecords, { records, series: seriesOf.photographs, reason: 'x' })
  })

  it('is one person’s word while nothing has touched a record', () => {
    expect(set('photo', '2024-11-20')).toEqual({ set: 1, same: 0 })
    expect(rules('2016-01-10')).toEqual({ set: 1 })
    expect(unit('item')).toEqual({ unit: 'item' })
  })

  it('takes two after a hold, also on another record of the thread, and keeps who the second is', () => {
    set('photo', '2025-01-01')
    vault.command(holdPlace, {
      ...{ label: 'Audit', basis: 'audit', orderedBy: 'Auditor', document: null },
      scope: { ...scope('photo'), recordIds: [vault.idOf('under', 'comment')] },
    })
    expect(refused(() => set('photo', '2024-01-01'))).toMatchObject({
      ...alone,
      message: `This day of SU lets records go sooner, and a hold has touched record ${vault.idOf('under', 'comment')}: a second person must stand behind this. Nothing was changed; name one, and say why.`,
    })
    // A later day, or none, lets nothing go sooner; nor has anything touched the other one.
    expect([set('photo', '2025-06-01'), set('photo', null), set('other', '2020-01-01')]).toEqual(
      Array.from({ length: 3 }, () => ({ set: 1, same: 0 })),
    )
    expect(refused(() => set('photo', '2025-01-01'))).toMatchObject(alone)
    expect(refused(() => set('photo', '2025-01-01', 'clerk'))).toMatchObject(alone)
    expect(refused(() => set('photo', '2025-01-01', 'nobody'))).toMatchObject({ code: 'PERSON_UNKNOWN' })
    expect(set('photo', '2025-01-01', attorney)).toEqual({ set: 1, same: 0 })
    expect(vault.db.all('SELECT second_by AS "by" FROM record_event_second')).toEqual([{ by: attorney }])
  })

  it('takes two after a plan in which the record stood in a series, and after a released hold', async () => {
    await plan()
    expect(set('loose', '2020-01-01')).toEqual({ set: 1, same: 0 })
    expect(refused(() => set('photo', '2020-01-01'))).toMatchObject(alone)
    hold('loose')
    vault.db.run('UPDATE hold SET released_at = 1')
    expect(refused(() => set('loose', '2019-01-01'))).toMatchObject(alone)
  })

  it('takes two as standing rules and as another unit, once anything is touched here; the same again takes one', () => {
    rules('2016-01-10')
    hold('other')
    expect(refused(() => rules('2015-01-10'))).toMatchObject(alone)
    expect(rules('2016-01-10')).toEqual({ set: 2 })
    expect(rules('2015-01-10', attorney)).toEqual({ set: 3 })
    expect(refused(() => unit('item'))).toMatchObject(alone)
    expect(unit('thread')).toEqual({ unit: 'thread' })
    expect(unit('item', attorney)).toEqual({ unit: 'item' })
    const seconds =
      'SELECT second_by AS "by" FROM event_rule_second UNION ALL SELECT second_by FROM retention_unit_second'
    expect(vault.db.all(seconds)).toEqual([{ by: attorney }, { by: attorney }])
  })
})
