import { reviewOrdinance } from '../../../../shared/contract/review.ts'
import {
  type AppliedGround,
  asksOrdinance,
  lacking,
  type ReviewDecision,
} from '../../../../shared/domain/review/review.ts'
import { exemptionOf } from '../../../../shared/law/exemptions.ts'
import { apply } from '../../vault/handler.ts'
import { refuseLocked } from '../../vault/repository/record/lock.ts'
import { insertReviewDecision } from '../../vault/repository/review/review.ts'
import { knownRequest } from '../known-request.ts'
import { actorOf } from '../review/actor.ts'
import { unanswered } from '../review/carrying.ts'
import { invalid } from '../review/sound.ts'
import { standingOf } from '../review/standing.ts'

export default apply(reviewOrdinance, ['requests', 'ledger'], ({ db, actor, note }, input) => {
  const { request, exemption, answer } = input
  knownRequest(db, request)
  actorOf(actor)
  const lack = lacking({ exemption, law: '-', harm: '-', describes: '-', ordinance: answer })
  if (lack !== null) throw invalid(lack)
  const open = [...standingOf(db, request).decisions.values()].filter((one) => unanswered(one).has(exemption))
  if (open.length === 0) {
    const citation = exemptionOf(exemption)?.citation ?? exemption
    throw invalid(`Nothing is kept back on ${citation} alone that still asks what OMC 2.20.220 requires.`)
  }
  for (const decision of open) {
    const { record, versions, decidedAt, decidedBy } = decision
    refuseLocked(db, record)
    // The decision is who made it: the answer is said of it, and makes no redaction.
    insertReviewDecision(
      db,
      { request, record, versions, draft: answered(decision, exemption, answer) },
      decidedAt,
      decidedBy,
    )
  }
  note({ request, records: open.length })
  return { answered: open.length }
})

/** The decision with the answer at each of its grounds that asks. */
function answered(
  { outcome, grounds, redactions, reason, read }: ReviewDecision,
  exemption: string,
  ordinance: NonNullable<AppliedGround['ordinance']>,
) {
  const say = (ground: AppliedGround): AppliedGround =>
    ground.exemption === exemption && asksOrdinance([ground]) ? { ...ground, ordinance } : ground
  return {
    ...{ outcome, grounds: grounds.map(say), reason },
    redactions: redactions.map((one) => ({ ...one, ground: say(one.ground) })),
    ...(read === undefined ? {} : { read }),
  }
}
