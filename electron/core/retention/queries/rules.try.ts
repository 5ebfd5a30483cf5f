import { rulesTry } from '../../../../shared/contract/bulk.ts'
import { RecordId } from '../../../../shared/domain/id.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { countRecords, keyRange, recordsToTry } from '../../vault/repository/classification.ts'
import { dayFinder } from '../days.ts'
import { tryRules } from '../try-rules.ts'

/** Records a stretch: a tenth of a second of a reader. */
const STRETCH = 4000

export default answer(rulesTry, ({ db, folder }, { rules, after }) => {
  const from = after ?? Number.MIN_SAFE_INTEGER
  const range = keyRange(db, from, STRETCH)
  const total = after === null ? countRecords(db) : null
  const tried = tryRules(
    rules,
    range === null ? [] : recordsToTry(db, from, range.last),
    dayFinder(readVaultFile(folder).zone),
  )
  const last = range === null || range.records < STRETCH ? null : RecordId.parse(range.last)
  return { last, looked: range?.records ?? 0, total, ...tried }
})
