import { reviewDecideAlike } from '../../../../shared/contract/review.ts'
import { decisionAlike } from '../../../../shared/domain/classify/alike.ts'
import type { RecordId } from '../../../../shared/domain/id.ts'
import { apply } from '../../vault/handler.ts'
import { recordDetail } from '../../vault/record/read.ts'
import { refuseLocked } from '../../vault/repository/record/lock.ts'
import { insertReviewDecision, reviewHistory } from '../../vault/repository/review/review.ts'
import { lawNow } from '../catalogue.ts'
import { knownRequest } from '../known-request.ts'
import { actorOf } from '../review/actor.ts'
import { invalid, refuseUnsound } from '../review/sound.ts'
import { hasChanged } from '../review/standing.ts'

export default apply(reviewDecideAlike, ['requests', 'ledger'], (context, input) => {
  const { db, now, actor, note } = context
  const { request, record, known, others } = input
  knownRequest(db, request)
  const by = actorOf(actor)
  const history = reviewHistory(db, request, record)
  const decision = history[0]?.decision ?? null
  const whole = recordDetail(db, record)
  if (history.length !== known)
    throw invalid(`Somebody decided on record ${record} since you looked. Look at it again.`)
  if (decision === null || whole === null || hasChanged(db, decision))
    throw invalid(`Nothing stands decided of record ${record} as it is now. Decide on it first.`)
  const law = lawNow(context)
  const decided: RecordId[] = []
  const left: RecordId[] = []
  for (const other of others) {
    refuseLocked(db, other)
    const standing = reviewHistory(db, request, other)[0]?.decision ?? null
    const twin = other === record ? null : recordDetail(db, other)
    const draft = twin === null ? null : decisionAlike(whole, twin, decision)
    if (twin === null || draft === null || (standing !== null && !hasChanged(db, standing))) {
      left.push(other)
      continue
    }
    refuseUnsound(db, law, [other], draft)
    insertReviewDecision(
      db,
      { request, record: other, versions: twin.versions.map(({ digest }) => digest), draft },
      now,
      by,
    )
    decided.push(other)
  }
  note({ request, record, records: decided.length, outcome: decision.outcome })
  return { decided, left }
})
