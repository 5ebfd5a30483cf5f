// What a purge plan must refuse, block or notice.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import purgeSetTerms from '../../../electron/core/retention/commands/purge.set-terms.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import classifySearch from '../../../electron/core/retention/jobs/classify.search.ts'
import purgePlan from '../../../electron/core/retention/jobs/purge.plan.ts'
import purgeList from '../../../electron/core/retention/queries/purge.list.ts'
import purgeTerms from '../../../electron/core/retention/queries/purge.terms.ts'
import { sheetsOf } from '../../../electron/core/workbook/sheets.ts'
import { PlanSummary } from '../../../shared/contract/purge.ts'
import { adopted, attorney, openRetentionVault, type RetentionVault, scheduleFile, seriesOf } from './support.ts'

let vault: RetentionVault
beforeEach(() => {
  vault = openRetentionVault()
  vault.receive(
    Array.from({ length: 20 }, (_, at) => ({ id: `p${at}`, at: `2015-03-${10 + at}T20:00:00Z` })),
    '2015-03-31T00:00:00Z',
  )
})
afterEach(() => vault.close())

const list = { name: 'list.csv', csv: 'Number\n' }
const asked = { asOf: '2026-11-20', openRequests: list, claims: list, to: { plan: null, pdf: null, csv: null } }
const plan = async (more: object = {}) => PlanSummary.parse(await vault.run(purgePlan, { ...asked, ...more }))
const prepare = async (more: Parameters<typeof scheduleFile>[0] = {}) => {
  vault.command(scheduleImport, scheduleFile(more))
  await vault.run(classifySearch, { search: '', series: seriesOf.post, reason: 'all posts' })
}

