// Approving a purge plan: who must, what each of them says, and what the approvals of a plan come to (Gov. Code 34090; law.md §3.3).
import { z } from 'zod'
import { addDays } from '../calendar/day.ts'
import { Digest } from '../id.ts'
import { Instant, LocalDate } from '../time.ts'
import { PlanCustody } from './custody.ts'
import type { PlanKind } from './plan-kind.ts'

/** Offices that can stand in the chain. */
export const ApprovalRole = z.enum([
  'department-head',
  'city-attorney',
  'city-clerk',
  'city-manager',
  'city-auditor',
  'finance',
  'records-manager',
])
export type ApprovalRole = z.infer<typeof ApprovalRole>

/** Of these two no setting can do without: Gov. Code 34090 names them. */
const statutoryRoles: readonly ApprovalRole[] = ['department-head', 'city-attorney']

/** Whether no chain can do without an office. */
export function isStatutory(role: ApprovalRole): boolean {
  return statutoryRoles.includes(role)
}

interface OfficeWords {
  readonly office: string
  readonly says: Readonly<Record<PlanKind, string>>
}

/** What each office is called on paper, and what it says of a destruction and of giving up custody. */
export const approvalWords: Readonly<Record<ApprovalRole, OfficeWords>> = {
  'department-head': {
    office: 'Head of the department',
    says: {
      destruction: 'The records listed are under my charge and are no longer required.',
      custody:
        'The records listed were under my charge. The archive named has received them and signed for them; custody of them goes to it, and the City’s own copy is destroyed.',
    },
  },
  'city-attorney': {
    office: 'City Attorney',
    says: {
      destruction:
        'I consent in writing to the destruction of the records listed (Gov. Code 34090). No litigation, claim or hold known to me requires any of them.',
      custody:
        'I consent in writing that custody of the records listed goes to the archive named and that the City’s own copy is destroyed (Gov. Code 34090). None of them is of a kind that 34090(a)–(e) protects, and no litigation, claim or hold known to me requires any of them.',
    },
  },
  'city-clerk': {
    office: 'City Clerk',
    says: {
      destruction: 'The schedule named was adopted by resolution and is correctly applied to the records listed.',
      custody:
        'The schedule named was adopted by resolution, keeps the records listed permanently or as historical, and is correctly applied; the archive’s signed receipt is of the bag named.',
    },
  },
  'city-manager': {
    office: 'City Manager',
    says: {
      destruction: 'I have no objection to the destruction of the records listed.',
      custody: 'I have no objection that custody of the records listed goes to the archive named.',
    },
  },
  'city-auditor': {
    office: 'City Auditor',
    says: {
      destruction: 'No audit known to me requires any of the records listed.',
      custody: 'No audit known to me requires that the City itself keeps any of the records listed.',
    },
  },
  finance: {
    office: 'Finance',
    says: {
      destruction: 'None of the records listed is required for the accounts of the City.',
      custody: 'The City need not keep any of the records listed itself for its accounts.',
    },
  },
  'records-manager': {
    office: 'Records manager',
    says: {
      destruction: 'The records listed were reviewed against the schedule named.',
      custody: 'The records listed were reviewed against the schedule named and against the archive’s receipt.',
    },
  },
}

/** What the attorney adds where the choice is made to overwrite packages that hold a record under a hold. */
export const heldPackagesWords =
  'I also consent that source packages are overwritten in part although they hold a record under a hold; the copy of that record in the catalog stays.'

/** How an office goes about disposition. `alone`: one person may plan, approve and execute, and the certificate says so. */
export const DispositionOffice = z.strictObject({
  chain: z
    .array(ApprovalRole)
    .refine((chain) => new Set(chain).size === chain.length, { error: 'names an office twice' })
    .refine((chain) => statutoryRoles.every((role) => chain.includes(role)), {
      error: 'must hold the head of the department and the City Attorney (Gov. Code 34090)',
    }),
  approvalDays: z.int().min(1).max(365),
  alone: z.boolean(),
})
export type DispositionOffice = z.infer<typeof DispositionOffice>

/** What counts until the office settles something else. */
export const usualOffice: DispositionOffice = {
  chain: ['department-head', 'city-attorney', 'city-clerk'],
  approvalDays: 60,
  alone: false,
}

