import { reviewOrdinance } from '../../../../shared/contract/review.ts'
import type { Catalogue } from '../../../../shared/domain/review/exemption.ts'
import {
  type AppliedGround,
  asksOrdinance,
  lacking,
  type OrdinanceAnswer,
  type ReviewDecision,
} from '../../../../shared/domain/review/review.ts'
import { apply } from '../../vault/handler.ts'
import { refuseLocked } from '../../vault/repository/record/lock.ts'
import { insertReviewDecision } from '../../vault/repository/review/review.ts'
import { lawNow } from '../catalogue.ts'
import { knownRequest } from '../known-request.ts'
import { actorOf } from '../review/actor.ts'
import { unanswered } from '../review/carrying.ts'
import { invalid } from '../review/sound.ts'
import { standingOf } from '../review/standing.ts'

export default apply(reviewOrdinance, ['requests', 'ledger'], (context, input) => {
  const { db, actor, note } = context
  const { catalogue, on } = lawNow(context)
  const { request, exemption, answer } = input
  knownRequest(db, request)
  actorOf(actor)
  const lack = lacking({ exemption, law: '-', harm: '-', describes: '-', ordinance: answer }, catalogue, on)
  if (lack !== null) throw invalid(lack)
  const open = [...standingOf(db, request).decisions.values()].filter((one) =>
    unanswered(one, catalogue).has(exemption),
  )
  if (open.length === 0) {
    const citation = catalogue(exemption)?.citation ?? exemption
    throw invalid(`Nothing is kept back on ${citation} alone that still asks what OMC 2.20.220 requires.`)
  }
  for (const decision of open) {
    const { record, versions, decidedAt, decidedBy } = decision
    refuseLocked(db, record)
    // The decision is who made it: the answer is said of it, and makes no redaction.
    insertReviewDecision(
      db,
      { request, record, versions, draft: answered(decision, { exemption, answer, catalogue }) },
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
  {
    exemption,
    answer,
    catalogue,
  }: { readonly exemption: string; readonly answer: OrdinanceAnswer; readonly catalogue: Catalogue },
) {
  const say = (ground: AppliedGround): AppliedGround =>
    ground.exemption === exemption && asksOrdinance([ground], catalogue) ? { ...ground, ordinance: answer } : ground
  return {
    ...{ outcome, grounds: grounds.map(say), reason },
    redactions: redactions.map((one) => ({ ...one, ground: say(one.ground) })),
    ...(read === undefined ? {} : { read }),
  }
}
