import { scheduleShow } from '../../../../shared/contract/schedule.ts'
import { compileSchedule, unmappedCodes } from '../../../../shared/domain/schedule/schedule.ts'
import { answer } from '../../vault/handler.ts'
import { findSchedule, recordsBySeries } from '../../vault/repository/retention/schedule.ts'
import { answersBySeries } from '../../vault/repository/retention/series-answer.ts'
import { reviewsBySeries } from '../../vault/repository/retention/series-review.ts'

export default answer(scheduleShow, ({ db }, { id }) => {
  const stored = findSchedule(db, id)
  if (stored === null) return null
  const given = answersBySeries(db)
  const answers = stored.schedule.series.flatMap(({ code, title }) => {
    const answer = given.get(code)
    if (answer?.title !== title) return []
    const { series: _series, title: _title, ...told } = answer
    return [[code, told] as const]
  })
  const reviewed = reviewsBySeries(db)
  const reviews = stored.schedule.series.flatMap(({ code, title }) => {
    const review = reviewed.get(code)
    if (review?.title !== title) return []
    const { series: _series, title: _title, ...told } = review
    return [[code, told] as const]
  })
  return {
    ...stored,
    unmappedCodes: unmappedCodes(compileSchedule(stored.schedule)),
    records: recordsBySeries(db),
    answers: Object.fromEntries(answers),
    reviews: Object.fromEntries(reviews),
  }
})
