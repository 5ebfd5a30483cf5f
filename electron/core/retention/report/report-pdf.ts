// The purge report as a PDF: what may be destroyed, what stays and why, for the people who approve it.
import type { Writable } from 'node:stream'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { archivesOf } from '../../../../shared/domain/disposition/custody.ts'
import { type CheckedList, kindOfPlan } from '../../../../shared/domain/disposition/disposition.ts'
import { planKindWords } from '../../../../shared/domain/disposition/plan-kind.ts'
import { readableInstant } from '../../../../shared/domain/time.ts'
import { retentionLaw } from '../../../../shared/law/retention.ts'
import { amount } from '../../../../shared/text/amount.ts'
import { createDocument, type Doc } from '../../typeset/document.ts'
import { officeInForce } from '../../vault/repository/disposition/approval.ts'
import { drawCustody } from '../custody/draw.ts'
import { drawPlanFiles, filesInWords } from '../office/draw-files.ts'
import { departmentsInWords } from '../plan/departments.ts'
import type { DrawnUp } from '../plan/draw-up.ts'
import { drawApproval } from './approval.ts'
import { drawAllSeries, drawGlance } from './glance.ts'
import { drawListed, listedInWords } from './listed.ts'
import { drawEligible, drawHolds, drawKept } from './lists.ts'
import { drawMemo, drawPackages, drawScheduleRows } from './papers.ts'
import { drawSample, type ReportSource } from './sample.ts'
import { yearsOf } from './words.ts'

/**
 * Writes the report and ends `out`.
 * @param source is read for the records that are shown, their pictures and the holds
 * @returns its number of pages
 */
export async function writePurgeReport(source: ReportSource, out: Writable, drawn: DrawnUp): Promise<number> {
  const { db } = source
  const { head, digest } = drawn
  const { report } = planKindWords[kindOfPlan(head)]
  const doc = createDocument(out, {
    title: `${report} of ${head.city} as of ${readableDay(head.asOf)}`,
    lang: 'en-US',
    author: head.city,
    createdAt: new Date(head.drawnUpAt),
    footer: `${head.city} · ${report.toLowerCase()} as of ${readableDay(head.asOf)} · plan ${digest.slice(0, 16)}… · not approved`,
    practice: head.practice ?? false,
  })
  await drawCover(doc, drawn)
  await drawGlance(doc, drawn)
  await drawNotes(doc, drawn)
  await drawPlan(doc, drawn)
  await drawListed(doc, head.listed)
  await drawAllSeries(doc, drawn)
  await drawSample(doc, source, drawn)
  await doc.pageBreak()
  const { chain } = officeInForce(db)
  await drawMemo(doc, drawn, chain)
  await drawLaw(doc, drawn)
  await drawCustody(doc, head)
  await drawPackages(doc, drawn)
  await drawEligible(doc, db, drawn)
  await drawKept(doc, db, drawn)
  await drawPlanFiles(doc, head)
  await drawHolds(doc, db, head)
  await drawScheduleRows(doc, drawn)
  await drawApproval(doc, drawn, chain)
  return (await doc.finish()).pages
}

async function drawCover(doc: Doc, { head, tally, notes, executable }: DrawnUp): Promise<void> {
  const { schedule } = head
  const { eligible, waiting, excluded } = tally.counts
  const files = filesInWords(head.files ?? [])
  const departments = departmentsInWords(head.departments)
  const words = planKindWords[kindOfPlan(head)]
  await doc.heading(1, words.report)
  await doc.paragraph(`${head.city} · social media records · as of ${readableDay(head.asOf)}`, {
    size: 12,
    colour: 'muted',
    spaceAfter: 8,
  })
  const below = notes.length === 0 ? '' : ` ${amount(notes.length, 'note stands', 'notes stand')} below the counts.`
  const blocked = executable ? '' : ' It cannot be carried out as it stands.'
  await doc.banner(
    'warning',
    `Not yet approved. Nothing has been destroyed, and nothing may be destroyed on this report alone.${blocked}${below}`,
  )
  if (head.custody !== undefined) await doc.banner('note', CUSTODY)
  await doc.facts([
    [words.may, [{ text: amount(eligible, 'record'), bold: true }]],
    ...(waiting > 0 ? [['Waiting', `${amount(waiting, 'of them', 'of them')} for their package`] as const] : []),
    ['Years', yearsOf(tally.eligible.values()) ?? 'none'],
    ...(head.custody === undefined ? [] : [['To', archivesOf(head.custody) || 'no archive has signed'] as const]),
    ...(files === null ? [] : [['And of the office’s own files', files] as const]),
    ...(departments === null ? [] : [['Department', departments] as const]),
    ['Stays', [{ text: amount(excluded, 'record'), bold: true }]],
    [
      'Authority',
      `${schedule.name}, ${schedule.resolution}, adopted ${readableDay(schedule.adoptedOn)}, effective ${readableDay(schedule.effectiveFrom)}`,
    ],
    ...(head.listed === undefined || head.openRequests === null
      ? []
      : [['Lists', listedInWords(head.listed)] as const]),
  ])
}

/** What must be known before anybody signs, numbered; it goes on over the page where there is much of it. */
async function drawNotes(doc: Doc, { notes }: DrawnUp): Promise<void> {
  if (notes.length === 0) return
  await doc.heading(3, 'Notes')
  await doc.list(notes, { size: 8.5, numbered: true })
}

/** Which plan this is, and the lists that it was drawn up against. */
async function drawPlan(doc: Doc, { head, digest }: DrawnUp): Promise<void> {
  await doc.facts([
    ['As of', `${readableDay(head.asOf)} (days are those of ${head.zone})`],
    ['Drawn up', `${readableInstant(head.drawnUpAt, head.zone)}, by ${head.drawnUpBy}`],
    ['Open requests', listed(head.openRequests)],
    ['Claims', listed(head.claims)],
    ['List of every record (CSV, SHA-256)', [{ text: head.list, mono: true }]],
    ['Digest of the plan', [{ text: digest, mono: true }]],
  ])
}

const CUSTODY =
  'This is a plan to give up custody, not one of destruction: what it lists is kept for good, by an archive that has a copy and signed for it. The City’s own copy would be destroyed.'

async function drawLaw(doc: Doc, { head }: DrawnUp): Promise<void> {
  await doc.heading(2, 'The law')
  const { destruction, floor, exclusions } = retentionLaw
  await doc.paragraph(
    `${destruction.citation}: ${destruction.text} The council approved the schedule named above by its resolution; the city attorney’s consent is given for each destruction, in writing.`,
  )
  const never = Object.values(exclusions).map(({ citation, text }) => `${citation.slice(-3)} ${text}`)
  await doc.paragraph(`${floor.citation}: ${floor.text} At any age: ${never.join(' ')}`)
  const first =
    head.custody === undefined
      ? 'Four tests were applied to each record, and all must pass: its period under the schedule is over'
      : 'Five tests were applied to each record, and all must pass: an archive has signed for a copy that is as the record is; its series is permanent or historical, or goes to the archives, and none of its periods still runs'
  await doc.paragraph(
    `${first}; it is at least two years old, counted from its newest change in local days; it is not of a kind that the statute protects; nothing holds it. Where one of them could not be decided, the record stays.`,
  )
}

function listed(list: CheckedList | null) {
  if (list === null) return 'no list was given: this is a report that cannot be executed'
  const rows = `${amount(list.rows, 'entry', 'entries')}, SHA-256 `
  return [{ text: `${list.name}, ${rows}` }, { text: list.digest, mono: true }]
}
