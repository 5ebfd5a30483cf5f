import { stringify } from 'csv-stringify/sync'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { scheduleSheets } from '../../../../shared/contract/schedule.ts'
import { answer } from '../../vault/handler.ts'
import { type Cell, sheetsOf } from '../../workbook/sheets.ts'

export default answer(scheduleSheets, async ({ signal }, { fileName, workbook }) => {
  const opened = await sheetsOf(Buffer.from(workbook, 'base64'), signal)
  if ('refused' in opened) {
    throw new MunimentError('SCHEDULE_INVALID', `${fileName} ${opened.refused}. Nothing was changed.`)
  }
  return opened.sheets.map(({ name, rows }) => ({
    name,
    rows: rows.length,
    csv: stringify(rows.map((row) => row.map(written))),
  }))
})

// A date stands as its day: what a spreadsheet made a date of was perhaps none, and is then seen to be one.
function written(cell: Cell): string {
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '')
  return cell === null ? '' : String(cell)
}
