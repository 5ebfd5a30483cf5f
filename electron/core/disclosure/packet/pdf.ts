// Packet.pdf: the cover, then the records by month, then each conversation whole.
import { createWriteStream } from 'node:fs'
import { authorInWords, platformName } from '../../../../shared/text/names.ts'
import { createDocument, type Doc, type DocumentSummary } from '../../typeset/document.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { writersIn } from '../../vault/repository/production.ts'
import { detailsOf } from './details.ts'
import { monthOf } from './local-time.ts'
import type { Packet } from './packet.ts'
import { writeCover } from './pdf-cover.ts'
import { type Picture, writeRecord } from './pdf-record.ts'
import type { Released } from './released.ts'

export interface PacketPdf {
  /** Writes the cover. */
  begin(): Promise<void>
  add(released: Released): Promise<void>
  finish(): Promise<DocumentSummary>
  /** Lets go of the file, whether it was finished or not. */
  close(): void
}

/** With more records than this only months are entries of the outline: a program shows no list so long, and it would stay in memory. */
const MOST_BOOKMARKED = 2000

/** Packet.pdf at a path. */
export function packetPdf(db: Driver, packet: Packet, path: string, picture: Picture): PacketPdf {
  const { document, production, zone, practice } = packet
  const out = createWriteStream(path)
  const title = `${document.vault.city}: public records request ${production.request}`
  const doc = createDocument(out, {
    title,
    lang: 'en-US',
    author: document.vault.city,
    createdAt: new Date(production.frozenAt),
    footer: `${document.vault.city} · request ${production.request} · production ${production.id}${document.review === null ? ' · not reviewed for exemptions' : ''}`,
    practice,
  })
  const bookmark = production.items <= MOST_BOOKMARKED
  const headings = headingsOf(doc, db, packet, bookmark)
  const exports = new Map<number, number>(document.exports.map(({ accession }, place) => [accession, place + 1]))
  return {
    begin: () => writeCover(doc, packet),
    add: async (released) => {
      await headings(released)
      await writeRecord(doc, released, { zone, exports, picture, bookmark })
    },
    finish: () => doc.finish(),
    close: () => void out.destroy(),
  }
}

/** Writes a heading where another month or another conversation begins. */
function headingsOf(
  doc: Doc,
  db: Driver,
  { document, production, zone }: Packet,
  bookmark: boolean,
): (released: Released) => Promise<void> {
  let part = ''
  let group = ''
  return async (released) => {
    const { record, account } = released
    const talk = record.conversation
    const title = talk === null ? 'Posts and other public records' : 'Messages and conversations'
    if (part !== title) {
      await doc.pageBreak()
      await doc.heading(1, title)
      part = title
    }
    const next = talk === null ? monthOf(record.at, zone) : `${account.id} ${talk}`
    if (group === next) return
    group = next
    if (talk === null) return doc.heading(2, next)
    // Who wrote in a reviewed conversation stands with each message, as far as it is released.
    const names = document.review === null ? writersIn(db, production.id, talk) : []
    const writers = [...new Set(names.map((one) => authorInWords(one, account)))].filter((name) => name !== '')
    const name = detailsOf(released).conversationName
    const of = document.review === null ? `of ${writers.join(', ') || 'unnamed people'}` : talk
    const called = name === undefined ? `Conversation ${of}`.trim() : `Conversation “${name}”`
    await doc.heading(2, called, { bookmark })
    const about = `${platformName(account.platform)}, conversation ${talk}${name === undefined || writers.length === 0 ? '' : `; written by ${writers.join(', ')}`}`
    await doc.paragraph([{ text: about, colour: 'muted' }], { size: 8, spaceAfter: 2 })
  }
}
