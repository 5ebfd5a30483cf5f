// What rules decided on a run of records. A record on which anybody decided meanwhile is left as it is.
import { batch } from '../../job/define.ts'
import { type Decision, decide, standingOf } from '../../vault/repository/classification.ts'

/** A decision with the number of the newest decision that it was made in sight of, null where there was none. */
export interface RuleDecision extends Decision {
  readonly seen: number | null
}

interface Payload {
  readonly decisions: readonly RuleDecision[]
}

export default batch<Payload, { readonly decided: number }>(
  'classify.decide',
  ['records'],
  ({ db, now, actor, note }, { decisions }) => {
    let decided = 0
    for (const { seen, ...decision } of decisions) {
      if (standingOf(db, decision.record)?.decision !== seen) continue
      decide(db, decision, now, actor.person)
      decided += 1
    }
    note({ ruleSet: decisions[0]?.ruleSet ?? null, decided })
    return { decided }
  },
)
