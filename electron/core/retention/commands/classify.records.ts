import { MunimentError } from '../../../../shared/contract/error.ts'
import { classifyRecords } from '../../../../shared/contract/schedule.ts'
import { apply } from '../../vault/handler.ts'
import { assign } from '../classify/assign.ts'
import { needsSecond } from '../classify/second-person.ts'
import { refuseUnknownSeries } from '../schedule/current-schedule.ts'

export default apply(classifyRecords, ['records', 'ledger'], (context, assignment) => {
  const { db, note } = context
  const { series } = assignment
  if (series !== null) refuseUnknownSeries(db, [{ series, by: 'chosen by hand' }])
  const records = [...new Set(assignment.records)]
  const done = assign(context, { ...assignment, records })
  const { classified, same, missing, guarded, why } = done
  if (missing.length > 0) {
    const ids = missing.slice(0, 5).join(', ')
    throw new MunimentError('RECORD_UNKNOWN', `This vault has no record ${ids}. Nothing was classified.`)
  }
  if (guarded.length > 0) throw needsSecond(guarded, why)
  note({ classified, same })
  return { classified, same }
})
