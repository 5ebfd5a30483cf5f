import { requestFile } from '../../../../shared/contract/request-life.ts'
import { answer } from '../../vault/handler.ts'
import { portalOf } from '../../vault/repository/request/portal.ts'
import { eventsOf, mergedIn, mergedInto, messagesOf, partsOf } from '../../vault/repository/request/request-life.ts'
import { cityCalendar } from '../city-calendar.ts'
import { knownRequest } from '../known-request.ts'
import { portalSaid } from '../portal-said.ts'

export default answer(requestFile, ({ db, folder }, { id }) => {
  const request = knownRequest(db, id)
  const saved = portalOf(db, id)
  return {
    events: eventsOf(db, id),
    messages: messagesOf(db, id),
    parts: partsOf(db, id),
    mergedInto: mergedInto(db, id),
    mergedIn: mergedIn(db, id),
    portal: saved && portalSaid(db, cityCalendar(db, folder), request, saved),
  }
})
