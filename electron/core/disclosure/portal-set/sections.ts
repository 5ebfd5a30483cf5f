// The sections of a production: where its records.pdf can be taken apart, and about how large each is.
import type { Driver } from '../../vault/catalog/driver.ts'
import type { Packet } from '../packet/packet.ts'
import { sections } from '../packet/pdf-section.ts'
import { type Released, releasedRecords } from '../packet/released.ts'

/** Records that begin on a new page and stand together: `from` a position up to before `to`. */
export interface Section {
  readonly from: number
  readonly to: number
  /** About how many bytes they take in a PDF. */
  readonly weight: number
}

/** What a record's text, facts and structure take. */
const PER_RECORD = 4000

/** The sections in their order. */
export function sectionsOf(db: Driver, { production, document }: Packet, signal: AbortSignal): Section[] {
  const begins = sections(document.concordance)
  const found: { from: number; to: number; weight: number }[] = []
  for (const released of releasedRecords(db, production.id, document)) {
    signal.throwIfAborted()
    const { position } = released.item
    if (begins(released)) found.push({ from: position, to: position, weight: 0 })
    const last = found.at(-1)
    if (last === undefined) continue
    last.to = position + 1
    last.weight += weightOf(released)
  }
  return found
}

/** Gathers neighbours as long as they fit together. A gathering that turns out too large is halved by who writes it. */
export function gathered(all: readonly Section[], most: number): Section[][] {
  const groups: Section[][] = []
  let weight = 0
  for (const section of all) {
    const last = groups.at(-1)
    if (last === undefined || weight + section.weight > most) {
      groups.push([section])
      weight = section.weight
    } else {
      last.push(section)
      weight += section.weight
    }
  }
  return groups
}

function weightOf({ newest, decision }: Released): number {
  if (decision?.outcome === 'withhold') return PER_RECORD
  const pictures = newest.media.reduce(
    (sum, { item }) => sum + (item.mime?.startsWith('image/') ? (item.size ?? 0) : 0),
    0,
  )
  return PER_RECORD + newest.version.text.length + pictures
}
