import { decisionMake } from '../../../../shared/contract/decision.ts'
import { apply } from '../../vault/handler.ts'
import { standingOf } from '../../vault/repository/classification.ts'
import { refuseLocked } from '../../vault/repository/lock.ts'
import { refuseUnknownSeries } from '../current-schedule.ts'
import { makeDecision } from '../make-decision.ts'
import { needsSecond, shorteningGuard } from '../second-person.ts'

export default apply(decisionMake, ['records', 'ledger'], ({ db, folder, now, actor, note }, input) => {
  refuseLocked(db, input.record)
  if (input.series !== null) refuseUnknownSeries(db, [{ series: input.series, by: 'chosen by hand' }])
  // One key is one person: what takes two is decided under “Many at once”.
  const why = shorteningGuard(db, folder)(input.record, standingOf(db, input.record)?.series ?? null, input.series)
  if (why !== null) throw needsSecond([input.record], why)
  const made = makeDecision(db, input, now, actor.person)
  note(made)
  return made
})
