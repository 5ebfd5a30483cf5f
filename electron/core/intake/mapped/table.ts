// Owns telling which files of an export are tables, and in which form, by their first bytes.
import { type Member, MemberError } from '../archive/archive.ts'
import { charsetOf } from '../kit/charset.ts'
import { withoutMark } from '../kit/head-text.ts'
import { once } from '../kit/once.ts'
import { type Peek, survey } from '../kit/peek.ts'
import { isObject } from '../kit/value.ts'
import type { ExportTree } from '../platform.ts'
import { widthOf } from './width.ts'

export type TableForm = 'csv' | 'json' | 'json-lines' | 'xlsx'

/** A file that may hold rows. */
export interface TableFile {
  readonly member: Member
  readonly name: string
  readonly form: TableForm
  /** The first rows of a CSV file; none otherwise. */
  readonly heads: readonly (readonly string[])[]
  /** Why its rows cannot be read, and what to do, in a sentence; null where they can. */
  readonly unread: string | null
  /** What a person should look at in it, in a sentence; null where nothing is odd. */
  readonly note: string | null
}

const OLD = 'It is not UTF-8 and was read as Windows-1252: look whether its words are right, or save it as UTF-8.'
const WIDE = 'It is JSON in UTF-16: save it as UTF-8.'

/** A first line longer than this is not looked at to its end. */
const LONGEST_LINE = 4 * 2 ** 20
/** Of an export with thousands of files nobody reads more than their beginnings to tell what they are. */
const MOST_LOOKED_INTO = 20
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ZIP = Buffer.from('504b0304', 'hex')

/** The tables of a tree, in its order. Throws the signal's reason. */
export const tablesIn = once(look)

/** Names of files in the form that workbooks had before 2007, and locked ones still have. */
export async function oldWorkbooksIn(tree: ExportTree, signal: AbortSignal): Promise<readonly string[]> {
  const { peeks } = await survey(tree, signal)
  return peeks.flatMap(({ head, name }) =>
    head.subarray(0, 8).equals(OLE) && /\.xls[xmb]?$/i.test(name) ? [name] : [],
  )
}

async function look(tree: ExportTree, signal: AbortSignal): Promise<readonly TableFile[]> {
  const { peeks } = await survey(tree, signal)
  const tables: TableFile[] = []
  let deep = 0
  const mayLookDeeper = () => deep++ < MOST_LOOKED_INTO
  for (const peek of peeks) {
    const form = await formOf(peek, tree, mayLookDeeper, signal)
    if (form !== null)
      tables.push({
        member: peek.member,
        name: peek.name,
        form,
        heads: peek.rows,
        unread: unreadOf(peek),
        note: noteOf(peek),
      })
  }
  return tables
}

/** JSON is split at its bytes, which is no way to read two bytes a character. */
function unreadOf({ form, head }: Peek): string | null {
  return form === 'json' && (head[0] === 0xff || head[0] === 0xfe) ? WIDE : null
}

/** Bytes that are no UTF-8 may be of any older charset; Western European ones are most likely. */
function noteOf({ form, head }: Peek): string | null {
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  return form === 'csv' && !wide && charsetOf(head) === 'windows-1252' ? OLD : null
}

async function formOf(
  peek: Peek,
  tree: ExportTree,
  mayLookDeeper: () => boolean,
  signal: AbortSignal,
): Promise<TableForm | null> {
  if (peek.form === 'csv') return widthOf(peek.rows) === null ? null : 'csv'
  if (peek.form === 'binary') return isWorkbook(peek) ? 'xlsx' : null
  if (peek.form !== 'json') return null
  const lines = linesJudged(peek) ?? (mayLookDeeper() && (await firstLinesJudged(peek, tree, signal)))
  return lines ? 'json-lines' : 'json'
}

/** A ZIP whose first names are those of a workbook. */
function isWorkbook({ head, name }: Peek): boolean {
  if (!head.subarray(0, 4).equals(ZIP)) return false
  return /\.xls[xm]$/i.test(name) || head.includes('xl/') || head.includes('[Content_Types].xml')
}

/** Whether the first lines are objects each for themselves; null where the first does not end in the beginning that everybody looks at. */
function linesJudged({ text }: Peek): boolean | null {
  return text.trimStart().startsWith('{') ? judged(text) : false
}

async function firstLinesJudged({ member }: Peek, tree: ExportTree, signal: AbortSignal): Promise<boolean> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of tree.set.read(member, signal)) {
      chunks.push(chunk)
      size += chunk.length
      if (size > LONGEST_LINE) break
    }
  } catch (error) {
    if (!(error instanceof MemberError)) throw error
  }
  return judged(withoutMark(Buffer.concat(chunks))) ?? false
}

/** Null where no line ends in the text. */
function judged(text: string): boolean | null {
  const lines = text.split('\n', 8).filter((line) => line.trim() !== '')
  if (lines.length < 2) return null
  // The last line may be cut.
  return lines.filter(isWholeObject).length >= Math.min(2, lines.length - 1)
}

function isWholeObject(line: string): boolean {
  try {
    return isObject(JSON.parse(line))
  } catch {
    return false
  }
}
