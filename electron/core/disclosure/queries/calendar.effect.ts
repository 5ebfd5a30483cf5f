import { calendarEffect } from '../../../../shared/contract/calendar.ts'
import { answer } from '../../vault/handler.ts'
import { cityCalendar } from '../city-calendar.ts'
import { movedDates } from '../moved-dates.ts'

export default answer(calendarEffect, ({ db, folder }, { date }) => {
  const now = cityCalendar(db, folder)
  return movedDates(db, now, { ...now, closures: [...now.closures, { date, reason: 'closed' }] })
})
