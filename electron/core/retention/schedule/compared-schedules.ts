// The two schedules of a comparison: two that were taken in, or one and a file that is not yet.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { scheduleCompare } from '../../../../shared/contract/schedule.ts'
import type { ScheduleId } from '../../../../shared/domain/id.ts'
import type { ScheduleDraft } from '../../../../shared/domain/schedule/schedule.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { findSchedule } from '../../vault/repository/retention/schedule.ts'
import { scheduleOfFile } from './of-file.ts'

type To = ReturnType<typeof scheduleCompare.input.parse>['to']

/** @throws MunimentError SCHEDULE_MISSING, SCHEDULE_INVALID */
export function comparedSchedules(
  db: Driver,
  from: ScheduleId,
  to: To,
): { before: ScheduleDraft; after: ScheduleDraft } {
  return { before: known(db, from), after: 'id' in to ? known(db, to.id) : scheduleOfFile(to.file).schedule }
}

function known(db: Driver, id: ScheduleId): ScheduleDraft {
  const stored = findSchedule(db, id)
  if (stored === null) throw new MunimentError('SCHEDULE_MISSING', `There is no schedule ${id} in this vault.`)
  return stored.schedule
}
