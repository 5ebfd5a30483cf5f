// What settles how the schedule is applied: answers for its series, what is kept together, days of events.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import classifyRecords from '../../../electron/core/retention/commands/classify.records.ts'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import officeFileChoose from '../../../electron/core/retention/commands/office-file.choose.ts'
import retentionUnit from '../../../electron/core/retention/commands/retention.unit.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import seriesAnswer from '../../../electron/core/retention/commands/series.answer.ts'
import classifySearch from '../../../electron/core/retention/jobs/classify.search.ts'
import purgePlan from '../../../electron/core/retention/jobs/purge.plan.ts'
import scheduleQuestion from '../../../electron/core/retention/jobs/schedule.question.ts'
import retentionExplain from '../../../electron/core/retention/queries/retention.explain.ts'
import retentionUnitShow from '../../../electron/core/retention/queries/retention.unit-show.ts'
import scheduleShow from '../../../electron/core/retention/queries/schedule.show.ts'
import { gatherThreads, threadAround } from '../../../electron/core/retention/thread/threads.ts'
import { PlanSummary } from '../../../shared/contract/purge.ts'
import { retentionExplain as explained, scheduleShow as shown } from '../../../shared/contract/schedule.ts'
import { adopted, openRetentionVault, type RetentionVault, scheduleFile, seriesOf } from './support.ts'

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
const reasons = async (asOf?: string) => (await plan(asOf)).byReason.map(({ reason, records }) => [reason, records])
const load = (title = 'Posts', file: typeof scheduleFile = scheduleFile) =>
  vault.command(scheduleImport, file({ csv: `Series code,Title,Retention\nSM,${title},CU+2\nQ,Other,P\n` }))
const answer = (kinds: string[], series = ['SM'], second: string | null = null) =>
  vault.command(seriesAnswer, { series, kinds, basis: 'City Clerk: read all of them', second })

describe('whether a series can hold what Gov. Code 34090 protects', () => {
  beforeEach(async () => {
    vault.receive([{ id: 'a', at: '2015-03-10T20:00:00Z' }], '2015-03-31T00:00:00Z')
    load()
    await vault.run(classifySearch, { search: '', series: 'SM', reason: 'all posts' })
  })

  it('is not computable before somebody has said so, and the plan names the series', async () => {
    expect(await reasons()).toEqual([['protection-unanswered', 1]])
    expect((await plan()).notes).toEqual([expect.stringMatching(/whether SM can hold/)])
    // The plan has touched the record: from now on nobody lets it go alone.
    expect(() => answer([])).toThrow(/This answer may let records go sooner.*a second person/)
    expect(() => answer([], ['SM'], 'clerk')).toThrow(/must be another/)
    expect(answer(['c'])).toEqual({ answered: 1, same: 0 })
    expect(answer([], ['Q'])).toEqual({ answered: 1, same: 0 })
    expect(() => answer([])).toThrow(/a second person/)
    expect(answer([], ['SM'], 'attorney')).toEqual({ answered: 1, same: 0 })
    const { answers } = shown.output.unwrap().parse(await vault.ask(scheduleShow, { id: null }))
    expect(answers).toMatchObject({ SM: { kinds: [], second: 'Dana Whitfield' }, Q: { second: null } })
    expect((await plan()).eligible).toBe(1)
    expect(answer([])).toEqual({ answered: 0, same: 1 })
  })

  it('is not said by one alone either where only the office’s own files are in the series', async () => {
    await plan()
    const choice = { kind: 'purge-plan', id: null, series: 'Q', startsOn: null, reason: 'The clerk’s schedule' }
    vault.command(officeFileChoose, choice)
    expect(() => answer([], ['Q'])).toThrow(/a second person/)
    expect(answer([], ['Q'], 'attorney')).toEqual({ answered: 1, same: 0 })
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
    load('Posts and minutes', (more) => adopted(vault.db, more))
    expect(await reasons()).toEqual([['protection-unanswered', 1]])
    load('Posts', (more) => adopted(vault.db, more))
    expect((await plan()).eligible).toBe(1)
  })

  it('is answered for no series that the schedule lacks', () => {
    expect(() => answer([], ['SM', 'XX'])).toThrow(/no series XX/)
  })
})

