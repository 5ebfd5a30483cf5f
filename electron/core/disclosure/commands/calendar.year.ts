import { calendarYear } from '../../../../shared/contract/calendar.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { readableDay, yearOf } from '../../../../shared/domain/calendar/day.ts'
import { apply } from '../../vault/handler.ts'
import { insertYear } from '../../vault/repository/calendar.ts'
import { cityCalendar } from '../city-calendar.ts'
import { movedDates } from '../moved-dates.ts'

export default apply(calendarYear, ['requests', 'vault', 'ledger'], ({ db, folder, now, actor, note }, draft) => {
  const { year, days } = draft
  const astray = days.find(({ date }) => yearOf(date) !== year)
  if (astray) {
    const sentence = `${readableDay(astray.date)} (${astray.name}) is not in ${year}. Nothing was changed.`
    throw new MunimentError('CALENDAR_REFUSED', sentence)
  }
  const twice = days.find(({ date }, at) => days.findIndex((day) => day.date === date) !== at)
  if (twice) {
    throw new MunimentError(
      'CALENDAR_REFUSED',
      `${readableDay(twice.date)} stands in the list twice. Nothing was changed.`,
    )
  }
  const before = cityCalendar(db, folder)
  insertYear(db, draft, now, actor.person)
  const moved = movedDates(db, before, cityCalendar(db, folder))
  note({ set: draft.set, year, days: days.length, moved: moved.length })
  return { moved }
})
