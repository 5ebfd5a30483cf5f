// What an approval is of, and whether a person may give it.
import { MunimentError } from '../../../../shared/contract/error.ts'
import { type ApprovalSubject, approvalWords } from '../../../../shared/domain/disposition/approval.ts'
import type { PlanId } from '../../../../shared/domain/id.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { officeInForce } from '../../vault/repository/disposition/approval.ts'
import { knownPlan, readPlan } from './read-plan.ts'

type Asked = Pick<ApprovalSubject, 'role' | 'name' | 'title' | 'signedOn' | 'heldPackages'> & { readonly plan: PlanId }

/**
 * The approval that is asked for, bound to its plan.
 * @throws MunimentError PLAN_UNKNOWN, APPROVAL_REFUSED
 */
export function approvalSubject(db: Driver, folder: string, asked: Asked): ApprovalSubject {
  const { plan, ...approver } = asked
  const known = knownPlan(db, plan)
  const { digest, asOf, kind } = known
  if (!officeInForce(db).chain.includes(asked.role)) {
    const { office } = approvalWords[asked.role]
    throw refusedApproval(`${office} is not in the chain of this office. Nothing was recorded; settle the chain first.`)
  }
  if (asked.heldPackages && asked.role !== 'city-attorney') {
    throw refusedApproval(
      'Only the City Attorney can consent that packages are overwritten which hold a record under a hold. Nothing was recorded.',
    )
  }
  const { city, vaultId } = readVaultFile(folder)
  const { custody } = kind === 'custody' ? readPlan(folder, known) : {}
  return { city, vaultId, plan: digest, asOf, ...approver, ...(custody === undefined ? {} : { custody }) }
}

/** A refusal of an approval. */
export function refusedApproval(sentence: string): MunimentError {
  return new MunimentError('APPROVAL_REFUSED', sentence)
}
