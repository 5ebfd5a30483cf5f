// On paper: which archive has signed for what, by which paper, and what the checksum of the bag proves.
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { bagProves, type PlanCustody } from '../../../../shared/domain/disposition/custody.ts'
import { readableInstant } from '../../../../shared/domain/time.ts'
import { amount, grouped } from '../../../../shared/text/amount.ts'
import type { Doc } from '../../typeset/document.ts'

/** Draws each copy with its receipt; nothing of a plan of destruction. */
export async function drawCustody(
  doc: Doc,
  { custody, zone }: { readonly custody?: readonly PlanCustody[] | undefined; readonly zone: string },
): Promise<void> {
  if (custody === undefined) return
  await doc.heading(2, 'The archive and its receipt')
  if (custody.length === 0)
    return doc.paragraph('No record of this plan rests on a copy that an archive has signed for.')
  for (const { name, bag, files, bytes, madeAt, records, transfer, receipt } of custody) {
    const { archive, signedBy, title, signedOn, document, enteredAt, seenBy } = receipt
    await doc.heading(3, archive)
    await doc.facts([
      ['Records of this plan', amount(records, 'record')],
      ['Bag', `No. ${transfer}, ${name}: ${amount(files, 'file')}, ${grouped(bytes)} bytes`],
      ['Made', readableInstant(madeAt, zone)],
      ['Digest of the bag (SHA-256)', [{ text: bag, mono: true }]],
      ['Signed for by', title === '' ? signedBy : `${signedBy}, ${title}`],
      ['Signed on', readableDay(signedOn)],
      ['Receipt', `Entered and seen by ${seenBy}, ${readableInstant(enteredAt, zone)}`],
      ['Digest of the receipt (SHA-256)', [{ text: document, mono: true }]],
    ])
  }
  await doc.paragraph(bagProves)
}
