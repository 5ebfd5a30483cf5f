// The papers behind the first page of a purge report: the memorandum, the packages that would be struck, and the schedule's rows.
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { type ApprovalRole, approvalWords } from '../../../../shared/domain/disposition/approval.ts'
import { archivesOf } from '../../../../shared/domain/disposition/custody.ts'
import { kindOfPlan, type PlanDepartment } from '../../../../shared/domain/disposition/disposition.ts'
import { planKindWords } from '../../../../shared/domain/disposition/plan-kind.ts'
import type { Series } from '../../../../shared/domain/schedule/series.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { amount } from '../../../../shared/text/amount.ts'
import type { Doc } from '../../typeset/document.ts'
import type { DrawnUp } from '../plan/draw-up.ts'
import { countsOf } from '../plan/tally.ts'
import { drawPackageTable } from './package-table.ts'
import { yearsOf } from './words.ts'

/** The memorandum to those who sign (law.md §3.4). */
export async function drawMemo(
  doc: Doc,
  { head, tally, compiled }: DrawnUp,
  chain: readonly ApprovalRole[],
): Promise<void> {
  const { eligible, waiting } = tally.counts
  const { schedule, zone } = head
  await doc.heading(2, 'Memorandum')
  await doc.facts([
    ['Date', readableDay(localDate(head.drawnUpAt, zone))],
    ['To', chain.map((role) => addressed(role, head.departments ?? [])).join(', ')],
    ['From', head.drawnUpBy],
    [
      'Subject',
      `${planKindWords[kindOfPlan(head)].act} of ${amount(eligible, 'social media record')} as of ${readableDay(head.asOf)}`,
    ],
    ['Authority', `${schedule.name}, ${schedule.resolution}, adopted ${readableDay(schedule.adoptedOn)}`],
    ['Method', METHOD],
    ['Approval', 'The lines for it stand at the end of this report, each bound to the digest of the plan.'],
    [
      'Attachments',
      'A. The list of every record (CSV), which the digest of the plan is over. B. The schedule’s rows for the series that would go, below.',
    ],
  ])
  const span = yearsOf(tally.eligible.values())
  const years = span === null ? '' : ` of ${span}`
  const what = `${amount(eligible, 'record')}${years} in ${amount(countsOf(tally, compiled).bySeries.length, 'series', 'series')}`
  const asked =
    head.custody === undefined
      ? `Under it the retention of ${what} is over. They are asked to be destroyed in the archive of the City:`
      : `It keeps ${what} for good. ${archivesOf(head.custody) || 'No archive'} has a copy of each and signed for it; custody is asked to be given up, and the City’s own copy to be destroyed:`
  await doc.paragraph(
    `${schedule.name} (${schedule.resolution}) was adopted on ${readableDay(schedule.adoptedOn)} and is effective since ${readableDay(schedule.effectiveFrom)}. ${asked} the records, their pictures and recordings, and their source in the packages named below. Once it is carried out, a certificate says so under a number of its own, for the custodian to sign; backups, exports and packets that were handed out are listed with it.`,
  )
  if (waiting > 0) {
    await doc.paragraph(
      `${amount(waiting, 'of these records waits', 'of these records wait')} for their package, because it also holds a record under a hold: they stay unless the City Attorney signs that the package may be struck all the same.`,
    )
  }
}

/** To whom the memorandum goes: the head of each department by its name. */
function addressed(role: ApprovalRole, departments: readonly PlanDepartment[]): string {
  const named = departments.flatMap(({ department }) => department || [])
  if (role !== 'department-head' || named.length === 0) return approvalWords[role].office
  return named.map((department) => `Head of ${department}`).join(', ')
}

const METHOD =
  'Erased in the vault and overwritten with zeros in the source packages of its folder; then the whole folder is looked through'

/** The packages that would be struck, each with its digest before; signers see each as a line of its own. */
export async function drawPackages(doc: Doc, { head }: DrawnUp): Promise<void> {
  if (head.packages.length === 0) return
  await doc.heading(2, 'Packages that would be struck')
  await doc.paragraph(
    'The source of a record lies in the package that it was received in. There it is overwritten in place; the rest of the package stays and still proves itself file by file. A package with a record under a hold is left whole.',
  )
  await drawPackageTable(doc, head.packages)
}

/** The rows of the schedule for the series that would go; what is classified beside it, and is no row of it, stands apart. */
export async function drawScheduleRows(doc: Doc, { head, tally, compiled }: DrawnUp): Promise<void> {
  const rows = countsOf(tally, compiled).bySeries.flatMap(({ series }) => compiled.terms.get(series)?.series ?? [])
  const own = new Set(compiled.schedule.series.map(({ code }) => code))
  const [published, beside] = [rows.filter(({ code }) => own.has(code)), rows.filter(({ code }) => !own.has(code))]
  if (published.length > 0) {
    await doc.heading(2, 'The schedule’s rows')
    await doc.paragraph(`${head.schedule.name}, ${head.schedule.resolution}, as published.`, { colour: 'muted' })
    await doc.table({ columns: ROW_COLUMNS, rows: published.map(rowOf) })
  }
  if (beside.length === 0) return
  await doc.heading(2, 'Beside the schedule')
  await doc.paragraph('These are no rows of the schedule; for how long they are kept is said here.', {
    colour: 'muted',
  })
  await doc.table({ columns: ROW_COLUMNS, rows: beside.map(rowOf) })
}

const ROW_COLUMNS = [
  { header: 'Series', width: 2 },
  { header: 'Title', width: 3 },
  { header: 'Retention', width: 1.3 },
  { header: 'Citation', width: 1.7 },
  { header: 'Description', width: 3.4 },
]

function rowOf({ code, title, retention, citations, description, officeOfRecord }: Series) {
  const office = officeOfRecord === '' ? '' : `Office of record: ${officeOfRecord}`
  return [code, title, retention.text, citations.join('; '), [description, office].filter(Boolean).join('\n')]
}
