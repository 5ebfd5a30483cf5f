// Where records.pdf begins a new page, so that it can be taken apart between records and every page keeps its number.
import type { Released } from './released.ts'

/** Bytes of pictures, and records, after which the next record begins on a new page. */
const MOST_BYTES = 2_000_000
const MOST_RECORDS = 100

/**
 * Tells of each record, in their order, whether a section begins with it; the first begins one.
 * @param each whether every record is a section of its own, as a load file wants it
 */
export function sections(each: boolean): (released: Released) => boolean {
  let bytes = 0
  let records = 0
  let begun = false
  return (released) => {
    const own = pictureBytes(released)
    const begins = !begun || each || records >= MOST_RECORDS || bytes + own > MOST_BYTES
    begun = true
    records = begins ? 1 : records + 1
    bytes = begins ? own : bytes + own
    return begins
  }
}

/** How much the pictures of a record weigh as they were received, in bytes. */
function pictureBytes({ newest, decision }: Released): number {
  if (decision?.outcome === 'withhold') return 0
  return newest.media.reduce((sum, { item }) => sum + (item.mime?.startsWith('image/') ? (item.size ?? 0) : 0), 0)
}
