// Owns the ground plan of a ZIP: no two members over the same bytes, no bytes that belong to nobody without a word.
import type { Entry } from 'yauzl'
import { shown } from './finding.ts'
import type { LocalHeader } from './local-header.ts'
import { PartRefused } from './member-list.ts'

/** Bytes between members that no member accounts for. */
interface Gap {
  readonly start: number
  readonly length: number
}

/**
 * The gaps in front of the directory. Entries and headers are sorted by offset. Throws PartRefused where two members, or a member
 * and the directory, lie over each other (a bomb, or an archive that shows different content to different programs).
 */
export function findGaps(sorted: readonly Entry[], headers: readonly LocalHeader[], directoryStart: number): Gap[] {
  const gaps: Gap[] = []
  let end = 0
  let streamed = false
  let last = ''
  for (const [i, entry] of sorted.entries()) {
    const start = entry.relativeOffsetOfLocalHeader
    const name = shown(entry.fileNameRaw.toString('utf8'))
    if (start < end) throw new PartRefused('overlap', `“${last}” and “${name}”`)
    if (!filledByDescriptor(start - end, streamed)) gaps.push({ start: end, length: start - end })
    const dataOffset = headers[i]?.dataOffset ?? -1
    end = dataOffset < 0 ? start + 30 : dataOffset + entry.compressedSize
    streamed = (entry.generalPurposeBitFlag & 0x8) !== 0
    last = name
  }
  if (end > directoryStart) throw new PartRefused('overlap', `“${last}” and the list of files`)
  if (!filledByDescriptor(directoryStart - end, streamed)) gaps.push({ start: end, length: directoryStart - end })
  return gaps
}

/** A member written as a stream is followed by its checksum and sizes: 12 to 24 bytes (APPNOTE 4.3.9). */
function filledByDescriptor(length: number, streamed: boolean): boolean {
  return length === 0 || (streamed && (length === 12 || length === 16 || length === 20 || length === 24))
}
