// A plan that every office has approved, ready to be executed by a second person; for tests of the destruction itself.
import dispositionSettle from '../../../electron/core/retention/commands/disposition.settle.ts'
import purgeApprove from '../../../electron/core/retention/commands/purge.approve.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import classifySearch from '../../../electron/core/retention/jobs/classify.search.ts'
import purgeExecute from '../../../electron/core/retention/jobs/purge.execute.ts'
import purgePlan from '../../../electron/core/retention/jobs/purge.plan.ts'
import { purgeExecute as execution } from '../../../shared/contract/destruction.ts'
import { PlanSummary } from '../../../shared/contract/purge.ts'
import type { ApprovalRole } from '../../../shared/domain/disposition/approval.ts'
import type { PlanKind } from '../../../shared/domain/disposition/plan-kind.ts'
import { attorney, clerk, type RetentionVault, scheduleFile, seriesOf } from './support.ts'

const list = { name: 'list.csv', csv: 'Number\n' }
const page = { name: 'signed.pdf', bytes: Buffer.from('%PDF-1.7 a signed page').toString('base64') }
const nowhere = { pdf: null, json: null }

/** The schedule in force, and every post in its series. */
export async function prepareSchedule(vault: RetentionVault): Promise<void> {
  vault.command(scheduleImport, scheduleFile())
  await classifyPosts(vault)
}

/** Every post in the series of posts. */
export async function classifyPosts(vault: RetentionVault): Promise<void> {
  await vault.run(classifySearch, { search: '', series: seriesOf.post, reason: 'all posts' })
}

/** Draws a plan up. */
export async function planned(
  vault: RetentionVault,
  asOf = '2026-11-20',
  kind: PlanKind = 'destruction',
  lists: { readonly openRequests: object; readonly claims: object } = { openRequests: list, claims: list },
): Promise<PlanSummary> {
  return PlanSummary.parse(
    await vault.run(purgePlan, { kind, asOf, ...lists, to: { plan: null, pdf: null, csv: null } }),
  )
}

const NAMES: Partial<Record<ApprovalRole, string>> = {
  'department-head': 'Lee Park',
  'city-attorney': 'Dana Whitfield',
  'city-clerk': 'Asha Rao',
}

/** Records the three pages. */
export function approved(
  vault: RetentionVault,
  plan: PlanSummary,
  more: { heldPackages?: boolean } = {},
  on = '2026-11-20',
) {
  for (const [role, name] of Object.entries(NAMES)) {
    const heldPackages = role === 'city-attorney' && (more.heldPackages ?? false)
    const approver = { plan: plan.id, role, name, title: '', signedOn: on, heldPackages }
    vault.command(purgeApprove, { ...approver, by: { way: 'attached', document: page } })
  }
}

/** Executes a plan as the attorney, who neither planned nor recorded. */
export async function executed(vault: RetentionVault, plan: PlanSummary, to: object = nowhere) {
  vault.actAs(attorney)
  return execution.output.parse(await vault.run(purgeExecute, { plan: plan.id, to: { ...nowhere, ...to } }))
}

/** Lets one person do all; the clerk stands behind what the attorney settles. */
export function allowAlone(vault: RetentionVault): void {
  const chain = ['department-head', 'city-attorney', 'city-clerk']
  const office = { chain, approvalDays: 60, alone: true }
  vault.command(dispositionSettle, { office, reason: 'a small office', second: clerk })
}
