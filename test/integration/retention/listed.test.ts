// The lists of open requests and claims beside what the vault knows: an entry that nobody knows stops approval and destruction until it is entered,
// held, or answered for by two persons.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import requestClose from '../../../electron/core/disclosure/commands/request.close.ts'
import requestOpen from '../../../electron/core/disclosure/commands/request.open.ts'
import requestReopen from '../../../electron/core/disclosure/commands/request.reopen.ts'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import holdRelease from '../../../electron/core/retention/commands/hold.release.ts'
import purgeAnswer from '../../../electron/core/retention/commands/purge.answer.ts'
import purgeLists from '../../../electron/core/retention/commands/purge.lists.ts'
import purgePage from '../../../electron/core/retention/jobs/purge.page.ts'
import purgePlan from '../../../electron/core/retention/jobs/purge.plan.ts'
import purgeReadList from '../../../electron/core/retention/queries/purge.read-list.ts'
import purgeState from '../../../electron/core/retention/queries/purge.state.ts'
import personAdd from '../../../electron/core/vault/commands/person.add.ts'
import { PlanState } from '../../../shared/contract/approval.ts'
import { holdPlace as placing } from '../../../shared/contract/hold.ts'
import { PlanSummary } from '../../../shared/contract/purge.ts'
import { Certificate } from '../../../shared/domain/disposition/destruction.ts'
import { PlanFile } from '../../../shared/domain/disposition/disposition.ts'
import { approved, executed, prepareSchedule } from './approved-plan.ts'
import { attorney, clerk, openRetentionVault, type RetentionVault } from './support.ts'

let vault: RetentionVault
beforeEach(async () => {
  vault = openRetentionVault()
  vault.receive(['a', 'b'].map((id) => ({ id, at: '2015-03-10T20:00:00Z' })))
  vault.receive([{ id: 'parks', at: '2016-05-05T20:00:00Z', account: vault.accounts[1] }])
  await prepareSchedule(vault)
})
afterEach(() => vault.close())

const NONE = 'Claim number,Matter\n'
const requests = (...lines: readonly string[]) => `Request Number,Status,Request Text\n${lines.join('\n')}\n`
const plan = async (openRequests: string, claims = NONE, to: object = {}) =>
  PlanSummary.parse(
    await vault.run(purgePlan, {
      asOf: '2026-11-20',
      openRequests: { name: 'portal.csv', csv: openRequests },
      claims: { name: 'claims.csv', csv: claims },
      to: { plan: null, pdf: null, csv: null, ...to },
    }),
  )
const state = async ({ id }: PlanSummary, at = '2026-11-20T19:00:00Z') =>
  PlanState.parse(await vault.ask(purgeState, { plan: id, at: Date.parse(at) }))
const standings = async (one: PlanSummary, at?: string) =>
  (await state(one, at)).listed.rows.map(({ number, standing, open }) => [number, standing, open])
const enter = (id: string, more: object = {}) =>
  vault.command(requestOpen, {
    ...{ id, receivedOn: '2026-11-02', channel: 'portal', requester: 'Jane Ortiz', immediateDisclosure: false },
    ...{ text: 'All posts of the parks', accounts: [vault.accounts[1]], from: null, to: null, search: '', ...more },
  })
const close = (id: string, on: string) =>
  vault.command(requestClose, { id, how: 'elsewhere', on, reason: 'answered by letter' })
const answer = async (one: PlanSummary, kind: string, more: object = {}) => {
  const { rows } = (await state(one)).listed
  const entries = rows.flatMap((row) => (row.open && row.kind === kind ? [row.key] : []))
  return vault.command(purgeAnswer, {
    ...{ plan: one.id, kind, entries, reason: 'Building permits alone', second: attorney },
    ...more,
  })
}
const place = (label: string, matter = '') =>
  placing.output.parse(
    vault.command(holdPlace, {
      ...{ label, matter, basis: 'claim', orderedBy: 'City Attorney', document: null },
      scope: { search: null, accounts: [], from: null, to: null, recordIds: [vault.idOf('a')] },
    }),
  )

