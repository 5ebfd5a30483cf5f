// What rules decided on a run of records. A record on which anybody decided meanwhile is left as it is, and one that would be kept shorter
// after a request, a hold or a plan: that takes two persons.
import type { RecordId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { type Decision, standingOf } from '../../vault/repository/retention/classification.ts'
import { reclassifier } from '../classify/reclassify.ts'

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
  (context, { decisions }) => {
    const { db, note } = context
    const reclassify = reclassifier(context, null)
    const guarded: RecordId[] = []
    let decided = 0
    for (const { seen, ...decision } of decisions) {
      if (standingOf(db, decision.record)?.decision !== seen) continue
      if (reclassify(decision).why === null) decided += 1
      else guarded.push(decision.record)
    }
    note({ ruleSet: decisions[0]?.ruleSet ?? null, decided })
    return { decided, guarded }
  },
)
