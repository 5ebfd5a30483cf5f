import { scheduleImport } from '../../../../shared/contract/schedule.ts'
import { apply } from '../../vault/handler.ts'
import { putBytes } from '../../vault/objects/put-bytes.ts'
import { insertObject } from '../../vault/repository/object.ts'
import { insertSchedule } from '../../vault/repository/schedule.ts'
import { scheduleOfFile } from '../schedule-of-file.ts'

export default apply(scheduleImport, ['schedule', 'ledger'], ({ db, folder, now, actor, note }, file) => {
  const { schedule, reading, findings } = scheduleOfFile(file)
  const bytes = file.workbook === null ? Buffer.from(file.csv) : Buffer.from(file.workbook, 'base64')
  const source = putBytes(folder, bytes)
  insertObject(db, { ...source, member: null }, now)
  const id = insertSchedule(db, schedule, { name: file.fileName, digest: source.digest }, now, actor.person)
  note({ schedule: id, series: reading.series.length })
  const { codesNotInLegend: unmappedCodes, unmappedColumns } = reading
  return { id, reading: { series: reading.series.length, unmappedCodes, unmappedColumns, findings: [...findings] } }
})
