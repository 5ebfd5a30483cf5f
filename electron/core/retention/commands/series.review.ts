import { MunimentError } from '../../../../shared/contract/error.ts'
import { seriesReview } from '../../../../shared/contract/retention.ts'
import { apply } from '../../vault/handler.ts'
import { personActing } from '../../vault/person-acting.ts'
import { insertReview } from '../../vault/repository/retention/series-review.ts'
import { secondPerson } from '../../vault/second-person.ts'
import { currentSchedule, refuseUnknownSeries } from '../schedule/current-schedule.ts'

export default apply(seriesReview, ['schedule', 'disposition', 'ledger'], ({ db, now, actor, note }, asked) => {
  const { lasting, basis } = asked
  const by = personActing(actor, 'A review of a series')
  refuseUnknownSeries(
    db,
    asked.series.map((code) => ({ series: code, by: 'reviewed' })),
  )
  const second = secondPerson(db, actor, asked.second) ?? by
  const wanted = new Set(asked.series)
  const series = currentSchedule(db).schedule.series.filter(({ code }) => wanted.has(code))
  const unmarked = series.filter(({ historical }) => !historical)
  if (unmarked.length > 0) {
    throw new MunimentError(
      'INPUT_INVALID',
      `The schedule does not mark ${unmarked.map(({ code }) => code).join(', ')} as historical: there is nothing to review. Nothing was changed.`,
    )
  }
  for (const { code, title } of series) insertReview(db, { series: code, title, lasting, basis, second }, now, by)
  note({ reviewed: series.length, lasting })
  return { reviewed: series.length }
})
