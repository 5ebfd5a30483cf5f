// A purge plan worked out by hand: as of 20 November 2026 in California, one record for each way to stay or to go.
// Schedule: posts CU+2, messages CU+3, minutes P, claims CL+5, photographs SU+2; the legend explains CU and CL, not SU.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import classifyRecords from '../../electron/core/retention/commands/classify.records.ts'
import holdPlace from '../../electron/core/retention/commands/hold.place.ts'
import scheduleImport from '../../electron/core/retention/commands/schedule.import.ts'
import purgePlan from '../../electron/core/retention/jobs/purge.plan.ts'
import purgeList from '../../electron/core/retention/queries/purge.list.ts'
import { PlanSummary } from '../../shared/contract/purge.ts'
import { PlanFile } from '../../shared/domain/disposition/disposition.ts'
import { alderBayLegend } from '../fixtures/schedule/build.ts'
import type { TestRecord } from '../integration/retention/items.ts'
import { openRetentionVault, scheduleFile, seriesOf } from '../integration/retention/support.ts'

const { post, message, minutes, claims, photographs } = seriesOf

/** Record, its series, and what must come of it: the day since which it may go, or the reason and the day until which it stays. */
const golden: [
  record: TestRecord,
  series: string | null,
  since: string | null,
  reason: string | null,
  until: string | null,
][] = [
  // No time at all: before all others in the plan, and never eligible.
  [{ id: 'undated', at: null }, post, null, 'date-unknown', null],
  // 5 May 2018: current year ends 2018, two years more are 2019 and 2020.
  [{ id: 'old', at: '2018-05-05T19:00:00Z' }, post, '2021-01-01', null, null],
  // Removed by the platform: the City's copy is the record, and goes like any other.
  [{ id: 'removed', at: '2018-05-06T19:00:00Z', state: 'deleted' }, post, '2021-01-01', null, null],
  // The search of the hold finds it.
  [
    { id: 'held', at: '2018-07-04T19:00:00Z', text: 'The ferry and the fireworks' },
    post,
    null,
    'on-hold',
    '2021-01-01',
  ],
  // Of 2018, but an export of February 2025 shows other words: age runs from there, so current year 2025, then 2026 and 2027.
  [{ id: 'edited', at: '2018-09-01T19:00:00Z' }, post, null, 'not-yet', '2028-01-01'],
  // An open request holds the second account in 2019.
  [{ id: 'requested', at: '2019-06-01T19:00:00Z', account: 2 as never }, post, null, 'on-hold', '2022-01-01'],
  [{ id: 'minutes', at: '2019-07-01T19:00:00Z' }, minutes, null, 'permanent', null],
  [{ id: 'claim', at: '2019-08-01T19:00:00Z' }, claims, null, 'awaiting-trigger', null],
  [{ id: 'photo', at: '2019-09-01T19:00:00Z' }, photographs, null, 'code-unmapped', null],
  [{ id: 'untagged', at: '2019-10-01T19:00:00Z' }, null, null, 'untagged', null],
  // A message of 2022 with three more years: 2023, 2024, 2025.
  [{ id: 'dm', at: '2022-03-03T19:00:00Z', kind: 'message' }, message, '2026-01-01', null, null],
  [{ id: 'dm-later', at: '2023-03-03T19:00:00Z', kind: 'message' }, message, null, 'not-yet', '2027-01-01'],
  // Half an hour before midnight of 31 December 2023 in California, and already 2024 in UTC.
  [{ id: 'eve', at: '2024-01-01T07:30:00Z' }, post, '2026-01-01', null, null],
  // An hour later it is 2024 here too, and the period ends a year later.
  [{ id: 'new-year', at: '2024-01-01T08:30:00Z' }, post, null, 'not-yet', '2027-01-01'],
]

const lists = {
  openRequests: { name: 'open-requests.csv', csv: 'Number,Received\r\n26-0007,2026-11-02\r\n26-0009,2026-11-12\r\n' },
  claims: { name: 'claims.csv', csv: '\ufeffClaim,Filed\n' },
}
const untagged = 'No series of the schedule is assigned to it'
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const vault = openRetentionVault('2026-11-20T18:00:00Z')
const outputs = {
  plan: vault.grantWrite('plan.json'),
  pdf: vault.grantWrite('report.pdf'),
  csv: vault.grantWrite('list.csv'),
}
const to = { plan: outputs.plan.grant, pdf: outputs.pdf.grant, csv: outputs.csv.grant }
const run = async () => PlanSummary.parse(await vault.run(purgePlan, { asOf: '2026-11-20', ...lists, to }))
let summary: PlanSummary

