import { purgeApprove } from '../../../../shared/contract/approval.ts'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { approvalStatement } from '../../../../shared/domain/disposition/approval.ts'
import { listedMissing } from '../../../../shared/domain/disposition/listed-judge.ts'
import type { PlanId } from '../../../../shared/domain/id.ts'
import { type LocalDate, localDate, type Zone } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { apply, type CommandContext } from '../../vault/handler.ts'
import { digestBytes } from '../../vault/hex.ts'
import { confirmedKeyUnder } from '../../vault/key/signed-by.ts'
import { keepPaper, saltedDigest } from '../../vault/objects/paper.ts'
import { personActing } from '../../vault/person-acting.ts'
import { findApproval, heldPackagesPageOf, insertApproval } from '../../vault/repository/disposition/approval.ts'
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
  if (given.way === 'attached' && subject.heldPackages) refuseUnprinted(db, asked.plan, subject.signedOn, zone)
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

/** Nobody signed on paper what stood on no page yet. @throws MunimentError APPROVAL_REFUSED */
function refuseUnprinted(db: Driver, plan: PlanId, signedOn: LocalDate, zone: Zone): void {
  const printed = heldPackagesPageOf(db, plan)
  if (printed !== null && signedOn >= localDate(printed, zone)) return
  const since =
    printed === null
      ? 'No page of this plan was printed that bears'
      : `Before ${readableDay(localDate(printed, zone))} no page of this plan bore`
  throw refusedApproval(
    `${since} the City Attorney’s consent to overwrite packages with records under a hold, so the attorney cannot have signed it. Nothing was recorded: print the pages to sign again while such a package is held, or record the approval without that consent.`,
  )
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
