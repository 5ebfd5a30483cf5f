import { calendarEffect } from '../../../../shared/contract/calendar.ts'
import { answer } from '../../vault/handler.ts'
import { cityCalendar, movedDates } from '../city-calendar.ts'

export default answer(calendarEffect, ({ db, folder }, { date }) => {
  const now = cityCalendar(db, folder)
  return movedDates(db, now, { ...now, closures: [...now.closures, { date, reason: 'closed' }] })
})
