import { MunimentError } from '../../../../shared/contract/error.ts'
import { eventSet } from '../../../../shared/contract/record-event.ts'
import { RecordId } from '../../../../shared/domain/id.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import { pageOfIds, strictSearch } from '../../search/find.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { apply } from '../../vault/handler.ts'
import { personActing } from '../../vault/person-acting.ts'
import { subjectsOf } from '../../vault/repository/disposition/plan.ts'
import { insertEvent, insertEventSecond } from '../../vault/repository/retention/record-event.ts'
import { SECOND_NEEDED, secondPerson } from '../../vault/second-person.ts'
import { type Touched, touchedAround } from '../classify/sooner.ts'
import { refuseNotWaiting, refuseNotYet } from '../classify/waiting-code.ts'
import { dayFinder } from '../days.ts'
import { eventsOver } from '../events.ts'

const PAGE = 5000

export default apply(eventSet, ['records', 'ledger'], ({ db, folder, now, actor, note }, asked) => {
  const { code, on, reason } = asked
  const by = personActing(actor, 'The day of an event')
  refuseNotWaiting(db, code)
  refuseNotYet(folder, on, now)
  const records = asked.search === null ? known(db, asked.records) : found(db, folder, asked.search)
  const second = secondPerson(db, actor, asked.second)
  const sooner = on === null ? new Set<RecordId>() : goSooner(db, folder, records, { code, on })
  if (second === null) refuseTouched(touchedAround(db, folder), [...sooner], code)
  let set = 0
  for (const record of records) {
    const event = insertEvent(db, { record, code, on, reason }, now, by)
    if (event === null) continue
    set += 1
    if (second !== null && sooner.has(record)) insertEventSecond(db, event, second)
  }
  note({ set, same: records.length - set })
  return { set, same: records.length - set }
})

/** Which of some records had no such day until now, or a later one, by hand or by a standing rule. */
function goSooner(
  db: Driver,
  folder: string,
  records: readonly RecordId[],
  { code, on }: { readonly code: string; readonly on: LocalDate },
): Set<RecordId> {
  const dayOf = dayFinder(readVaultFile(folder).zone)
  const sooner = new Set<RecordId>()
  const inOrder = records.toSorted((one, other) => one - other)
  for (let at = 0; at < inOrder.length; at += PAGE) {
    const rows = subjectsOf(db, inOrder.slice(at, at + PAGE)).toSorted((one, other) => one.id - other.id)
    const days = eventsOver(db, rows, dayOf)
    for (const { id } of rows) {
      const known = days.get(id)?.get(code)
      if (known === undefined || on < known) sooner.add(id)
    }
  }
  return sooner
}

/** @throws MunimentError SECOND_PERSON_REQUIRED */
function refuseTouched(touched: Touched, records: readonly RecordId[], code: string): void {
  for (let at = 0; at < records.length; at += PAGE) {
    const found = touched(records.slice(at, at + PAGE))
    if (found === null) continue
    throw new MunimentError(
      'SECOND_PERSON_REQUIRED',
      `This day of ${code} lets records go sooner, and ${found.why} has touched record ${found.record}: ${SECOND_NEEDED}`,
    )
  }
}

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
