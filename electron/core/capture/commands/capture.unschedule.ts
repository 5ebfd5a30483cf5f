import { captureUnschedule } from '../../../../shared/contract/capture-schedule.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { apply } from '../../vault/handler.ts'
import { endSchedule } from '../../vault/repository/capture/capture-schedule.ts'

export default apply(captureUnschedule, ['captures', 'ledger'], ({ db, now, actor, note }, { schedule }) => {
  if (!endSchedule(db, schedule, now, actor.person))
    throw new MunimentError('CAPTURE_UNKNOWN', `There is no schedule ${schedule} that runs. Nothing was changed.`)
  note({ schedule })
  return {}
})
