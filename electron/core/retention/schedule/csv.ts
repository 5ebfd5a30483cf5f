// Reads a retention schedule from CSV, a pasted table or text from a PDF as California cities publish them: what was read, what was passed over and why.

import type { ColumnMapping } from '../../../../shared/domain/schedule/column.ts'
import { indexLegend, type Legend, type LegendEntry } from '../../../../shared/domain/schedule/legend.ts'
import { termOf } from '../../../../shared/domain/schedule/schedule.ts'
import type { Series } from '../../../../shared/domain/schedule/series.ts'
import { oneLine } from './cells.ts'
import { fieldsIn, findHeader, headerAsSaid, type ScheduleColumn, type ScheduleHeader } from './columns.ts'
import { classifyRow, type PassedOverReason } from './rows.ts'
import { readSeries } from './series.ts'
import { splitSpaced } from './spaced.ts'
import { decodeText, type ScheduleFinding, splitRows } from './text.ts'

/** A row that gave no series; rows count from 1 as in a spreadsheet. */
export interface PassedOverRow {
  row: number
  reason: PassedOverReason
  text: string
}

/** What a schedule file holds; `headerRow` counts from 1, null where there is no header. `codes`: every code and phrase with the number of its series; `codesNotInLegend` block computing. */
export interface ScheduleReading {
  series: Series[]
  headerRow: number | null
  columns: ScheduleColumn[]
  /** The first rows as they stand, so that a person can point the headings out. */
  top: string[][]
  /** Under each column its first different cells. */
  samples: string[][]
  unmappedColumns: string[]
  passedOver: PassedOverRow[]
  codes: { code: string; series: number }[]
  codesNotInLegend: string[]
  findings: ScheduleFinding[]
}

/**
 * Reads a schedule. Columns are recognised by their headers in any order; never throws on content.
 * @param input the file's bytes, or its text
 * @param legend what the codes mean; codes that it lacks are listed, never guessed
 * @param mapping the columns as a person says what they are; null where their headings shall say it
 */
export function readScheduleCsv(
  input: Uint8Array | string,
  legend: Legend,
  mapping: ColumnMapping | null = null,
): ScheduleReading {
  const { text, findings } = decodeText(input)
  const table = bestTable(text, mapping)
  const reading: ScheduleReading = {
    series: [],
    headerRow: table.header?.end ?? null,
    top: table.rows.slice(0, 20).map((row) => row.slice(0, 300).map((cell) => oneLine(cell).slice(0, 120))),
    samples: samplesOf(table),
    columns: table.header?.columns ?? [],
    unmappedColumns: (table.header?.columns ?? []).filter(isUnmapped).map(({ header }) => oneLine(header)),
    passedOver: [],
    codes: [],
    codesNotInLegend: [],
    findings: [...findings, ...table.findings],
  }
  if (text.trim() === '' && findings.length === 0) {
    reading.findings.push({ row: null, code: 'empty', message: 'The file is empty.' })
  } else if (!table.header && text.trim() !== '') {
    const message = mapping
      ? `Row ${mapping.headerRow} does not hold the ${mapping.fields.length} headings that were pointed out.`
      : 'No header was found: one row must name a title (such as “Record Series”) and a retention column, each in a column of its own. Text from a PDF must keep its layout: two spaces or more between columns.'
    reading.findings.push({ row: null, code: 'no-header', message })
  }
  const entries = indexLegend(legend)
  readRows(table, entries, reading)
  tellCodes(reading, entries)
  return reading
}

const SEPARATORS = [',', ';', '\t', '|']
/** Stands for columns that are told by the spaces between them. */
const SPACES = ' '

interface Table {
  rows: string[][]
  header: ScheduleHeader | null
  findings: ScheduleFinding[]
}

// The separator is the one under which the header names most fields; spaces tell columns only where no separator does.
function bestTable(text: string, mapping: ColumnMapping | null): Table {
  const tables = [...SEPARATORS, SPACES].map((delimiter): Table => {
    const { rows, findings } =
      delimiter === SPACES ? splitSpaced(text, mapping?.headerRow ?? null) : splitRows(text, delimiter)
    return { rows, findings, header: mapping ? headerAsSaid(rows, mapping) : findHeader(rows) }
  })
  // Where no header says it, the separator that gives most columns.
  const widest = (rows: string[][]) => Math.min(999, Math.max(0, ...rows.slice(0, 100).map((row) => row.length)))
  const score = ({ header, rows }: Table) => (header ? fieldsIn(header) : 0) + widest(rows) / 1000
  const best = (of: readonly Table[]) => of.reduce((one, other) => (score(other) > score(one) ? other : one))
  const separated = best(tables.slice(0, SEPARATORS.length))
  return separated.header && !mapping ? separated : best(tables)
}

function samplesOf({ rows, header }: Table): string[][] {
  if (!header) return []
  const below = rows.slice(header.end, header.end + 200)
  return header.columns.map(({ header: heading }, at) => {
    const cells = below.flatMap((row) => (row[at] && row[at] !== heading ? [oneLine(row[at]).slice(0, 120)] : []))
    return [...new Set(cells)].slice(0, 3)
  })
}

function readRows({ rows, header }: Table, legend: ReadonlyMap<string, LegendEntry>, reading: ScheduleReading): void {
  const used = new Set<string>()
  let department = ''
  rows.forEach((cells, at) => {
    const row = at + 1
    const kind = classifyRow(cells, at, header)
    if (kind === 'heading')
      department = oneLine(cells.find((cell) => cell !== '') ?? '').replace(/\s*\(?cont(inued|['’]d)?\.?\)?$/i, '')
    if (kind !== 'series') {
      reading.passedOver.push({ row, reason: kind, text: oneLine(cells.filter((cell) => cell !== '').join(' | ')) })
      return
    }
    const series = readSeries(cells, row, header?.columns ?? [], department, legend, used, reading.findings)
    if (series) reading.series.push(series)
    else reading.passedOver.push({ row, reason: 'refused', text: oneLine(cells.join(' | ')).slice(0, 500) })
  })
}

function tellCodes(reading: ScheduleReading, legend: ReadonlyMap<string, LegendEntry>): void {
  const counts = new Map<string, number>()
  const unmapped = new Set<string>()
  for (const series of reading.series) {
    const code = 'code' in series.retention ? series.retention.code : null
    if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1)
    const term = termOf(series, legend)
    if (term.kind !== 'unmapped') continue
    unmapped.add(term.code)
    const message = `Cannot compute ${series.code}: code ${term.code} is not in the legend.`
    reading.findings.push({ row: series.row, code: 'code-not-in-legend', message })
  }
  reading.codes = [...counts]
    .map(([code, series]) => ({ code, series }))
    .sort((one, other) => (one.code < other.code ? -1 : 1))
  reading.codesNotInLegend = [...unmapped].sort()
}

function isUnmapped({ header, field }: ScheduleColumn): boolean {
  return field === null && oneLine(header) !== ''
}