describe('a plan', () => {
  it('is not drawn up without a schedule', async () => {
    await expect(plan()).rejects.toMatchObject({ code: 'SCHEDULE_MISSING' })
  })

  it('lets nothing go under a schedule whose codes nobody explained', async () => {
    await prepare({ legend: [] })
    const { eligible, byReason, notes } = await plan()
    expect([eligible, byReason.map(({ reason, records }) => [reason, records])]).toEqual([0, [['code-unmapped', 20]]])
    expect(notes).toEqual([expect.stringMatching(/does not explain AU, CL, CU, SU/)])
  })

  it('lets nothing go before the schedule is in force, and judges by the one that was in force on the day', async () => {
    await prepare({ adoptedOn: '2026-11-01', effectiveFrom: '2026-12-01' } as never)
    expect((await plan()).byReason).toMatchObject([{ reason: 'schedule-not-in-force', records: 20 }])
    vault.command(scheduleImport, adopted(vault.db))
    vault.command(
      scheduleImport,
      adopted(vault.db, { effectiveFrom: '2027-01-01', csv: 'Series code,Title,Retention\nX,Other,P\n' } as never),
    )
    expect((await plan()).eligible).toBe(20)
    expect((await plan({ asOf: '2027-01-01' })).byReason).toMatchObject([{ reason: 'series-unknown', records: 20 }])
  })

  it('is a report only, and says so, without both lists', async () => {
    await prepare()
    const without = await plan({ claims: null })
    expect([without.executable, without.eligible]).toEqual([false, 20])
    expect(without.notes).toEqual([
      expect.stringMatching(/cannot be executed: it was drawn up without the list of claims/),
    ])
    expect((await plan()).executable).toBe(true)
  })

  it('is a report with a list that is too old, by the days that the office set, and one of a day to come', async () => {
    await prepare()
    const dated = (datedOn: string) => plan({ claims: { ...list, datedOn } })
    expect((await dated('2026-10-21')).executable).toBe(true)
    const old = await dated('2026-10-20')
    expect([old.executable, old.notes]).toEqual([
      false,
      [
        expect.stringMatching(/“list.csv” is of October 20, 2026, and a list may be 30 days old/),
        expect.stringMatching(/of October 20, 2026, and another plan has one of October 21, 2026/),
      ],
    ])
    expect((await dated('2026-11-21')).notes).toEqual([expect.stringMatching(/has not come yet/)])
    const older = { listsWithinDays: 31, reason: 'The portal writes it once a month' }
    expect(() => vault.command(purgeSetTerms, older)).toThrow(/a second person must stand behind this/)
    expect(() => vault.command(purgeSetTerms, { ...older, reason: '', second: attorney })).toThrow(/Say why/)
    vault.command(purgeSetTerms, { ...older, second: attorney })
    expect([await vault.ask(purgeTerms, {}), (await dated('2026-10-20')).executable]).toEqual([
      { listsWithinDays: 31, reportEvery: null },
      true,
    ])
    // Younger lists take nobody else.
    expect(vault.command(purgeSetTerms, { listsWithinDays: 14 })).toMatchObject({ listsWithinDays: 14 })
    const kept = vault.db.all('SELECT days, set_by AS "by", second_by AS second FROM list_term ORDER BY id')
    expect(kept).toEqual([
      { days: 31, by: 'clerk', second: 'attorney' },
      { days: 14, by: 'clerk', second: null },
    ])
  })

  it('says what changed since last year, not since yesterday', async () => {
    await prepare()
    vault.setClock('2025-11-20T18:00:00Z')
    await plan({ asOf: '2016-12-31' })
    vault.setClock('2026-11-19T18:00:00Z')
    await plan({ asOf: '2026-11-19' })
    vault.setClock('2026-11-20T18:00:00Z')
    const pdf = vault.grantWrite('report.pdf')
    await plan({ to: { plan: null, pdf: pdf.grant, csv: null } })
    const text = execFileSync('pdftotext', ['-layout', pdf.path, '-'], { encoding: 'utf8' })
    expect(text).toMatch(/May be destroyed, by series, since the plan as of December 31, 2016/)
    expect(text).toMatch(/May be destroyed\s+2015\s+0\s+20\s+\+20/)
    expect(text).toMatch(/20 records of the 20 records of this plan, drawn by its digest/)
    expect(text).toMatch(/Memorandum/)
    expect(text).toMatch(/Packages that would be struck/)
    expect(text).toMatch(/The schedule’s rows/)
  })

  it('tells the one who signs the counts first, on its first page, and what must be known below them in numbers', async () => {
    await prepare({ legend: [] })
    const pdf = vault.grantWrite('report.pdf')
    const to = { plan: null, pdf: pdf.grant, csv: null }
    const { notes } = await plan({ asOf: '2027-01-01', claims: null, to })
    const first = execFileSync('pdftotext', ['-l', '1', '-layout', pdf.path, '-'], { encoding: 'utf8' })
    expect(notes).toHaveLength(3)
    expect(first).toMatch(
      /It cannot be carried out as it stands\. 3 notes\s+stand below[\s\S]*May be destroyed\s+0 records[\s\S]*Stays\s+20 records[\s\S]*Authority[\s\S]*Stays, by reason[\s\S]*Code not explained\s+20[\s\S]*Notes\s+1\. [\s\S]*2\. [\s\S]*3\. [\s\S]*Digest of the plan/,
    )
  })

  it('is written as a workbook, too: every row of the list, under the digest of the plan', async () => {
    await prepare()
    const [csv, xlsx] = [vault.grantWrite('list.csv'), vault.grantWrite('list.xlsx')]
    const { digest } = await plan({ to: { plan: null, pdf: null, csv: csv.grant, xlsx: xlsx.grant } })
    const read = await sheetsOf(readFileSync(xlsx.path), new AbortController().signal)
    const [head, ...rows] = 'sheets' in read ? (read.sheets[0]?.rows ?? []) : []
    expect(head?.at(-1)).toBe(`Plan, SHA-256 ${digest}`)
    const lines = readFileSync(csv.path, 'utf8').trim().split('\r\n').slice(1)
    expect(
      rows.map((row) =>
        row
          .slice(0, 10)
          .map((cell) => cell ?? '')
          .join(','),
      ),
    ).toEqual(lines)
  })

  it.each([
    ['an empty one', '', /it is empty/],
    ['one that is no CSV', 'Number\n"1\n', /cannot be read as a list/],
  ])('is not drawn up against a list that cannot be read: %s', async (_, csv, sentence) => {
    await prepare()
    await expect(plan({ claims: { name: 'claims.csv', csv } })).rejects.toThrow(sentence)
    expect(await vault.ask(purgeList, {})).toEqual([])
  })

  it('says that destruction is blocked while the clock is behind the ledger', async () => {
    await prepare()
    expect((await plan()).executable).toBe(true)
    vault.setClock('2026-11-20T17:00:00Z')
    const { executable, notes } = await plan()
    expect([executable, notes]).toEqual([
      false,
      [expect.stringMatching(/Destruction is blocked: this computer’s clock is behind/)],
    ])
  })

  it('binds what it saw: another version changes the digest, a hold takes its record out', async () => {
    await prepare()
    const first = await plan()
    vault.receive([{ id: 'p3', at: '2015-03-13T20:00:00Z', text: 'Other words' }], '2015-04-01T00:00:00Z')
    const second = await plan()
    expect([second.eligible, second.digest === first.digest]).toEqual([20, false])
    const scope = { search: null, accounts: [], from: null, to: null, recordIds: [vault.idOf('p3')] }
    vault.command(holdPlace, { label: 'Audit', basis: 'audit', orderedBy: 'Auditor', scope, document: null })
    expect(await plan()).toMatchObject({ eligible: 19, byReason: [{ reason: 'on-hold', records: 1 }] })
  })

  it('writes to no place that was not granted, and leaves nothing behind when it is cancelled', async () => {
    await prepare()
    const { grant, path } = vault.grantWrite('plan.json')
    await expect(plan({ to: { plan: 'grant-unknown', pdf: null, csv: null } })).rejects.toMatchObject({
      code: 'GRANT_UNKNOWN',
    })
    const input = { ...asked, to: { plan: grant, pdf: null, csv: null } }
    const filesIn = (folder: string) =>
      readdirSync(join(vault.folder, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
    vault.reopen()
    const before = filesIn('objects')
    await expect(vault.run(purgePlan, input, AbortSignal.abort())).rejects.toThrow()
    // The lists that it was to be checked against are announced, so that the next opening takes them away.
    expect(filesIn('staging').filter((name) => !name.startsWith('announced-'))).toEqual([])
    vault.reopen()
    expect([filesIn('objects'), filesIn('staging')]).toEqual([before, []])
    expect(readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)))).toEqual([])
    expect(await vault.ask(purgeList, {})).toEqual([])
  })
})
