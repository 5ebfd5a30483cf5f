// Tells the rows of a schedule apart: series, department headings, and what stands around the table.
import { findHeader, type ScheduleHeader } from './columns.ts'

/** Why a row gave no series. */
export type PassedOverReason =
  | 'blank'
  | 'preamble'
  | 'header'
  | 'repeated-header'
  | 'heading'
  | 'legend-line'
  | 'page-furniture'
  | 'remark'
  | 'no-title'
  | 'no-header'
  | 'refused'

const longestHeading = 100

/** What a row is. @param at its 0-based place; @param header null where the file has none */
export function classifyRow(
  cells: readonly string[],
  at: number,
  header: ScheduleHeader | null,
): Exclude<PassedOverReason, 'refused'> | 'series' {
  const filled = cells.filter((cell) => cell !== '')
  if (filled.length === 0) return 'blank'
  if (!header) return 'no-header'
  if (at < header.start) return 'preamble'
  if (at < header.end) return 'header'
  if (findHeader([[...cells]]) || repeats(cells, header)) return 'repeated-header'
  const [only = ''] = filled
  if (filled.length === 1) return loneCell(only)
  const title = header.columns.findIndex(({ field }) => field === 'title')
  return (cells[title] ?? '') === '' ? 'no-title' : 'series'
}

// Headings that only a person understood are told by their words, which the next page repeats.
function repeats(cells: readonly string[], { columns }: ScheduleHeader): boolean {
  return columns.every(({ header }, at) => (cells[at] ?? '') === header)
}

function loneCell(text: string): 'page-furniture' | 'legend-line' | 'remark' | 'heading' {
  if (/^(page\s+)?\d+(\s+(of|\/)\s+\d+)?$/i.test(text)) return 'page-furniture'
  if (/^[A-Z]{1,4}\s*[=:–—-]\s*\S/.test(text)) return 'legend-line'
  return text.length > longestHeading || text.startsWith('*') || /[.;]$/.test(text) ? 'remark' : 'heading'
}
