// What a clerk is told about the reading of a schedule file, in the order of its rows.
import type { ScheduleReading } from './csv.ts'

/** Rows that gave no series and may have been meant to; blank rows, headings and page numbers are no news. */
const WORTH_TELLING: Partial<Record<ScheduleReading['passedOver'][number]['reason'], string>> = {
  'no-title': 'has no title and was passed over',
  'legend-line': 'looks like a line of the legend and was passed over; codes count only where the legend explains them',
  remark: 'is a remark and was passed over',
  'no-header': 'stands in a file without a header and was passed over',
}
const MOST = 500

/** One sentence with its row (from 1, as a spreadsheet counts), or null for the whole file. */
export interface ImportFinding {
  readonly row: number | null
  readonly sentence: string
}

/** The findings of a reading, those about the whole file first; no more than a person can read. */
export function importFindings({ findings, passedOver }: ScheduleReading): ImportFinding[] {
  const rows = passedOver.flatMap(({ row, reason, text }) => {
    const told = WORTH_TELLING[reason]
    return told === undefined ? [] : [{ row, sentence: `Row ${row} ${told}: “${text.slice(0, 120)}”.` }]
  })
  const all = [...findings.map(({ row, message }) => ({ row, sentence: message })), ...rows]
  const sorted = all.sort((one, other) => (one.row ?? 0) - (other.row ?? 0))
  if (sorted.length <= MOST) return sorted
  return [...sorted.slice(0, MOST), { row: null, sentence: `${sorted.length - MOST} more findings are not listed.` }]
}