describe('an open request that the vault does not know', () => {
  const list = requests('26-0007,Open,Posts of the parks', '26-0009,Closed,Budget')

  it('is told when the plan is drawn up, and stops approval and execution', async () => {
    const files = { plan: vault.grantWrite('plan.json'), pdf: vault.grantWrite('report.pdf') }
    const one = await plan(list, NONE, { plan: files.plan.grant, pdf: files.pdf.grant })
    expect(one).toMatchObject({ eligible: 3, executable: true, listedOpen: 1 })
    expect(one.notes[0]).toMatch(/^Before anybody can approve it: An entry .* is not known here: 26-0007\./)
    const { listed } = PlanFile.parse(JSON.parse(readFileSync(files.plan.path, 'utf8')))
    expect(listed).toMatchObject({ held: 0, closedInList: 1, notListed: [], rows: [{ number: '26-0007', open: true }] })
    const first = execFileSync('pdftotext', ['-layout', '-l', '1', files.pdf.path, '-'], { encoding: 'utf8' })
    expect(first).toMatch(/is not known here: 26-0007/)
    expect((await state(one)).missing[0]).toMatch(/is not known here: 26-0007/)
    expect(() => approved(vault, one)).toThrow(/26-0007.*Nothing was recorded/s)
    await expect(executed(vault, one)).rejects.toThrow(/is not known here: 26-0007.*Nothing was destroyed/s)
  })

  it('is held once it is entered, however it is spelled, and what it covers stays', async () => {
    const one = await plan(requests(' 26–0007 ,Open,Posts of the parks'))
    enter('R-1', { portal: '26-0007' })
    expect([await standings(one), (await state(one)).listed.held]).toEqual([[], 1])
    approved(vault, one)
    expect(await executed(vault, one)).toMatchObject({ destroyed: 2, skipped: 1 })
  })

  it('concerns nothing kept here where two persons say so, and the pages to sign and the certificate say who and why', async () => {
    const one = await plan(list)
    await expect(answer(one, 'open-requests', { second: clerk })).rejects.toThrow(/must be another/)
    await expect(answer(one, 'open-requests', { second: 'nobody' })).rejects.toMatchObject({ code: 'PERSON_UNKNOWN' })
    await expect(answer(one, 'open-requests', { hold: 1 })).rejects.toThrow(/entering it under Requests/)
    await expect(answer(one, 'open-requests', { entries: ['0'.repeat(64)] })).rejects.toThrow(/no entry of the lists/)
    expect(await answer(one, 'open-requests')).toEqual({ answered: 1 })
    expect((await state(one)).listed.rows).toMatchObject([
      {
        ...{ number: '26-0007', standing: 'unknown', open: false, words: 'Posts of the parks' },
        answer: { reason: 'Building permits alone', by: 'Rosa Imai', second: 'Dana Whitfield', until: '2026-12-20' },
      },
    ])
    const pages = vault.grantWrite('pages.pdf')
    await vault.run(purgePage, { plan: one.id, roles: ['city-attorney'], to: pages.grant })
    expect(execFileSync('pdftotext', ['-layout', pages.path, '-'], { encoding: 'utf8' })).toMatch(
      /concerns nothing kept here/,
    )
    approved(vault, one)
    const [json, pdf] = [vault.grantWrite('certificate.json'), vault.grantWrite('certificate.pdf')]
    expect(await executed(vault, one, { json: json.grant, pdf: pdf.grant })).toMatchObject({ destroyed: 3 })
    const { listed } = Certificate.parse(JSON.parse(readFileSync(json.path, 'utf8')))
    expect(listed).toEqual({
      held: 0,
      answered: [
        {
          ...{ id: 1, kind: 'open-requests', number: '26-0007', standing: 'unknown', hold: null },
          ...{ reason: 'Building permits alone', by: 'Rosa Imai', second: 'Dana Whitfield' },
          at: Date.parse('2026-11-20T18:00:00Z'),
        },
      ],
    })
    expect(execFileSync('pdftotext', ['-layout', pdf.path, '-'], { encoding: 'utf8' })).toMatch(
      /1\s+was\s+answered\s+for\s+by\s+two\s+persons[\s\S]*26-0007\s+not known here\s+concerns nothing kept/,
    )
  })

  it('is asked about again where it reads otherwise in a newer list, and when the answer is older than a list may be', async () => {
    const one = await plan(list)
    await answer(one, 'open-requests')
    const newer = (text: string) => {
      const csv = requests(`26-0007,Open,${text}`)
      const [openRequests, claims] = [csv, NONE].map((own) => ({ name: 'newer.csv', csv: own, datedOn: '2026-11-20' }))
      vault.command(purgeLists, { plan: one.id, openRequests, claims })
    }
    newer('posts of the  Parks')
    expect(await standings(one)).toEqual([['26-0007', 'unknown', false]])
    newer('Posts of the parks and the mayor')
    expect(await standings(one)).toEqual([['26-0007', 'unknown', true]])
    newer('Posts of the parks')
    expect(await standings(one, '2026-12-20T19:00:00Z')).toEqual([['26-0007', 'unknown', false]])
    expect(await standings(one, '2026-12-21T19:00:00Z')).toEqual([['26-0007', 'unknown', true]])
  })

  it('stops an execution where it stands in a list that is given after every approval', async () => {
    const one = await plan(requests())
    approved(vault, one)
    const [openRequests, claims] = [list, NONE].map((csv) => ({ name: 'newer.csv', csv, datedOn: '2026-11-20' }))
    vault.command(purgeLists, { plan: one.id, openRequests, claims })
    await expect(executed(vault, one)).rejects.toThrow(/is not known here: 26-0007/)
    vault.actAs(clerk)
    enter('26-0007')
    expect(await executed(vault, one)).toMatchObject({ destroyed: 2, skipped: 1 })
  })
})

