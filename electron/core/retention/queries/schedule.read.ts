import { scheduleRead } from '../../../../shared/contract/schedule.ts'
import { answer } from '../../vault/handler.ts'
import { oneLine } from '../schedule/cells.ts'
import { readScheduleCsv } from '../schedule/csv.ts'
import { importFindings } from '../schedule/import-findings.ts'

const MOST_ROWS = 50

export default answer(scheduleRead, (_context, { csv, columns, legend }) => {
  const reading = readScheduleCsv(csv, legend, columns)
  const { codesNotInLegend: unmappedCodes, unmappedColumns, series } = reading
  const unexplained = new Set(unmappedCodes)
  return {
    headerRow: reading.headerRow,
    top: reading.top,
    columns: reading.columns.map(({ header, field }, at) => ({
      header: oneLine(header),
      field,
      samples: reading.samples[at] ?? [],
    })),
    codes: reading.codes.map((code) => ({ ...code, explained: !unexplained.has(code.code) })),
    rows: series.slice(0, MOST_ROWS).map(({ row, code, title, department, retention }) => ({
      ...{ row: row ?? 0, code, title, department },
      retention: retention.text,
    })),
    reading: { series: series.length, unmappedCodes, unmappedColumns, findings: importFindings(reading) },
  }
})
