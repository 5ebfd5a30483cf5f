// Operations on holds.
import { z } from 'zod'
import { Hold, HoldBasis, HoldScope } from '../domain/disposition/hold.ts'
import { AccountId, GrantId, HoldId } from '../domain/id.ts'
import { Instant, LocalDate } from '../domain/time.ts'
import { CaptureOrder } from './capture.ts'
import { command, job, query } from './define.ts'

/** A written order or release, as the file itself: it is kept in the vault as an object. */
export const Paper = z.strictObject({ name: z.string().min(1).max(255), bytes: z.base64().max(30_000_000) })

/** `label` is public; `matter` is privileged and printed nowhere. */
export const holdPlace = command('hold.place', {
  summary: 'Places a hold: what it covers is frozen now, and covered also when it comes later.',
  input: z.strictObject({
    label: z.string().trim().min(1).max(500),
    matter: z.string().trim().max(4000).default(''),
    attorney: z.string().trim().max(200).default(''),
    startsOn: LocalDate.nullable().default(null),
    reviewOn: LocalDate.nullable().default(null),
    basis: HoldBasis,
    orderedBy: z.string().trim().min(1).max(200),
    scope: HoldScope,
    document: Paper.nullable(),
  }),
  output: z.strictObject({ id: HoldId, covered: z.int().nonnegative() }),
  errors: ['ACCOUNT_UNKNOWN', 'RECORD_UNKNOWN', 'INPUT_INVALID'],
})

/** `day` is the day of the mail in the City's zone. Nothing of it is kept by asking. */
export const holdReadOrder = query('hold.read-order', {
  summary: 'Reads the e-mail in which a hold was ordered: who sent it, when, and about what. Nothing is kept.',
  input: z.strictObject({ document: Paper }),
  output: z.strictObject({ from: z.string(), subject: z.string(), day: LocalDate.nullable() }).nullable(),
})

/** `releasedBy` is the short name, full name or title of one person in the vault, who signed the release. */
export const holdRelease = command('hold.release', {
  summary: 'Releases a hold by the City Attorney’s written release; nothing is destroyed by that.',
  input: z.strictObject({ id: HoldId, releasedBy: z.string().trim().min(1).max(200), document: Paper }),
  output: z.strictObject({}),
  errors: ['ATTORNEY_REQUIRED', 'HOLD_UNKNOWN', 'PERSON_UNKNOWN'],
})

/** `ended`: the hold of a closed request, the retention of whose file is over: it holds nothing any more, though nobody released it. */
export const holdList = query('hold.list', {
  summary: 'Every hold with how many records it froze.',
  input: z.strictObject({}),
  output: z.array(
    z.strictObject({
      hold: Hold,
      records: z.int().nonnegative(),
      request: z.string().nullable(),
      ended: z.boolean(),
    }),
  ),
})

/** `signedBy`: the City Attorney, by short name, full name or title; what the hold covered before is kept with the paper. */
export const holdNarrow = command('hold.narrow', {
  summary: 'Narrows a hold by the attorney’s paper: what it no longer covers is let go, nothing is destroyed by that.',
  input: z.strictObject({
    id: HoldId,
    scope: HoldScope,
    signedBy: z.string().trim().min(1).max(200),
    document: Paper,
  }),
  output: z.strictObject({ covered: z.int().nonnegative(), before: z.int().nonnegative() }),
  errors: ['ACCOUNT_UNKNOWN', 'ATTORNEY_REQUIRED', 'HOLD_UNKNOWN', 'INPUT_INVALID', 'PERSON_UNKNOWN', 'RECORD_UNKNOWN'],
})

/**
 * An account that a hold covers. `records`: how many of its records the hold froze; `captured`: when the newest capture of it began that came to an end, null
 * where there is none; `order`: how it is captured again, as its schedule says or its newest capture was made, null where nobody has captured it yet or
 * where it is a person's own, which is not captured.
 */
export const HoldAccount = z.strictObject({
  account: AccountId,
  name: z.string(),
  department: z.string(),
  liaison: z.string(),
  personal: z.boolean(),
  records: z.int().nonnegative(),
  captured: Instant.nullable(),
  order: CaptureOrder.nullable(),
})
export type HoldAccount = z.infer<typeof HoldAccount>

export const holdAccounts = query('hold.accounts', {
  summary: 'The accounts that a hold covers, who runs each, when each was captured last, and how to capture it now.',
  input: z.strictObject({ id: HoldId }),
  output: z.array(HoldAccount),
  errors: ['HOLD_UNKNOWN'],
})

export const holdNotice = job('hold.notice', {
  summary:
    'Writes the notice to those who run the accounts under a hold, a page for each liaison: nothing of them is to be deleted.',
  input: z.strictObject({ id: HoldId, to: GrantId }),
  output: z.strictObject({ pages: z.int().positive() }),
  errors: ['HOLD_UNKNOWN', 'GRANT_UNKNOWN', 'FILE_UNREADABLE', 'PRACTICE_ONLY', 'DISK_FULL'],
})
