// Several series on one record, what is no row of a schedule, and decisions that shorten retention: they take two persons.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import recordMerge from '../../../electron/core/correction/commands/record.merge.ts'
import classifyRecords from '../../../electron/core/retention/commands/classify.records.ts'
import decisionMake from '../../../electron/core/retention/commands/decision.make.ts'
import decisionUndo from '../../../electron/core/retention/commands/decision.undo.ts'
import holdNarrow from '../../../electron/core/retention/commands/hold.narrow.ts'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import holdRelease from '../../../electron/core/retention/commands/hold.release.ts'
import rulesSave from '../../../electron/core/retention/commands/rules.save.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import besideSet from '../../../electron/core/retention/commands/series.beside.ts'
import bulkUndo from '../../../electron/core/retention/jobs/bulk.undo.ts'
import classifyRules from '../../../electron/core/retention/jobs/classify.rules.ts'
import classifySearch from '../../../electron/core/retention/jobs/classify.search.ts'
import purgePlan from '../../../electron/core/retention/jobs/purge.plan.ts'
import retentionExplain from '../../../electron/core/retention/queries/retention.explain.ts'
import { rememberResult } from '../../../electron/core/vault/repository/applied.ts'
import { recordMerge as merging } from '../../../shared/contract/correction.ts'
import { PlanSummary } from '../../../shared/contract/purge.ts'
import {
  retentionExplain as explained,
  classifyRules as rulesContract,
  classifySearch as searchContract,
} from '../../../shared/contract/schedule.ts'
import { CommandId } from '../../../shared/domain/id.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { flaggedLayout, layoutCsv } from '../../fixtures/schedule/layouts.ts'
import { adopted, openRetentionVault, type RetentionVault, rule, scheduleFile, seriesOf } from './support.ts'

const { post, message, minutes, claims } = seriesOf
let vault: RetentionVault
beforeEach(() => {
  vault = openRetentionVault('2026-11-20T18:00:00Z')
  vault.command(scheduleImport, scheduleFile())
  vault.receive([
    { id: 'a', at: '2018-05-05T19:00:00Z', text: 'ferry' },
    { id: 'b', at: '2018-05-06T19:00:00Z' },
  ])
})
afterEach(() => vault.close())

const classify = (id: string, series: string | null, more: object = {}) =>
  vault.command(classifyRecords, { records: [vault.idOf(id)], series, reason: 'looked at', ...more })
const beside = (id: string, series: string, more: object = {}) =>
  vault.command(besideSet, { records: [vault.idOf(id)], series, add: true, reason: 'also that', ...more })
const why = async (id: string, asOf = '2026-11-20') =>
  explained.output.parse(await vault.ask(retentionExplain, { id: vault.idOf(id), asOf }))
const plan = async () => {
  const to = { plan: null, pdf: null, csv: null }
  return PlanSummary.parse(await vault.run(purgePlan, { asOf: '2026-11-20', openRequests: null, claims: null, to }))
}
const hold = (id: string) => {
  const scope = { search: null, accounts: [], from: null, to: null, recordIds: [vault.idOf(id)] }
  vault.command(holdPlace, { label: 'Audit', basis: 'audit', orderedBy: 'Auditor', scope, document: null })
}
const seconds = () =>
  vault.db.all<{ by: string }>('SELECT second_by AS "by" FROM classification_second').map(({ by }) => by)

describe('several series on one record', () => {
  it('are decided by the longest, and the record says so; one that cannot be computed keeps it', async () => {
    classify('a', post)
    expect((await why('a')).on).toBe('2021-01-01')
    beside('a', message)
    const told = await why('a')
    expect([told.on, told.beside.map(({ series, addedBy }) => [series, addedBy])]).toEqual([
      '2022-01-01',
      [[message, 'Rosa Imai']],
    ])
    expect(told.trace.map(({ sentence }) => sentence).join(' ')).toContain(
      `Of 2 series the longest decides: ${message}, January 1, 2022.`,
    )
    beside('a', claims)
    expect(await why('a')).toMatchObject({ eligible: false, on: null })
    beside('a', minutes)
    expect((await why('a')).verdict).toMatch(/kept permanently/)
    expect((await plan()).byReason.map(({ reason }) => reason)).toEqual(['permanent', 'untagged'])
  })

  it('need a first one, and are added once', () => {
    expect(() => beside('a', message)).toThrow(/in no series yet/)
    expect(() => beside('a', 'no-such')).toThrow(/has no series no-such/)
    classify('a', post)
    expect([beside('a', message), beside('a', message), beside('a', post)]).toEqual([
      { changed: 1 },
      { changed: 0 },
      { changed: 0 },
    ])
  })
})

