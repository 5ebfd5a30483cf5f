import { requestDeadlines } from '../../../../shared/contract/desk.ts'
import { answer } from '../../vault/handler.ts'
import { listRequests } from '../../vault/repository/request.ts'
import { cityCalendar } from '../city-calendar.ts'
import { clocksIn } from '../clocks.ts'

export default answer(requestDeadlines, ({ db, folder }) => {
  const calendar = cityCalendar(db, folder)
  const deadlines = listRequests(db)
    .filter(({ state }) => state === 'open')
    .flatMap(({ id: request, requester, receivedOn, immediateDisclosure }) => {
      const [first] = clocksIn(calendar, { receivedOn, immediateDisclosure, determinedOn: null }).dates
      return first === undefined ? [] : [{ request, requester, duty: first.duty, due: first.due }]
    })
  // One without a date may be due at any time.
  return deadlines.toSorted((one, other) => (one.due ?? '').localeCompare(other.due ?? ''))
})
