import { MunimentError } from '../../../../shared/contract/error.ts'
import { classifyRecords } from '../../../../shared/contract/schedule.ts'
import { apply } from '../../vault/handler.ts'
import { assign } from '../assign.ts'
import { refuseUnknownSeries } from '../current-schedule.ts'
import { needsSecond, secondPerson, shorteningGuard } from '../second-person.ts'

export default apply(classifyRecords, ['records', 'ledger'], ({ db, folder, now, actor, note }, assignment) => {
  const { series } = assignment
  if (series !== null) refuseUnknownSeries(db, [{ series, by: 'chosen by hand' }])
  const records = [...new Set(assignment.records)]
  const second = secondPerson(db, actor, assignment.second)
  const guard = shorteningGuard(db, folder)
  const done = assign(db, { ...assignment, records, second }, guard, now, actor.person)
  const { classified, same, missing, guarded, why } = done
  if (missing.length > 0) {
    const ids = missing.slice(0, 5).join(', ')
    throw new MunimentError('RECORD_UNKNOWN', `This vault has no record ${ids}. Nothing was classified.`)
  }
  if (guarded.length > 0) throw needsSecond(guarded, why)
  note({ classified, same })
  return { classified, same }
})
