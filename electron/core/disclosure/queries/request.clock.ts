import { requestClock } from '../../../../shared/contract/request.ts'
import { answer } from '../../vault/handler.ts'
import { mergedIn } from '../../vault/repository/request/request-life.ts'
import { cityCalendar } from '../city-calendar.ts'
import { knownRequest } from '../known-request.ts'
import { datesOf } from '../request-clock.ts'

export default answer(requestClock, ({ db, folder }, { id }) => {
  const calendar = cityCalendar(db, folder)
  const own = datesOf(db, calendar, knownRequest(db, id))
  const theirs = mergedIn(db, id).map((other) => ({ other, clocks: datesOf(db, calendar, knownRequest(db, other)) }))
  return {
    dates: own.dates,
    merged: theirs.map(({ other, clocks }) => ({ request: other, dates: clocks.dates })),
    remarks: [...new Set([own, ...theirs.map(({ clocks }) => clocks)].flatMap(({ remarks }) => remarks))],
  }
})
