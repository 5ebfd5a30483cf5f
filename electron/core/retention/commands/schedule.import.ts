import { scheduleImport } from '../../../../shared/contract/schedule.ts'
import { apply } from '../../vault/handler.ts'
import { digestBytes } from '../../vault/hex.ts'
import { keepPaper, saltedDigest } from '../../vault/objects/paper.ts'
import { putBytes } from '../../vault/objects/put-bytes.ts'
import { insertObject } from '../../vault/repository/object.ts'
import { insertSchedule, insertSchedulePaper } from '../../vault/repository/schedule.ts'
import { scheduleOfFile } from '../schedule-of-file.ts'

export default apply(scheduleImport, ['schedule', 'ledger'], (context, file) => {
  const { db, folder, now, actor, note } = context
  const { schedule, reading, findings } = scheduleOfFile(file)
  const bytes = file.workbook === null ? Buffer.from(file.csv) : Buffer.from(file.workbook, 'base64')
  const source = putBytes(folder, bytes)
  insertObject(db, { ...source, member: null }, now)
  const id = insertSchedule(db, schedule, { name: file.fileName, digest: source.digest }, now, actor.person)
  const paper = file.authority === null ? null : keepPaper(context, file.authority)
  if (paper !== null && file.authority !== null) insertSchedulePaper(db, id, file.authority.name, digestBytes(paper))
  note({ schedule: id, series: reading.series.length, ...(paper && saltedDigest(context, paper)) })
  const { codesNotInLegend: unmappedCodes, unmappedColumns } = reading
  return { id, reading: { series: reading.series.length, unmappedCodes, unmappedColumns, findings: [...findings] } }
})
