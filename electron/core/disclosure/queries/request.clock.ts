import { requestClock } from '../../../../shared/contract/request.ts'
import { answer } from '../../vault/handler.ts'
import { cityCalendar } from '../city-calendar.ts'
import { knownRequest } from '../known-request.ts'
import { datesOf } from '../request-clock.ts'

export default answer(requestClock, ({ db, folder }, { id }) => datesOf(cityCalendar(db, folder), knownRequest(db, id)))
