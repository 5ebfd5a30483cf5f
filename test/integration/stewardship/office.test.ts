// The office around the records: its calendar, its people, its schedules one after another, and what has become due.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import calendarClose from '../../../electron/core/disclosure/commands/calendar.close.ts'
import calendarReopen from '../../../electron/core/disclosure/commands/calendar.reopen.ts'
import calendarYear from '../../../electron/core/disclosure/commands/calendar.year.ts'
import requestOpen from '../../../electron/core/disclosure/commands/request.open.ts'
import calendarEffect from '../../../electron/core/disclosure/queries/calendar.effect.ts'
import calendarShow from '../../../electron/core/disclosure/queries/calendar.show.ts'
import requestClock from '../../../electron/core/disclosure/queries/request.clock.ts'
import classifyRecords from '../../../electron/core/retention/commands/classify.records.ts'
import rulesSave from '../../../electron/core/retention/commands/rules.save.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import seriesAnswer from '../../../electron/core/retention/commands/series.answer.ts'
import retentionPast from '../../../electron/core/retention/queries/retention.past.ts'
import scheduleCompare from '../../../electron/core/retention/queries/schedule.compare.ts'
import scheduleList from '../../../electron/core/retention/queries/schedule.list.ts'
import scheduleMoved from '../../../electron/core/retention/queries/schedule.moved.ts'
import scheduleSheets from '../../../electron/core/retention/queries/schedule.sheets.ts'
import personChange from '../../../electron/core/vault/commands/person.change.ts'
import personEnd from '../../../electron/core/vault/commands/person.end.ts'
import type { QueryHandler } from '../../../electron/core/vault/handler.ts'
import personHistory from '../../../electron/core/vault/queries/person.history.ts'
import vaultSetup from '../../../electron/core/vault/queries/vault.setup.ts'
import { refuseStranger } from '../../../electron/core/vault/repository/account/people.ts'
import * as calendars from '../../../shared/contract/calendar.ts'
import type { Operation } from '../../../shared/contract/define.ts'
import * as peoples from '../../../shared/contract/people.ts'
import * as requests from '../../../shared/contract/request.ts'
import * as schedules from '../../../shared/contract/schedule.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { workbook } from '../../fixtures/workbook.ts'
import {
  adopted,
  attorney,
  openRetentionVault,
  type RetentionVault,
  rule,
  scheduleFile,
  seriesOf,
} from '../retention/support.ts'

const contract = { ...calendars, ...peoples, ...requests, ...schedules }

let vault: RetentionVault
const ask = async <Input extends z.ZodType, Output extends z.ZodType>(
  handler: QueryHandler,
  operation: Operation<string, 'query', Input, Output>,
  input: z.input<Input>,
) => operation.output.parse(await vault.ask(handler, input))
beforeAll(() => {
  vault = openRetentionVault()
})
afterAll(() => vault.close())

