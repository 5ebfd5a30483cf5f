import { requestKeepUntil } from '../../../../shared/contract/request-hold.ts'
import { addPeriod, readableDay } from '../../../../shared/domain/calendar/day.ts'
import { apply } from '../../vault/handler.ts'
import { closedOn, saveKeptUntil } from '../../vault/repository/request/request-hold.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { refused, today } from '../changing.ts'
import { knownRequest } from '../known-request.ts'

// No city record less than two years old is destroyed (Gov. Code 34090(d)); the file of a request is of the day on which it was closed.
export default apply(requestKeepUntil, ['requests', 'holds', 'ledger'], (context, { id, until, authority }) => {
  const { db, now, actor, note } = context
  const closed = knownRequest(db, id).state === 'closed' ? closedOn(db, id) : null
  if (closed === null)
    throw refused(`Request ${id} is not closed: it holds its accounts and period. Nothing was changed.`)
  const earliest = addPeriod(closed, { amount: 2, unit: 'years' })
  if (until < earliest) {
    throw refused(
      `The file of a request is kept for two years at least (Gov. Code 34090(d)): until ${readableDay(earliest)}. Nothing was changed.`,
    )
  }
  const done = { at: now, by: actor.person }
  saveKeptUntil(db, id, { until, authority }, done)
  insertEvent(db, id, { kind: 'kept-until', on: today(context), words: `${readableDay(until)}: ${authority}` }, done)
  note({ request: id, until })
  return {}
})
