// Owns reading workbooks: their sheets, and a sheet's rows with dates by the type of the cell and numbers as they are written.
import type { Member } from '../archive/archive.ts'
import { damagedFile } from '../kit/items.ts'
import { once } from '../kit/once.ts'
import type { ExportTree, FilePlan } from '../platform.ts'
import { refusalOfWorkbook } from './xlsx-size.ts'

/** A cell: text, number as its digits, date as the wall clock read as if it were UTC; null where it is empty. */
export type Cell = string | boolean | Date | null

/** A workbook is read into memory whole. */
const MOST = 64 * 2 ** 20

export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

const sheetsIn = once((_: Member, tree: ExportTree, file: Pick<FilePlan, 'member' | 'name'>, signal: AbortSignal) =>
  sheetsOf(tree, file, signal),
)

/**
 * All sheets of a workbook, in order; read once.
 * @throws MemberError where it cannot be read
 */
export function readSheets(
  tree: ExportTree,
  file: Pick<FilePlan, 'member' | 'name'>,
  signal: AbortSignal,
): Promise<readonly Sheet[]> {
  return sheetsIn(file.member, tree, file, signal)
}

async function sheetsOf(
  tree: ExportTree,
  file: Pick<FilePlan, 'member' | 'name'>,
  signal: AbortSignal,
): Promise<readonly Sheet[]> {
  const { member } = file
  if (member.size > MOST) throw damaged(file, `is a workbook of more than ${MOST / 2 ** 20} MB and was not opened`)
  const chunks: Buffer[] = []
  for await (const chunk of tree.set.read(member, signal)) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const refused = await refusalOfWorkbook(bytes, signal)
  if (refused !== null) throw damaged(file, refused)
  // Loaded here, because few exports hold a workbook and the library is large.
  const { default: readWorkbook } = await import('read-excel-file/node')
  try {
    const sheets = await readWorkbook<string>(bytes, { parseNumber: asWritten, trim: false })
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) }))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw damaged(file, `is no workbook that can be read (${why})`)
  }
}

function damaged(file: Pick<FilePlan, 'member' | 'name'>, sentence: string) {
  return damagedFile({ ...file, type: 'rows', claimed: null, use: 'records', note: null }, `${sentence}.`)
}

/** A double would lose digits of long numbers. */
function asWritten(digits: string): string {
  return digits
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'boolean' || value instanceof Date) return value
  return null
}
