// The Classify desk in the core: single decisions and their conflicts, undoing, notes, many at once, suggestions, rules tried.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import classifyRecords from '../../../electron/core/retention/commands/classify.records.ts'
import decisionMake from '../../../electron/core/retention/commands/decision.make.ts'
import decisionNote from '../../../electron/core/retention/commands/decision.note.ts'
import rulesSave from '../../../electron/core/retention/commands/rules.save.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import bulkUndo from '../../../electron/core/retention/jobs/bulk.undo.ts'
import classifyRules from '../../../electron/core/retention/jobs/classify.rules.ts'
import classifySearch from '../../../electron/core/retention/jobs/classify.search.ts'
import bulkList from '../../../electron/core/retention/queries/bulk.list.ts'
import bulkPreview from '../../../electron/core/retention/queries/bulk.preview.ts'
import queuePage from '../../../electron/core/retention/queries/queue.page.ts'
import queueSuggest from '../../../electron/core/retention/queries/queue.suggest.ts'
import explain from '../../../electron/core/retention/queries/retention.explain.ts'
import rulesTry from '../../../electron/core/retention/queries/rules.try.ts'
import { destroyRecord } from '../../../electron/core/vault/record/destroy.ts'
import { endJob, insertJob, knownJob, saveCheckpoint } from '../../../electron/core/vault/repository/job.ts'
import { decide } from '../../../electron/core/vault/repository/retention/classification.ts'
import { takingBack } from '../../../electron/core/vault/repository/retention/decision.ts'
import { bulkList as bulkListed } from '../../../shared/contract/bulk.ts'
import { Outcome } from '../../../shared/contract/decision.ts'
import { JobId } from '../../../shared/domain/id.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { openRetentionVault, type RetentionVault, rule, scheduleFile, seriesOf } from '../retention/support.ts'

const { post, photographs, claims } = seriesOf
const BulkRows = bulkListed.output
let vault: RetentionVault
beforeEach(() => {
  vault = openRetentionVault()
  vault.receive([
    ...['One', 'Two', 'Three', 'Four'].map((word, place) => ({
      id: `road-${place}`,
      at: `2019-01-0${place + 1}T20:00:00Z`,
      text: `${word}: road closure on Harbor Street`,
    })),
    { id: 'ferry', at: '2020-01-05T20:00:00Z', text: 'The ferry is back' },
  ])
  vault.command(scheduleImport, scheduleFile())
})
afterEach(() => vault.close())

const make = (id: string, series: string | null, decision: number | null = null, note: number | null = null) =>
  Outcome.parse(vault.command(decisionMake, { record: vault.idOf(id), series, expected: { decision }, note }))
const historyOf = async (id: string) => {
  const told = explain.operation.output.parse(await vault.ask(explain, { id: vault.idOf(id), asOf: null }))
  return Object(told).history
}
const seriesNow = () =>
  Object.fromEntries(
    vault.db
      .all<{ id: string; series: string | null }>('SELECT native_id AS id, series FROM record ORDER BY id')
      .map(({ id, series }) => [id, series]),
  )
const back = (id: string, decision: number) =>
  vault.db.transaction(() => {
    const taking = takingBack(vault.db, { record: vault.idOf(id), decision, reason: 'undone' })
    return taking === null ? null : decide(vault.db, taking, Instant.parse(9), null)
  })

describe('a decision', () => {
  it('is a conflict where another person decided otherwise meanwhile, and nothing changes', async () => {
    const first = make('ferry', post)
    expect(first).toEqual({ outcome: 'made', decision: 1 })
    expect(make('ferry', claims)).toEqual({ outcome: 'conflict', decision: 1 })
    expect(make('ferry', post)).toEqual({ outcome: 'same', decision: 1 })
    expect(make('ferry', claims, 1)).toEqual({ outcome: 'made', decision: 2 })
    expect(await historyOf('ferry')).toMatchObject([
      { series: claims, previous: post, decidedBy: 'Rosa Imai', reason: 'Decided in the queue.' },
      { series: post, previous: null },
    ])
  })

  it('overrules a rule that decided meanwhile', async () => {
    vault.command(rulesSave, { rules: [rule('all', 1, photographs)] })
    await vault.run(classifyRules, {})
    expect(make('ferry', post)).toMatchObject({ outcome: 'made' })
  })

  it('takes the note that its person saw as its reason, and no other', async () => {
    const note = (text: string) => Object(vault.command(decisionNote, { record: vault.idOf('ferry'), text })).note
    const old = note('a first thought')
    const seen = note('as the council asked')
    const [item] = Object(await vault.ask(queuePage, { search: '', before: null, limit: 1 })).items
    expect(item.note).toEqual({ id: seen, text: 'as the council asked', by: 'Rosa Imai' })
    make('ferry', post, null, old)
    make('ferry', claims, 1, seen)
    expect((await historyOf('ferry')).map(({ reason }: { reason: string }) => reason)).toEqual([
      'as the council asked',
      'Decided in the queue.',
    ])
  })
})

