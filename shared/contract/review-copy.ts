// Operations on copies of a review for an attorney: made, read elsewhere, answered, and the answer taken in.
import { z } from 'zod'
import { Digest, GrantId, PersonId, RecordId, RequestId } from '../domain/id.ts'
import { AnswerProof, CopyAnswer, CopyContent } from '../domain/review/review-copy.ts'
import { Instant } from '../domain/time.ts'
import { job, query } from './define.ts'
import { KeyId, Passphrase } from './key.ts'

const Count = z.int().nonnegative()
const CopyId = z.int().positive()
/** A passphrase, or a secret key of age. */
const Key = z.string().trim().min(1).max(500)

const Reply = z.strictObject({
  words: z.string(),
  signed: z.boolean(),
  comments: z.array(z.strictObject({ record: RecordId, words: z.string() })),
  receivedAt: Instant,
  /** The key of that person which signed the answer; null: what it says is reported. */
  key: z.strictObject({ id: KeyId, fingerprint: Digest }).nullable(),
})

export const reviewCopyMake = job('review-copy.make', {
  summary:
    'Writes the review of a request, with what it would take out still readable, as one file encrypted for one person (age).',
  input: z.strictObject({
    request: RequestId,
    /** Who is to read and sign it. */
    person: PersonId,
    /** An age recipient of that person (`age1…`); null: a passphrase is made, which `review-copy.list` tells. */
    recipient: z
      .string()
      .regex(/^age1[02-9ac-hj-np-z]{58}$/, { error: 'is no recipient of age (age1…)' })
      .nullable(),
    to: GrantId,
  }),
  output: z.strictObject({ copy: CopyId, digest: Digest, records: Count, filesLeftOut: Count }),
  errors: ['REQUEST_UNKNOWN', 'PERSON_UNKNOWN', 'INPUT_INVALID', 'GRANT_UNKNOWN', 'FILE_UNREADABLE', 'DISK_FULL'],
})

export const reviewCopyList = query('review-copy.list', {
  summary:
    'The copies of a review that were made for somebody, with the passphrase to tell that person, and the replies.',
  input: z.strictObject({ request: RequestId }),
  output: z.array(
    z.strictObject({
      id: CopyId,
      person: PersonId,
      name: z.string(),
      digest: Digest,
      /** Null where it was made for a key of that person. */
      passphrase: z.string().nullable(),
      madeAt: Instant,
      madeBy: PersonId.nullable(),
      /** Whether nothing was decided since. */
      current: z.boolean(),
      replies: z.array(Reply),
    }),
  ),
  errors: ['REQUEST_UNKNOWN'],
})

export const reviewCopyOpen = query('review-copy.open', {
  summary: 'Opens a review copy with its passphrase or key. Nothing of it is kept in this vault.',
  input: z.strictObject({ file: GrantId, key: Key }),
  output: z.strictObject({ digest: Digest, content: CopyContent }),
  errors: ['GRANT_UNKNOWN', 'FILE_UNREADABLE', 'INPUT_INVALID'],
})

/** The passphrase opens the key for this one signature and is kept nowhere. `at`: when it is signed; the caller has the clock. */
export const reviewCopySignAnswer = query('review-copy.sign-answer', {
  summary: 'Signs the answer to a review copy with a key that lies sealed in this vault; nothing is recorded by that.',
  input: CopyAnswer.extend({ copy: Digest, request: RequestId, at: Instant, key: KeyId, passphrase: Passphrase }),
  output: AnswerProof,
  errors: ['KEY_REFUSED'],
})

export const reviewCopyAnswer = job('review-copy.answer', {
  summary: 'Writes the reply to a review copy: comments and a signature, encrypted for the vault that made the copy.',
  input: CopyAnswer.extend({
    copy: Digest,
    request: RequestId,
    replyTo: z.string().startsWith('age1'),
    proof: AnswerProof.nullable().default(null),
    to: GrantId,
  }),
  output: z.strictObject({ comments: Count, signed: z.boolean() }),
  errors: ['GRANT_UNKNOWN', 'INPUT_INVALID', 'FILE_UNREADABLE', 'DISK_FULL'],
})

export const reviewCopyTake = job('review-copy.take', {
  summary:
    'Takes in the reply to a review copy of a request: its comments, and its signature as that of the person it was made for.',
  input: z.strictObject({ request: RequestId, file: GrantId }),
  output: z.strictObject({
    copy: CopyId,
    comments: Count,
    signed: z.boolean(),
    /** The key that signed the answer, verified; null: the answer is reported. */
    key: KeyId.nullable(),
    /** Whether nothing was decided since the copy was made. */
    current: z.boolean(),
  }),
  errors: ['REQUEST_UNKNOWN', 'GRANT_UNKNOWN', 'FILE_UNREADABLE', 'INPUT_INVALID', 'KEY_REFUSED'],
})
