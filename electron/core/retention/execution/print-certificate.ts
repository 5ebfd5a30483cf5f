// The certificate of destruction as a PDF: what, how many, under what authority, who approved and how, what was skipped, what is proved.
import type { Writable } from 'node:stream'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { archivesOf } from '../../../../shared/domain/disposition/custody.ts'
import type { Certificate } from '../../../../shared/domain/disposition/destruction.ts'
import { kindOfPlan } from '../../../../shared/domain/disposition/disposition.ts'
import { planKindWords } from '../../../../shared/domain/disposition/plan-kind.ts'
import { localDate, readableInstant } from '../../../../shared/domain/time.ts'
import { retentionLaw } from '../../../../shared/law/retention.ts'
import { amount, grouped } from '../../../../shared/text/amount.ts'
import { BLANK } from '../../typeset/blank.ts'
import { createDocument, type Doc } from '../../typeset/document.ts'
import { drawCustody } from '../custody/draw.ts'
import { drawCertifiedFiles, filesInWords } from '../office/draw-files.ts'
import { departmentsInWords } from '../plan/departments.ts'
import { comparedInWords, drawAnswered } from '../report/listed.ts'
import { drawDestroyed, drawPassedOver } from './certificate-lists.ts'
import { drawApprovals, drawPackages, drawProof } from './certificate-parts.ts'

/** Writes it and ends `out`. Returns its number of pages. */
export async function printCertificate(out: Writable, made: Certificate, practice: boolean): Promise<number> {
  const { certificate } = planKindWords[kindOfPlan(made.plan)]
  const doc = createDocument(out, {
    title: `${certificate} ${made.number} of ${made.city}`,
    lang: 'en-US',
    author: made.city,
    createdAt: new Date(made.executedAt),
    footer: `${made.city} · ${certificate.toLowerCase()} ${made.number} · plan ${made.plan.digest.slice(0, 16)}…`,
    practice,
  })
  await drawFirstPage(doc, made)
  await drawCustody(doc, { custody: made.plan.custody, zone: made.zone })
  await drawSeries(doc, made)
  await drawApprovals(doc, made)
  await drawPackages(doc, made)
  await drawProof(doc, made)
  await drawPassedOver(doc, made)
  await drawCertifiedFiles(doc, made)
  await drawDestroyed(doc, made)
  return (await doc.finish()).pages
}

