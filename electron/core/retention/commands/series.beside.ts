import { MunimentError } from '../../../../shared/contract/error.ts'
import { seriesBesideSet } from '../../../../shared/contract/retention.ts'
import { apply } from '../../vault/handler.ts'
import { personActing } from '../../vault/person-acting.ts'
import { standingOf } from '../../vault/repository/retention/classification.ts'
import { addSeriesBeside, dropSeriesBeside, insertSecond } from '../../vault/repository/retention/series-beside.ts'
import { secondPerson } from '../../vault/second-person.ts'
import { needsSecond, shorteningGuard } from '../classify/second-person.ts'
import { refuseUnknownSeries } from '../schedule/current-schedule.ts'

export default apply(seriesBesideSet, ['records', 'ledger'], ({ db, folder, now, actor, note }, asked) => {
  const { records, series, add, reason } = asked
  const by = personActing(actor, 'A further series of a record')
  if (add) refuseUnknownSeries(db, [{ series, by: 'chosen by hand' }])
  const second = secondPerson(db, actor, asked.second)
  const guard = shorteningGuard(db, folder, now)
  let changed = 0
  for (const record of new Set(records)) {
    const standing = standingOf(db, record)
    if (standing === null) {
      throw new MunimentError('RECORD_UNKNOWN', `This vault has no record ${record}. Nothing was changed.`)
    }
    if (add && standing.series === null) {
      throw new MunimentError(
        'INPUT_INVALID',
        `Record ${record} is in no series yet. Nothing was changed; classify it first, then add the further one.`,
      )
    }
    if (add && standing.series === series) continue
    if (!add && standing.series === null) {
      const sentence = `Record ${record} is in no other series. Nothing was changed; classify it first, then take the further one away.`
      throw new MunimentError('INPUT_INVALID', sentence)
    }
    // Leaving a longer series for the one that stays is a shortening like any other.
    const why = add ? null : guard(record, series, standing.series)
    if (why !== null && second === null) throw needsSecond([record], why)
    const done = add ? addSeriesBeside(db, { record, series, reason }, now, by) : dropSeriesBeside(db, record, series)
    if (done && why !== null && second !== null && standing.decision !== null)
      insertSecond(db, standing.decision, second)
    if (done) changed += 1
  }
  note({ changed, added: add })
  return { changed }
})
