// A packet on paper: one PDF in the order of printing, a cover sheet before each of its parts.
import type { Writable } from 'node:stream'
import { amount } from '../../../../shared/text/amount.ts'
import { TRAINING, TRAINING_SENTENCE } from '../../../../shared/text/practice.ts'
import { createDocument, type Doc } from '../../typeset/document.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { writeLetter } from '../letter/letter-pdf.ts'
import type { Packet } from '../packet/packet.ts'
import { footerOf } from '../packet/pdf.ts'
import { writeCover } from '../packet/pdf-cover.ts'
import { pageNumber } from '../packet/pdf-number.ts'
import type { Picture } from '../packet/pdf-record.ts'
import { recordsIn } from '../packet/pdf-records.ts'
import { releasedRecords } from '../packet/released.ts'
import { keepsBack } from '../packet/statements.ts'
import { writeLog } from '../packet/withholding-files.ts'
import { type LogRow, logRows } from '../packet/withholding-log.ts'
import type { SetLetter } from './letter-of.ts'

export interface PaperOptions {
  readonly db: Driver
  readonly picture: Picture
  readonly letter: SetLetter | null
  readonly signal: AbortSignal
}

/** Writes it and ends `out`; returns its pages. Each sheet has a page number, each page of a record also the one of records.pdf. */
export async function writePaper(
  out: Writable,
  packet: Packet,
  { db, picture, letter, signal }: PaperOptions,
): Promise<number> {
  const { document, production, zone, practice } = packet
  // Between these pages stand those of records.pdf.
  let records: { readonly before: number; last: number } | null = null
  const doc = createDocument(out, {
    title: `${document.vault.city}: public records request ${production.request}, for print`,
    lang: 'en-US',
    author: document.vault.city,
    createdAt: new Date(production.frozenAt),
    footer: footerOf(packet),
    practice,
    claims: document.claims,
    pageNumber: (page) =>
      records === null || page <= records.before || page > records.last
        ? `page ${page}`
        : `${pageNumber(packet, page - records.before)} · page ${page}`,
  })
  const parts = [
    ...(letter === null ? [] : ['The City’s letter']),
    'The records',
    ...(keepsBack(document) ? ['The withholding log'] : []),
  ]
  const sheet = async (title: string) => {
    await doc.pageBreak()
    await doc.heading(1, `${parts.indexOf(title) + 1}. ${title}`)
    await doc.paragraph(`Public records request ${production.request}, production ${production.id}`, { size: 12 })
  }
  await writeFirstSheet(doc, packet, parts)
  if (letter !== null) {
    await sheet('The City’s letter')
    await doc.pageBreak()
    await writeLetter(doc, letter.words, null, letter.translations, letter.proof)
  }
  await sheet('The records')
  records = { before: doc.pages, last: Number.POSITIVE_INFINITY }
  await doc.pageBreak()
  // As on the first page of records.pdf, so that every page is the same.
  if (practice) await doc.banner('warning', `${TRAINING}. ${TRAINING_SENTENCE}`)
  await writeCover(doc, packet)
  const add = recordsIn(doc, db, packet, picture, { before: -records.before, after: null })
  const rows: LogRow[] = []
  for (const released of releasedRecords(db, production.id, document)) {
    signal.throwIfAborted()
    rows.push(...logRows(released, zone, await add(released)))
  }
  if (document.review !== null && keepsBack(document)) {
    records.last = doc.pages
    await sheet('The withholding log')
    await doc.pageBreak()
    await writeLog(doc, document, document.review, rows)
  }
  return (await doc.finish()).pages
}

async function writeFirstSheet(doc: Doc, { document, production }: Packet, parts: readonly string[]): Promise<void> {
  await doc.paragraph([{ text: document.vault.city.toUpperCase(), bold: true, colour: 'muted' }], { size: 10 })
  await doc.heading(1, `Public records request ${production.request}`)
  await doc.paragraph(`Production ${production.id}: ${amount(production.items, 'record')}, on paper`, { size: 12 })
  await doc.heading(2, 'What follows, in this order')
  for (const [place, part] of parts.entries()) await doc.paragraph(`${place + 1}. ${part}`)
}
