// Series that the schedule marks as historical: their records wait until an archive has signed for a copy, or two persons have said that the series is of no
// lasting value; what is asked again on the day of destruction.
import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import classifyRecords from '../../../electron/core/retention/commands/classify.records.ts'
import officeFileChoose from '../../../electron/core/retention/commands/office-file.choose.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import seriesAnswer from '../../../electron/core/retention/commands/series.answer.ts'
import seriesReview from '../../../electron/core/retention/commands/series.review.ts'
import transferReceipt from '../../../electron/core/retention/commands/transfer.receipt.ts'
import purgePlan from '../../../electron/core/retention/jobs/purge.plan.ts'
import transferMake from '../../../electron/core/retention/jobs/transfer.make.ts'
import officeFileList from '../../../electron/core/retention/queries/office-file.list.ts'
import retentionExplain from '../../../electron/core/retention/queries/retention.explain.ts'
import scheduleShow from '../../../electron/core/retention/queries/schedule.show.ts'
import { officeFileList as listing } from '../../../shared/contract/office-file.ts'
import type { PlanSummary } from '../../../shared/contract/purge.ts'
import { retentionExplain as explained, scheduleShow as shown } from '../../../shared/contract/schedule.ts'
import { PlanFile } from '../../../shared/domain/disposition/disposition.ts'
import { layoutCsv } from '../../fixtures/schedule/layouts.ts'
import { closedRemovalEntry } from '../disclosure/old-request.ts'
import { approved, executed, planned } from './approved-plan.ts'
import { adopted, attorney, clerk, openRetentionVault, type RetentionVault, scheduleFile } from './support.ts'

const HISTORY = 'clerk/posts-of-the-jubilee'
const rows = [
  ['City of Alder Bay', '', '', '', '', '', ''],
  ['', '', '', '', '', '', ''],
  ['Record Series', 'Official Retention', 'Citation', 'V', 'H', 'C', 'Description'],
  ['CLERK', '', '', '', '', '', ''],
  ['Posts of the jubilee', 'CU+2', 'GC34090', '', 'X', '', ''],
  ['Posts', 'CU+2', 'GC34090', '', '', '', ''],
]
const paper = { name: 'receipt.pdf', bytes: Buffer.from('%PDF-1.7 received').toString('base64') }

let vault: RetentionVault
let bag: { readonly grant: string; readonly path: string }
beforeEach(() => {
  vault = openRetentionVault()
  vault.command(scheduleImport, scheduleFile({ csv: layoutCsv(rows) }))
  vault.command(seriesAnswer, { series: [HISTORY, 'clerk/posts'], kinds: [], basis: 'read' })
  for (const id of ['one', 'two', 'post']) {
    vault.receive([{ id, at: '2018-05-05T19:00:00Z', text: `Quetzal-${id} distinctive words` }], '2018-05-06T00:00:00Z')
    const series = id === 'post' ? 'clerk/posts' : HISTORY
    vault.command(classifyRecords, { records: [vault.idOf(id)], series, reason: 'x' })
  }
  bag = vault.grantWrite('bag')
})
afterEach(() => {
  rmSync(bag.path, { recursive: true, force: true })
  vault.close()
})

const reasons = ({ eligible, byReason }: PlanSummary) => [
  eligible,
  ...byReason.map(({ reason, records }) => [reason, records]),
]
const why = async (id: string, kind = 'post') => {
  const asked = { id: vault.idOf(id, kind), asOf: '2026-11-20' }
  const { eligible, verdict } = explained.output.parse(await vault.ask(retentionExplain, asked))
  return [eligible, verdict]
}
const copy = (search: string) => vault.run(transferMake, { search, to: bag.grant })
const sign = () => {
  const manifest = createHash('sha256').update(readFileSync(join(bag.path, 'manifest-sha256.txt')))
  const signed = { archive: 'County Archives', signedBy: 'Ann Ito', title: 'Archivist', signedOn: '2026-11-20' }
  vault.command(transferReceipt, { id: 1, bag: manifest.digest('hex'), ...signed, document: paper })
}
const review = (lasting: boolean, second: string = attorney, series = HISTORY) =>
  vault.command(seriesReview, { series: [series], lasting, basis: 'looked through all of it', second })

it('what is historical waits, and the plan says why of each record; what is not goes', async () => {
  expect(reasons(await planned(vault))).toEqual([1, ['historical-waits', 2]])
  expect(await why('one')).toEqual([
    false,
    expect.stringMatching(/is marked historical, and no copy of it was made for an archive yet\.$/),
  ])
  await copy('"Quetzal-one"')
  expect(await why('one')).toEqual([false, expect.stringMatching(/no archive has signed for copy 1 yet\.$/)])
  sign()
  const file = vault.grantWrite('plan.json')
  const list = { name: 'list.csv', csv: 'Number\n' }
  const lists = { openRequests: list, claims: list }
  await vault.run(purgePlan, { asOf: '2026-11-20', ...lists, to: { plan: file.grant, pdf: null, csv: null } })
  const { records, excluded } = PlanFile.parse(JSON.parse(readFileSync(file.path, 'utf8')))
  expect([records.map(({ recordId }) => recordId), excluded]).toEqual([
    [vault.idOf('one'), vault.idOf('post')].sort((a, b) => a - b),
    [
      {
        ...{ recordId: vault.idOf('two'), reason: 'historical-waits', on: '2021-01-01' },
        detail: `Posts of the jubilee (${HISTORY}) is marked historical, and no copy of it was made for an archive yet`,
      },
    ],
  ])
  vault.receive([{ id: 'one', at: '2018-05-05T19:00:00Z', text: 'Other words' }], '2018-05-07T00:00:00Z')
  expect(await why('one')).toEqual([false, expect.stringMatching(/not as the copy has it that an archive signed for/)])
})