/** Whether an office, settled anew, asks for less than before: one office fewer, approvals that count for longer, or one person for all of it. */
export function asksForLess(before: DispositionOffice, after: DispositionOffice): boolean {
  return (
    (after.alone && !before.alone) ||
    after.approvalDays > before.approvalDays ||
    before.chain.some((role) => !after.chain.includes(role))
  )
}

/** `signed` by a registered key, `attached`: a signed page that bears the digest, `reported`: nothing but a name. */
const ApprovalWay = z.enum(['signed', 'attached', 'reported'])

/** What is signed: everything that an approval is of. */
export const ApprovalSubject = z.strictObject({
  city: z.string(),
  vaultId: z.string(),
  plan: Digest,
  asOf: LocalDate,
  role: ApprovalRole,
  name: z.string().trim().min(1).max(200),
  title: z.string().trim().max(200),
  signedOn: LocalDate,
  heldPackages: z.boolean(),
  /** Of a plan to give up custody: the copies and receipts that it rests on. */
  custody: z.array(PlanCustody).optional(),
})
export type ApprovalSubject = z.infer<typeof ApprovalSubject>

/** The exact words that a key signs, in UTF-8, each line ended by a line feed. */
export function approvalStatement(subject: ApprovalSubject): string {
  const { custody } = subject
  const { office, says } = approvalWords[subject.role]
  const lines = [
    custody === undefined ? 'Approval of a purge plan' : 'Approval of a plan to give up custody',
    `City: ${subject.city}`,
    `Vault: ${subject.vaultId}`,
    `Plan as of ${subject.asOf}, SHA-256: ${subject.plan}`,
    `Office: ${office} (${subject.role})`,
    `Name: ${subject.name}`,
    `Title: ${subject.title}`,
    `Signed on: ${subject.signedOn}`,
    ...(custody ?? []).map(
      ({ name, bag, receipt: { archive, signedBy, signedOn, document } }) =>
        `Archive: ${archive}. Bag ${name}, SHA-256: ${bag}. Receipt of ${signedOn}, signed by ${signedBy}, SHA-256: ${document}`,
    ),
    says[custody === undefined ? 'destruction' : 'custody'],
    ...(subject.heldPackages ? [heldPackagesWords] : []),
  ]
  return `${lines.join('\n')}\n`
}

/** An approval as recorded. `seenBy` entered it: of a page, that person has seen it. */
export const Approval = z.strictObject({
  id: z.int().positive(),
  role: ApprovalRole,
  name: z.string(),
  title: z.string(),
  way: ApprovalWay,
  heldPackages: z.boolean(),
  person: z.string().nullable(),
  fingerprint: Digest.nullable(),
  keyRegisteredBy: z.string().nullable(),
  /** Who compared the key with its holder; of approvals before keys were confirmed, nobody. */
  keyComparedBy: z.string().nullable().default(null),
  document: Digest.nullable(),
  signedOn: LocalDate,
  recordedAt: Instant,
  seenBy: z.string(),
  seenByName: z.string(),
})
export type Approval = z.infer<typeof Approval>

/** Where an office of the chain stands. `reported` and `lapsed` do not count. */
export const ApprovalState = z.strictObject({
  role: ApprovalRole,
  state: z.enum(['approved', 'reported', 'lapsed', 'missing']),
  approval: Approval.nullable(),
  lapsesOn: LocalDate.nullable(),
})
export type ApprovalState = z.infer<typeof ApprovalState>

/**
 * Where each office of the chain stands.
 * @param approvals of one plan that were not taken back, in the order in which they were recorded; the newest of an office counts, but
 * a mere report never takes the place of a signature
 * @param today local date of the City
 */
export function chainStates(
  { chain, approvalDays }: DispositionOffice,
  approvals: readonly Approval[],
  today: LocalDate,
): ApprovalState[] {
  return chain.map((role) => {
    const own = approvals.filter((one) => one.role === role)
    const approval = own.findLast((one) => one.way !== 'reported') ?? own.at(-1) ?? null
    if (approval === null) return { role, state: 'missing', approval, lapsesOn: null }
    if (approval.way === 'reported') return { role, state: 'reported', approval, lapsesOn: null }
    const lapsesOn = addDays(approval.signedOn, approvalDays)
    return { role, state: today > lapsesOn ? 'lapsed' : 'approved', approval, lapsesOn }
  })
}