async function drawFirstPage(doc: Doc, made: Certificate): Promise<void> {
  const { plan, zone, destroyed, passedOver, executedBy } = made
  const files = filesInWords(made.files ?? [])
  const departments = departmentsInWords(made.byDepartment)
  const words = planKindWords[kindOfPlan(plan)]
  const bytes = destroyed.reduce((sum, one) => sum + one.bytes, 0)
  await doc.heading(1, `${words.certificate} ${made.number}`)
  await doc.paragraph(`${made.city} · social media records`, { size: 12, colour: 'muted', spaceAfter: 10 })
  if (made.stopped !== null) await doc.banner('warning', `Stopped before its end: ${made.stopped}`)
  if (made.alone) {
    const sentence =
      'One person planned, recorded the approvals and executed. The settings of the office allowed it at that time.'
    await doc.banner('warning', sentence)
  }
  if (made.proof.left.length > 0) {
    await doc.banner('warning', 'The proof does not stand: see “What was looked through”.')
  }
  await doc.facts([
    [words.went, [{ text: `${amount(destroyed.length, 'record')}, ${grouped(bytes)} bytes`, bold: true }]],
    ...(plan.custody === undefined ? [] : [['To', archivesOf(plan.custody)] as const]),
    ...(files === null ? [] : [['And of the office’s own files', files] as const]),
    ...(departments === null ? [] : [['Department', departments] as const]),
    ['Of the plan, not', amount(passedOver.length, 'record')],
    ['Plan', `No. ${plan.number}, as of ${readableDay(plan.asOf)}, ${amount(plan.records, 'record')}`],
    ['Digest of the plan (SHA-256)', [{ text: plan.digest, mono: true }]],
    ['Drawn up', `${readableInstant(plan.drawnUpAt, zone)}, by ${plan.drawnUpBy}`],
    [
      'Authority',
      `${plan.schedule.name}, ${plan.schedule.resolution}, adopted ${readableDay(plan.schedule.adoptedOn)}, effective ${readableDay(plan.schedule.effectiveFrom)}`,
    ],
    ['Begun', readableInstant(made.beganAt, zone)],
    ['Executed', readableInstant(made.executedAt, zone)],
    ['By', inFull(executedBy)],
    ...(made.witness === undefined
      ? []
      : [['Witness', made.witness === null ? 'no witness named' : inFull(made.witness)] as const]),
    ...(made.manifest === undefined
      ? []
      : [['List of what was destroyed (CSV, SHA-256)', [{ text: made.manifest, mono: true }]] as const]),
    ['Ledger before', [{ text: made.ledgerBefore, mono: true }]],
    ['Ledger after', [{ text: made.ledgerAfter, mono: true }]],
  ])
  await doc.heading(2, 'What is certified')
  if (plan.custody !== undefined) {
    await doc.paragraph(
      `Custody of the records listed was given to ${archivesOf(plan.custody)}, which has a copy of each and signed for it; the City’s own copy was destroyed. What the archive has is the record from now on.`,
    )
  }
  await doc.paragraph(
    `The records listed were destroyed in this vault: their versions, the sources that they were read from, files that no other record names, renditions, pictures that were painted over for packets, and index entries. A packet that the City keeps holds its own copies of them; it is listed below and goes by a series of its own. They were judged again on ${readableDay(made.today)}, between ${readableInstant(made.beganAt, zone)} and ${readableInstant(made.executedAt, zone)}, each in the transaction that destroyed it: what held any of them at that moment kept it. In source packages their bytes were overwritten with zeros in this folder; that is not a claim about the storage medium. The certificate is of the archive copy alone.`,
  )
  const { destruction, floor, exclusions } = retentionLaw
  const never = Object.values(exclusions)
    .map(({ citation }) => citation.slice(-3))
    .join(', ')
  const first =
    plan.custody === undefined
      ? 'Four tests were applied to each record, and all passed: its period under the schedule was over'
      : 'Five tests were applied to each record, and all passed: an archive has signed for a copy that is as the record was; its series is permanent or historical, or goes to the archives, and none of its periods still ran'
  await doc.paragraph(
    `${first}; it was at least two years old (${floor.citation}); its series was answered for as holding nothing that ${destruction.citation} ${never} protects; no hold and no request covered it. Lists of open requests and of claims were kept with the plan, before those who approved it: ${made.lists.map(({ name, rows, datedOn }) => `${name} (${amount(rows, 'entry', 'entries')}, of ${readableDay(datedOn)})`).join('; ')}.${comparedInWords(made)}`,
  )
  await drawAnswered(doc, made)
  await doc.paragraph(
    'This certificate and the ledger are kept for ever: they are in no purge plan. Each record destroyed is named at the end, with its cutoff and the day since which it was eligible.',
  )
  await drawSigning(doc, made)
}

/** The sentence that the custodian signs, and the lines for it. */
async function drawSigning(doc: Doc, { plan, zone, executedAt, executedBy, witness }: Certificate): Promise<void> {
  const on = readableDay(localDate(executedAt, zone))
  const what =
    plan.custody === undefined
      ? 'properly disposed of'
      : 'given into the custody of the archive named, and the City’s own copy destroyed,'
  await doc.heading(3, planKindWords[kindOfPlan(plan)].certificate)
  await doc.paragraph(
    `I, the undersigned, do hereby certify that the records listed in this certificate were ${what} on ${on}.`,
    { withNext: true },
  )
  await doc.facts([
    ['Custodian of records', BLANK],
    ['Signature and date', BLANK],
    ['Destruction date', on],
    [`Initials of ${executedBy.name}`, BLANK],
    ...(witness ? [[`Signature of the witness, ${witness.name}`, BLANK] as const] : []),
  ])
}

function inFull({ name, title }: Certificate['executedBy']): string {
  return title === '' ? name : `${name}, ${title}`
}

async function drawSeries(doc: Doc, { bySeries, plan }: Certificate): Promise<void> {
  await doc.heading(2, 'By series')
  if (bySeries.length === 0) return doc.paragraph('No record was destroyed.')
  await doc.table({
    caption: `${planKindWords[kindOfPlan(plan)].went}, by series of the schedule`,
    columns: [
      { header: 'Series', width: 2.6 },
      { header: 'Title', width: 2.8 },
      { header: 'Retention', width: 1.7 },
      { header: 'Citation', width: 2 },
      { header: 'From', width: 2 },
      { header: 'To', width: 2 },
      { header: 'Records', width: 1.6, align: 'end' },
    ],
    rows: bySeries.map((row) => [
      ...[row.series, row.title, row.retention, row.citation],
      ...[row.first ?? 'undated', row.last ?? 'undated', grouped(row.records)],
    ]),
  })
}
