// A table as the clerk chose it: CSV as it is, a workbook by its sheets.
import { scheduleSheets } from '../../shared/contract/schedule.ts'
import { ask, type Output } from '../client/call.ts'
import { base64Of } from '../ui/base64.ts'

export interface ChosenTable {
  readonly name: string
  /** Of a workbook its bytes; null for a CSV file. */
  readonly workbook: string | null
  readonly sheets: Output<typeof scheduleSheets>
}

/**
 * Reads the file.
 * @throws MunimentError where it is a workbook that can't be opened
 */
export async function readChosen(file: File): Promise<ChosenTable> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isZip) return { name: file.name, workbook: null, sheets: [{ name: file.name, rows: 0, csv: textOf(bytes) }] }
  const workbook = await base64Of(file)
  return { name: file.name, workbook, sheets: await ask(scheduleSheets, { fileName: file.name, workbook }) }
}

/** UTF-8, UTF-16 with its mark, or else Windows-1252, as spreadsheets save it. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
