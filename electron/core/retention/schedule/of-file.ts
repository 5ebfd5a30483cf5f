// A schedule from the file that a clerk chose, read the same way whether it is taken in, tried or compared.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { ScheduleFile } from '../../../../shared/contract/schedule.ts'
import { ScheduleDraft } from '../../../../shared/domain/schedule/schedule.ts'
import { readScheduleCsv, type ScheduleReading } from './csv.ts'
import { type ImportFinding, importFindings } from './import-findings.ts'

/** What a file holds as a schedule, with what was found in it. */
export interface ScheduleOfFile {
  readonly schedule: ScheduleDraft
  readonly reading: ScheduleReading
  readonly findings: readonly ImportFinding[]
}

/** Reads a file into a schedule. @throws MunimentError SCHEDULE_INVALID where no row of it is a series */
export function scheduleOfFile({
  fileName,
  csv,
  columns,
  workbook: _,
  authority: _paper,
  ...authority
}: ScheduleFile): ScheduleOfFile {
  const reading = readScheduleCsv(csv, authority.legend, columns)
  const findings = importFindings(reading)
  if (reading.series.length === 0) {
    const why = findings[0]?.sentence ?? 'No row of it is a series.'
    throw new MunimentError('SCHEDULE_INVALID', `No schedule was read from ${fileName}. ${why} Nothing was changed.`)
  }
  return { schedule: ScheduleDraft.parse({ ...authority, series: reading.series }), reading, findings }
}
