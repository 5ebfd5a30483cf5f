import { requestDeadlines } from '../../../../shared/contract/desk.ts'
import { answer } from '../../vault/handler.ts'
import { listRequests } from '../../vault/repository/request.ts'
import { cityCalendar } from '../city-calendar.ts'
import { datesOf } from '../request-clock.ts'

export default answer(requestDeadlines, ({ db, folder }) => {
  const calendar = cityCalendar(db, folder)
  const deadlines = listRequests(db)
    .filter(({ state }) => state === 'open')
    .flatMap((one) => {
      const { id: request, requester } = one
      const [first] = datesOf(calendar, one).dates
      return first === undefined ? [] : [{ request, requester, duty: first.duty, due: first.due }]
    })
  // One without a date may be due at any time.
  return deadlines.toSorted((one, other) => (one.due ?? '').localeCompare(other.due ?? ''))
})