describe('an open request that the vault knows', () => {
  it('holds what it covers also where it was opened between the approval and the execution', async () => {
    const one = await plan(requests())
    approved(vault, one)
    enter('26-0012')
    expect((await state(one)).listed.notListed).toEqual(['26-0012'])
    expect(await executed(vault, one)).toMatchObject({ destroyed: 2, skipped: 1 })
  })

  it('is told where it was closed here since the day of the list, and to be answered where that was before', async () => {
    for (const id of ['26-1', '26-2']) enter(id)
    close('26-1', '2026-11-20')
    close('26-2', '2026-11-19')
    const one = await plan(requests('26-1,Open,x', '26-2,Open,x'))
    expect(await standings(one)).toEqual([
      ['26-2', 'closed-here', true],
      ['26-1', 'closed-since', false],
    ])
    vault.command(requestReopen, { id: '26-2', reason: 'the portal has it open' })
    expect(await standings(one)).toEqual([['26-1', 'closed-since', false]])
    approved(vault, one)
  })
})

describe('a claim of the attorney’s list', () => {
  const claims = 'Claim number,Matter\nC-24-118,Doe v. City\nC-24-119,Audit of 2025\n'

  it('is held by the hold that bears its name or number; the others are to be answered', async () => {
    place('Doe v. City')
    place('Auditor’s hold', 'Letter of May 3, our file C-24-119')
    const one = await plan(requests(), claims)
    expect((await state(one)).listed.rows.map(({ number, standing, here }) => [number, standing, here])).toEqual([
      ['C-24-118', 'held', 'Doe v. City'],
      ['C-24-119', 'held', 'Auditor’s hold'],
    ])
    approved(vault, one)
    vault.command(holdRelease, { id: 1, releasedBy: 'attorney', document: { name: 'r.pdf', bytes: 'AAAA' } })
    await expect(executed(vault, one)).rejects.toThrow(/is under no hold here: C-24-118/)
  })

  it('is answered for by no two without the City Attorney, and by the hold that covers it while that stands', async () => {
    const other = place('The dog park matter')
    const one = await plan(requests(), claims)
    vault.command(personAdd, { id: 'lee', name: 'Lee Park', title: 'Director', role: 'department-head' })
    await expect(answer(one, 'claims', { second: 'lee' })).rejects.toMatchObject({ code: 'ATTORNEY_REQUIRED' })
    await expect(answer(one, 'claims', { hold: 7 })).rejects.toMatchObject({ code: 'HOLD_UNKNOWN' })
    expect(await answer(one, 'claims', { hold: other.id })).toEqual({ answered: 2 })
    expect((await state(one)).listed.rows.map(({ here, open }) => [here, open])).toEqual([
      ['The dog park matter', false],
      ['The dog park matter', false],
    ])
    vault.command(holdRelease, { id: other.id, releasedBy: 'attorney', document: { name: 'r.pdf', bytes: 'AAAA' } })
    expect(await standings(one)).toEqual([
      ['C-24-118', 'no-hold', true],
      ['C-24-119', 'no-hold', true],
    ])
    expect(await answer(one, 'claims')).toEqual({ answered: 2 })
    approved(vault, one)
    expect(await executed(vault, one)).toMatchObject({ destroyed: 2 })
  })
})

describe('a list of which nobody knows which column holds the numbers', () => {
  const csv = 'Vorgang;Betreff\n26-0007;Posts\n'

  it('is refused with its headings, and read once somebody says which it is', async () => {
    await expect(plan(csv)).rejects.toThrow(/no column that is known to hold.*“Vorgang”, “Betreff”.*say which column/s)
    const list = { name: 'portal.csv', csv }
    expect(await vault.ask(purgeReadList, { kind: 'open-requests', list })).toEqual({
      headings: ['Vorgang', 'Betreff'],
      read: null,
    })
    const said = { ...list, numberColumn: 'Vorgang' }
    expect(await vault.ask(purgeReadList, { kind: 'open-requests', list: said })).toMatchObject({
      read: { numberIn: 'Vorgang', entries: 1 },
    })
    enter('26-0007')
    const one = await plan(requests())
    const claims = { name: 'claims.csv', csv: NONE }
    expect(() => vault.command(purgeLists, { plan: one.id, openRequests: list, claims })).toThrow(/“Vorgang”/)
    vault.command(purgeLists, { plan: one.id, openRequests: said, claims })
    expect((await state(one)).listed).toMatchObject({ held: 1, rows: [] })
  })
})
