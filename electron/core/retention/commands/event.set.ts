import { MunimentError } from '../../../../shared/contract/error.ts'
import { eventSet } from '../../../../shared/contract/record-event.ts'
import { RecordId } from '../../../../shared/domain/id.ts'
import { pageOfIds, strictSearch } from '../../search/find.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { apply } from '../../vault/handler.ts'
import { personActing } from '../../vault/person-acting.ts'
import { subjectsOf } from '../../vault/repository/disposition/plan.ts'
import { insertEvent } from '../../vault/repository/retention/record-event.ts'
import { refuseNotWaiting, refuseNotYet } from '../classify/waiting-code.ts'

const PAGE = 5000

export default apply(eventSet, ['records', 'ledger'], ({ db, folder, now, actor, note }, asked) => {
  const { code, on, reason } = asked
  const by = personActing(actor, 'The day of an event')
  refuseNotWaiting(db, code)
  refuseNotYet(folder, on, now)
  const records = asked.search === null ? known(db, asked.records) : found(db, folder, asked.search)
  const set = records.filter((record) => insertEvent(db, { record, code, on, reason }, now, by)).length
  note({ set, same: records.length - set })
  return { set, same: records.length - set }
})

/** @throws MunimentError RECORD_UNKNOWN */
function known(db: Driver, records: readonly RecordId[]): RecordId[] {
  const here = new Set<number>(subjectsOf(db, records).map(({ id }) => id))
  const missing = records.find((one) => !here.has(one))
  if (missing === undefined) return [...new Set(records)]
  throw new MunimentError('RECORD_UNKNOWN', `This vault has no record ${missing}. Nothing was changed.`)
}

/** @throws MunimentError INPUT_INVALID when the search is not understood whole */
function found(db: Driver, folder: string, text: string): RecordId[] {
  const search = strictSearch(db, folder, text)
  const ids: RecordId[] = []
  for (
    let page = pageOfIds(db, search, null, PAGE);
    page.length > 0;
    page = pageOfIds(db, search, page.at(-1) ?? 0, PAGE)
  ) {
    ids.push(...page.map((id) => RecordId.parse(id)))
  }
  return ids
}
