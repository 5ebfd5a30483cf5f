import { seriesAnswer } from '../../../../shared/contract/retention.ts'
import { apply } from '../../vault/handler.ts'
import { personActing } from '../../vault/person-acting.ts'
import { answeredIn, insertAnswer } from '../../vault/repository/retention/series-answer.ts'
import { currentSchedule, refuseUnknownSeries } from '../schedule/current-schedule.ts'

export default apply(seriesAnswer, ['schedule', 'ledger'], ({ db, now, actor, note }, { series, kinds, basis }) => {
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
  for (const { code, title } of fresh) insertAnswer(db, { series: code, title, kinds: sorted, basis }, now, by)
  note({ answered: fresh.length, protected: sorted.length > 0 })
  return { answered: fresh.length, same: wanted.size - fresh.length }
})
