import { purgeStrike } from '../../../../shared/contract/approval.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { officeFileName } from '../../../../shared/domain/disposition/office-file.ts'
import { apply } from '../../vault/handler.ts'
import { personActing } from '../../vault/person-acting.ts'
import { narrowingOf, narrowPlan } from '../../vault/repository/disposition/approval.ts'
import { narrowPlanFiles } from '../../vault/repository/disposition/destruction-file.ts'
import { knownPlan, readPlan } from '../approval/read-plan.ts'
import { stayingWithThreads } from '../approval/thread-mates.ts'

export default apply(purgeStrike, ['disposition', 'ledger'], (context, { plan: id, records, files, reason }) => {
  const { db, folder, now, actor, note } = context
  const by = personActing(actor, 'Taking records out of a plan')
  if (records.length + files.length === 0) {
    throw new MunimentError('RECORD_UNKNOWN', 'No record and no file was named. Nothing was taken out.')
  }
  const plan = readPlan(folder, knownPlan(db, id))
  const listed = new Set(plan.records.map(({ recordId }) => recordId))
  const stranger = records.find((record) => !listed.has(record))
  if (stranger !== undefined) {
    const sentence = `Purge plan ${id} does not list record ${stranger} for destruction. Nothing was taken out.`
    throw new MunimentError('RECORD_UNKNOWN', sentence)
  }
  const unlisted = files.find((file) => !(plan.files ?? []).some((one) => one.kind === file.kind && one.id === file.id))
  if (unlisted !== undefined) {
    const sentence = `Purge plan ${id} does not list ${officeFileName(unlisted)} for destruction. Nothing was taken out.`
    throw new MunimentError('RECORD_UNKNOWN', sentence)
  }
  const struck = narrowPlan(db, id, records, reason, now, by) + narrowPlanFiles(db, id, files, reason, now, by)
  note({ plan: id, struck })
  const out = narrowingOf(db, id).map(({ record }) => record)
  return { struck, withThread: stayingWithThreads(db, plan, records, out) }
})
