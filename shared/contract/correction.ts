// Operations that put right what was taken in.
import { z } from 'zod'
import { BroughtClassification } from '../domain/classify/brought.ts'
import { AccessionId, AccountId, PersonId, RecordId } from '../domain/id.ts'
import { LockBasis, Merge, RecordLock, Separation } from '../domain/intake/correction.ts'
import { RecordRow } from '../domain/record/record.ts'
import { command, job, query } from './define.ts'
import { Paper } from './hold.ts'

const Reason = z.string().trim().min(1).max(2000)

export const intakeWithdraw = job('intake.withdraw', {
  summary:
    'Takes an import back: its records, versions and packages leave the vault, while nothing of it is tagged, held or answered.',
  input: z.strictObject({ accession: AccessionId, reason: Reason }),
  output: z.strictObject({ records: z.int().nonnegative() }),
  errors: ['CORRECTION_REFUSED'],
})

export const intakeMove = job('intake.move', {
  summary:
    'Moves imports with their records to another account, while nothing of them is held or answered. Records that it holds already are joined; rules classify anew.',
  /** `second`: who else stands behind it where a standing rule gives the other account the day of an event, once a request, a hold or a plan has touched anything. */
  input: z.strictObject({
    accessions: z.array(AccessionId).min(1).max(200),
    to: AccountId,
    reason: Reason,
    second: PersonId.nullable().default(null),
  }),
  /** `joined`: how many of the records became one with a record of the other account. `classified`: what the rules make of them there; null where there are none. */
  output: z.strictObject({
    records: z.int().nonnegative(),
    joined: z.int().nonnegative(),
    classified: BroughtClassification.nullable(),
  }),
  errors: ['CORRECTION_REFUSED', 'ACCOUNT_UNKNOWN', 'PERSON_UNKNOWN', 'SECOND_PERSON_REQUIRED'],
})

export const intakeSetAside = command('intake.set-aside', {
  summary:
    'Leaves an import out of everyday searches. Holds and requests still find it; only a purge plan destroys it.',
  input: z.strictObject({ accession: AccessionId, reason: Reason }),
  output: z.strictObject({}),
  errors: ['CORRECTION_REFUSED'],
})

export const intakeBringBack = command('intake.bring-back', {
  summary: 'Brings an import that was set aside back into everyday searches.',
  input: z.strictObject({ accession: AccessionId, reason: Reason }),
  output: z.strictObject({}),
  errors: ['CORRECTION_REFUSED'],
})

export const intakeReparse = job('intake.reparse', {
  summary:
    'Reads an import again with the parser of this version: what is shown of its versions follows, media, too; the versions stay.',
  input: z.strictObject({ accession: AccessionId, reason: Reason }),
  output: z.strictObject({
    parser: z.string(),
    before: z.string(),
    read: z.int().nonnegative(),
    same: z.int().nonnegative(),
    changed: z.int().nonnegative(),
    /** Items that are no version of their own: seen again, or never stored. */
    elsewhere: z.int().nonnegative(),
    /** Records whose kind would be another: it is identity and stays. */
    fixed: z.int().nonnegative(),
    unreadable: z.int().nonnegative(),
    /** What the rules make of its records now; null where there are none. */
    classified: BroughtClassification.nullable(),
  }),
  errors: ['CORRECTION_REFUSED'],
})

export const recordMerge = command('record.merge', {
  summary: 'Makes two records of one account one, with the versions of both. It can be undone.',
  input: z.strictObject({ one: RecordId, other: RecordId, reason: Reason }),
  output: z.strictObject({ kept: RecordId, merge: z.int().positive() }),
  errors: ['RECORD_UNKNOWN', 'CORRECTION_REFUSED'],
})

export const recordSplit = command('record.split', {
  summary: 'Undoes a merge: two records again, each with what was received of it.',
  input: z.strictObject({ merge: z.int().positive() }),
  output: z.strictObject({ kept: RecordId, split: RecordId }),
  errors: ['CORRECTION_REFUSED'],
})

export const recordSeparate = command('record.separate', {
  summary:
    'Makes one version of a record a record of its own, where an import joined what is not the same. It can be undone.',
  input: z.strictObject({ record: RecordId, version: z.int().positive(), reason: Reason }),
  output: z.strictObject({ record: RecordId, separation: z.int().positive() }),
  errors: ['RECORD_UNKNOWN', 'CORRECTION_REFUSED'],
})

export const recordJoin = command('record.join', {
  summary: 'Undoes a separation: the version stands in its record again.',
  input: z.strictObject({ separation: z.int().positive() }),
  output: z.strictObject({ record: RecordId }),
  errors: ['CORRECTION_REFUSED'],
})

export const recordAlike = query('record.alike', {
  summary: 'Records that may be the same as one, what was merged into it, and what was made a record of its own.',
  input: z.strictObject({ id: RecordId }),
  output: z.strictObject({
    alike: z.array(z.strictObject({ row: RecordRow, why: z.string() })),
    merges: z.array(Merge),
    separations: z.array(Separation),
  }),
  errors: ['RECORD_UNKNOWN'],
})

export const recordLock = command('record.lock', {
  summary:
    'Locks records at once: their words and media are shown to nobody, found by no search and given to no requester.',
  input: z.strictObject({ records: z.array(RecordId).min(1).max(10_000), basis: LockBasis, reason: Reason }),
  output: z.strictObject({ locked: z.int().nonnegative() }),
  errors: ['RECORD_UNKNOWN'],
})

export const recordUnlock = command('record.unlock', {
  summary: 'Lifts a lock, under a written order.',
  input: z.strictObject({ record: RecordId, order: Paper }),
  output: z.strictObject({}),
  errors: ['CORRECTION_REFUSED'],
})

export const recordRemove = job('record.remove', {
  summary:
    'Removes a locked record under a written order: its bytes, its words, and every file of an export that holds them.',
  input: z.strictObject({ record: RecordId, order: Paper }),
  output: z.strictObject({ members: z.int().nonnegative(), objects: z.int().nonnegative() }),
  errors: ['CORRECTION_REFUSED'],
})

export const lockList = query('lock.list', {
  summary: 'Every lock, newest first: what is locked, since when, on what ground, and how it ended.',
  input: z.strictObject({}),
  output: z.array(RecordLock),
})
