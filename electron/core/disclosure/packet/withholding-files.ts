// withholding-log.csv and withholding-log.pdf.
import { csvLine } from '../../../../shared/text/csv.ts'
import { type Marking, markedCells } from '../../../../shared/text/marking.ts'
import { createDocument } from '../../typeset/document.ts'
import type { Writing } from '../../typeset/heard.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import type { PacketDocument } from '../document.ts'
import type { FrozenReview } from '../review/frozen.ts'
import { type Packet, productionInWords } from './packet.ts'
import { personInWords, reviewInWords } from './statements.ts'
import { groundRows, type LogRow } from './withholding-log.ts'

const HEADER = [
  ...[
    'Ground',
    'Citation',
    'Why',
    'Number',
    'Pages',
    'Record',
    'Date (City)',
    'Kept back',
    'What is kept back',
    'Places',
  ],
  ...['Decided by', 'Decided on', 'Person responsible'],
]

/** The log as CSV, with a byte order mark; nothing in it runs in a spreadsheet. */
export function logCsv(rows: readonly LogRow[], review: FrozenReview, marking: Marking | null): string {
  const grounds = new Map(groundRows(review.grounds).map((ground) => [ground.key, ground]))
  const responsible = review.signed === null ? '' : personInWords(review.signed.by)
  const lines = rows.map(({ key, label, pages, record, when, part, describes, places, by, on }) => {
    const ground = grounds.get(key)
    const said = [key, ground?.citation ?? '', ground?.why ?? '', label, pages, record, when]
    return [...said, part, describes, places, by, on, responsible]
  })
  const head = csvLine(markedCells(marking?.word, HEADER))
  return `\uFEFF${head}${lines.map((cells) => csvLine(markedCells<string | number>(marking?.cell, cells))).join('')}`
}

/** Writes the log as a tagged PDF. */
export async function writeLogPdf(
  path: string,
  packet: Packet,
  review: FrozenReview,
  rows: readonly LogRow[],
): Promise<void> {
  const { document, production, practice } = packet
  const out = createWriteStream(path)
  const doc = createDocument(out, {
    title: `${document.vault.city}: withholding log of request ${document.request.id}`,
    lang: 'en-US',
    author: document.vault.city,
    createdAt: new Date(production.frozenAt),
    footer: `${document.vault.city} · request ${document.request.id} · ${productionInWords(packet)} · withholding log`,
    practice,
    draft: document.draft !== null,
    claims: document.claims,
  })
  try {
    await writeLog(doc, document, review, rows)
    await doc.finish()
  } finally {
    out.destroy()
  }
}

/** Writes the log into a document. */
export async function writeLog(
  doc: Writing,
  document: PacketDocument,
  review: FrozenReview,
  rows: readonly LogRow[],
): Promise<void> {
  await doc.heading(1, `Withholding log of request ${document.request.id}`)
  await doc.paragraph(reviewInWords(document))
  await doc.heading(2, 'Grounds')
  await doc.table({
    caption: 'Grounds, by their numbers',
    columns: [
      { header: 'No.', width: 6 },
      { header: 'Law', width: 30 },
      { header: 'What it covers, and why it applies', width: 64 },
    ],
    rows: groundRows(review.grounds).map(({ key, citation, why }) => [String(key), citation, why]),
  })
  await doc.heading(2, 'What was kept back')
  await doc.table({
    caption: 'Records and parts of records that were kept back',
    columns: [
      { header: 'Number, pages', width: 20 },
      { header: 'Ground', width: 11 },
      { header: 'Record', width: 22 },
      { header: 'What is kept back', width: 27 },
      { header: 'Decided by', width: 20 },
    ],
    rows: rows.map(({ label, pages, key, record, when, part, describes, places, by, on }) => [
      `${label}\n${pages}`,
      `${key}, ${part}`,
      `${record}\n${when}`,
      `${describes}${places > 1 ? ` (${places} places)` : ''}`,
      `${by}\n${on}`,
    ]),
  })
}