describe('a schedule without a series for social media', () => {
  it('is asked about on one page, and one with such a series is not', async () => {
    load()
    const { grant, path } = vault.grantWrite('question.pdf')
    expect(await vault.run(scheduleQuestion, { to: grant })).toEqual({ pages: 1 })
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
    vault.command(scheduleImport, scheduleFile())
    await expect(vault.run(scheduleQuestion, { to: vault.grantWrite('no.pdf').grant })).rejects.toThrow(
      /nothing to ask/,
    )
  })
})

describe('threads kept together', () => {
  const old = { at: '2015-03-10T20:00:00Z' }
  const classify = (id: string, series: string, kind = 'post', second: string | null = null) =>
    vault.command(classifyRecords, { records: [vault.idOf(id, kind)], series, reason: 'x', second })
  const unit = (kept: string, by = 'attorney', decidedOn = '2026-11-19', second = 'attorney') =>
    vault.command(retentionUnit, {
      unit: kept,
      attorney: by,
      decidedOn,
      document: null,
      reason: 'as practised',
      second,
    })
  const verdictOn = async (id: string, kind = 'post') =>
    explained.output.parse(await vault.ask(retentionExplain, { id: vault.idOf(id, kind), asOf: '2026-11-20' }))

  beforeEach(() => {
    vault.command(scheduleImport, scheduleFile())
    vault.receive([
      { id: 'post', ...old },
      { id: 'early', kind: 'comment', answers: 'post', at: '2015-03-11T20:00:00Z' },
      { id: 'late', kind: 'comment', answers: 'early', at: '2025-02-01T20:00:00Z' },
      { id: 'alone', ...old },
    ])
    for (const id of ['post', 'alone']) classify(id, seriesOf.post)
  })

  it('age from their last comment, and comments follow their post into its series', async () => {
    expect(await plan()).toMatchObject({ eligible: 1, excluded: 3, byReason: [{ reason: 'not-yet', records: 3 }] })
    const told = await Promise.all([verdictOn('post'), verdictOn('early', 'comment')])
    expect(told.map(({ on }) => on)).toEqual(['2028-01-01', '2028-01-01'])
    expect(told[0]?.trace.map(({ sentence }) => sentence).join()).toContain(
      'February 1, 2025, the day it was last added to',
    )
    expect((await plan('2028-01-01')).eligible).toBe(4)
  })

  it('are decided by the longest series of any of them', async () => {
    classify('early', seriesOf.minutes, 'comment')
    expect(await reasons('2030-01-01')).toEqual([['permanent', 3]])
    classify('early', seriesOf.message, 'comment', 'attorney')
    expect((await verdictOn('post')).on).toBe('2029-01-01')
  })

  it('stay while their post is in no series, or the time of one of them is not known', async () => {
    vault.command(classifyRecords, { records: [vault.idOf('post')], series: null, reason: 'x' })
    classify('late', seriesOf.post, 'comment')
    expect(await reasons('2030-01-01')).toEqual([['untagged', 3]])
    classify('post', seriesOf.post)
    vault.receive([{ id: 'undated', kind: 'comment', answers: 'post', at: null }])
    expect(await reasons('2030-01-01')).toEqual([['date-unknown', 4]])
  })

  it('are held whole by a hold on one of them, also one that came later, whichever unit was decided', async () => {
    const scope = { search: null, accounts: [], from: null, to: null, recordIds: [vault.idOf('post')] }
    const hold = { label: 'Doe v. City', basis: 'litigation', orderedBy: 'City Attorney', document: null }
    vault.command(holdPlace, { ...hold, scope })
    vault.receive([{ id: 'reply', kind: 'reply', answers: 'post', at: '2016-01-01T20:00:00Z' }])
    expect(await reasons('2030-01-01')).toEqual([['on-hold', 4]])
    unit('item')
    classify('reply', seriesOf.post, 'reply')
    expect(await reasons('2030-01-01')).toEqual([['on-hold', 4]])
    expect((await verdictOn('reply', 'reply')).holds).toEqual(['Doe v. City'])
  })

  it('are told apart where the attorney decided for single items, and the decision is kept', async () => {
    expect(() => unit('item', 'clerk')).toThrow(/not registered as such/)
    expect(() => unit('item', 'attorney', '2026-12-01')).toThrow(/not come yet/)
    unit('item')
    expect(await plan()).toMatchObject({ eligible: 2, byReason: [{ reason: 'untagged', records: 2 }] })
    expect(await vault.ask(retentionUnitShow, {})).toMatchObject({
      unit: 'item',
      decided: true,
      decisions: [{ unit: 'item', attorney: 'Dana Whitfield', recordedBy: 'Rosa Imai' }, { unit: 'thread' }],
    })
  })

  it.each(['x', 'slack', 'mastodon'])('are the same for one record and for all, on %s', (platform) => {
    // Numbers of Mastodon are the same item in both accounts.
    vault.db.run(
      "UPDATE account SET platform = ? WHERE id = 2 OR platform = 'x' AND ? = 'mastodon'",
      platform,
      platform,
    )
    const random = fc.array(
      fc.record({
        answers: fc.option(fc.nat(20)),
        conversation: fc.option(fc.nat(4), { freq: 3 }),
        post: fc.boolean(),
        other: fc.boolean(),
      }),
      { minLength: 20, maxLength: 20 },
    )
    let round = 0
    fc.assert(
      fc.property(random, (ties) => {
        const name = (at: number) => `${platform === 'mastodon' ? 'https://a.example/' : ''}t${round} ${at}`
        round += 1
        const made = ties.map(({ answers, conversation, post, other }, at) => ({
          id: name(at),
          ...old,
          account: vault.accounts[platform === 'mastodon' && other ? 0 : 1],
          kind: post ? 'post' : 'message',
          ...(answers === null ? {} : { answers: name(answers) }),
          ...(conversation === null ? {} : { conversation: name(conversation) }),
        }))
        const ids = vault.receive(made)
        const { of, members } = gatherThreads(vault.db)
        for (const id of ids) {
          const thread = of(id)
          expect(threadAround(vault.db, id)).toEqual(thread === undefined ? [id] : members.get(thread))
        }
      }),
      { numRuns: 10 },
    )
  })

  it('are, in a channel, what was said under one message: not the channel of many years', () => {
    const receive = (platform: string) => {
      vault.db.run('UPDATE account SET platform = ? WHERE id = 2', platform)
      const said = (id: string, more: object = {}) => ({
        ...old,
        id,
        kind: 'message',
        conversation: 'C1',
        account: vault.accounts[1],
        ...more,
      })
      vault.receive([
        said('C1 1'),
        said('C1 2', { answers: 'C1 1' }),
        said('C1 3'),
        said('C1 4', { answers: 'C1 1' }),
        // A thread of Discord: a channel with the number of the message that it began under.
        said('C1 5', { conversation: 'C1 3' }),
      ])
      const { of, members } = gatherThreads(vault.db)
      return (id: string) => members.get(of(vault.idOf(id, 'message')) ?? 0)
    }
    const ids = (...natives: string[]) => natives.map((id) => vault.idOf(id, 'message')).sort((a, b) => a - b)
    for (const platform of ['slack', 'discord']) {
      const thread = receive(platform)
      expect([thread('C1 1'), thread('C1 3')]).toEqual([ids('C1 1', 'C1 2', 'C1 4'), ids('C1 3', 'C1 5')])
    }
    expect(receive('x')('C1 1')).toEqual(ids('C1 1', 'C1 2', 'C1 3', 'C1 4'))
  })
})
