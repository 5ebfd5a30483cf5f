import { scheduleShow } from '../../../../shared/contract/schedule.ts'
import { compileSchedule, unmappedCodes } from '../../../../shared/domain/schedule.ts'
import { answer } from '../../vault/handler.ts'
import { findSchedule, recordsBySeries } from '../../vault/repository/schedule.ts'

export default answer(scheduleShow, ({ db }, { id }) => {
  const stored = findSchedule(db, id)
  return (
    stored && {
      ...stored,
      unmappedCodes: unmappedCodes(compileSchedule(stored.schedule)),
      records: recordsBySeries(db),
    }
  )
})
