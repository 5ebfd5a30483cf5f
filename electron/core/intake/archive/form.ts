// Owns what a received file is, by its first bytes: an archive that is opened, one that is not, or a file of its own.
import { PartRefused } from './member-list.ts'
import { isPackedDocument } from './name.ts'

/** How many bytes a judgement needs. */
export const HEAD = 512

/** `gzip` may hold one file or a tar. */
export type FileForm = 'zip' | 'gzip' | 'tar' | 'file'

const UNFINISHED = /\.(?:crdownload|part|partial|download|opdownload|!ut)$/i
const OTHERS: readonly (readonly [name: string, magic: string])[] = [
  ['7z', '377abcaf271c'],
  ['RAR', '526172211a07'],
  ['XZ', 'fd377a585a00'],
  ['bzip2', '425a68'],
  ['Zstandard', '28b52ffd'],
]

/**
 * Judges a file by its beginning; its name only tells documents that happen to be packed from archives.
 * @throws PartRefused where it is empty, half downloaded, or packed in a way that is not opened
 */
export function formOf(head: Buffer, size: number, name: string): FileForm {
  if (UNFINISHED.test(name)) throw new PartRefused('unfinished-download')
  if (size === 0) throw new PartRefused('empty-file')
  if (isPackedDocument(name)) return 'file'
  const begin = head.toString('hex', 0, 8)
  if (begin.startsWith('504b0304') || begin.startsWith('504b0506') || begin.startsWith('504b0708')) return 'zip'
  if (begin.startsWith('1f8b08')) return 'gzip'
  if (isTar(head)) return 'tar'
  const other = OTHERS.find(([, magic]) => begin.startsWith(magic))
  if (other !== undefined) throw new PartRefused('other-archive', other[0])
  // What is called a ZIP goes on to be judged as one: cut off, wrapped, or something else under its name.
  return /\.zip$/i.test(name) ? 'zip' : 'file'
}

/** Whether a block is the header of a tar: its mark, or in the oldest form a checksum that fits. */
export function isTar(block: Buffer): boolean {
  if (block.length < HEAD) return false
  if (block.toString('latin1', 257, 262) === 'ustar') return true
  const stated = Number.parseInt(block.toString('latin1', 148, 156).replace(/\0.*$/s, '').trim(), 8)
  if (!(stated > 0) || block[0] === 0) return false
  let sum = 0
  for (const [at, byte] of block.subarray(0, HEAD).entries()) sum += at >= 148 && at < 156 ? 0x20 : byte
  return sum === stated
}