describe('taking back', () => {
  it('gives the rules their record again where nobody had decided before', async () => {
    const { decision } = make('ferry', post)
    expect(back('ferry', decision ?? 0)).toBe(2)
    expect(seriesNow()).toMatchObject({ ferry: null })
    vault.command(rulesSave, { rules: [rule('all', 1, photographs, { words: { any: ['ferry'] } })] })
    expect(await vault.run(classifyRules, {})).toMatchObject({ classified: 1, byHand: 0 })
  })

  it('goes back step by step, and stops at what somebody decided since', () => {
    make('ferry', post)
    make('ferry', claims, 1)
    expect(back('ferry', 2)).toBe(3)
    expect(seriesNow()).toMatchObject({ ferry: post })
    expect(back('ferry', 1)).toBe(4)
    expect(seriesNow()).toMatchObject({ ferry: null })
    make('ferry', photographs, 4)
    expect(back('ferry', 1)).toBe(null)
    expect(seriesNow()).toMatchObject({ ferry: photographs })
  })
})

describe('many at once', () => {
  it('are counted before, decided as one, and taken back as one, but for what was decided since', async () => {
    make('road-0', claims)
    expect(await vault.ask(bulkPreview, { search: 'road' })).toMatchObject({
      ...{ records: 4, held: 0 },
      bySeries: [
        { series: null, records: 3 },
        { series: claims, records: 1 },
      ],
      byAccount: [{ account: 1, records: 4 }],
    })
    const done = await vault.run(classifySearch, { search: 'road', series: post, reason: 'roads' })
    expect(done).toEqual({ classified: 4, same: 0, guarded: 0, bulk: 1 })
    const newest = vault.db.get<{ id: number }>(
      'SELECT max(id) AS id FROM classification WHERE record_id = ?',
      vault.idOf('road-1'),
    )
    make('road-1', photographs, newest?.id ?? null)
    expect(await vault.run(bulkUndo, { bulk: 1 })).toEqual({ undone: 3, kept: 1, guarded: 0 })
    expect(seriesNow()).toMatchObject({ 'road-0': claims, 'road-1': photographs, 'road-2': null, 'road-3': null })
    expect(await vault.ask(bulkList, { limit: 5 })).toMatchObject([
      { id: 1, records: 4, reason: 'roads', series: post },
    ])
    await expect(vault.run(bulkUndo, { bulk: 7 })).rejects.toThrow('no decision 7')
  })

  it('that were stopped go on where they stopped, as one decision, each record once', async () => {
    const many = Array.from({ length: 2100 }, (_, place) => ({
      id: `storm-${place}`,
      at: new Date(Date.UTC(2021, 0, 1, 0, place)).toISOString(),
      text: 'Storm warning',
    }))
    vault.receive(many)
    const stop = new AbortController()
    const input = { search: 'storm', series: post, reason: 'storms' }
    // The first page is on its way to the writer when the clerk stops it.
    vault.beforeNextBatch(() => vault.beforeNextBatch(() => stop.abort()))
    await expect(vault.run(classifySearch, input, stop.signal)).rejects.toThrow()
    const [stopped] = BulkRows.parse(await vault.ask(bulkList, { limit: 1 }))
    expect(stopped).toMatchObject({ records: 2000, endedAt: null, job: null })

    // As the archive writes it down.
    const id = JobId.parse('job-stopped')
    const actor = { person: null, osUser: 'tester', machine: 'desk' }
    const row = { id, kind: 'classify.search', label: '', input, actor, seed: new Uint8Array(32), at: Instant.parse(1) }
    insertJob(vault.db, row)
    saveCheckpoint(vault.db, id, vault.left(), null)
    endJob(vault.db, id, { state: 'cancelled', result: null, problem: null, at: Instant.parse(2) })
    expect(await vault.ask(bulkList, { limit: 1 })).toMatchObject([{ job: id }])
    expect(knownJob(vault.db, id).resumable).toBe(true)

    expect(await vault.resume(classifySearch, input)).toEqual({
      classified: 2100,
      same: 0,
      guarded: 0,
      bulk: stopped?.id,
    })
    expect(await vault.ask(bulkList, { limit: 5 })).toMatchObject([
      { records: 2100, endedAt: expect.any(Number), job: null },
    ])
    expect(await vault.run(bulkUndo, { bulk: stopped?.id })).toEqual({ undone: 2100, kept: 0, guarded: 0 })
    expect(knownJob(vault.db, id).resumable).toBe(false)
  })

  it('leave no trace where the search finds nothing', async () => {
    const done = await vault.run(classifySearch, { search: 'nothing-like-it', series: post, reason: 'none' })
    expect(done).toEqual({ classified: 0, same: 0, guarded: 0, bulk: null })
    expect(await vault.ask(bulkList, { limit: 5 })).toEqual([])
  })
})

