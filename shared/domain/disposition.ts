// What a purge plan is: the file that is approved by its digest and executed only where nothing has drifted.
import { z } from 'zod'
import { Digest, RecordId } from './id.ts'
import { ineligibleReasons } from './retention-subject.ts'
import { KeptUnit } from './retention-unit.ts'
import { Instant, LocalDate, Zone } from './time.ts'

/** Why a record may not be destroyed (the reasons of `eligibility`). */
export const ExclusionReason = z.enum(ineligibleReasons)
export type ExclusionReason = z.infer<typeof ExclusionReason>

/**
 * A record that may be destroyed. `series` decided, since `eligibleOn`. `commitment` binds the versions that the plan saw (salted,
 * so that it tells nothing of the text): a record whose commitment has changed at execution has drifted and is skipped.
 */
export const PlanRow = z.strictObject({
  recordId: RecordId,
  series: z.string().min(1),
  eligibleOn: LocalDate,
  commitment: Digest,
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

/** A list that the clerk checked the plan against, as it stood: open requests, or claims. */
export const CheckedList = z.strictObject({ name: z.string().min(1), digest: Digest, rows: z.int().nonnegative() })
export type CheckedList = z.infer<typeof CheckedList>

/** The schedule that the plan was drawn up under, with its authority (Gov. Code 34090: approval by resolution). */
const PlanSchedule = z.strictObject({
  name: z.string().min(1),
  resolution: z.string().min(1),
  adoptedOn: LocalDate,
  effectiveFrom: LocalDate,
})

/**
 * A source package in which bytes of eligible records lie: they are overwritten there (design §4). `digest` as received. `waits`: it
 * holds a record under a hold, so that its eligible records stay unless the City Attorney consents.
 */
export const PlanPackage = z.strictObject({
  package: z.string().min(1),
  name: z.string(),
  accession: z.int().positive(),
  digest: Digest,
  records: z.int().positive(),
  waits: z.boolean(),
})
export type PlanPackage = z.infer<typeof PlanPackage>

/** A plan without its digest: what the digest is computed over, in canonical form. Rows stand in the order of record ids. */
export const PlanBody = z.strictObject({
  format: z.literal('muniment-purge-plan'),
  formatVersion: z.literal(1),
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
  /** Left out in plans that were drawn up before packages were named: they cannot be executed. */
  packages: z.array(PlanPackage).optional(),
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

/** Whether a plan can be executed: without the two lists it is a report (design §6). */
export function isExecutable(plan: Pick<PlanBody, 'openRequests' | 'claims'>): boolean {
  return plan.openRequests !== null && plan.claims !== null
}
