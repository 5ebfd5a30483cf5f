// A destruction in numbers.
import { DestructionSummary } from '../../../../shared/contract/destruction.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { archivesOf } from '../../../../shared/domain/disposition/custody.ts'
import { kindOfPlan } from '../../../../shared/domain/disposition/disposition.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { isReadmitted } from '../../vault/repository/disposition/certificate.ts'
import { findDestruction, type StoredDestruction } from '../../vault/repository/disposition/destruction.ts'
import { outcomesOf } from '../../vault/repository/disposition/destruction-outcome.ts'

/** A destruction of this vault. @throws MunimentError DESTRUCTION_REFUSED */
export function knownDestruction(db: Driver, id: number): StoredDestruction {
  const known = findDestruction(db, id)
  if (known !== null) return known
  throw new MunimentError('DESTRUCTION_REFUSED', `There is no destruction ${id} in this vault. Nothing was done.`)
}

/** It in numbers. */
export function summaryOf(db: Driver, id: number): DestructionSummary {
  const { plan, certificate, state, beganAt, facts, stopped, proof, document } = knownDestruction(db, id)
  const files = outcomesOf(db, { list: 'files', destruction: id })
  return DestructionSummary.parse({
    ...{ id, plan, certificate, state, beganAt, stopped, proof, digest: document },
    ...{
      executedBy: facts.executedBy.name,
      witness: facts.witness?.name ?? null,
      ...outcomesOf(db, { list: 'records', destruction: id }),
      files: files.destroyed,
      filesKept: files.skipped,
      readmitted: isReadmitted(db, id),
      kind: kindOfPlan(facts.plan),
      archives: archivesOf(facts.plan.custody ?? []),
    },
  })
}
