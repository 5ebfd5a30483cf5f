// records.pdf, or a part of it that is taken apart between sections.
import { createDocument, type DocumentSummary } from '../../typeset/document.ts'
import { overheard } from '../../typeset/heard.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import { type Packet, productionInWords } from './packet.ts'
import { writeCover } from './pdf-cover.ts'
import { type PageSpan, pageNumber } from './pdf-number.ts'
import type { Picture } from './pdf-record.ts'
import { recordsIn } from './pdf-records.ts'
import type { Released } from './released.ts'

export interface PacketPdf {
  /** Writes the cover. */
  begin(): Promise<void>
  /** Writes a record; returns the pages on which it stands. */
  add(released: Released): Promise<PageSpan>
  finish(): Promise<DocumentSummary>
  /** Lets go of the file, whether it was finished or not. */
  close(): void
}

/** A part of records.pdf: how many of its pages come before, the record that stands last there, and what the part is called. */
export interface PdfPart {
  readonly before: number
  readonly after: Released | null
  readonly called: string
}

/** How records.pdf is written. */
export interface PdfManner {
  /** The part of it that is written; without one it is whole. */
  readonly part?: PdfPart
  /** Is told each text of a record, and of a heading its level. */
  readonly hear?: (text: string, level: number | null) => void
}

/** records.pdf at a path, or a part of it. */
export function packetPdf(
  db: Driver,
  packet: Packet,
  path: string,
  picture: Picture,
  { part, hear }: PdfManner = {},
): PacketPdf {
  const { document, production, practice } = packet
  const out = createWriteStream(path)
  const before = part?.before ?? 0
  const title = `${document.vault.city}: public records request ${production.request}`
  const doc = createDocument(out, {
    title: part === undefined ? title : `${title}, ${part.called}`,
    lang: 'en-US',
    author: document.vault.city,
    createdAt: new Date(production.frozenAt),
    footer: footerOf(packet),
    practice,
    draft: document.draft !== null,
    claims: document.claims,
    part: before > 0,
    pageNumber: (page) => pageNumber(packet, before + page),
  })
  const told = hear === undefined ? doc : overheard(doc, hear)
  const records = recordsIn(told, db, packet, picture, { before, after: part?.after ?? null })
  return {
    begin: () => writeCover(doc, packet),
    add: records,
    finish: () => doc.finish(),
    close: () => void out.destroy(),
  }
}

/** What stands at the foot of its pages, beside their numbers. */
export function footerOf(packet: Packet): string {
  const { document, production } = packet
  const reviewed = document.review === null ? ' · not reviewed for exemptions' : ''
  return `${document.vault.city} · request ${production.request} · ${productionInWords(packet)}${reviewed}`
}
