// The lists of the certificate: what was destroyed, and what of the plan was not, each with its reason.
import type { Certificate } from '../../../../shared/domain/disposition/destruction.ts'
import { kindOfPlan } from '../../../../shared/domain/disposition/disposition.ts'
import { planKindWords } from '../../../../shared/domain/disposition/plan-kind.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { amount } from '../../../../shared/text/amount.ts'
import type { Doc } from '../../typeset/document.ts'

/** Rows on paper; the certificate as data has them all. */
const MOST = 5000

/** Records of the plan that stay. */
export async function drawPassedOver(doc: Doc, { passedOver }: Certificate): Promise<void> {
  await doc.heading(2, 'Not destroyed')
  if (passedOver.length === 0) return doc.paragraph('Every record of the plan went.')
  await doc.table({
    caption: 'Records of the plan that stay',
    columns: [
      { header: 'Record', width: 2.4 },
      { header: 'Because', width: 8 },
    ],
    rows: passedOver.slice(0, MOST).map(({ recordId, detail }) => [String(recordId), detail]),
  })
  await more(doc, passedOver.length)
}

/** Records that were destroyed: what stays of them is this. */
export async function drawDestroyed(doc: Doc, { destroyed, plan, zone }: Certificate): Promise<void> {
  const custody = plan.custody !== undefined
  await doc.heading(2, planKindWords[kindOfPlan(plan)].went)
  if (destroyed.length === 0) return doc.paragraph('No record was destroyed.')
  await doc.table({
    caption: custody ? 'Records of which custody was given up' : 'Records that were destroyed',
    columns: [
      { header: 'Record', width: 2.8 },
      { header: 'Account', width: 2.4 },
      { header: 'Kind', width: 1.2 },
      { header: 'Identity there', width: custody ? 3 : 2.4 },
      { header: 'Of', width: 1.5 },
      ...(custody ? [] : [{ header: 'Cutoff', width: 1.5 }]),
      custody ? { header: 'Custody given to', width: 2.6 } : { header: 'Eligible since', width: 1.5 },
    ],
    rows: destroyed
      .slice(0, MOST)
      .map(({ recordId, account, kind, nativeId, at, cutoff, eligibleOn, custody: given }) => [
        ...[String(recordId), account, kind, nativeId],
        ...[at === null ? 'undated' : localDate(at, zone)],
        ...(custody ? [] : [cutoff ?? 'not told']),
        given === undefined ? eligibleOn : `${given.archive} (bag ${given.transfer})`,
      ]),
  })
  await more(doc, destroyed.length)
}

async function more(doc: Doc, count: number): Promise<void> {
  if (count > MOST) {
    await doc.paragraph(
      `${amount(count - MOST, 'more record', 'more records')} are listed in the certificate’s JSON file alone.`,
    )
  }
}
