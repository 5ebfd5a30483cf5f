// A hand-over as a document: what was open, and a line for each signature.
import type { Writable } from 'node:stream'
import type { Handover, OpenWork } from '../../../shared/domain/people/handover.ts'
import { type Instant, readableInstant } from '../../../shared/domain/time.ts'
import { amount, grouped } from '../../../shared/text/amount.ts'
import { createDocument, type Doc } from '../typeset/document.ts'

/** What the document is made of. */
export interface HandoverPrint {
  readonly city: string
  readonly zone: string
  readonly handover: Handover
  readonly practice: boolean
}

/** Writes the document and ends `out`. Returns its number of pages. */
export async function printHandover(out: Writable, { city, zone, handover, practice }: HandoverPrint): Promise<number> {
  const { fromName, toName, givenAt, takenAt, document } = handover
  const title = `Hand-over ${handover.id}: ${fromName} to ${toName}`
  const doc = createDocument(out, {
    ...{ title, lang: 'en-US', author: city, createdAt: new Date(takenAt ?? givenAt), footer: `${city} · ${title}` },
    practice,
  })
  const when = (at: Instant) => readableInstant(at, zone)
  await doc.heading(1, 'Hand-over of the social media records')
  await doc.paragraph(city, { size: 12, colour: 'muted', spaceAfter: 12 })
  if (takenAt === null) await doc.banner('warning', `${toName} has not signed for it yet.`)
  await doc.facts([
    ['From', fromName],
    ['To', toName],
    ['Why', handover.reason],
    ['As of', when(document.asOf)],
    ['Document', [{ text: handover.digest, mono: true }]],
  ])
  await drawRequests(doc, document)
  await drawHolds(doc, document)
  await drawDrafts(doc, document)
  await drawRest(doc, document)
  await doc.heading(2, 'Signatures')
  await doc.facts([
    [`Handed over by ${fromName}`, `signed in the vault ${when(givenAt)}`],
    [`Taken over by ${toName}`, takenAt === null ? 'not signed yet' : `signed in the vault ${when(takenAt)}`],
  ])
  await doc.paragraph(
    'Both acted in the vault under their names; the ledger keeps both acts. On paper: ______________________________   ______________________________',
  )
  return (await doc.finish()).pages
}

async function drawRequests(doc: Doc, { requests }: OpenWork): Promise<void> {
  await doc.heading(2, 'Requests that are open')
  if (requests.length === 0) return doc.paragraph('None.')
  await doc.table({
    columns: [
      { header: 'Request', width: 2 },
      { header: 'Requester', width: 3 },
      { header: 'Received', width: 1.6 },
      { header: 'Next date', width: 2 },
    ],
    rows: requests.map(({ id, requester, receivedOn, due }) => [
      id,
      requester,
      receivedOn,
      due ?? 'no date can be told',
    ]),
  })
}

async function drawHolds(doc: Doc, { holds }: OpenWork): Promise<void> {
  await doc.heading(2, 'Holds that stand')
  if (holds.length === 0) return doc.paragraph('None.')
  await doc.table({
    columns: [
      { header: 'Hold', width: 0.8, align: 'end' },
      { header: 'Matter', width: 4 },
      { header: 'Basis', width: 1.5 },
      { header: 'Ordered by', width: 2.5 },
      { header: 'Records', width: 1.2, align: 'end' },
    ],
    rows: holds.map(({ id, label, basis, orderedBy, records }) => [
      String(id),
      label,
      basis,
      orderedBy,
      grouped(records),
    ]),
  })
}

async function drawDrafts(doc: Doc, { packets, notes, purgeReports, jobs, untagged }: OpenWork): Promise<void> {
  await doc.heading(2, 'Drafts and work under way')
  const lines = [
    ...packets.map(
      ({ request, production }) => `Request ${request}: the packet of production ${production} was not finished.`,
    ),
    ...purgeReports.map(
      ({ id, asOf, eligible }) => `Purge report ${id} as of ${asOf}: ${amount(eligible, 'record')} eligible.`,
    ),
    ...jobs.map(({ kind, label }) => `A job was interrupted: ${kind}${label === '' ? '' : `, ${label}`}.`),
    ...(notes > 0 ? [`${amount(notes, 'note')} for decisions that were not made yet.`] : []),
    ...(untagged > 0 ? [`${amount(untagged, 'record')} without a series.`] : []),
  ]
  return lines.length === 0 ? doc.paragraph('None.') : doc.list(lines)
}

async function drawRest(doc: Doc, { accounts, keys, ledger }: OpenWork): Promise<void> {
  await doc.heading(2, 'Accounts that go over')
  if (accounts.length === 0) await doc.paragraph('None has the one who hands over as its liaison.')
  else await doc.list(accounts.map(({ platform, handle }) => `@${handle} on ${platform}`))
  await doc.heading(2, 'Keys and ledger')
  await doc.facts([
    ['Keys to sign with', keys.signing.length === 0 ? 'none was made in this vault' : keys.signing.join(', ')],
    [
      'Key of the vault',
      keys.removal
        ? 'made; it lies in the vault and goes over with it'
        : 'none yet: nothing was removed under an order',
    ],
    ['Ledger', amount(ledger.entries, 'entry', 'entries')],
    ['Its head', ledger.head === null ? 'empty' : [{ text: ledger.head, mono: true }]],
  ])
}
