import { seriesAnswer } from '../../../../shared/contract/retention.ts'
import { apply } from '../../vault/handler.ts'
import { personActing } from '../../vault/person-acting.ts'
import { codesInUse } from '../../vault/repository/retention/schedule.ts'
import { answeredIn, insertAnswer } from '../../vault/repository/retention/series-answer.ts'
import { refuseAlone, secondPerson } from '../../vault/second-person.ts'
import { currentSchedule, refuseUnknownSeries } from '../schedule/current-schedule.ts'

export default apply(seriesAnswer, ['schedule', 'ledger'], ({ db, now, actor, note }, asked) => {
  const { series, kinds, basis } = asked
  const by = personActing(actor, 'An answer for a series')
  refuseUnknownSeries(
    db,
    series.map((code) => ({ series: code, by: 'answered for' })),
  )
  const wanted = new Set(series)
  const known = answeredIn(db)
  const sorted = [...kinds].sort()
  const fresh = currentSchedule(db).schedule.series.filter(
    (one) => wanted.has(one.code) && known(one)?.join() !== sorted.join(),
  )
  const second = secondPerson(db, actor, asked.second)
  // Only an answer without any kind lets anything go; what stood before (another one, or none) let nothing go.
  const used = codesInUse(db)
  const letsGo = sorted.length === 0 && fresh.some(({ code }) => used.has(code))
  if (second === null && letsGo) refuseAlone(db, 'This answer')
  for (const { code, title } of fresh) {
    insertAnswer(db, { series: code, title, kinds: sorted, basis, second: letsGo ? second : null }, now, by)
  }
  note({ answered: fresh.length, protected: sorted.length > 0, second: letsGo && second !== null })
  return { answered: fresh.length, same: wanted.size - fresh.length }
})
