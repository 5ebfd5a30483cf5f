// A table on the command line: CSV as it is, or a sheet of a workbook as the CSV that it would be.
import { basename } from 'node:path'
import { MunimentError } from '../../../shared/contract/error.ts'
import { scheduleSheets } from '../../../shared/contract/schedule.ts'
import type { Vault } from '../vault/vault.ts'
import { readBytes, readText } from './file.ts'

/** The table as CSV. @param wanted the sheet of a workbook that has several @throws MunimentError INPUT_INVALID, FILE_UNREADABLE */
export async function tableCsv(
  vault: Vault,
  folder: string,
  file: string,
  wanted: string | undefined,
): Promise<string> {
  const bytes = readBytes(folder, file)
  if (bytes.toString('latin1', 0, 2) !== 'PK') return readText(folder, file)
  const sheets = await vault.ask(scheduleSheets, { fileName: basename(file), workbook: bytes.toString('base64') })
  const found = wanted === undefined && sheets.length === 1 ? sheets[0] : sheets.find(({ name }) => name === wanted)
  if (found) return found.csv
  const names = sheets.map(({ name }) => `“${name}”`).join(', ')
  throw new MunimentError(
    'INPUT_INVALID',
    `${file} has the sheets ${names}. Nothing was taken in; say which with --sheet.`,
  )
}
