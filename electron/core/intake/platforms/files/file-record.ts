// Owns making a record of one file: its name, size, digest and date, and its words where it is a plain text.
import { createHash } from 'node:crypto'
import type { MediaRole, RecordKind } from '../../../../../shared/domain/record/record.ts'
import { sniffMime } from '../../../vault/objects/mime.ts'
import type { FileTime } from '../../archive/archive.ts'
import type { Outcome } from '../../draft.ts'
import { record } from '../../kit/draft.ts'
import { looksBinary, withoutMark } from '../../kit/head-text.ts'
import { mediaRole } from '../../kit/media-finder.ts'
import { type Clock, clockTime, NO_TIME, type TimeFields } from '../../kit/time.ts'
import type { ExportTree, FilePlan } from '../../platform.ts'

const TEXT = /\.(?:txt|text|md|markdown)$/i
/** A longer text is kept as a file, and its words are not read. */
const MOST_TEXT = 16 << 20
const HEAD = 4096

/** Reads one file. The source of a plain text is the text; that of another file a line that says which it is: its bytes are kept as a file. */
export async function readFile(
  tree: ExportTree,
  { member, name }: FilePlan,
  signal: AbortSignal,
): Promise<{ readonly bytes: Buffer; readonly outcome: Outcome }> {
  const hash = createHash('sha256')
  const held: Buffer[] = []
  const isText = TEXT.test(name) && member.size <= MOST_TEXT
  let size = 0
  for await (const chunk of tree.set.read(member, signal)) {
    hash.update(chunk)
    if (isText || size < HEAD) held.push(isText ? chunk : chunk.subarray(0, HEAD))
    size += chunk.length
  }
  const begun = Buffer.concat(held)
  const isRead = isText && begun.length > 0 && !looksBinary(begun)
  const digest = hash.digest()
  const role = mediaRole(name)
  const base = name.slice(name.lastIndexOf('/') + 1)
  const outcome = record({
    kind: kindOf(role),
    key: name,
    time: timeOf(member.changed ?? null),
    author: '',
    text: isRead ? withoutMark(begun) : base,
    content: { name, sha256: digest.toString('hex') },
    details: {
      title: base,
      inFolder: name === base ? '' : name,
      size,
      sha256: digest.toString('hex'),
      mime: mimeOf(begun, isRead),
      dated: member.changed == null ? '' : 'When the file was last changed, as the folder or archive says.',
    },
    media: [{ role, names: [name], directory: '', alt: null, digest }],
  })
  // As `sha256sum` writes it, with the size.
  const line = Buffer.from(`${digest.toString('hex')}  ${size}  ${name}\n`)
  return { bytes: isRead ? begun : line, outcome }
}

function kindOf(role: MediaRole): RecordKind {
  return role === 'animation' ? 'photo' : role
}

function mimeOf(head: Buffer, isText: boolean): string {
  const mime = sniffMime(head)
  return mime === 'application/octet-stream' ? (isText ? 'text/plain' : '') : mime
}

/** A file's date is exact to the second, or two; a ZIP's plain dates are of no known zone. */
function timeOf(changed: FileTime | null): TimeFields {
  if (changed === null) return NO_TIME
  const date = new Date(changed.at)
  const written = date.toISOString().slice(0, 19)
  const clock: Clock = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    milli: 0,
  }
  const isUtc = changed.zone === 'UTC'
  return clockTime(clock, isUtc ? `${written}Z` : written, 'second', changed.zone)
}
