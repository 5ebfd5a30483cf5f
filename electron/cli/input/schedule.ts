// A schedule file on the command line: CSV, or a sheet of a workbook, and what its columns are.
import { basename } from 'node:path'
import { MunimentError } from '../../../shared/contract/error.ts'
import { scheduleSheets } from '../../../shared/contract/schedule.ts'
import { ColumnMapping } from '../../../shared/domain/schedule/column.ts'
import type { Vault } from '../vault/vault.ts'
import { readBytes, readText } from './file.ts'

/** A CSV file as it is; of a workbook the sheet named, or its only one. @throws MunimentError SCHEDULE_INVALID */
export async function scheduleRows(vault: Vault, folder: string, file: string, wanted: string | null) {
  const bytes = readBytes(folder, file)
  if (bytes.toString('latin1', 0, 2) !== 'PK') return { csv: readText(folder, file), workbook: null }
  const workbook = bytes.toString('base64')
  const sheets = await vault.ask(scheduleSheets, { fileName: basename(file), workbook })
  const sheet = sheets.length === 1 && wanted === null ? sheets[0] : sheets.find(({ name }) => name === wanted)
  if (sheet) return { csv: sheet.csv, workbook }
  const names = sheets.map(({ name }) => `“${name}”`).join(', ')
  const sentence = `${file} has the sheets ${names}. Nothing was taken in; say with --sheet which of them is the schedule.`
  throw new MunimentError('SCHEDULE_INVALID', sentence)
}

/** The columns as told on the command line; null where their headings shall say it. @throws MunimentError INPUT_INVALID */
export function columnsSaid(headerRow: number | null, columns: readonly string[]): ColumnMapping | null {
  if (headerRow === null && columns.length === 0) return null
  const fields = columns.map((column) => (column === '-' ? null : column))
  const mapping = ColumnMapping.safeParse({ headerRow, fields })
  if (mapping.success) return mapping.data
  const sentence =
    '--header-row and --column belong together: one field a column, each once, with a title and a retention.'
  throw new MunimentError('INPUT_INVALID', `${sentence} Nothing was taken in.`)
}
