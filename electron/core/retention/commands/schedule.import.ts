import { MunimentError } from '../../../../shared/contract/error.ts'
import { scheduleImport } from '../../../../shared/contract/schedule.ts'
import { ScheduleDraft } from '../../../../shared/domain/schedule.ts'
import { apply } from '../../vault/handler.ts'
import { putBytes } from '../../vault/objects/put-bytes.ts'
import { insertObject } from '../../vault/repository/object.ts'
import { insertSchedule } from '../../vault/repository/schedule.ts'
import { importFindings } from '../import-findings.ts'
import { readScheduleCsv } from '../schedule-csv.ts'

export default apply(scheduleImport, ['schedule', 'ledger'], (context, { fileName, csv, ...authority }) => {
  const { db, folder, now, actor, note } = context
  const reading = readScheduleCsv(csv, authority.legend)
  const findings = importFindings(reading)
  if (reading.series.length === 0) {
    const why = findings[0]?.sentence ?? 'No row of it is a series.'
    throw new MunimentError('SCHEDULE_INVALID', `No schedule was read from ${fileName}. ${why} Nothing was changed.`)
  }
  const schedule = ScheduleDraft.parse({ ...authority, series: reading.series })
  const source = putBytes(folder, Buffer.from(csv))
  insertObject(db, { ...source, member: null }, now)
  const id = insertSchedule(db, schedule, { name: fileName, digest: source.digest }, now, actor.person)
  note({ schedule: id, series: reading.series.length })
  const { codesNotInLegend: unmappedCodes, unmappedColumns } = reading
  return { id, reading: { series: reading.series.length, unmappedCodes, unmappedColumns, findings } }
})
