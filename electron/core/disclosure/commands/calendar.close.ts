import { calendarClose } from '../../../../shared/contract/calendar.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { readableDay, weekday } from '../../../../shared/domain/calendar/day.ts'
import { apply } from '../../vault/handler.ts'
import { insertClosure, standingClosures } from '../../vault/repository/calendar.ts'
import { cityCalendar } from '../city-calendar.ts'
import { movedDates } from '../moved-dates.ts'

export default apply(calendarClose, ['requests', 'vault', 'ledger'], ({ db, folder, now, actor, note }, draft) => {
  const { date } = draft
  const day = readableDay(date)
  if (standingClosures(db).some((closure) => closure.date === date)) {
    throw new MunimentError('CALENDAR_REFUSED', `${day} is a closure day already. Nothing was changed.`)
  }
  if (weekday(date) === 0 || weekday(date) === 6) {
    const sentence = `${day} is a ${weekday(date) === 0 ? 'Sunday' : 'Saturday'}, which counts for no deadline in any case. Nothing was changed.`
    throw new MunimentError('CALENDAR_REFUSED', sentence)
  }
  const before = cityCalendar(db, folder)
  const id = insertClosure(db, draft, now, actor.person)
  const moved = movedDates(db, before, cityCalendar(db, folder))
  note({ closure: id, moved: moved.length })
  return { id, moved }
})