it('what answers it waits with it, as a thread goes together', async () => {
  const answers = [
    { kind: 'reply', id: 'answer', answers: 'one', at: '2018-05-05T19:00:00Z', text: 'How it was' },
    { kind: 'reply', id: 'other', answers: 'post', at: '2018-05-05T19:00:00Z', text: 'And today' },
  ]
  vault.receive(answers, '2018-05-07T00:00:00Z')
  const records = ['answer', 'other'].map((id) => vault.idOf(id, 'reply'))
  vault.command(classifyRecords, { records, series: 'clerk/posts', reason: 'x' })
  expect(reasons(await planned(vault))).toEqual([2, ['historical-waits', 3]])
  expect(await why('answer', 'reply')).toEqual([
    false,
    expect.stringMatching(/Another record of its thread waits.*jubilee .* is marked historical/),
  ])
  await copy('"Quetzal-one" OR "Quetzal-two"')
  sign()
  const plan = await planned(vault)
  expect(plan.eligible).toBe(5)
  approved(vault, plan)
  vault.receive([{ id: 'one', at: '2018-05-05T19:00:00Z', text: 'Other words' }], '2018-05-07T00:00:00Z')
  expect(await executed(vault, plan)).toMatchObject({ destroyed: 3, skipped: 2 })
})

it('it goes once an archive has signed for it, and what changed since the approval stays', async () => {
  await copy('"Quetzal-one" OR "Quetzal-two"')
  sign()
  const plan = await planned(vault)
  expect(plan.eligible).toBe(3)
  approved(vault, plan)
  vault.receive([{ id: 'two', at: '2018-05-05T19:00:00Z', text: 'Other words' }], '2018-05-07T00:00:00Z')
  expect(await executed(vault, plan)).toMatchObject({ destroyed: 2, skipped: 1 })
})

it('it goes once two persons have said that the series is of no lasting value, and waits again when they say otherwise', async () => {
  expect(() => review(false, clerk)).toThrow(/must be another/)
  expect(() => review(false, attorney, 'clerk/posts')).toThrow(/does not mark clerk\/posts as historical/)
  expect(review(false)).toEqual({ reviewed: 1 })
  const { reviews } = shown.output.unwrap().parse(await vault.ask(scheduleShow, { id: null }))
  expect(reviews).toMatchObject({ [HISTORY]: { lasting: false, by: 'Rosa Imai', second: 'Dana Whitfield' } })
  const plan = await planned(vault)
  expect(plan.eligible).toBe(3)
  approved(vault, plan)
  review(true)
  expect(await executed(vault, plan)).toMatchObject({ destroyed: 1, skipped: 2 })
})

it('a schedule that marks it historical no longer takes two persons once a plan has touched it', async () => {
  await planned(vault)
  const unmarked = rows.map((cells) => cells.map((cell) => (cell === 'X' ? '' : cell)))
  const newer = { ...adopted(vault.db, { csv: layoutCsv(unmarked) }), second: null }
  expect(() => vault.command(scheduleImport, newer)).toThrow(
    /jubilee would be marked historical no longer .* second person/,
  )
  vault.command(scheduleImport, { ...newer, second: attorney })
  expect((await planned(vault)).eligible).toBe(3)
})

it('a file of the office in a historical series waits, too, until two persons have said that the series is of no lasting value', async () => {
  vault.receive([{ id: 'storm', at: '2015-03-10T20:00:00Z', text: 'Storm drains' }])
  closedRemovalEntry(vault, 'as asked')
  vault.command(officeFileChoose, {
    ...{ kind: 'removal-entry', id: null, series: HISTORY, startsOn: null, reason: 'The clerk’s schedule' },
  })
  const planOf = async () => (await planned(vault)).files.find(({ kind }) => kind === 'removal-entry')
  expect(await planOf()).toMatchObject({ eligible: 0, kept: 1 })
  const listed = listing.output.parse(await vault.ask(officeFileList, { at: Date.parse('2026-11-20T18:00:00Z') }))
  expect(listed.files.map(({ kind, sentence }) => `${kind}: ${sentence}`)).toContainEqual(
    expect.stringMatching(/^removal-entry: Posts of the jubilee .* is marked historical/),
  )
  review(false)
  const plan = await planned(vault)
  expect(plan.files).toContainEqual({ kind: 'removal-entry', eligible: 1, kept: 0 })
  approved(vault, plan)
  vault.beforeNextBatch(() => review(true, clerk), 'purge.destroy-file')
  expect(await executed(vault, plan)).toMatchObject({ files: 0, filesKept: 1 })
})
