// A schedule's legend as a CSV file: code, meaning, trigger, basis, period, disposition.
import { stringify } from 'csv-stringify/sync'
import { parseRetention } from '../../../../shared/domain/retention/expression.ts'
import { Legend, LegendEntry } from '../../../../shared/domain/schedule/legend.ts'
import { decodeText, splitRows } from './text.ts'

const columns = ['code', 'meaning', 'trigger', 'basis', 'period', 'disposition']

/** A legend as read; `problems` are sentences with row numbers, and a row with a problem is left out. */
export interface LegendReading {
  legend: Legend
  problems: string[]
}

/** Reads a legend file; never throws on content. @param input the file's bytes, or its text */
export function readLegendCsv(input: Uint8Array | string): LegendReading {
  const { text, findings } = decodeText(input)
  const problems = findings.map(({ message }) => message)
  const entries = new Map<string, LegendEntry>()
  for (const { number, cells: row } of rowsOf(text, problems)) {
    const period = row.period?.trim() ? periodOf(row.period) : null
    const parsed = LegendEntry.safeParse({
      code: row.code ?? '',
      meaning: row.meaning ?? '',
      trigger: row.trigger ?? '',
      basis: row.basis?.trim().toLowerCase(),
      period: period === undefined ? 'not understood' : period,
      disposition: row.disposition?.trim().toLowerCase() || null,
    })
    if (!parsed.success) {
      const what = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
      problems.push(`Row ${number} of the legend was left out: ${what}`)
    } else if (entries.has(parsed.data.code)) {
      problems.push(`Row ${number} of the legend was left out: ${parsed.data.code} is explained above already.`)
    } else entries.set(parsed.data.code, parsed.data)
  }
  return { legend: Legend.parse([...entries.values()]), problems }
}

/** Writes a legend so that `readLegendCsv` reads it back. */
export function writeLegendCsv(legend: Legend): string {
  const rows = legend.map(({ period, disposition, ...entry }) => ({
    ...entry,
    period: period ? `${period.amount} ${period.unit}` : '',
    disposition: disposition ?? '',
  }))
  return stringify(rows, { header: true, columns })
}

interface LegendRow {
  number: number
  cells: Partial<Record<string, string>>
}

// The separator is the one under which the first row names both the code and its basis.
function rowsOf(text: string, problems: string[]): LegendRow[] {
  for (const delimiter of [',', ';', '\t']) {
    const { rows, findings } = splitRows(text, delimiter)
    const head = rows[0]?.map((cell) => cell.toLowerCase()) ?? []
    if (!head.includes('code') || !head.includes('basis')) continue
    problems.push(...findings.map(({ message }) => message))
    return rows
      .map((cells, at) => ({
        number: at + 1,
        cells: Object.fromEntries(head.map((name, column) => [name, cells[column] ?? ''])),
      }))
      .filter(({ number, cells }) => number > 1 && Object.values(cells).some((cell) => cell !== ''))
  }
  if (text.trim() !== '') problems.push(`The legend has no header: its first row names ${columns.join(', ')}.`)
  return []
}

function periodOf(text: string): { amount: number; unit: string } | undefined {
  const read = parseRetention(text)
  if (read.form !== 'term' || read.code !== null || read.amount === null) return undefined
  return { amount: read.amount, unit: read.unit }
}
