import { requestDeadlines } from '../../../../shared/contract/desk.ts'
import { answer } from '../../vault/handler.ts'
import { cityCalendar } from '../city-calendar.ts'
import { datesOf, isRunning } from '../request-clock.ts'
import { runningRequests } from '../running.ts'

export default answer(requestDeadlines, ({ db, folder }) => {
  const calendar = cityCalendar(db, folder)
  const deadlines = runningRequests(db).flatMap(({ request, under }) => {
    const first = datesOf(db, calendar, request).dates.find(isRunning)
    const { requester } = request
    return first === undefined ? [] : [{ request: under.id, requester, duty: first.duty, due: first.due }]
  })
  // One without a date may be due at any time.
  return deadlines.toSorted((one, other) => (one.due ?? '').localeCompare(other.due ?? ''))
})
