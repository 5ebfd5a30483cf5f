// The records of records.pdf: by month, then each conversation whole; a new page where a section begins.
import { authorInWords, platformName } from '../../../../shared/text/names.ts'
import type { Telling } from '../../typeset/heard.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { writersIn } from '../../vault/repository/packet/production.ts'
import { detailsOf } from './details.ts'
import { monthOf } from './local-time.ts'
import type { Packet } from './packet.ts'
import { type PageSpan, pageNumber } from './pdf-number.ts'
import { type Picture, writeRecord } from './pdf-record.ts'
import { sections } from './pdf-section.ts'
import type { Released } from './released.ts'

/** With more records than this only months are entries of the outline: a program shows no list so long, and it would stay in memory. */
const MOST_BOOKMARKED = 2000

/** How a document stands to records.pdf. */
export interface Standing {
  /** What is added to a page's place in the document for its place in records.pdf. */
  readonly before: number
  /** The record that stands last before them in records.pdf; null at its beginning. */
  readonly after: Released | null
}

/** Writes records into a document, one a call and in their order; returns the pages on which each stands in records.pdf. */
export function recordsIn(
  doc: Telling,
  db: Driver,
  packet: Packet,
  picture: Picture,
  { before, after }: Standing,
): (released: Released) => Promise<PageSpan> {
  const { document, production, zone } = packet
  const exports = new Map<number, number>(document.exports.map(({ accession }, place) => [accession, place + 1]))
  const bookmark = production.items <= MOST_BOOKMARKED
  const alone = document.concordance
  const headings = alone ? async () => undefined : headingsOf(doc, db, packet, { bookmark, after })
  const begins = sections(alone)
  const grounds = document.review?.grounds ?? []
  const numbered = (page: number) => pageNumber(packet, before + page)
  return async (released) => {
    if (begins(released)) await doc.pageBreak()
    await headings(released)
    const { replaces } = released
    const manner = { zone, exports, picture, bookmark, grounds, alone, replaces, pageNumber: numbered }
    const { first, last } = await writeRecord(doc, released, manner)
    return { first: numbered(first), last: numbered(last) }
  }
}

/** Under which headings a record stands. */
function placeOf({ record, account }: Released, zone: string): { readonly part: string; readonly group: string } {
  const talk = record.conversation
  return talk === null
    ? { part: 'Posts and other public records', group: monthOf(record.at, zone) }
    : { part: 'Messages and conversations', group: `${account.id} ${talk}` }
}

/** Writes a heading where another month or another conversation begins. */
function headingsOf(
  doc: Telling,
  db: Driver,
  { document, production, zone }: Packet,
  { bookmark, after }: { readonly bookmark: boolean; readonly after: Released | null },
): (released: Released) => Promise<void> {
  let at = after === null ? { part: '', group: '' } : placeOf(after, zone)
  return async (released) => {
    const { record, account } = released
    const talk = record.conversation
    const next = placeOf(released, zone)
    const before = at
    at = next
    if (before.part !== next.part) {
      await doc.pageBreak()
      await doc.heading(1, next.part)
    }
    if (before.group === next.group) return
    if (talk === null) return doc.heading(2, next.group)
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
