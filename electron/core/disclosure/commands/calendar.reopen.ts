import { calendarReopen } from '../../../../shared/contract/calendar.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { apply } from '../../vault/handler.ts'
import { withdrawClosure } from '../../vault/repository/calendar.ts'
import { cityCalendar } from '../city-calendar.ts'
import { movedDates } from '../moved-dates.ts'

export default apply(calendarReopen, ['requests', 'vault', 'ledger'], (context, { id, reason }) => {
  const { db, folder, now, actor, note } = context
  const before = cityCalendar(db, folder)
  if (!withdrawClosure(db, id, reason, now, actor.person)) {
    throw new MunimentError('CALENDAR_REFUSED', `There is no closure ${id} that counts. Nothing was changed.`)
  }
  const moved = movedDates(db, before, cityCalendar(db, folder))
  note({ closure: id, moved: moved.length })
  return { moved }
})
