// Begins a destruction, or takes it up again: everything is asked anew in this transaction, and it refuses the whole.

import { yearOf } from '../../../../shared/domain/calendar/day.ts'
import type { JobId, PersonId, PlanId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { ledgerHead } from '../../vault/ledger/ledger.ts'
import { personActing } from '../../vault/person-acting.ts'
import {
  type DestructionState,
  destructionOfPlan,
  insertDestruction,
  nextCertificate,
} from '../../vault/repository/disposition/destruction.ts'
import { knownPlan, readPlan } from '../approval/read-plan.ts'
import { planStanding } from '../approval/standing.ts'
import { frozenFacts, refusedDestruction } from '../execution/begin.ts'

interface Begin {
  readonly plan: PlanId
  readonly job: JobId
  readonly witness: PersonId | null
  /** Whether packages with records under a hold would keep every record of the plan. */
  readonly allWait: boolean
}

/** A destruction under way. */
export interface Begun {
  readonly id: number
  readonly state: DestructionState
}

export default batch<Begin, Begun>(
  'purge.begin',
  ['disposition'],
  (context, { plan: number, job, witness, allWait }) => {
    const { db, folder, now, actor, note } = context
    const by = personActing(actor, 'A destruction')
    const plan = knownPlan(db, number)
    const known = destructionOfPlan(db, number)
    if (known !== null) {
      if (known.job === job) return { id: known.id, state: known.state }
      throw refusedDestruction([
        `Purge plan ${number} was carried out already, or is: certificate ${known.certificate}. What was interrupted is resumed under Jobs.`,
      ])
    }
    const file = readPlan(folder, plan)
    const facts = frozenFacts(
      db,
      { plan, file, state: planStanding(db, folder, plan, file, now) },
      { by, witness, allWait },
      now,
    )
    const ledgerBefore = ledgerHead(db).hash
    const certificate = nextCertificate(db, String(yearOf(facts.today)))
    const id = insertDestruction(db, { plan: number, job, certificate, facts, ledgerBefore }, now, by)
    const approvals = facts.approvals.map((one) => one.id)
    const answers = facts.listed?.answered.map((one) => one.id) ?? []
    note({
      destruction: id,
      plan: number,
      digest: plan.digest,
      records: facts.plan.records,
      approvals,
      answers,
      ...(witness === null ? {} : { witness }),
    })
    return { id, state: 'listing' }
  },
)