describe('the calendar', () => {
  const flood = { date: '2026-11-30', reason: 'Flood', authority: 'City Administrator, order 26-4' }

  it('moves the deadlines of open requests by a closure day, says so before and after, and back', async () => {
    vault.command(requestOpen, {
      ...{
        id: '26-1',
        receivedOn: '2026-11-20',
        channel: 'email',
        requester: 'R. Ito',
        text: 'storm',
        accounts: [],
        search: '',
      },
      ...{ from: null, to: null, immediateDisclosure: false },
    })
    const due = async () => (await ask(requestClock, contract.requestClock, { id: '26-1' })).dates[0]?.due
    const moved = [
      {
        ...{ request: '26-1', duty: 'cpra-determination' },
        ...{ before: '2026-11-30', after: '2026-12-01', statutoryBefore: '2026-11-30', statutoryAfter: '2026-12-01' },
      },
    ]
    expect([await due(), await vault.ask(calendarEffect, { date: flood.date })]).toEqual(['2026-11-30', moved])
    expect(vault.command(calendarClose, flood)).toEqual({ id: 1, moved })
    expect(() => vault.command(calendarClose, flood)).toThrow(/November 30, 2026 is a closure day already/)
    expect(() => vault.command(calendarClose, { ...flood, date: '2026-11-29' })).toThrow(/is a Sunday/)
    expect(await due()).toBe('2026-12-01')
    vault.command(calendarReopen, { id: 1, reason: 'Wrong day' })
    expect(() => vault.command(calendarReopen, { id: 1, reason: 'Again' })).toThrow(/no closure 1 that counts/)
    const { closures } = await ask(calendarShow, contract.calendarShow, {})
    expect([await due(), closures]).toEqual([
      '2026-11-30',
      [expect.objectContaining({ ...flood, id: 1, withdrawnReason: 'Wrong day' })],
    ])
  })

  it('takes a year of holidays, which then count, and refuses a list that contradicts itself', async () => {
    const year = { set: 'city', year: 2026, source: 'Personnel Manual 3.2' }
    const day = (date: string) => ({ date, name: 'Founders’ Day', doubt: null })
    expect(() => vault.command(calendarYear, { ...year, days: [day('2027-01-04')] })).toThrow(/not in 2026/)
    expect(() => vault.command(calendarYear, { ...year, days: [day('2026-11-30'), day('2026-11-30')] })).toThrow(
      /twice/,
    )
    const { moved } = contract.calendarYear.output.parse(
      vault.command(calendarYear, { ...year, days: [day('2026-11-30')] }),
    )
    expect(moved).toMatchObject([{ request: '26-1', before: '2026-11-30', after: '2026-12-01' }])
    const { dates, remarks } = await ask(requestClock, contract.requestClock, { id: '26-1' })
    expect([dates[0]?.due, remarks]).toEqual(['2026-12-01', []])
    const { years } = await ask(calendarShow, contract.calendarShow, {})
    expect(years.map(({ set, year: of, entered }) => [set, of, entered !== null])).toEqual([
      ['city', 2026, true],
      ['judicial', 2026, false],
    ])
  })
})

describe('people', () => {
  it('change roles, leave and come back; what they were stays known, and who left can’t act', async () => {
    const person = { id: attorney, name: 'A. Attorney', title: 'City Attorney', role: 'city-attorney' }
    vault.command(personChange, { ...person, title: 'Chief Deputy', role: 'city-attorney', reason: 'Promoted' })
    vault.command(personEnd, { id: attorney, reason: 'Retired' })
    expect(() => refuseStranger(vault.db, attorney)).toThrow(/acts in this vault no more/)
    expect(() => vault.command(personEnd, { id: attorney, reason: 'Retired' })).toThrow(/no more already/)
    expect(() => vault.command(personEnd, { id: 'clerk', reason: 'Retired' })).toThrow(/is the last who may act/)
    expect(() => refuseStranger(vault.db, PersonId.parse('nobody'))).toThrow(/Nobody called nobody/)
    vault.command(personChange, { ...person, title: 'Special Counsel', reason: 'Back for the trial' })
    refuseStranger(vault.db, attorney)
    const history = await ask(personHistory, contract.personHistory, {})
    const theirs = history.filter((change) => change.person === attorney)
    expect(theirs.map(({ kind, title, reason }) => [kind, title, reason])).toEqual([
      ['returned', 'Special Counsel', 'Back for the trial'],
      ['ended', 'Chief Deputy', 'Retired'],
      ['changed', 'Chief Deputy', 'Promoted'],
      ['added', expect.any(String), ''],
    ])
  })
})

