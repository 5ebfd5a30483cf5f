import { requestClock } from '../../../../shared/contract/request.ts'
import { answer } from '../../vault/handler.ts'
import { cityCalendar } from '../city-calendar.ts'
import { clocksIn } from '../clocks.ts'
import { knownRequest } from '../known-request.ts'

export default answer(requestClock, ({ db, folder }, { id }) => {
  const { receivedOn, immediateDisclosure } = knownRequest(db, id)
  return clocksIn(cityCalendar(db, folder), { receivedOn, immediateDisclosure, determinedOn: null })
})
