import { decisionMake } from '../../../../shared/contract/decision.ts'
import { apply } from '../../vault/handler.ts'
import { refuseLocked } from '../../vault/repository/record/lock.ts'
import { makeDecision } from '../classify/make-decision.ts'
import { refuseUnknownSeries } from '../schedule/current-schedule.ts'

export default apply(decisionMake, ['records', 'ledger'], (context, input) => {
  const { db, note } = context
  refuseLocked(db, input.record)
  if (input.series !== null) refuseUnknownSeries(db, [{ series: input.series, by: 'chosen by hand' }])
  const made = makeDecision(context, input)
  note(made)
  return made
})
