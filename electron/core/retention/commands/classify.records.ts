import { MunimentError } from '../../../../shared/contract/error.ts'
import { classifyRecords } from '../../../../shared/contract/schedule.ts'
import { apply } from '../../vault/handler.ts'
import { assign } from '../assign.ts'
import { refuseUnknownSeries } from '../current-schedule.ts'

export default apply(classifyRecords, ['records', 'ledger'], ({ db, now, actor, note }, assignment) => {
  const { series } = assignment
  if (series !== null) refuseUnknownSeries(db, [{ series, by: 'chosen by hand' }])
  const records = [...new Set(assignment.records)]
  const { classified, same, missing } = assign(db, { ...assignment, records }, now, actor.person)
  if (missing.length > 0) {
    const ids = missing.slice(0, 5).join(', ')
    throw new MunimentError('RECORD_UNKNOWN', `This vault has no record ${ids}. Nothing was classified.`)
  }
  note({ classified, same })
  return { classified, same }
})
