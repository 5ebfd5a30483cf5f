// The pages on which a plan is approved by hand: one for each office, each with the digest that the signature is of.
import type { Writable } from 'node:stream'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import {
  type ApprovalRole,
  approvalWords,
  type DispositionOffice,
} from '../../../../shared/domain/disposition/approval.ts'
import { archivesOf } from '../../../../shared/domain/disposition/custody.ts'
import { kindOfPlan, type PlanFile, type PlanPackage } from '../../../../shared/domain/disposition/disposition.ts'
import type { ListedComparison } from '../../../../shared/domain/disposition/listed.ts'
import { planKindWords } from '../../../../shared/domain/disposition/plan-kind.ts'
import { type Instant, readableInstant } from '../../../../shared/domain/time.ts'
import { amount, grouped } from '../../../../shared/text/amount.ts'
import { BLANK } from '../../typeset/blank.ts'
import { createDocument, type Doc } from '../../typeset/document.ts'
import { filesInWords } from '../office/draw-files.ts'
import { departmentsInWords } from '../plan/departments.ts'
import { drawListed, listedInWords } from '../report/listed.ts'
import { drawPackageTable } from '../report/package-table.ts'
import { drawHeldConsent } from './held-consent.ts'

/** What the pages are made of. `struck`: records that were taken out of the plan since. */
export interface SigningPages {
  readonly plan: PlanFile
  readonly number: number
  readonly struck: number
  /** Records that stay with them, because a thread goes together. */
  readonly withThread: number
  readonly roles: readonly ApprovalRole[]
  readonly office: DispositionOffice
  readonly at: Instant
  /** How the lists stand beside the vault when the pages are printed. */
  readonly listed: ListedComparison
  /** The packages that would be struck, with how many records under a hold lie in each when the pages are printed. */
  readonly packages: readonly PlanPackage[]
}

/** Writes the pages and ends `out`. Returns their number. */
export async function printSigningPages(out: Writable, pages: SigningPages): Promise<number> {
  const { plan, number, at } = pages
  const words = planKindWords[kindOfPlan(plan)].plan
  const doc = createDocument(out, {
    title: `Approval of ${words} ${number} of ${plan.city}`,
    lang: 'en-US',
    author: plan.city,
    createdAt: new Date(at),
    footer: `${plan.city} · ${words} ${number} · ${plan.digest.slice(0, 16)}… · printed ${readableInstant(at, plan.zone)}`,
    practice: plan.practice ?? false,
  })
  for (const [place, role] of pages.roles.entries()) {
    if (place > 0) await doc.pageBreak()
    await drawPage(doc, pages, role)
  }
  return (await doc.finish()).pages
}

async function drawPage(
  doc: Doc,
  { plan, number, struck, withThread, office, listed, packages }: SigningPages,
  role: ApprovalRole,
): Promise<void> {
  const { office: title, says } = approvalWords[role]
  const kind = kindOfPlan(plan)
  const files = filesInWords(plan.files ?? [])
  const departments = departmentsInWords(plan.departments)
  await doc.heading(1, `Approval of ${planKindWords[kind].plan} ${number}`)
  await doc.paragraph(`${plan.city} · to be signed by: ${title}`, { size: 12, colour: 'muted', spaceAfter: 10 })
  await doc.facts([
    ['Records', amount(plan.records.length, 'record')],
    ...(struck > 0 ? [['Taken out since', takenOut(struck, withThread)] as const] : []),
    ...(plan.custody === undefined ? [] : [['Custody goes to', archivesOf(plan.custody)] as const]),
    ...(departments === null ? [] : [['Department', departments] as const]),
    ...(files === null ? [] : [['Files of the office', files] as const]),
    ['As of', `${readableDay(plan.asOf)} (days are those of ${plan.zone})`],
    ['Schedule', `${plan.schedule.name}, ${plan.schedule.resolution}, adopted ${readableDay(plan.schedule.adoptedOn)}`],
    ['Packages', packagesInWords(packages)],
    ['Lists', listedInWords(listed)],
    ['Drawn up', `${readableInstant(plan.drawnUpAt, plan.zone)}, by ${plan.drawnUpBy}`],
    ['Digest of the plan (SHA-256)', [{ text: plan.digest, mono: true }]],
  ])
  await doc.table({
    caption: 'Records, by series',
    columns: [
      { header: 'Series', width: 6 },
      { header: 'Records', width: 2, align: 'end' },
    ],
    rows: [...bySeries(plan)].map(([series, records]) => [series, grouped(records)]),
  })
  for (const { name, bag, receipt } of plan.custody ?? []) {
    await doc.facts([
      ['Receipt', `${receipt.archive}: ${receipt.signedBy}, ${readableDay(receipt.signedOn)}, for ${name}`],
      ['Digest of the bag', [{ text: bag, mono: true }]],
      ['Digest of the receipt', [{ text: receipt.document, mono: true }]],
    ])
  }
  if (packages.length > 0) {
    await doc.heading(2, 'Packages that would be struck in part')
    await drawPackageTable(doc, packages)
  }
  if (listed.rows.some(({ open }) => open)) await doc.banner('warning', UNANSWERED)
  await doc.heading(2, 'What is approved')
  await doc.paragraph([{ text: says[kind], bold: true }], { withNext: true })
  await doc.paragraph(
    'This approval is of the plan with the digest above and of no other. Records can be taken out of it afterwards, none can be added. On the day of destruction each record is looked at again: one that has changed, or that a hold or a request covers by then, stays.',
    { withNext: true },
  )
  await doc.paragraph(`It counts for ${amount(office.approvalDays, 'day')} from the day on which it is signed.`, {
    withNext: true,
  })
  await doc.facts([
    ['Name', BLANK],
    ['Title', BLANK],
    ['Signature', BLANK],
    ['Date', BLANK],
  ])
  if (role === 'city-attorney') await drawHeldConsent(doc, packages, plan.digest)
  await drawListed(doc, listed)
}

function packagesInWords(packages: readonly PlanPackage[]): string {
  const held = packages.filter((one) => one.held > 0).length
  const struck = `${amount(packages.length, 'package')} would be struck in part`
  if (packages.length === 0) return 'none would be struck'
  return held === 0
    ? `${struck}; listed below`
    : `${struck}, ${grouped(held)} of them with records under a hold; listed below`
}

function takenOut(struck: number, withThread: number): string {
  if (withThread === 0) return amount(struck, 'record')
  return `${amount(struck, 'record')}; ${amount(withThread, 'more stays', 'more stay')} with their thread`
}

const UNANSWERED =
  'Entries of the lists are not answered yet: an approval is recorded only once they are. Print this page again then.'

function bySeries({ records }: PlanFile): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { series } of records) counts.set(series, (counts.get(series) ?? 0) + 1)
  return counts
}
