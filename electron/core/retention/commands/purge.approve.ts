import { purgeApprove } from '../../../../shared/contract/approval.ts'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { approvalStatement } from '../../../../shared/domain/disposition/approval.ts'
import { listedMissing } from '../../../../shared/domain/disposition/listed-judge.ts'
import type { PlanId } from '../../../../shared/domain/id.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import { apply, type CommandContext } from '../../vault/handler.ts'
import { digestBytes } from '../../vault/hex.ts'
import { confirmedKeyUnder } from '../../vault/key/signed-by.ts'
import { keepPaper, saltedDigest } from '../../vault/objects/paper.ts'
import { personActing } from '../../vault/person-acting.ts'
import { findApproval, insertApproval } from '../../vault/repository/disposition/approval.ts'
import { knownPlan, readPlan } from '../approval/read-plan.ts'
import { planStanding } from '../approval/standing.ts'
import { approvalSubject, refusedApproval } from '../approval/subject.ts'
import { signerNamed } from '../approval/who-signs.ts'

export default apply(purgeApprove, ['disposition', 'ledger'], (context, { by: given, ...asked }) => {
  const { db, folder, now, actor, note } = context
  const by = personActing(actor, 'An approval')
  const subject = approvalSubject(db, folder, asked)
  const { zone } = readVaultFile(folder)
  if (subject.signedOn > localDate(now, zone)) {
    throw refusedApproval(`${readableDay(subject.signedOn)} has not come yet. Nothing was recorded.`)
  }
  const drawnUp = localDate(knownPlan(db, asked.plan).madeAt, zone)
  if (subject.signedOn < drawnUp) {
    throw refusedApproval(
      `The plan was drawn up on ${readableDay(drawnUp)}: nobody can have approved it on ${readableDay(subject.signedOn)}. Nothing was recorded.`,
    )
  }
  refuseUnanswered(context, asked.plan)
  const statement = approvalStatement(subject)
  const proof = { key: null, signature: null, document: null, ...proved(context, asked, given, statement) }
  const id = insertApproval(db, { plan: asked.plan, subject, statement, way: given.way, ...proof }, now, by)
  const approval = findApproval(db, id)?.approval
  if (approval === undefined) throw new Error('the approval was not written down')
  const { document } = approval
  note({
    ...{ plan: asked.plan, digest: subject.plan, approval: id, role: asked.role, way: given.way, key: proof.key },
    ...(document && saltedDigest(context, document)),
  })
  return approval
})

/** Nobody approves while an entry of the lists is unknown here and unanswered. @throws MunimentError APPROVAL_REFUSED */
function refuseUnanswered({ db, folder, now }: CommandContext, id: PlanId): void {
  const plan = knownPlan(db, id)
  const open = listedMissing(planStanding(db, folder, plan, readPlan(folder, plan), now).listed)
  if (open.length > 0) throw refusedApproval(`${open.join(' ')} Nothing was recorded.`)
}

type Asked = Parameters<typeof approvalSubject>[2]
type Given = ReturnType<typeof purgeApprove.input.parse>['by']

/** What proves the approval. @throws MunimentError APPROVAL_REFUSED */
function proved(context: CommandContext, asked: Asked, given: Given, statement: string) {
  if (given.way === 'reported') return {}
  if (given.way === 'attached') return { document: digestBytes(keepPaper(context, given.document)) }
  const signer = signerNamed(context.db, asked.name, asked.role)
  const signature = Buffer.from(given.signature, 'base64')
  const others = 'another plan, office, name, title or day'
  const key = confirmedKeyUnder(context.db, { person: signer, statement, signature }, refusedApproval, others)
  return { key: key.id, signature }
}
