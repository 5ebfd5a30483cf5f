// Owns what a member's name may be: how its bytes are read, and which names are held back.
import { crc32 } from 'node:zlib'
import { getFileNameLowLevel } from 'yauzl'
import { type ArchiveCode, shown, UNSEEN } from './finding.ts'

const UTF8_FLAG = 0x800
const UNICODE_PATH = 0x7075

/** A name made from bytes. `raw` is set where the text is a reading of them; `finding` says what was guessed. */
interface DecodedName {
  readonly name: string
  readonly raw: Buffer | null
  readonly finding: readonly [ArchiveCode, string] | null
}

/** Reads a name's bytes: UTF-8 where flagged or evident, else Info-ZIP's Unicode path, else cp932, else cp437. */
export function decodeName(
  raw: Buffer,
  flags: number,
  extras: readonly { readonly id: number; readonly data: Buffer }[],
): DecodedName {
  if (raw.every((byte) => byte < 0x80)) return { name: raw.toString('latin1'), raw: null, finding: null }
  const utf8 = decode(raw, 'utf-8')
  if ((flags & UTF8_FLAG) !== 0) {
    if (utf8 !== null) return { name: utf8, raw: null, finding: null }
    return { name: raw.toString('utf8'), raw, finding: ['name-not-text', raw.subarray(0, 40).toString('hex')] }
  }
  const path = extras.find(({ id, data }) => id === UNICODE_PATH && data.length > 5 && data[0] === 1)
  const unicode = path && path.data.readUInt32LE(1) === crc32(raw) ? decode(path.data.subarray(5), 'utf-8') : null
  if (unicode !== null) return { name: unicode, raw, finding: null }
  if (utf8 !== null) return { name: utf8, raw: null, finding: ['name-charset', 'UTF-8'] }
  const cp932 = decode(raw, 'shift_jis')
  if (cp932 !== null && JAPANESE.test(cp932)) return { name: cp932, raw, finding: ['name-charset', 'Japanese (cp932)'] }
  return { name: getFileNameLowLevel(0, raw, [], true), raw, finding: ['name-charset', 'Western European (cp437)'] }
}

/** cp932 decodes nearly any bytes; only a name that comes out with kana or kanji is believed. */
const JAPANESE = /[\u3041-\u30ff\u4e00-\u9fff]/

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

const DEVICE = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/i
/** `a.txt:ads` and `a:$DATA`; a colon elsewhere ("Minutes: May.txt", "10:30.jpg") is only a character. */
const STREAM = /\.[^.:\s]{1,16}:\S|:\$data$/i
/** Web archives are read as they are: their records are packed one by one. */
const WEB_ARCHIVE = /\.(?:warc|cdxj?)\.gz$/i
const NESTED = /\.(?:zip|wacz|gz|tgz|tar|bz2|tbz2?|xz|txz|zst|7z|rar)$/i

/** What is wrong with a name, as code and detail; empty for an ordinary one, however long or full of emoji. */
export function judgeName(name: string): (readonly [ArchiveCode, string])[] {
  const found: (readonly [ArchiveCode, string])[] = []
  const segments = name.split('/')
  const outside = pointsOutside(name, segments)
  if (outside !== null) found.push(['unsafe-path', outside])
  const device = segments.find((segment) => DEVICE.test((segment.split(/[.:]/, 1)[0] ?? '').trimEnd()))
  if (device !== undefined) found.push(['device-name', shown(device)])
  if (outside === null && STREAM.test(segments.at(-1) ?? '')) found.push(['alternate-stream', ''])
  if (segments.some((segment) => /[. ]$/.test(segment) && segment !== '.' && segment !== '..')) {
    found.push(['trailing-dot-or-space', ''])
  }
  const unseen = name.match(UNSEEN)?.[0]
  if (unseen !== undefined) found.push(['control-character', shown(unseen)])
  if (segments[0] === '__MACOSX') found.push(['macos-sidecar', ''])
  else if (NESTED.test(name) && !WEB_ARCHIVE.test(name)) found.push(['nested-archive', ''])
  return found
}

function pointsOutside(name: string, segments: readonly string[]): string | null {
  if (name.startsWith('/')) return 'it begins at the root of a disk'
  if (/^[a-z]:/i.test(name)) return 'it names a drive'
  if (name.includes('\\')) return 'it holds a backslash'
  if (segments.includes('..')) return 'it climbs out with “..”'
  if (segments.some((segment, depth) => segment === '' || (segment === '.' && depth > 0))) return 'it has an empty step'
  return null
}

const ZIP_DOCUMENT = /\.(?:docx|xlsx|pptx|odt|ods|odp|epub|kmz|pages|numbers|key)$/i

/** Whether a file of this name is one document, although it is packed: an office file, a web archive. */
export function isPackedDocument(name: string): boolean {
  return ZIP_DOCUMENT.test(name) || WEB_ARCHIVE.test(name)
}

/** Whether a file of this name is a web archive, or an index of one, that is packed record by record. */
export function isWebArchive(name: string): boolean {
  return WEB_ARCHIVE.test(name)
}

/** True where content begins like a zip, gzip or tar although its name does not say so; office documents are zips by nature. */
export function disguisedArchive(name: string, head: Buffer): boolean {
  if (isPackedDocument(name) || head.length < 4) return false
  const magic = head.readUInt32BE(0)
  const zip = magic === 0x504b0304 || magic === 0x504b0506
  return zip || magic >>> 8 === 0x1f8b08 || head.toString('latin1', 257, 262) === 'ustar'
}
