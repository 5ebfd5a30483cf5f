// records.pdf in parts under a size limit: each page is, with its number, the page that it is in the whole.
import { join } from 'node:path'
import type { Driver } from '../../vault/catalog/driver.ts'
import { stat } from '../../vault/cipher/fs-promises.ts'
import type { Packet } from '../packet/packet.ts'
import { packetPdf } from '../packet/pdf.ts'
import { type PageSpan, pageNumber } from '../packet/pdf-number.ts'
import type { Picture } from '../packet/pdf-record.ts'
import { type Released, releasedRecords } from '../packet/released.ts'
import { type LogRow, logRows } from '../packet/withholding-log.ts'
import { gathered, type Section, sectionsOf } from './sections.ts'

/** A part as it lies in a folder; the fonts of a file weigh something, so it may come out over the limit. */
export interface RecordsPart {
  readonly path: string
  readonly size: number
  readonly pages: PageSpan
}

export interface PartsOptions {
  readonly db: Driver
  readonly picture: Picture
  /** A folder for the parts. */
  readonly aside: string
  readonly limit: number
  readonly signal: AbortSignal
}

/** Fonts, cover and structure of a file, before any record. */
const FRAME = 600_000

/** Writes the parts, and the rows of the withholding log with their pages. */
export async function writeParts(
  packet: Packet,
  options: PartsOptions,
): Promise<{ readonly parts: readonly RecordsPart[]; readonly rows: readonly LogRow[] }> {
  const { db, limit, signal } = options
  const waiting = gathered(sectionsOf(db, packet, signal), Math.max(1, limit - FRAME))
  // A packet without records has its cover all the same.
  if (waiting.length === 0) waiting.push([])
  const parts: RecordsPart[] = []
  const rows: LogRow[] = []
  let before = 0
  for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
    signal.throwIfAborted()
    const path = join(options.aside, `part-${parts.length + 1}.pdf`)
    const written = await writePart(packet, options, { path, before, nth: parts.length + 1, sections: group })
    const { size } = await stat(path)
    if (size > limit && group.length > 1) {
      const half = Math.ceil(group.length / 2)
      waiting.unshift(group.slice(0, half), group.slice(half))
      continue
    }
    parts.push({
      path,
      size,
      pages: { first: pageNumber(packet, before + 1), last: pageNumber(packet, before + written.pages) },
    })
    rows.push(...written.rows)
    before += written.pages
  }
  return { parts, rows }
}

interface PartPlan {
  readonly path: string
  readonly before: number
  readonly nth: number
  readonly sections: readonly Section[]
}

async function writePart(
  packet: Packet,
  { db, picture, signal }: PartsOptions,
  { path, before, nth, sections }: PartPlan,
): Promise<{ readonly pages: number; readonly rows: LogRow[] }> {
  const { production, document, zone } = packet
  const from = sections[0]?.from ?? 0
  const to = sections.at(-1)?.to ?? 0
  const after = from === 0 ? null : recordAt(db, packet, from - 1)
  const pdf = packetPdf(db, packet, path, picture, { part: { before, after, called: `part ${nth}` } })
  const rows: LogRow[] = []
  try {
    if (nth === 1) await pdf.begin()
    for (const released of releasedRecords(db, production.id, document, { from, to })) {
      signal.throwIfAborted()
      rows.push(...logRows(released, zone, await pdf.add(released)))
    }
    return { pages: (await pdf.finish()).pages, rows }
  } finally {
    pdf.close()
  }
}

function recordAt(db: Driver, { production, document }: Packet, position: number): Released | null {
  for (const released of releasedRecords(db, production.id, document, { from: position, to: position + 1 }))
    return released
  return null
}
