// Decisions of rules carried out. A record on which anybody decided meanwhile is left as it is, and one that would be kept shorter after a
// request, a hold or a plan: that takes two persons.
import type { RecordId } from '../../../../shared/domain/id.ts'
import { type Decision, standingOf } from '../../vault/repository/retention/classification.ts'
import { type Deciding, reclassifier } from './reclassify.ts'

/** A decision with the number of the newest decision that it was made in sight of, null where there was none. */
export interface RuleDecision extends Decision {
  readonly seen: number | null
}

/** How many were carried out, and which were left for want of a second person. */
export interface DecidedByRules {
  readonly decided: number
  readonly guarded: readonly RecordId[]
}

/** Said of a record that rules alone do not move. */
export const GUARDED =
  'The rules would keep it shorter, and a request, a hold or a plan has touched it: two persons must decide that by hand.'

/** Carries decisions out inside the writer's transaction. */
export function decideByRules(context: Deciding, decisions: readonly RuleDecision[]): DecidedByRules {
  const reclassify = reclassifier(context, null)
  const guarded: RecordId[] = []
  let decided = 0
  for (const { seen, ...decision } of decisions) {
    if (standingOf(context.db, decision.record)?.decision !== seen) continue
    if (reclassify(decision).why === null) decided += 1
    else guarded.push(decision.record)
  }
  return { decided, guarded }
}
