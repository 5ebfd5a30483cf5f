// What rules decided on a run of records. A record on which anybody decided meanwhile is left as it is, and one that would be kept shorter
// after a request, a hold or a plan: that takes two persons.
import type { RecordId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { type Decision, decide, standingOf } from '../../vault/repository/classification.ts'
import { shorteningGuard } from '../second-person.ts'

/** A decision with the number of the newest decision that it was made in sight of, null where there was none. */
export interface RuleDecision extends Decision {
  readonly seen: number | null
}

interface Payload {
  readonly decisions: readonly RuleDecision[]
}

export default batch<Payload, { readonly decided: number; readonly guarded: readonly RecordId[] }>(
  'classify.decide',
  ['records'],
  ({ db, folder, now, actor, note }, { decisions }) => {
    const guard = shorteningGuard(db, folder)
    const guarded: RecordId[] = []
    let decided = 0
    for (const { seen, ...decision } of decisions) {
      if (standingOf(db, decision.record)?.decision !== seen) continue
      if (guard(decision.record, decision.previous, decision.series) !== null) {
        guarded.push(decision.record)
        continue
      }
      decide(db, decision, now, actor.person)
      decided += 1
    }
    note({ ruleSet: decisions[0]?.ruleSet ?? null, decided })
    return { decided, guarded }
  },
)