describe('schedules one after another', () => {
  const post = (id: string, at: string) => ({ id, at, text: id })

  it('are taken from a sheet of a workbook, kept as the workbook that it was', async () => {
    const bytes = workbook({
      Legend: [['Code'], ['CU']],
      Schedule: [
        ['Series code', 'Title', 'Retention'],
        ['SM', 'Posts', 'CU+2'],
        ['7', 'Counts', { number: '3' }],
      ],
    })
    const sheets = await ask(scheduleSheets, contract.scheduleSheets, {
      fileName: 's.xlsx',
      workbook: bytes.toString('base64'),
    })
    expect(sheets).toEqual([
      { name: 'Legend', rows: 2, csv: 'Code\nCU\n' },
      { name: 'Schedule', rows: 3, csv: 'Series code,Title,Retention\nSM,Posts,CU+2\n7,Counts,3\n' },
    ])
    const taken = vault.command(
      scheduleImport,
      scheduleFile({
        fileName: 's.xlsx',
        csv: sheets[1]?.csv ?? '',
        workbook: bytes.toString('base64'),
        name: 'First',
        authority: { name: '24-031.pdf', bytes: Buffer.from('%PDF-1.7 resolution').toString('base64') },
      }),
    )
    expect(taken).toMatchObject({ id: 1, reading: { series: 2 } })
    await expect(
      ask(scheduleSheets, contract.scheduleSheets, { fileName: 's.xlsx', workbook: 'AAAA' }),
    ).rejects.toThrow(/^s\.xlsx is no workbook that can be opened/)
  })

  it('are compared with the records that they move, and nothing is changed by asking', async () => {
    vault.receive([
      post('1', '2022-03-05T18:00:00Z'),
      post('2', '2023-03-05T18:00:00Z'),
      post('3', '2025-03-05T18:00:00Z'),
    ])
    const records = ['1', '2', '3'].map((native) => vault.idOf(native))
    vault.command(classifyRecords, { records, series: 'SM', reason: 'all of it' })
    vault.command(rulesSave, { rules: [rule('all', 1, 'SM')] })
    const second = scheduleFile({ csv: 'Series code,Title,Retention\nSM,Posts,CU+3\n8,New,P\n', name: 'Second' })
    const asked = await vault.ask(scheduleCompare, { from: 1, to: { file: second }, asOf: '2026-11-20' })
    expect(asked).toMatchObject({
      difference: { added: [{ code: '8' }], removed: [{ code: '7' }], changed: [{ code: 'SM' }] },
      effects: [{ code: 'SM', title: 'Posts', before: 3, after: 3, dueBefore: 2, dueAfter: 1, earlier: 0, later: 3 }],
      takesTwo: false,
      orphaned: 0,
      rules: [],
    })
    const movedOf = (to: z.input<typeof contract.scheduleMoved.input>['to']) =>
      ask(scheduleMoved, contract.scheduleMoved, { from: 1, to, code: 'SM', after: null })
    expect(await movedOf({ file: second })).toEqual({
      records: [
        { record: records[0], made: '2022-03-05', move: 'later', was: '2025-01-01', is: '2026-01-01' },
        { record: records[1], made: '2023-03-05', move: 'later', was: '2026-01-01', is: '2027-01-01' },
        { record: records[2], made: '2025-03-05', move: 'later', was: '2028-01-01', is: '2029-01-01' },
      ],
      next: null,
    })
    vault.command(
      scheduleImport,
      adopted(vault.db, { csv: `Title,Retention,Series code\nCouncil,P,${seriesOf.minutes}\n`, name: 'Third' }),
    )
    expect(await vault.ask(scheduleCompare, { from: 1, to: { id: 2 }, asOf: '2026-11-20' })).toMatchObject({
      effects: [{ code: 'SM', before: 3, after: 0, dueBefore: 2, dueAfter: 0 }],
      orphaned: 3,
      rules: ['all'],
    })
    const list = await ask(scheduleList, contract.scheduleList, {})
    expect(list.map(({ paper }) => paper)).toEqual([null, '24-031.pdf'])
    expect(list.map(({ id, name, source, series }) => [id, name, source, series])).toEqual([
      [2, 'Third', 'schedule.csv', 1],
      [1, 'First', 's.xlsx', 2],
    ])
  })

  it('make records due, which is counted once', async () => {
    const shorter = { csv: 'Series code,Title,Retention\nSM,Posts,CU+2\n' }
    // The request of this file has touched records, and SM was nowhere before: its records come from no end to one.
    const alone = { ...adopted(vault.db, shorter), second: null }
    expect(() => vault.command(scheduleImport, alone)).toThrow(/series SM would go earlier .* second person/)
    expect(() => vault.command(scheduleImport, { ...alone, second: 'clerk' })).toThrow(/must be another/)
    vault.command(scheduleImport, adopted(vault.db, shorter))
    vault.command(seriesAnswer, { series: ['SM'], kinds: [], basis: 'read', second: attorney })
    const past = (asOf: string, since: string | null = null) => vault.ask(retentionPast, { asOf, since })
    expect(await past('2026-11-20')).toEqual([{ series: 'SM', title: 'Posts', records: 2, before: '2024-01-01' }])
    expect(await past('2026-11-20', '2025-06-01')).toEqual([
      { series: 'SM', title: 'Posts', records: 1, before: '2024-01-01' },
    ])
    expect(await past('2026-11-20', '2026-11-20')).toEqual([])
    expect(await vault.ask(vaultSetup, {})).toEqual({ ruleSets: 1, lastBackup: null })
  })
})
