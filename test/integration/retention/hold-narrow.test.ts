// Holds are placed at once and narrowed later: by the attorney's paper alone, with what was covered before kept; and the notice to the liaisons.
import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import classifyRecords from '../../../electron/core/retention/commands/classify.records.ts'
import holdNarrow from '../../../electron/core/retention/commands/hold.narrow.ts'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import holdNotice from '../../../electron/core/retention/jobs/hold.notice.ts'
import purgePlan from '../../../electron/core/retention/jobs/purge.plan.ts'
import holdAccounts from '../../../electron/core/retention/queries/hold.accounts.ts'
import { holdPlace as placing } from '../../../shared/contract/hold.ts'
import { PlanSummary } from '../../../shared/contract/purge.ts'
import { openRetentionVault, scheduleFile, seriesOf } from './support.ts'

const vault = openRetentionVault('2026-11-20T18:00:00Z')
const email = {
  name: 'order.eml',
  bytes: Buffer.from('From: attorney\r\nSubject: Hold\r\n\r\nNow.').toString('base64'),
}
const everything = { search: null, accounts: [1], from: null, to: null, recordIds: [] }
const plan = async () => {
  const to = { plan: null, pdf: null, csv: null }
  return PlanSummary.parse(await vault.run(purgePlan, { asOf: '2026-11-20', openRequests: null, claims: null, to }))
}
const narrow = (more: object = {}) =>
  vault.command(holdNarrow, {
    id: 1,
    scope: { ...everything, search: 'ferry' },
    signedBy: 'attorney',
    document: email,
    ...more,
  })

beforeAll(() => {
  vault.command(scheduleImport, scheduleFile())
  vault.receive([
    { id: 'ferry', at: '2018-05-05T19:00:00Z', text: 'The ferry' },
    { id: 'road', at: '2018-05-06T19:00:00Z', text: 'The road' },
    { id: 'parks', at: '2018-05-06T19:00:00Z', text: 'The ferry', account: vault.accounts[1] },
  ])
  const records = ['ferry', 'road', 'parks'].map((id) => vault.idOf(id))
  vault.command(classifyRecords, { records, series: seriesOf.post, reason: 'x' })
  const order = { label: 'Hold 2026-4', matter: 'The Ruiz affair', basis: 'litigation', orderedBy: 'City Attorney' }
  vault.command(holdPlace, { ...order, scope: everything, document: email })
})
afterAll(() => vault.close())

describe('a hold that was placed on whole accounts by an e-mail', () => {
  it('is narrowed by the City Attorney’s paper alone, and stands whole until then', async () => {
    expect(await plan()).toMatchObject({ eligible: 1, excluded: 2 })
    expect(() => narrow({ signedBy: 'clerk' })).toThrow(/not registered as City Attorney.*stands as it was/)
    expect(() => narrow({ signedBy: 'nobody' })).toThrow(/knows nobody called “nobody”/)
    expect(() => narrow({ id: 9 })).toThrow(/is not in this vault/)
    expect(() => narrow({ scope: { ...everything, accounts: [7] } })).toThrow(/stands as it was/)
    expect(await plan()).toMatchObject({ eligible: 1, excluded: 2 })
  })

  it('lets go what its new scope does not cover, and keeps what it covered before with the paper', async () => {
    expect(narrow()).toEqual({ covered: 1, before: 2 })
    expect(await plan()).toMatchObject({ eligible: 2, waiting: 1, excluded: 1 })
    const kept = vault.db.all<{ scope: string; by: string }>('SELECT scope, signed_by AS "by" FROM hold_scope')
    expect(kept.map(({ scope, by }) => [JSON.parse(scope), by])).toEqual([[everything, 'attorney']])
  })

  it('covers what comes later by its new scope', async () => {
    const [late] = vault.receive([{ id: 'late', at: '2018-06-01T19:00:00Z', text: 'Another ferry' }])
    vault.command(classifyRecords, { records: [late], series: seriesOf.post, reason: 'x' })
    expect(await plan()).toMatchObject({ eligible: 2, excluded: 2 })
  })

  it('names the accounts to capture now, in the way in which each was captured before', async () => {
    vault.db.run("UPDATE account SET department = 'Parks', liaison = 'Noor Haddad' WHERE handle = 'AlderBayParks'")
    const scope = { address: 'https://parks.example/feed', kinds: [], from: null, to: null, depth: null }
    const kept = { ...scope, signedIn: false, closed: false }
    vault.db.run(
      `INSERT INTO capture (id, account_id, job_id, way, address, scope, started_at, ended_at, outcome, sentence)
       VALUES (1, 2, 'job-1', 'feed', 'https://parks.example/feed', ?, 1000, 2000, 'complete', 'Seen.')`,
      JSON.stringify(kept),
    )
    const parks = {
      account: 2,
      name: 'x: @AlderBayParks',
      department: 'Parks',
      liaison: 'Noor Haddad',
      personal: false,
    }
    const order = { account: 2, way: 'feed', scope: kept, attorney: null, terms: null }
    const city = { account: 1, name: 'x: @AlderBayCity', department: '', liaison: '', personal: false, captured: null }
    expect(await vault.ask(holdAccounts, { id: 1 })).toEqual([{ ...city, records: 1, order: null }])
    const placed = { label: 'Anything', basis: 'audit', orderedBy: 'Auditor', document: null }
    const place = (asked: object) => placing.output.parse(vault.command(holdPlace, asked))
    const wide = place({ ...placed, scope: { ...everything, accounts: [], search: 'road' } })
    expect(await vault.ask(holdAccounts, { id: wide.id })).toEqual([
      { ...city, records: 1, order: null },
      { ...parks, records: 0, captured: 1000, order },
    ])
    const one = { ...everything, accounts: [], recordIds: [vault.idOf('parks')] }
    const single = place({ ...placed, scope: one })
    expect(await vault.ask(holdAccounts, { id: single.id })).toEqual([{ ...parks, records: 1, captured: 1000, order }])
    await expect(async () => vault.ask(holdAccounts, { id: 99 })).rejects.toThrow(/no hold 99/)
    const { grant, path } = vault.grantWrite('pages.pdf')
    expect(await vault.run(holdNotice, { id: wide.id, to: grant })).toEqual({ pages: 2 })
    const [first, second] = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).split('\f')
    expect(first).toMatch(/To\s+Noor Haddad[\s\S]*x: @AlderBayParks\s+Parks/)
    expect(first).not.toMatch(/AlderBayCity/)
    expect(second).toMatch(/names no liaison for them[\s\S]*x: @AlderBayCity/)
  })

  it('has a notice for the liaisons with its label and accounts, and nothing of the matter', async () => {
    const { grant, path } = vault.grantWrite('notice.pdf')
    expect(await vault.run(holdNotice, { id: 1, to: grant })).toEqual({ pages: 1 })
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
    expect(text).toMatch(/Do not delete/)
    expect(text).toMatch(/Hold 2026-4[\s\S]*x: @AlderBayCity/)
    expect(text).not.toMatch(/Ruiz|AlderBayParks/)
    expect(vault.db.get("SELECT place FROM issued WHERE kind = 'hold-notice' AND subject = 'hold 1'")).toEqual({
      place: path,
    })
  })
})
