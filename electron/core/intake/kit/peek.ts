// Owns the first look at an export's files: the beginning of each, and what that says of its form. Shared by all platforms.
import { parse as parseCsv } from 'csv-parse/sync'
import { Allow, parse as parsePartial } from 'partial-json'
import { type Member, MemberError } from '../archive/archive.ts'
import { isWebArchive } from '../archive/name.ts'
import type { ExportTree } from '../platform.ts'
import { looksBinary, withoutMark } from './head-text.ts'
import { once } from './once.ts'
import { cutDeep, isObject, type JsonObject } from './value.ts'

export type FileForm = 'json' | 'script' | 'csv' | 'xml' | 'html' | 'text' | 'binary' | 'empty'

/** The beginning of one file. */
export interface Peek {
  readonly member: Member
  /** Below the folders that all files share. */
  readonly name: string
  readonly form: FileForm
  /** The first bytes: 32 kB, less where there are thousands of files of data (`roomFor`). */
  readonly head: Buffer
  /** The head as text, made anew at each asking; `''` where it is binary. */
  readonly text: string
  /** What of a JSON file stands in the head, read as far as it goes (the last value may be cut short); undefined otherwise. */
  readonly json: unknown
  /** The first rows of a CSV file, at most 20; none otherwise. */
  readonly rows: readonly (readonly string[])[]
}

/** Every file of an export that may be read, in the order of the parts. Media are not looked into: they have no peek. */
export interface Survey {
  readonly tree: ExportTree
  readonly peeks: readonly Peek[]
  /** The first with this relative name. */
  byName(name: string): Peek | undefined
}

const HEAD = 32 << 10
/** An export may hold as many threads as people wrote to: of the thousandth file a smaller beginning says the same. */
function roomFor(form: FileForm, files: number): number {
  // A page begins with its style, which may be long.
  if (form === 'html' || form === 'xml' || files < 1000) return HEAD
  return files < 10_000 ? 8 << 10 : 2 << 10
}
/** Enough for any export; beyond it files are kept and named as unknown. */
const MOST = 200_000
const NEVER_DATA =
  /\.(?:jpe?g|png|gif|webp|heic|avif|bmp|tiff?|svg|ico|mp4|m4v|mov|avi|mkv|webm|3gp|mp3|m4a|aac|ogg|opus|wav|flac|woff2?|ttf|otf|eot|css|pdf|zip|gz|tgz)$/i

/** Looks at a tree, once. Throws the signal's reason. */
export const survey = once(look)

async function look(tree: ExportTree, signal: AbortSignal): Promise<Survey> {
  const peeks: Peek[] = []
  const names = new Map<string, Peek>()
  for (const member of tree.set.members) {
    signal.throwIfAborted()
    const name = tree.nameOf(member)
    if (member.finding !== null && member.finding.effect !== 'noted') continue
    if ((NEVER_DATA.test(name) && !isWebArchive(name)) || peeks.length >= MOST) continue
    const peek = await peekAt(tree, member, name, peeks.length, signal)
    if (peek === null) continue
    peeks.push(peek)
    if (!names.has(name)) names.set(name, peek)
  }
  return { tree, peeks, byName: (name) => names.get(name) }
}

/** @param files how many were looked at before */
async function peekAt(
  tree: ExportTree,
  member: Member,
  name: string,
  files: number,
  signal: AbortSignal,
): Promise<Peek | null> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of tree.set.read(member, signal)) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= HEAD) break
    }
  } catch (error) {
    if (!(error instanceof MemberError)) throw error
    if (size === 0) return null
  }
  const begun = Buffer.concat(chunks).subarray(0, HEAD)
  const form = formOf(begun)
  // A copy: a view would keep all that was read in memory.
  const head = Buffer.from(begun.subarray(0, roomFor(form, files)))
  const text = form === 'binary' || form === 'empty' ? '' : withoutMark(head)
  const whole = member.size <= head.length
  return {
    member,
    name,
    form,
    head,
    get text() {
      return form === 'binary' || form === 'empty' ? '' : withoutMark(head)
    },
    json: form === 'json' ? partialJson(text) : undefined,
    rows: form === 'csv' ? firstRows(text, whole) : [],
  }
}

/** The form of a file by its first bytes; never by its name. */
function formOf(head: Buffer): FileForm {
  if (head.length === 0) return 'empty'
  if (looksBinary(head)) return 'binary'
  const text = withoutMark(head).trimStart()
  if (text === '') return 'empty'
  if (/^[{[]/.test(text)) return 'json'
  if (/^(?:window\.|Grailbird\.|var |const )/.test(text)) return 'script'
  if (text.startsWith('<'))
    return /^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(text) ? 'html' : 'xml'
  return text.split(/\r?\n/, 12).some(looksLikeHeader) ? 'csv' : 'text'
}

/** The rest of JSON whose beginning is lost: `"name":"value`; a cell of a table that holds JSON doubles its quotes. */
const JSON_PAIR = /(?<!")"\s*:\s*(?:"(?!")|[[{\d])/

/** Two short cells or more: a table may stand below lines of words. */
function looksLikeHeader(line: string): boolean {
  if (JSON_PAIR.test(line)) return false
  const cells = line.split(/[,;\t]/)
  return cells.length > 1 && cells.every((cell) => cell.length <= 80)
}

function partialJson(text: string): unknown {
  try {
    const json: unknown = parsePartial(text, Allow.ALL)
    cutDeep(json)
    return json
  } catch {
    return undefined
  }
}

function firstRows(text: string, whole: boolean): string[][] {
  try {
    const rows: string[][] = parseCsv(whole ? text : text.slice(0, text.lastIndexOf('\n') + 1), {
      to: 20,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_records_with_error: true,
      skip_empty_lines: true,
    })
    return rows
  } catch {
    return []
  }
}

/** What stands between the cells: whichever of comma, semicolon and tab the first lines have most of. */
export function delimiterOf(text: string): ',' | ';' | '\t' {
  const lines = text
    .split(/\r?\n/, 5)
    .join('\n')
    .replace(/"(?:[^"]|"")*"/g, '')
  const count = (mark: string) => lines.split(mark).length
  if (count('\t') > count(',') && count('\t') >= count(';')) return '\t'
  return count(';') > count(',') ? ';' : ','
}

/** The keys of a JSON file's root object, or of the first object in its root list. */
export function keysOf(json: unknown): readonly string[] {
  const object = firstObject(json)
  return object === null ? [] : Object.keys(object)
}

/** The root object, or the first object in the root list; null where there is none. */
function firstObject(json: unknown): JsonObject | null {
  if (isObject(json)) return json
  const first = Array.isArray(json) ? json.find((one) => isObject(one)) : undefined
  return isObject(first) ? first : null
}

/** The cells of a header row, trimmed and in lower case, so that `Video ID` and `video id` are one. */
export function headerKeys(row: readonly string[] | undefined): readonly string[] {
  return (row ?? []).map((cell) => cell.trim().toLowerCase())
}