beforeAll(async () => {
  vault.receive(
    golden.map(([record]) => record),
    '2024-06-01T12:00:00Z',
  )
  vault.receive([{ id: 'edited', at: '2018-09-01T19:00:00Z', text: 'Other words' }], '2025-02-01T12:00:00Z')
  vault.command(scheduleImport, scheduleFile({ legend: alderBayLegend().slice(0, 2) }))
  for (const [{ id, kind }, series] of golden) {
    if (series) vault.command(classifyRecords, { records: [vault.idOf(id, kind)], series, reason: 'for the test' })
  }
  const scope = { search: 'ferry', accounts: [], from: null, to: null, recordIds: [] }
  vault.command(holdPlace, {
    label: 'Doe v. City',
    basis: 'litigation',
    orderedBy: 'City Attorney',
    scope,
    document: null,
  })
  const request = JSON.stringify({ accounts: [2], from: '2019-01-01', to: '2019-12-31' })
  vault.db.run("INSERT INTO request VALUES ('26-0007', ?, '2026-11-02', 1, NULL, 'open')", request)
  summary = await run()
})
afterAll(() => vault.close())

const planText = () => readFileSync(outputs.plan.path, 'utf8')
const plan = () => PlanFile.parse(JSON.parse(planText()))

describe('the golden purge plan', () => {
  it('holds every record once, in the order of time, with the day and the reason worked out by hand', () => {
    const native = new Map(golden.map(([{ id, kind }]) => [vault.idOf(id, kind), id]))
    const { records, excluded } = plan()
    const told = [
      ...records.map(({ recordId, series, eligibleOn }) => [native.get(recordId), series, eligibleOn, null, null]),
      ...excluded.map(({ recordId, reason, on }) => [native.get(recordId), reason, on]),
    ]
    const expected = [
      ...golden.flatMap(([{ id }, series, since]) => (since ? [[id, series, since, null, null]] : [])),
      ...golden.flatMap(([{ id }, , , reason, until]) => (reason ? [[id, reason, until]] : [])),
    ]
    expect(told).toEqual(expected)
    expect(excluded.flatMap(({ reason, detail }) => (reason === 'on-hold' ? [detail] : []))).toEqual([
      'Doe v. City',
      'Request 26-0007',
    ])
  })

  it('says under which schedule, for whom, and against which lists it was drawn up', () => {
    const { records: _, excluded: __, packages, digest: ___, vaultId, ...rest } = plan()
    expect(rest).toEqual({
      format: 'muniment-purge-plan',
      formatVersion: 2,
      city: 'City of Alder Bay',
      zone: 'America/Los_Angeles',
      asOf: '2026-11-20',
      drawnUpAt: Date.parse('2026-11-20T18:00:00Z'),
      drawnUpBy: 'Rosa Imai, Records Clerk',
      unit: 'thread',
      schedule: {
        name: 'Alder Bay schedule',
        resolution: 'Resolution 24-031',
        adoptedOn: '2009-12-01',
        effectiveFrom: '2010-01-01',
      },
      openRequests: {
        name: 'open-requests.csv',
        digest: sha256(lists.openRequests.csv),
        rows: 2,
        datedOn: '2026-11-20',
      },
      claims: { name: 'claims.csv', digest: sha256(lists.claims.csv), rows: 0, datedOn: '2026-11-20' },
      // 26-0007 is an open request here and holds. Nobody here knows 26-0009: it is named by the digest of what the list says of it.
      listed: {
        rows: [
          {
            ...{ kind: 'open-requests', number: '26-0009', words: '', standing: 'unknown', here: '' },
            ...{ key: sha256('["open-requests","26-0009",""]'), answer: null, open: true },
          },
        ],
        held: 1,
        closedInList: 0,
        notListed: [],
      },
      listsWithinDays: 30,
      departments: [{ department: '', accounts: [1], records: 4 }],
      // The office's own files: no series was chosen for them, so they stay.
      files: [],
      filesKept: [
        { kind: 'request-file', id: '26-0007', reason: 'untagged', on: null, detail: untagged },
        { kind: 'hold-file', id: '1', reason: 'untagged', on: null, detail: untagged },
      ],
      list: sha256(readFileSync(outputs.csv.path)),
    })
    // The export of 2024 holds held posts beside old ones, that of the changed post nothing that goes.
    expect(packages).toMatchObject([{ name: 'export.zip', records: 4, held: 1, waiting: 4 }])
    expect(vaultId).toMatch(/^[0-9a-f]{32}$/)
  })

  it('is bound by its digest, and its records by their salted commitments', () => {
    const { digest, ...body } = JSON.parse(planText())
    const canonical = JSON.stringify(body, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
        : value,
    )
    expect([sha256(canonical), summary.digest]).toEqual([digest, digest])
    for (const { recordId, commitment } of plan().records) {
      const seal = vault.db.get<{ digest: Uint8Array; salt: Uint8Array }>(
        'SELECT version.digest, salt FROM version JOIN observation USING (record_id, number) WHERE record_id = ?',
        recordId,
      )
      const sealed = createHash('sha256')
        .update(Buffer.from([2]))
        .update(seal?.salt ?? '')
        .update(seal?.digest ?? '')
        .digest()
      expect(createHash('sha256').update(`${recordId}\n1\n`).update(sealed).digest('hex')).toBe(commitment)
    }
  })

  it('is summed up, kept and listed', async () => {
    expect(summary).toMatchObject({
      eligible: 4,
      waiting: 4,
      excluded: 10,
      executable: true,
      bySeries: [
        { series: post, title: 'Social media: posts and replies', eligible: 3 },
        { series: message, title: 'Social media: direct messages', eligible: 1 },
      ],
      listedOpen: 1,
      notes: [expect.stringMatching(/not known here: 26-0009\./), expect.stringMatching(/does not explain AU, SU/)],
    })
    expect(summary.byReason.map(({ reason, records }) => [reason, records])).toEqual([
      ['on-hold', 2],
      ['permanent', 1],
      ['not-yet', 3],
      ['awaiting-trigger', 1],
      ['untagged', 1],
      ['code-unmapped', 1],
      ['date-unknown', 1],
    ])
    expect(await vault.ask(purgeList, {})).toEqual([summary])
  })

  it('comes with a list of every record', () => {
    const lines = readFileSync(outputs.csv.path, 'utf8').split('\r\n')
    // Above its last column, which is empty, it says what it is of: a loose file has no other place for it.
    const { city, vaultId, asOf, drawnUpAt } = PlanFile.parse(JSON.parse(planText()))
    const of = `"${city}, as of ${asOf}, drawn up ${new Date(drawnUpAt).toISOString()}, vault ${vaultId}"`
    expect(lines[0]).toBe(`\ufeffRecord,Account,Native id,Kind,Local date,Series,Verdict,Reason,Eligible on,${of}`)
    expect(lines.slice(1).map((line) => line.slice(line.indexOf(',') + 1).replace(/,$/, ''))).toEqual([
      `x/AlderBayCity,undated,post,,${post},stays,Age unknown,`,
      `x/AlderBayCity,old,post,2018-05-05,${post},waits for its package,,2021-01-01`,
      `x/AlderBayCity,removed,post,2018-05-06,${post},waits for its package,,2021-01-01`,
      `x/AlderBayCity,held,post,2018-07-04,${post},stays,On hold: Doe v. City,2021-01-01`,
      `x/AlderBayCity,edited,post,2018-09-01,${post},stays,Not yet,2028-01-01`,
      `x/AlderBayParks,requested,post,2019-06-01,${post},stays,On hold: Request 26-0007,2022-01-01`,
      `x/AlderBayCity,minutes,post,2019-07-01,${minutes},stays,Permanent,`,
      `x/AlderBayCity,claim,post,2019-08-01,${claims},stays,Waits for an event,`,
      `x/AlderBayCity,photo,post,2019-09-01,${photographs},stays,Code not explained,`,
      'x/AlderBayCity,untagged,post,2019-10-01,,stays,No series,',
      `x/AlderBayCity,dm,message,2022-03-03,${message},waits for its package,,2026-01-01`,
      `x/AlderBayCity,dm-later,message,2023-03-03,${message},stays,Not yet,2027-01-01`,
      `x/AlderBayCity,eve,post,2023-12-31,${post},waits for its package,,2026-01-01`,
      `x/AlderBayCity,new-year,post,2024-01-01,${post},stays,Not yet,2027-01-01`,
      '',
    ])
  })

  it('is an object of the vault like the lists, and every copy is registered with its digest', () => {
    const copies = vault.db.all<{ name: string; place: string; digest: Uint8Array }>(
      'SELECT name, place, digest FROM issued ORDER BY id',
    )
    const handed = [outputs.plan, outputs.csv, outputs.pdf].map(({ path }) => [path, sha256(readFileSync(path))])
    const told = copies.map(({ place, digest }) => [place, Buffer.from(digest).toString('hex')])
    expect(told).toEqual([['vault', sha256(planText())], ...handed])
    for (const digest of [sha256(planText()), sha256(lists.claims.csv), sha256(lists.openRequests.csv)]) {
      expect(sha256(readFileSync(join(vault.folder, 'objects', digest.slice(0, 2), digest.slice(2))))).toBe(digest)
      expect(vault.db.get('SELECT 1 FROM object WHERE digest = ?', Buffer.from(digest, 'hex'))).toBeDefined()
    }
    expect(readFileSync(outputs.pdf.path).subarray(0, 8).toString()).toBe('%PDF-1.7')
    expect(existsSync(`${outputs.pdf.path}.part`)).toBe(false)
  })

  it('differs when it is drawn up again at the same moment by the first plan alone, which is a file now, too', async () => {
    const before = plan()
    const list = readFileSync(outputs.csv.path)
    const first = { kind: 'purge-plan', id: '1', reason: 'untagged', on: null, detail: untagged }
    const [request, hold] = before.filesKept ?? []
    await run()
    const { digest, ...again } = plan()
    expect({ ...again, digest: before.digest }).toEqual({ ...before, filesKept: [request, first, hold] })
    expect(digest).not.toBe(before.digest)
    expect(readFileSync(outputs.csv.path)).toEqual(list)
  })
})
