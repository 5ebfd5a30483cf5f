// What a purge plan is: the file that is approved by its digest and executed only where nothing has drifted.
import { z } from 'zod'
import { addDays } from '../calendar/day.ts'
import { AccountId, Digest, PackageId, RecordId } from '../id.ts'
import { custodyReasons } from '../retention/custody.ts'
import { ineligibleReasons } from '../retention/subject.ts'
import { KeptUnit } from '../retention/unit.ts'
import { Instant, LocalDate, Zone } from '../time.ts'
import { PlanCustody } from './custody.ts'
import { ListedComparison } from './listed.ts'
import { KeptFileRow, PlanFileRow } from './office-file.ts'
import type { PlanKind } from './plan-kind.ts'

/** Why a record stays (the reasons of `eligibility` and of `judgeCustody`; `historical-waits`: no archive has a copy of it yet). */
export const ExclusionReason = z.enum([...ineligibleReasons, ...custodyReasons, 'historical-waits'])
export type ExclusionReason = z.infer<typeof ExclusionReason>

/**
 * A record that may be destroyed. `series` decided, since `eligibleOn`; its period ran from `cutoff` (not said by plans of before it was kept, nor
 * where custody is given up). `commitment` binds the versions that the plan saw (salted,
 * so that it tells nothing of the text): a record whose commitment has changed at execution has drifted and is skipped. `waitsFor`: its
 * packages that hold a record under a hold; it goes only where the attorney signed that choice (design §4). `transfer`: of a plan to give up
 * custody, the archive's copy that stands for it.
 */
export const PlanRow = z.strictObject({
  recordId: RecordId,
  series: z.string().min(1),
  cutoff: LocalDate.optional(),
  eligibleOn: LocalDate,
  commitment: Digest,
  waitsFor: z.array(PackageId).min(1).optional(),
  transfer: z.int().positive().optional(),
})
export type PlanRow = z.infer<typeof PlanRow>

/** A record that stays, and why; `on`: the first day on which it may go, where one can be told. */
export const ExcludedRow = z.strictObject({
  recordId: RecordId,
  reason: ExclusionReason,
  on: LocalDate.nullable(),
  detail: z.string(),
})
export type ExcludedRow = z.infer<typeof ExcludedRow>

/**
 * A source package in which the source of a record of the plan lies, and which would be struck. `digest`: of what lies in the vault when the plan
 * is drawn up, null where it was struck before; `records`: records of the plan in it, of which `waiting` wait for this or another package; `held`: records in it under a
 * hold or an open request, for whose sake it waits.
 */
export const PlanPackage = z.strictObject({
  package: PackageId,
  name: z.string(),
  digest: Digest.nullable(),
  records: z.int().nonnegative(),
  held: z.int().nonnegative(),
  waiting: z.int().nonnegative(),
})
export type PlanPackage = z.infer<typeof PlanPackage>

/**
 * A department whose records a plan lists, as the register named it when the plan was drawn up, with its accounts (Gov. Code 34090: records under the
 * charge of the head of a department). `department` is empty for accounts that the register gives to none.
 */
export const PlanDepartment = z.strictObject({
  department: z.string(),
  accounts: z.array(AccountId),
  records: z.int().nonnegative(),
})
export type PlanDepartment = z.infer<typeof PlanDepartment>

/**
 * A list that the clerk checked the plan against, as it stood: open requests, or claims. `datedOn`: the day that it tells the state of;
 * `numberIn`: heading of the column that somebody said to hold its numbers.
 */
export const CheckedList = z.strictObject({
  name: z.string().min(1),
  digest: Digest,
  rows: z.int().nonnegative(),
  datedOn: LocalDate,
  numberIn: z.string().optional(),
})
export type CheckedList = z.infer<typeof CheckedList>

/** The schedule that the plan was drawn up under, with its authority (Gov. Code 34090: approval by resolution). */
const PlanSchedule = z.strictObject({
  name: z.string().min(1),
  resolution: z.string().min(1),
  adoptedOn: LocalDate,
  effectiveFrom: LocalDate,
})

/** A plan without its digest: what the digest is computed over, in canonical form. Rows stand in the order of record ids. */
export const PlanBody = z.strictObject({
  format: z.literal('muniment-purge-plan'),
  formatVersion: z.literal(2),
  /** Said where it was drawn up in a practice vault: no record may be destroyed on it. */
  practice: z.literal(true).optional(),
  vaultId: z.string().min(1),
  city: z.string().min(1),
  zone: Zone,
  asOf: LocalDate,
  drawnUpAt: Instant,
  drawnUpBy: z.string(),
  /** What is kept and destroyed together. */
  unit: KeptUnit,
  schedule: PlanSchedule,
  openRequests: CheckedList.nullable(),
  claims: CheckedList.nullable(),
  /** How the entries of both lists stood to what the vault knew; plans of before they were compared do not say it. */
  listed: ListedComparison.optional(),
  /** Days after which a list is too old for a destruction, as set by the office when the plan was drawn up. */
  listsWithinDays: z.int().positive(),
  /** SHA-256 of the list of every record (CSV), so that the digest of the plan is over that list, too. */
  list: Digest,
  /** In the order of their ids. */
  packages: z.array(PlanPackage),
  /** By name, those of no department last; plans of before it was kept have none. */
  departments: z.array(PlanDepartment).optional(),
  /** Said of a plan to give up custody: the copies for archives that its records rest on, in the order of their numbers. */
  custody: z.array(PlanCustody).optional(),
  /** The office's own files, in the order in which they go; plans of before they had series have none. */
  files: z.array(PlanFileRow).optional(),
  filesKept: z.array(KeptFileRow).optional(),
  records: z.array(PlanRow),
  excluded: z.array(ExcludedRow),
})
export type PlanBody = z.infer<typeof PlanBody>

/** The plan file. A record is either in `records` or in `excluded`, and once. */
export const PlanFile = PlanBody.extend({ digest: Digest }).refine(
  ({ records, excluded }) =>
    new Set([...records, ...excluded].map(({ recordId }) => recordId)).size === records.length + excluded.length,
  { error: 'names a record twice', path: ['records'] },
)
export type PlanFile = z.infer<typeof PlanFile>

/** What a plan asks for. */
export function kindOfPlan({ custody }: Pick<PlanBody, 'custody'>): PlanKind {
  return custody === undefined ? 'destruction' : 'custody'
}

type Lists = Pick<PlanBody, 'openRequests' | 'claims' | 'listsWithinDays'>

/** The lists of a plan that are too old on a day, or are of a day to come. */
export function listsNotOf({ openRequests, claims, listsWithinDays }: Lists, day: LocalDate): CheckedList[] {
  const oldest = addDays(day, -listsWithinDays)
  return [openRequests, claims]
    .filter((list) => list !== null)
    .filter(({ datedOn }) => datedOn < oldest || datedOn > day)
}

/** Whether a plan can be executed on a day: without the two lists, or with one that is too old then, it is a report (design §6). */
export function isExecutable(plan: Lists, day: LocalDate): boolean {
  return plan.openRequests !== null && plan.claims !== null && listsNotOf(plan, day).length === 0
}
