// Owns the end of a ZIP file: where its list of files lies, and whether the file is whole and only one archive.
import type { FileHandle } from '../../vault/cipher/fs-promises.ts'
import { readAt } from './file.ts'
import { PartRefused } from './member-list.ts'

const END = 0x06054b50
const END_LENGTH = 22
const LOCATOR = 0x07064b50
const LOCATOR_LENGTH = 20
const END64 = 0x06064b50
const END64_LENGTH = 56
const MAX_COMMENT = 0xffff

/** The directory of a ZIP file: its range in the file and the number of entries it claims. */
export interface DirectoryRange {
  readonly start: number
  readonly end: number
  readonly count: number
  readonly zip64: boolean
}

/** Finds the directory. Throws PartRefused where the file is no ZIP, cut short, followed or preceded by other data, or split. */
export async function findDirectory(file: FileHandle, size: number): Promise<DirectoryRange> {
  const tail = await readAt(file, Math.max(0, size - END_LENGTH - MAX_COMMENT - LOCATOR_LENGTH), MAX_COMMENT + 42)
  const base = size - tail.length
  const at = await endPosition(file, tail, base)
  const stated = {
    disk: tail.readUInt16LE(at + 4),
    count: tail.readUInt16LE(at + 10),
    length: tail.readUInt32LE(at + 12),
    start: tail.readUInt32LE(at + 16),
  }
  const locatorAt = at - LOCATOR_LENGTH
  if (locatorAt >= 0 && tail.readUInt32LE(locatorAt) === LOCATOR) {
    const end64 = await readEnd64(file, Number(tail.readBigUInt64LE(locatorAt + 8)), base + locatorAt)
    const agree =
      (stated.count === 0xffff || stated.count === end64.count) &&
      (stated.length === 0xffffffff || stated.length === end64.length) &&
      (stated.start === 0xffffffff || stated.start === end64.start)
    if (!agree) throw new PartRefused('damaged-directory', 'its two end records do not agree')
    return range(end64, end64.position, true)
  }
  if (stated.disk !== 0 && stated.disk !== 0xffff) throw new PartRefused('split-archive')
  return range(stated, base + at, false)
}

function range(
  stated: { readonly start: number; readonly length: number; readonly count: number },
  end: number,
  zip64: boolean,
): DirectoryRange {
  if (stated.start + stated.length !== end) {
    throw new PartRefused(
      'concatenated',
      `its list of files should end at byte ${stated.start + stated.length}, not ${end}`,
    )
  }
  return { start: stated.start, end, count: stated.count, zip64 }
}

/** Position in `tail` of the one end record that ends exactly where the file does. */
async function endPosition(file: FileHandle, tail: Buffer, base: number): Promise<number> {
  const exact: number[] = []
  let trailing: number | null = null
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    if (tail[at] !== 0x50 || tail.readUInt32LE(at) !== END) continue
    const end = at + END_LENGTH + tail.readUInt16LE(at + 20)
    if (end === tail.length) exact.push(at)
    else if (end < tail.length && closesDirectory(tail, at, base)) trailing ??= tail.length - end
  }
  const [found, other] = exact
  if (found !== undefined && other === undefined) return found
  if (found !== undefined) throw new PartRefused('concatenated', 'it has two ends')
  if (trailing !== null) throw new PartRefused('trailing-data', `${trailing} bytes`)
  const head = await readAt(file, 0, 4)
  throw new PartRefused(head.toString('latin1', 0, 2) === 'PK' ? 'truncated' : 'not-a-zip')
}

/** True where the end record stands right behind the directory it states: not the end record of an archive within this one. */
function closesDirectory(tail: Buffer, at: number, base: number): boolean {
  const start = tail.readUInt32LE(at + 16)
  return start === 0xffffffff || start + tail.readUInt32LE(at + 12) === base + at
}

async function readEnd64(file: FileHandle, position: number, locatorPosition: number) {
  const record = Number.isSafeInteger(position) ? await readAt(file, position, END64_LENGTH) : Buffer.alloc(0)
  if (record.length < END64_LENGTH || record.readUInt32LE(0) !== END64) {
    throw new PartRefused('concatenated', 'its end record is not where the file says')
  }
  if (position + 12 + Number(record.readBigUInt64LE(4)) !== locatorPosition) {
    throw new PartRefused('concatenated', 'its end record is followed by other data')
  }
  if (record.readUInt32LE(16) !== 0) throw new PartRefused('split-archive')
  return {
    position,
    count: Number(record.readBigUInt64LE(32)),
    length: Number(record.readBigUInt64LE(40)),
    start: Number(record.readBigUInt64LE(48)),
  }
}
