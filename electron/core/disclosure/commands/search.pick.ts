import { MunimentError } from '../../../../shared/contract/error.ts'
import { searchPick } from '../../../../shared/contract/request-search.ts'
import { apply } from '../../vault/handler.ts'
import { knownAmong } from '../../vault/repository/record/found-set.ts'
import { freezeForRequest } from '../../vault/repository/request/request.ts'
import { insertPick, picksOf } from '../../vault/repository/request/request-search.ts'
import { openRequest } from '../changing.ts'

// What is taken in by hand is held at once: it may lie outside of the accounts and the period.
export default apply(searchPick, ['requests', 'holds', 'ledger'], (context, { request, records, act, reason }) => {
  const { db, now, actor, note } = context
  openRequest(db, request)
  const known = knownAmong(db, records)
  const missing = records.find((record) => !known.has(record))
  if (missing !== undefined)
    throw new MunimentError('RECORD_UNKNOWN', `There is no record ${missing} in this vault. Nothing was changed.`)
  const standing = new Map(picksOf(db, request).map((pick) => [pick.record, pick.act]))
  const changing = records.filter((record) => (act === 'undone' ? standing.has(record) : standing.get(record) !== act))
  for (const record of changing) insertPick(db, request, { record, act, reason }, { at: now, by: actor.person })
  if (act === 'added') freezeForRequest(db, request, changing)
  note({ request, act, records: changing.length })
  return { changed: changing.length }
})
