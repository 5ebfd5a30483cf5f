// What must be true before anything is destroyed, asked in one transaction; it refuses the whole.

import type { PlanState } from '../../../../shared/contract/approval.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { DestructionFacts } from '../../../../shared/domain/disposition/destruction.ts'
import type { PlanFile } from '../../../../shared/domain/disposition/disposition.ts'
import { listedFacts } from '../../../../shared/domain/disposition/listed.ts'
import type { PersonId } from '../../../../shared/domain/id.ts'
import { type Instant, localDate } from '../../../../shared/domain/time.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { knownPerson } from '../../vault/known-person.ts'
import type { KnownPlan } from '../../vault/repository/disposition/plan.ts'
import { seriesRows } from './series-rows.ts'

/** A refusal of the whole. */
export function refusedDestruction(sentences: readonly string[]): MunimentError {
  return new MunimentError('DESTRUCTION_REFUSED', `${sentences.join(' ')} Nothing was destroyed.`)
}

/** The plan with all that stands behind it. */
export interface Standing {
  readonly plan: KnownPlan
  readonly file: PlanFile
  readonly state: PlanState
}

/** Who carries it out, and who is there beside; `allWait`: packages with records under a hold would keep every record of the plan. */
export interface Hands {
  readonly by: PersonId
  readonly witness: PersonId | null
  readonly allWait: boolean
}

/**
 * Freezes what a destruction is begun upon.
 * @throws MunimentError DESTRUCTION_REFUSED with everything that is missing; PERSON_UNKNOWN
 */
export function frozenFacts(
  db: Driver,
  { plan, file, state }: Standing,
  { by, witness, allWait }: Hands,
  at: Instant,
): DestructionFacts {
  const missing = [...state.missing]
  const approvals = state.roles.flatMap((one) => (one.state === 'approved' && one.approval ? [one.approval] : []))
  const hands = new Set([plan.madeBy, by, ...approvals.map((one) => one.person ?? one.seenBy)])
  hands.delete(null)
  const alone = hands.size < 2
  if (alone && !state.office.alone) {
    missing.push(
      'One person alone planned, recorded the approvals and executes. A second person must execute, unless the office’s settings say otherwise.',
    )
  }
  const heldPackages = approvals.some((one) => one.role === 'city-attorney' && one.heldPackages)
  const files = (file.files?.length ?? 0) - state.struckFiles.length
  if (allWait && !heldPackages && files === 0) {
    missing.push(
      'Every record of the plan lies in a package that holds a record under a hold, and would stay; a plan is carried out once. Wait until the holds are released, or ask the City Attorney to approve that these packages are overwritten, too.',
    )
  }
  const seenBy = witness === null ? null : witnessOf(db, witness, by, missing)
  if (missing.length > 0) throw refusedDestruction(missing)
  const { name, title } = knownPerson(db, by)
  const today = localDate(at, file.zone)
  const codes = file.records.map(({ series }) => series)
  return DestructionFacts.parse({
    ...{ city: file.city, vaultId: file.vaultId, zone: file.zone, today, unit: file.unit },
    plan: {
      ...{
        number: plan.id,
        digest: plan.digest,
        asOf: file.asOf,
        drawnUpAt: file.drawnUpAt,
        drawnUpBy: file.drawnUpBy,
      },
      ...{
        records: file.records.length,
        files: file.files?.length ?? 0,
        schedule: file.schedule,
        packages: file.packages,
        series: seriesRows(db, codes, today),
        ...(file.departments === undefined ? {} : { departments: file.departments }),
        ...(file.custody === undefined ? {} : { custody: file.custody }),
      },
    },
    office: state.office,
    approvals,
    lists: state.lists.map(({ stale: _stale, ...list }) => list),
    listed: listedFacts(state.listed),
    heldPackages,
    executedBy: { id: by, name, title },
    witness: seenBy,
    alone,
  })
}

/** The witness as the certificate names it; what speaks against it is added to `missing`. @throws MunimentError PERSON_UNKNOWN */
function witnessOf(db: Driver, witness: PersonId, by: PersonId, missing: string[]) {
  const { name, title, endedAt } = knownPerson(db, witness)
  if (witness === by) missing.push('Who carries a plan out cannot be its witness: name somebody else, or nobody.')
  if (endedAt !== undefined) missing.push(`${name} acts in this vault no more and cannot be the witness.`)
  return { id: witness, name, title }
}
