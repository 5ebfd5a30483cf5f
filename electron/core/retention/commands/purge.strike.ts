import { purgeStrike } from '../../../../shared/contract/approval.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { apply } from '../../vault/handler.ts'
import { personActing } from '../../vault/person-acting.ts'
import { narrowPlan } from '../../vault/repository/approval.ts'
import { knownPlan, readPlan } from '../approval/read-plan.ts'

export default apply(purgeStrike, ['disposition', 'ledger'], (context, { plan: id, records, reason }) => {
  const { db, folder, now, actor, note } = context
  const by = personActing(actor, 'Taking records out of a plan')
  const listed = new Set(readPlan(folder, knownPlan(db, id)).records.map(({ recordId }) => recordId))
  const stranger = records.find((record) => !listed.has(record))
  if (stranger !== undefined) {
    const sentence = `Purge plan ${id} does not list record ${stranger} for destruction. Nothing was taken out.`
    throw new MunimentError('RECORD_UNKNOWN', sentence)
  }
  const struck = narrowPlan(db, id, records, reason, now, by)
  note({ plan: id, struck })
  return { struck }
})
