// The lists of the certificate: what was destroyed, and what of the plan was not, each with its reason.
import type { Certificate } from '../../../../shared/domain/disposition/destruction.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { amount } from '../../../../shared/text/amount.ts'
import type { Doc } from '../../typeset/document.ts'

/** Rows on paper; the certificate as data has them all. */
const MOST = 5000

/** Records of the plan that stay. */
export async function drawPassedOver(doc: Doc, { passedOver }: Certificate): Promise<void> {
  await doc.heading(2, 'Not destroyed')
  if (passedOver.length === 0) return doc.paragraph('Every record of the plan was destroyed.')
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
export async function drawDestroyed(doc: Doc, { destroyed, zone }: Certificate): Promise<void> {
  await doc.heading(2, 'Destroyed')
  if (destroyed.length === 0) return doc.paragraph('No record was destroyed.')
  await doc.table({
    caption: 'Records that were destroyed',
    columns: [
      { header: 'Record', width: 2.4 },
      { header: 'Account', width: 2.4 },
      { header: 'Kind', width: 1.2 },
      { header: 'Identity there', width: 3 },
      { header: 'Of', width: 1.5 },
      { header: 'Eligible since', width: 1.5 },
    ],
    rows: destroyed
      .slice(0, MOST)
      .map(({ recordId, account, kind, nativeId, at, eligibleOn }) => [
        ...[String(recordId), account, kind, nativeId],
        ...[at === null ? 'undated' : localDate(at, zone), eligibleOn],
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
