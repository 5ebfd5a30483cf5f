// Owns whether a table is one that a mapping was made for: whether its first rows have the columns that the mapping needs.
import { MemberError } from '../archive/archive.ts'
import type { Outcome } from '../draft.ts'
import { passedOver } from '../kit/draft.ts'
import { mediaFinder } from '../kit/media-finder.ts'
import type { Reading } from '../kit/spec.ts'
import type { ExportTree, FilePlan } from '../platform.ts'
import { hasColumns, isHeading } from './cells.ts'
import type { Layout, MappedRow } from './mapped-row.ts'
import { rowReader } from './rows.ts'
import type { TableFile } from './table.ts'
import { whyUnfit } from './unfit.ts'
import { readSheets } from './xlsx.ts'

/** Rows of a list of objects may each leave something out. */
const LOOKED_AT = 100
const ROW = 'row'

export interface Fit {
  readonly fits: boolean
  /** What the reconciliation says of the file. */
  readonly note: string | null
}

/** The first rows of a table, at most `most`; fewer where it is damaged further on. Throws the signal's reason. */
export async function firstRows(
  tree: ExportTree,
  { member, name, form }: TableFile,
  layout: Layout,
  most: number,
  signal: AbortSignal,
): Promise<readonly MappedRow[]> {
  const rows: MappedRow[] = []
  const made: MappedRow[] = []
  const file: FilePlan = { member, name, type: form, claimed: null, use: 'records', note: null }
  const about = { layout: '', ownerHandle: null, ownerNativeId: null, ownerName: null, generatedAt: null }
  const reading: Reading<null> = {
    tree,
    file,
    about,
    state: null,
    media: mediaFinder(new Set()),
    odd: () => {},
    signal,
  }
  const read = rowReader<null>(form, layout, (row) => {
    made.push(row)
    return passedOver(ROW)
  })
  try {
    for await (const group of read(reading)) {
      for (const { outcome } of group) {
        const row = outcome.type === 'failed' ? lostRow(outcome) : isRow(outcome) ? made.shift() : undefined
        if (row !== undefined) rows.push(row)
      }
      if (rows.length >= most) break
    }
  } catch (error) {
    if (!(error instanceof MemberError)) throw error
  }
  rows.push(...made)
  return rows.slice(0, most)
}

function isRow(outcome: Outcome): boolean {
  return outcome.type === 'passed-over' && outcome.reason === ROW
}

/** A row that the reader could not tell from what stands around it. */
function lostRow(outcome: Extract<Outcome, { readonly type: 'failed' }>): MappedRow {
  const where = /\(((?:line|row|item) \d+)\)/.exec(outcome.sentence)?.[1] ?? ''
  return { where, columns: [], values: () => [], broken: outcome.sentence, inside: null, reach: -1, lost: outcome }
}

/** Whether the table has what the layout knows of it. */
export async function fitOf(tree: ExportTree, table: TableFile, layout: Layout, signal: AbortSignal): Promise<Fit> {
  if (table.unread !== null) return { fits: false, note: table.unread }
  const { known, header } = layout
  // Headings stand among the first rows, or a file would be read to its end for nothing.
  if (table.form === 'csv' && header && known !== null && !table.heads.some((cells) => isHeading(cells, layout)))
    return { fits: false, note: await whyUnfit(tree, table, layout, [], signal) }
  const rows = await firstRows(tree, table, layout, LOOKED_AT, signal)
  const columns = new Set(rows.flatMap((row) => (row.broken === null ? row.columns : [])))
  const reached = [...(known?.all ?? []), ...(known?.any ?? [])].filter((column) =>
    rows.some((row) => row.values(column).length > 0),
  )
  const fits = known === null || hasColumns([...columns, ...reached], known)
  if (!fits) return { fits, note: await whyUnfit(tree, table, layout, [...columns, ...reached], signal) }
  return { fits, note: table.form === 'xlsx' ? await otherSheets(tree, table, layout, signal) : table.note }
}

async function otherSheets(
  tree: ExportTree,
  table: TableFile,
  { sheet }: Layout,
  signal: AbortSignal,
): Promise<string | null> {
  const names = (await readSheets(tree, table, signal)).filter(({ rows }) => rows.length > 0).map(({ name }) => name)
  const others = names.filter((name, place) => (sheet === null ? place > 0 : name !== sheet))
  if (others.length === 0) return null
  return `Not read: ${others.map((name) => `sheet “${name}”`).join(', ')}. An import with a mapping for it reads it.`
}
