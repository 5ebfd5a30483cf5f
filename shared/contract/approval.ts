// Operations that approve a purge plan: the office's chain, signatures, pages to sign, and what was taken out of the plan.
import { z } from 'zod'
import { Approval, ApprovalRole, ApprovalState, DispositionOffice } from '../domain/disposition/approval.ts'
import { ListedComparison, ListKind } from '../domain/disposition/listed.ts'
import { OfficeFileRef } from '../domain/disposition/office-file.ts'
import { Digest, GrantId, HoldId, PersonId, PlanId, RecordId } from '../domain/id.ts'
import { Instant, LocalDate } from '../domain/time.ts'
import { command, job, query } from './define.ts'
import { Paper } from './hold.ts'
import { KeyId, Passphrase } from './key.ts'
import { ListFile } from './purge.ts'

const Reason = z.string().trim().min(1).max(500)

/** Who approves a plan, as what. `heldPackages` is the City Attorney's alone. */
const Approver = {
  plan: PlanId,
  role: ApprovalRole,
  name: z.string().trim().min(1).max(200),
  title: z.string().trim().max(200).default(''),
  signedOn: LocalDate,
  heldPackages: z.boolean().default(false),
}

/** A list that a plan is checked against, with its age. */
const StandingList = z.strictObject({
  kind: ListKind,
  name: z.string(),
  rows: z.int().nonnegative(),
  digest: Digest,
  datedOn: LocalDate,
  numberIn: z.string().optional(),
  stale: z.boolean(),
})

/**
 * Where a plan stands on its way; `withThread`: records that nobody took out and that stay all the same, with another of their thread that was; `files`:
 * the office's own files that it lists; `listed`: how the entries of its lists stand to what the vault knows at that instant; `missing` says in sentences what
 * stands between it and its execution.
 */
export const PlanState = z.strictObject({
  plan: PlanId,
  digest: Digest,
  office: DispositionOffice,
  roles: z.array(ApprovalState),
  taken: z.array(Approval),
  struck: z.array(z.strictObject({ record: RecordId, reason: z.string(), by: z.string() })),
  withThread: z.int().nonnegative().default(0),
  files: z.array(OfficeFileRef).default([]),
  struckFiles: z.array(OfficeFileRef).default([]),
  lists: z.array(StandingList),
  listed: ListedComparison,
  missing: z.array(z.string()),
})
export type PlanState = z.infer<typeof PlanState>

export const dispositionOffice = query('disposition.office', {
  summary: 'Who approves destruction in this office, and how long approvals count.',
  input: z.strictObject({}),
  output: DispositionOffice,
})

/** By whom and when something was settled, why, and who else stands behind it; names as the register has them. */
export const SettledBy = z.strictObject({
  by: z.string(),
  at: Instant,
  reason: z.string(),
  second: z.string().nullable(),
})
export type SettledBy = z.infer<typeof SettledBy>

/** `officeBy` and `listsBy` null: what is usual counts, for nobody has settled it. */
export const dispositionSettled = query('disposition.settled', {
  summary: 'Who approves destruction and how old the lists may be, with whoever settled it, when, why and with whom.',
  input: z.strictObject({}),
  output: z.strictObject({
    office: DispositionOffice,
    officeBy: SettledBy.nullable(),
    listsWithinDays: z.int().positive(),
    listsBy: SettledBy.nullable(),
  }),
})

/** `second`: who else stands behind what asks for less than before, once a request, a hold or a plan has touched anything. */
export const dispositionSettle = command('disposition.settle', {
  summary: 'Settles who approves destruction, how long approvals count, and whether one person may do all.',
  input: z.strictObject({ office: DispositionOffice, reason: Reason, second: PersonId.nullable().default(null) }),
  output: DispositionOffice,
  errors: ['ACTOR_REQUIRED', 'PERSON_UNKNOWN', 'SECOND_PERSON_REQUIRED'],
})

/** `at`: the instant for which it is told; the caller has the clock. */
export const purgeState = query('purge.state', {
  summary: 'Where a plan stands: who has signed, what was taken out, how old its lists are, and what is missing.',
  input: z.strictObject({ plan: PlanId, at: Instant }),
  output: PlanState,
  errors: ['PLAN_UNKNOWN'],
})

