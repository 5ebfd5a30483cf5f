// What the attorney reads away from the clerk's desk, and what comes back: the review with everything that it would take out.
import { z } from 'zod'
import { Digest, RecordId, RequestId } from '../id.ts'
import { RecordKind } from '../record/record.ts'
import { Instant, Zone } from '../time.ts'
import { AppliedGround, ReviewOutcome } from './review.ts'

/** What stands on every page of it, and first on the screen. */
export const PRIVILEGED =
  'Privileged and confidential: prepared for legal advice (Evid. Code 954; Gov. Code 7927.705). Not for release. What is to be redacted can be read here.'

const Words = z.string().trim().max(5000)
const Named = z.strictObject({ name: z.string(), title: z.string() })

/** A stretch of text; `keys` are the numbers of the grounds on which it is to be taken out, none where it stays. */
export const CopyPiece = z.strictObject({ text: z.string(), keys: z.array(z.int().positive()) })
export type CopyPiece = z.infer<typeof CopyPiece>

/** A record as the attorney sees it. In `author`, `facts` and `files` what would be taken out is marked: `[[words · ground 1]]`. */
export const CopyRecord = z.strictObject({
  number: z.int().positive(),
  record: RecordId,
  kind: RecordKind,
  account: z.string(),
  when: z.string(),
  author: z.string(),
  outcome: ReviewOutcome.nullable(),
  /** By which grounds something is kept back of it, and what. */
  keeps: z.array(z.strictObject({ key: z.int().positive(), describes: z.string() })),
  reason: z.string(),
  decidedBy: z.string(),
  texts: z.array(z.array(CopyPiece)),
  facts: z.array(z.string()),
  files: z.array(z.string()),
})
export type CopyRecord = z.infer<typeof CopyRecord>

export const CopyGround = z.strictObject({
  key: z.int().positive(),
  ground: AppliedGround,
  citation: z.string(),
  covers: z.string(),
  /** Whether somebody has checked it against the code. */
  confirmed: z.boolean(),
  /** Whether it asks what OMC 2.20.220 requires, and nobody has answered. */
  ordinanceOpen: z.boolean().default(false),
})
export type CopyGround = z.infer<typeof CopyGround>

/** `review.json` of a review copy. `replyTo` is the age recipient for which a reply is encrypted. */
export const CopyContent = z.strictObject({
  format: z.literal('muniment-review-copy'),
  formatVersion: z.literal(1),
  city: z.string(),
  zone: Zone,
  request: RequestId,
  asked: z.string(),
  madeAt: Instant,
  madeBy: Named.nullable(),
  madeFor: Named,
  decisions: Digest,
  replyTo: z.string().startsWith('age1'),
  privileged: z.string(),
  grounds: z.array(CopyGround),
  records: z.array(CopyRecord),
})
export type CopyContent = z.infer<typeof CopyContent>

const CopyComment = z.strictObject({
  record: RecordId,
  words: Words.min(1, { error: 'a comment says something' }),
})

/** What the attorney says of one copy: comments at records, a word on all of it, and whether it is signed as it stands. */
export const CopyAnswer = z.strictObject({
  comments: z.array(CopyComment).max(10_000),
  words: Words,
  signed: z.boolean(),
})
export type CopyAnswer = z.infer<typeof CopyAnswer>

/** A signature by key under an answer: Ed25519 (RFC 8032), the public half in hexadecimal. `at`: when the answer was signed, which is bound, too. */
export const AnswerProof = z.strictObject({
  at: Instant,
  publicKey: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.base64().max(100),
})
export type AnswerProof = z.infer<typeof AnswerProof>

/** A reply before it is encrypted. `copy` is the SHA-256 of the file that was read; `proof` null: its signature is a tick. */
export const CopyReply = CopyAnswer.extend({
  format: z.literal('muniment-review-reply'),
  formatVersion: z.literal(1),
  copy: Digest,
  request: RequestId,
  madeAt: Instant,
  proof: AnswerProof.nullable().default(null),
})
export type CopyReply = z.infer<typeof CopyReply>

/** The words that a key signs under an answer. @param answer SHA-256 of what it says */
export function answerStatement(of: {
  readonly copy: Digest
  readonly request: RequestId
  readonly answer: Digest
  readonly signed: boolean
  readonly at: Instant
}): string {
  return [
    'I answer a copy of the review of a public records request.',
    `Request: ${JSON.stringify(of.request)}`,
    `SHA-256 of the review copy: ${of.copy}`,
    `SHA-256 of the answer: ${of.answer}`,
    of.signed ? 'I sign the review as it stands in that copy.' : 'I do not sign the review.',
    `Answered at: ${new Date(of.at).toISOString()}`,
    '',
  ].join('\n')
}

/** The file that comes back: which copy it answers, and the reply, encrypted for the vault that made the copy. */
export const ReplyFile = z.strictObject({
  format: z.literal('muniment-review-reply'),
  copy: Digest,
  sealed: z.base64(),
})
export type ReplyFile = z.infer<typeof ReplyFile>
