// The one door by which a record gets another series, whoever decides it: a person, rules, a search, or the taking back of an earlier decision.
import type { PersonId } from '../../../../shared/domain/id.ts'
import type { WriteContext } from '../../vault/handler.ts'
import { type Decision, decide } from '../../vault/repository/retention/classification.ts'
import { insertSecond } from '../../vault/repository/retention/series-beside.ts'
import { shorteningGuard } from './second-person.ts'

/** Who decides, where and when. */
export type Deciding = Pick<WriteContext, 'db' | 'folder' | 'now' | 'actor'>

/** The number of the decision; or why none was made: what has touched the record, so that a shorter series takes a second person. */
export type Reclassified =
  | { readonly decision: number; readonly why: null }
  | { readonly decision: null; readonly why: string }

/** @param second who else stands behind decisions that shorten retention, already looked up; null where nobody does */
export function reclassifier(
  { db, folder, now, actor }: Deciding,
  second: PersonId | null,
): (decision: Decision) => Reclassified {
  const guard = shorteningGuard(db, folder, now)
  return (decision) => {
    const why = guard(decision.record, decision.previous, decision.series)
    if (why !== null && second === null) return { decision: null, why }
    const number = decide(db, decision, now, actor.person)
    if (why !== null && second !== null) insertSecond(db, number, second)
    return { decision: number, why: null }
  }
}