export const purgeStatement = query('purge.statement', {
  summary: 'The exact words of an approval, as a key elsewhere signs them.',
  input: z.strictObject(Approver),
  output: z.strictObject({ statement: z.string() }),
  errors: ['PLAN_UNKNOWN', 'APPROVAL_REFUSED'],
})

/** The passphrase opens the key for this one signature and is kept nowhere. */
export const purgeSign = query('purge.sign', {
  summary: 'Signs an approval with a key that lies sealed in the vault; nothing is recorded by that.',
  input: z.strictObject({ ...Approver, key: KeyId, passphrase: Passphrase }),
  output: z.strictObject({ signature: z.base64() }),
  errors: ['PLAN_UNKNOWN', 'APPROVAL_REFUSED', 'KEY_REFUSED'],
})

export const purgeApprove = command('purge.approve', {
  summary: 'Records an approval of a plan: a verified signature, a signed page that was seen, or a mere report.',
  input: z.strictObject({
    ...Approver,
    by: z.discriminatedUnion('way', [
      z.strictObject({ way: z.literal('signed'), signature: z.base64().max(100) }),
      z.strictObject({ way: z.literal('attached'), document: Paper }),
      z.strictObject({ way: z.literal('reported') }),
    ]),
  }),
  output: Approval,
  errors: ['ACTOR_REQUIRED', 'APPROVAL_REFUSED', 'PLAN_UNKNOWN'],
})

export const purgeWithdraw = command('purge.withdraw', {
  summary: 'Takes an approval back; it stays on record.',
  input: z.strictObject({ approval: z.int().positive(), reason: Reason }),
  output: z.strictObject({}),
  errors: ['ACTOR_REQUIRED', 'APPROVAL_REFUSED'],
})

/** `withThread`: records of the plan that were not named and stay with those that were, because a thread goes together. */
export const purgeStrike = command('purge.strike', {
  summary: 'Takes records, or files of the office, out of a plan, so that they stay; earlier approvals stand.',
  input: z.strictObject({
    plan: PlanId,
    records: z.array(RecordId).max(10_000),
    files: z.array(OfficeFileRef).max(10_000).default([]),
    reason: Reason,
  }),
  output: z.strictObject({ struck: z.int().nonnegative(), withThread: z.int().nonnegative() }),
  errors: ['ACTOR_REQUIRED', 'PLAN_UNKNOWN', 'RECORD_UNKNOWN'],
})

export const purgeLists = command('purge.lists', {
  summary: 'Gives a plan newer lists of open requests and claims; never older ones than the vault has.',
  input: z.strictObject({ plan: PlanId, openRequests: ListFile, claims: ListFile }),
  output: z.strictObject({}),
  errors: ['ACTOR_REQUIRED', 'DESTRUCTION_REFUSED', 'INPUT_INVALID', 'PLAN_UNKNOWN'],
})

/**
 * `hold`: of claims, the standing hold that covers them; null: they concern nothing that is kept here. Two persons say it; of a claim one of
 * them is the City Attorney. It counts as long as a list does, and for the entry as it reads now.
 */
export const purgeAnswer = command('purge.answer', {
  summary: 'Says of entries of a plan’s lists that they concern nothing kept here, or which hold covers them.',
  input: z.strictObject({
    plan: PlanId,
    kind: ListKind,
    entries: z.array(Digest).min(1).max(20_000),
    hold: HoldId.nullable().default(null),
    reason: Reason,
    second: PersonId,
  }),
  output: z.strictObject({ answered: z.int().nonnegative() }),
  errors: [
    'ACTOR_REQUIRED',
    'ATTORNEY_REQUIRED',
    'HOLD_UNKNOWN',
    'INPUT_INVALID',
    'PERSON_UNKNOWN',
    'PLAN_UNKNOWN',
    'SECOND_PERSON_REQUIRED',
  ],
})

export const purgePage = job('purge.page', {
  summary: 'Writes the pages on which a plan is approved by hand, one for each office, each bearing its digest.',
  input: z.strictObject({ plan: PlanId, roles: z.array(ApprovalRole).default([]), to: GrantId }),
  output: z.strictObject({ pages: z.int().positive() }),
  errors: ['GRANT_UNKNOWN', 'PLAN_UNKNOWN', 'DISK_FULL'],
})