describe('suggestions', () => {
  const suggested = async (id: string) => {
    const answer = queueSuggest.operation.output.parse(await vault.ask(queueSuggest, { records: [vault.idOf(id)] }))
    return Object(answer)[0].suggestions
  }

  it('say what rules say and what earlier decisions have in common, and forget what is destroyed', async () => {
    expect(await suggested('road-3')).toEqual([])
    for (const id of ['road-0', 'road-1']) make(id, post)
    make('ferry', photographs)
    const [like] = await suggested('road-3')
    expect(like).toMatchObject({ series: post, rule: null })
    expect(like.like).toContainEqual({ what: 'word', value: 'harbor', decisions: 2, of: 2 })
    expect(like.like.map(({ value }: { value: string }) => value)).not.toContain('on')
    vault.command(rulesSave, { rules: [rule('roads', 1, claims, { words: { any: ['road'] } })] })
    expect(await suggested('road-3')).toMatchObject([{ series: claims, rule: 'Rule roads' }, { series: post }])
    vault.command(rulesSave, { rules: [] })
    vault.db.transaction(() => destroyRecord(vault.db, vault.idOf('road-0')))
    expect(await suggested('road-3')).toEqual([])
  })

  it('count no decision on many records', async () => {
    await vault.run(classifySearch, { search: 'road', series: post, reason: 'roads' })
    expect(await suggested('road-3')).toEqual([])
    make('ferry', photographs)
    const records = [vault.idOf('road-0'), vault.idOf('road-1')]
    vault.command(classifyRecords, { records, series: claims, reason: 'looked at them' })
    expect(await suggested('road-3')).toMatchObject([{ series: claims }])
  })
})

it('rules are tried without deciding: what each fits and decides, and where they disagree', async () => {
  make('road-0', claims)
  const rules = [
    rule('three', 1, photographs, { words: { any: ['three'] } }),
    rule('roads', 2, post, { words: { all: ['road closure'] } }),
  ]
  expect(await vault.ask(rulesTry, { rules, after: null })).toEqual({
    ...{ last: null, looked: 5, total: 5 },
    rules: [
      { id: 'three', matches: 1, decides: 1, earlier: 0, later: 0 },
      { id: 'roads', matches: 4, decides: 2, earlier: 0, later: 0 },
    ],
    conflicts: [{ wins: 'three', loses: 'roads', records: 1, example: vault.idOf('road-2') }],
  })
  expect(seriesNow()).toMatchObject({ 'road-1': null })
  // What stands by rules moves with them: photographs are kept for longer than posts.
  vault.command(rulesSave, { rules: rules.slice(1) })
  await vault.run(classifyRules, {})
  const [longer] = [rule('roads', 1, photographs, { words: { all: ['road closure'] } })]
  expect(await vault.ask(rulesTry, { rules: [longer], after: null })).toMatchObject({
    rules: [{ id: 'roads', matches: 4, decides: 3, earlier: 0, later: 3 }],
  })
})