describe('non-records and duplicates', () => {
  it.each(['non-record', 'duplicate'])('are classified as %s: kept for two years, then they may go', async (code) => {
    classify('a', code)
    expect(await why('a', '2020-05-04')).toMatchObject({ eligible: false, on: '2020-05-05' })
    expect(await why('a', '2020-05-05')).toMatchObject({ eligible: true })
    expect((await plan()).bySeries).toMatchObject([{ series: code, eligible: 1 }])
  })

  it('are held like any record, and a series of the schedule beside them decides', async () => {
    classify('a', 'duplicate')
    beside('a', minutes)
    expect((await why('a')).verdict).toMatch(/kept permanently/)
    classify('b', 'non-record')
    hold('b')
    expect((await plan()).byReason.map(({ reason }) => reason)).toEqual(['on-hold', 'permanent'])
  })
})

describe('a shorter series', () => {
  beforeEach(() => {
    classify('a', minutes)
    classify('b', minutes)
  })

  it('is one person’s decision while nothing has touched the record, and a longer one always is', async () => {
    expect(classify('a', post)).toEqual({ classified: 1, same: 0 })
    await plan()
    vault.setClock('2026-11-21T18:00:00Z')
    expect(classify('a', minutes)).toEqual({ classified: 1, same: 0 })
  })

  it('takes a second person after a plan, a hold that stands or stood, or a request: another one, of the register', async () => {
    await plan()
    expect(() => classify('a', post)).toThrow(/a purge plan has touched it: a second person must stand behind this/)
    for (const second of ['clerk', 'nobody'])
      expect(() => classify('a', post, { second })).toThrow(/second person must be|no person nobody/)
    expect(classify('a', post, { second: 'attorney' })).toEqual({ classified: 1, same: 0 })
    expect(seconds()).toEqual(['attorney'])
  })

  it('takes one after a hold, even a released one', () => {
    hold('a')
    const document = { name: 'release.pdf', bytes: Buffer.from('%PDF-1.7').toString('base64') }
    vault.command(holdRelease, { id: 1, releasedBy: 'attorney', document })
    expect(() => classify('a', post)).toThrow(/a hold has touched it/)
    expect(classify('b', post)).toEqual({ classified: 1, same: 0 })
  })

  it('takes one while an open request covers the record', () => {
    const request = JSON.stringify({ accounts: [1], from: null, to: null })
    vault.db.run("INSERT INTO request VALUES ('26-0007', ?, '2026-11-02', 1, NULL, 'open')", request)
    expect(() => classify('a', post)).toThrow(/a records request has touched it/)
    const standing = { record: vault.idOf('a'), series: post, expected: { decision: 1 }, note: null }
    expect(() => vault.command(decisionMake, standing)).toThrow(/a second person/)
  })

  it('is not given by a search or by rules: such records are left, counted and named', async () => {
    hold('a')
    const found = { search: '', series: post, reason: 'all posts' }
    const done = searchContract.output.parse(await vault.run(classifySearch, found))
    expect(done).toMatchObject({ classified: 1, same: 0, guarded: 1 })
    expect((await why('a')).series).toBe(minutes)
    expect(await vault.run(classifySearch, { ...found, second: 'attorney' })).toMatchObject({
      classified: 1,
      guarded: 0,
    })
    expect(seconds()).toEqual(['attorney'])
  })

  it('is not given by rules that were changed', async () => {
    vault.receive([{ id: 'c', at: '2018-05-07T19:00:00Z', text: 'pier' }])
    vault.command(rulesSave, { rules: [rule('one', 1, minutes, { words: { any: ['pier'] } })] })
    await vault.run(classifyRules, {})
    hold('c')
    vault.command(rulesSave, { rules: [rule('one', 1, post, { words: { any: ['pier'] } })] })
    const done = rulesContract.output.parse(await vault.run(classifyRules, {}))
    expect(done).toMatchObject({ classified: 0, findings: [{ record: vault.idOf('c') }] })
    expect((await why('c')).series).toBe(minutes)
  })

  it.each([
    ['today, though a schedule of next year keeps both alike', 'CU+2', post, message],
    ['by a schedule of next year, though both are kept alike today', 'CU+9', message, post],
  ])('is one that is shorter %s', (_, messagesThen, lasting, lesser) => {
    const messages = (code: string) =>
      layoutCsv(flaggedLayout().map((row) => (/direct messages/.test(row[0] ?? '') ? row.with(1, code) : row)))
    const today = messagesThen === 'CU+2' ? messages('CU+1') : messages('CU+2')
    vault.setClock('2026-11-20T18:05:00Z')
    vault.command(scheduleImport, adopted(vault.db, { csv: today }))
    const next = { csv: messages(messagesThen), adoptedOn: '2026-11-01', effectiveFrom: '2027-01-01' }
    vault.command(scheduleImport, adopted(vault.db, next))
    classify('a', lasting)
    hold('a')
    expect(() => classify('a', lesser)).toThrow(/a hold has touched it/)
    expect(classify('a', lesser, { second: 'attorney' })).toEqual({ classified: 1, same: 0 })
  })

  it('is what remains when the longer of two is taken away', async () => {
    vault.command(classifyRecords, { records: [vault.idOf('a')], series: message, reason: 'x', second: null })
    beside('a', minutes)
    hold('a')
    expect(() => beside('a', minutes, { add: false })).toThrow(/a hold has touched it/)
    expect(beside('a', minutes, { add: false, second: 'attorney' })).toEqual({ changed: 1 })
    expect(seconds()).toEqual(['attorney'])
  })

  it('is not reached by way of none: what stood last is what is shortened', async () => {
    hold('a')
    classify('a', null)
    expect(() => classify('a', post)).toThrow(/a hold has touched it/)
    expect(classify('a', post, { second: 'attorney' })).toEqual({ classified: 1, same: 0 })
    expect((await why('a')).series).toBe(post)
  })

  it('is not reached by deciding the same once more after a plan', async () => {
    vault.command(rulesSave, { rules: [rule('one', 1, minutes)] })
    vault.receive([{ id: 'c', at: '2018-05-07T19:00:00Z' }])
    await vault.run(classifyRules, {})
    await plan()
    vault.setClock('2026-11-22T18:00:00Z')
    classify('c', minutes)
    expect(() => classify('c', post)).toThrow(/a purge plan has touched it/)
  })

  it('is not brought back by taking a decision back, one by one or many at once', async () => {
    vault.receive([
      { id: 'c', at: '2018-05-07T19:00:00Z' },
      { id: 'd', at: '2018-05-08T19:00:00Z' },
    ])
    classify('c', post)
    classify('d', post)
    const made = { record: vault.idOf('c'), series: minutes, expected: { decision: 3 }, note: null }
    const of = 'command-of-the-decision'
    const decided = vault.command(decisionMake, made)
    rememberResult(vault.db, CommandId.parse(of), 'decision.make', decided, Instant.parse(1))
    hold('c')
    hold('d')
    expect(() => vault.command(decisionUndo, { record: vault.idOf('c'), of })).toThrow(/a second person/)
    const found = { search: '', series: minutes, reason: 'minutes after all' }
    const done = searchContract.output.parse(await vault.run(classifySearch, found))
    expect(await vault.run(bulkUndo, { bulk: done.bulk })).toMatchObject({ undone: 0, guarded: 1 })
    expect((await why('d')).series).toBe(minutes)
    expect(await vault.run(bulkUndo, { bulk: done.bulk, second: 'attorney' })).toMatchObject({ undone: 1, guarded: 0 })
    expect((await why('d')).series).toBe(post)
  })

  it('takes one where a narrowed hold let the record go, also one that came after the hold was placed', () => {
    const scope = { search: null, accounts: [1], from: null, to: null, recordIds: [] }
    vault.command(holdPlace, { label: 'Audit', basis: 'audit', orderedBy: 'Auditor', scope, document: null })
    vault.receive([{ id: 'late', at: '2018-05-07T19:00:00Z' }])
    classify('late', minutes)
    const document = { name: 'narrower.pdf', bytes: Buffer.from('%PDF-1.7').toString('base64') }
    const narrower = { ...scope, accounts: [], recordIds: [vault.idOf('b')] }
    vault.command(holdNarrow, { id: 1, scope: narrower, signedBy: 'attorney', document })
    for (const id of ['a', 'late']) expect(() => classify(id, post)).toThrow(/a hold has touched it/)
  })

  it('is not what two records come to once they are one: the further series of both decide', async () => {
    vault.receive([
      { id: 'c', at: '2018-05-07T19:00:00Z', text: 'the same' },
      { id: 'd', at: '2018-05-07T19:00:00Z', text: 'the same' },
    ])
    classify('c', post)
    classify('d', post)
    beside('c', message)
    beside('d', minutes)
    const pair = { one: vault.idOf('c'), other: vault.idOf('d'), reason: 'the same post' }
    const { kept } = merging.output.parse(vault.command(recordMerge, pair))
    const told = explained.output.parse(await vault.ask(retentionExplain, { id: kept, asOf: '2026-11-20' }))
    expect(told.verdict).toMatch(/kept permanently/)
    expect(told.beside.map(({ series }) => series).sort()).toEqual([minutes, message].sort())
  })
})
