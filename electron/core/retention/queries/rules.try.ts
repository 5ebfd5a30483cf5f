import { rulesTry } from '../../../../shared/contract/bulk.ts'
import { RecordId } from '../../../../shared/domain/id.ts'
import { retentionLine } from '../../../../shared/domain/retention/line.ts'
import { lineMove } from '../../../../shared/domain/schedule/moves.ts'
import { retentionLaw } from '../../../../shared/law/retention.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { answer } from '../../vault/handler.ts'
import { countRecords, keyRange, recordsToTry } from '../../vault/repository/retention/classification.ts'
import { findSchedule } from '../../vault/repository/retention/schedule.ts'
import { threadsNamed } from '../classify/rule-threads.ts'
import { type MoveOf, tryRules } from '../classify/try-rules.ts'
import { type DayOf, dayFinder } from '../days.ts'
import { asSaid } from '../schedule/moves.ts'

/** Records a stretch: a tenth of a second of a reader. */
const STRETCH = 4000

export default answer(rulesTry, ({ db, folder }, { rules, after }) => {
  const from = after ?? Number.MIN_SAFE_INTEGER
  const range = keyRange(db, from, STRETCH)
  const total = after === null ? countRecords(db) : null
  const dayOf = dayFinder(readVaultFile(folder).zone)
  const records = range === null ? [] : recordsToTry(db, from, range.last)
  const tried = tryRules(rules, records, { dayOf, inThread: threadsNamed(db, rules) }, moveFinder(db, dayOf))
  const last = range === null || range.records < STRETCH ? null : RecordId.parse(range.last)
  return { last, looked: range?.records ?? 0, total, ...tried }
})

/** By the schedule that was taken in last; nothing moves where there is none. */
function moveFinder(db: Driver, dayOf: DayOf): MoveOf {
  const stored = findSchedule(db, null)
  if (stored === null) return () => null
  const compiled = asSaid(stored.schedule)
  return ({ series: from, at }, to) => {
    const made = dayOf(at)
    if (made === null || from === null || from === to) return null
    const [was, now] = [from, to].map((code) => retentionLine(compiled, code, made, retentionLaw))
    return lineMove(was, now)
  }
}
