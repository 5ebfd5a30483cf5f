// Operations on the review of what answers a request: what was decided, by whom, and the signature over it.
import { z } from 'zod'
import { Digest, PersonId, RecordId, RequestId } from '../domain/id.ts'
import {
  AppliedGround,
  OrdinanceAnswer,
  ReviewDecision,
  ReviewDraft,
  ReviewOutcome,
  WorkProduct,
} from '../domain/review/review.ts'
import { Instant } from '../domain/time.ts'
import { command, query } from './define.ts'
import { KeyId, Passphrase } from './key.ts'

const Count = z.int().nonnegative()

/**
 * Words that are redacted in one record and stand in another that is released. `shown` is null where that other is restricted and was not
 * opened on purpose; `words` is null where the one is so, too.
 */
const Hit = z.strictObject({
  record: RecordId,
  redactedIn: RecordId,
  /** Of a file the name that it has there. */
  words: z.string().nullable(),
  phrase: Digest,
  shown: z.string().nullable(),
  /** Whether it is a file of which something is redacted in the other record, and nothing there. */
  isFile: z.boolean(),
})
export type ReviewHit = z.infer<typeof Hit>

/** `outcome` null: nobody has decided, or something of the record came in since. */
export const reviewList = query('review.list', {
  summary: 'Everything that answers a request, in the order of the packet, with what was decided of each.',
  input: z.strictObject({ request: RequestId }),
  output: z.strictObject({
    items: z.array(z.strictObject({ record: RecordId, outcome: ReviewOutcome.nullable() })),
    /** Every ground that was applied, the one used last first, and in how many records. */
    grounds: z.array(z.strictObject({ ground: AppliedGround, citation: z.string(), records: Count })),
    /** Permissive exemptions that carry a withholding alone, with nobody having answered what OMC 2.20.220 requires, and in how many records; none where the City has no such ordinance. */
    unanswered: z.array(z.strictObject({ exemption: z.string(), citation: z.string(), records: Count })),
    /** Digest over everything that was decided: what a signature is given for. */
    decisions: Digest,
    signature: z
      .strictObject({
        by: PersonId,
        at: Instant,
        /** Whether nothing was decided since. */
        current: z.boolean(),
        /** The key that signed, verified; null: signed by name, or as a reply reported it. */
        key: z.int().positive().nullable(),
      })
      .nullable(),
  }),
  errors: ['REQUEST_UNKNOWN', 'INPUT_INVALID'],
})

export const reviewShow = query('review.show', {
  summary:
    'What was decided of a record for a request, what came before, and for which requests it was released already.',
  input: z.strictObject({ request: RequestId, record: RecordId }),
  output: z.strictObject({
    decision: ReviewDecision.nullable(),
    /** Whether something of the record came in after it was decided. */
    changed: z.boolean(),
    history: z.array(
      z.strictObject({ outcome: ReviewOutcome.nullable(), at: Instant, by: PersonId.nullable(), reason: z.string() }),
    ),
    /** `recalledAt`: when the City took that packet back; null where it stands. */
    disclosed: z.array(
      z.strictObject({ request: RequestId, label: z.string(), at: Instant, recalledAt: Instant.nullable() }),
    ),
    /** What came back on it from those who read a review copy, the newest first. */
    comments: z.array(z.strictObject({ by: PersonId, at: Instant, words: z.string() })),
  }),
  errors: ['REQUEST_UNKNOWN', 'RECORD_UNKNOWN'],
})

export const reviewPolicy = query('review.policy', {
  summary: 'What becomes of work product (decisions that were replaced, letters put aside) when a packet is sealed.',
  input: z.strictObject({}),
  output: z.strictObject({ workProduct: WorkProduct }),
})

export const reviewSetPolicy = command('review.set-policy', {
  summary:
    'The attorney says whether work product is deleted or kept when a packet is sealed; it is deleted unless said.',
  input: z.strictObject({ workProduct: WorkProduct }),
  output: z.strictObject({}),
  errors: ['ATTORNEY_REQUIRED', 'PERSON_UNKNOWN'],
})

export const reviewHits = query('review.hits', {
  summary:
    'Where words or files that are redacted in one record stand in another that is released: each must be redacted or kept with a reason.',
  input: z.strictObject({
    request: RequestId,
    /** Restricted records that whoever asks has opened on purpose, by `restriction.open`. */
    opened: z.array(RecordId).max(10_000).default([]),
  }),
  output: z.strictObject({
    hits: z.array(Hit),
    /** Further places at most: they are read through once those before them are settled. */
    more: Count,
  }),
  errors: ['REQUEST_UNKNOWN', 'INPUT_INVALID'],
})

export const reviewDecide = command('review.decide', {
  summary:
    'Decides on records that answer a request; null takes the decision back. Each redaction is made by who acts.',
  input: z.strictObject({
    request: RequestId,
    records: z.array(RecordId).min(1).max(1000),
    decision: ReviewDraft.nullable(),
    /** The contents that the reviewer had before her, where one record is decided; null: all that are there now. */
    seen: z.array(Digest).max(10_000).nullable().default(null),
    /** How often the one record had been decided when the reviewer looked: what came since is not overwritten. Null: it is. */
    known: Count.nullable().default(null),
    /** Of many records only those are decided that nobody has decided since. */
    onlyOpen: z.boolean().default(false),
  }),
  output: z.strictObject({ decided: Count }),
  errors: ['REQUEST_UNKNOWN', 'RECORD_UNKNOWN', 'RECORD_LOCKED', 'ACTOR_REQUIRED', 'INPUT_INVALID'],
})

export const reviewOrdinance = command('review.ordinance', {
  summary:
    'Answers, for every withholding of a request on one permissive exemption that is not answered yet, that OMC 2.20.220 does not require its release; whoever decided each stays named.',
  input: z.strictObject({ request: RequestId, exemption: z.string(), answer: OrdinanceAnswer }),
  output: z.strictObject({ answered: Count }),
  errors: ['REQUEST_UNKNOWN', 'RECORD_LOCKED', 'ACTOR_REQUIRED', 'INPUT_INVALID'],
})

export const reviewTwins = query('review.twins', {
  summary: 'Groups of records that answer a request and say and show the same, the largest first.',
  input: z.strictObject({ request: RequestId }),
  output: z.strictObject({ groups: z.array(z.array(RecordId)) }),
  errors: ['REQUEST_UNKNOWN', 'INPUT_INVALID'],
})

export const reviewDecideAlike = command('review.decide-alike', {
  summary:
    'Decides on records as on another that says and shows the same; each decision is an entry of its own. What was decided otherwise stays.',
  input: z.strictObject({
    request: RequestId,
    /** The record whose decision stands. */
    record: RecordId,
    /** How often that had been decided when the reviewer looked. */
    known: Count,
    others: z.array(RecordId).min(1).max(50),
  }),
  output: z.strictObject({
    decided: z.array(RecordId),
    /** Those that were decided otherwise, or say or show something else as well. */
    left: z.array(RecordId),
  }),
  errors: ['REQUEST_UNKNOWN', 'RECORD_UNKNOWN', 'RECORD_LOCKED', 'ACTOR_REQUIRED', 'INPUT_INVALID'],
})

export const reviewKeep = command('review.keep', {
  summary: 'Says that words that are redacted in another record stay in this one, and why.',
  input: z.strictObject({
    request: RequestId,
    record: RecordId,
    phrase: Digest,
    reason: z.string().trim().min(1).max(2000),
  }),
  output: z.strictObject({}),
  errors: ['REQUEST_UNKNOWN', 'RECORD_UNKNOWN', 'ACTOR_REQUIRED'],
})

export const reviewSign = command('review.sign', {
  summary:
    'Signs the review as the person responsible for what is kept back (Gov. Code 7922.540): whoever acts, over what she has seen, by a key or by name.',
  input: z.strictObject({
    request: RequestId,
    decisions: Digest,
    /** Of a key of whoever acts, over the words of `review.statement`; null: signed by name alone. */
    signature: z.base64().max(100).nullable().default(null),
  }),
  output: z.strictObject({ key: KeyId.nullable() }),
  errors: ['REQUEST_UNKNOWN', 'ACTOR_REQUIRED', 'INPUT_INVALID', 'KEY_REFUSED'],
})

export const reviewStatement = query('review.statement', {
  summary: 'The exact words that a key kept elsewhere signs under the review as it stands.',
  input: z.strictObject({ request: RequestId }),
  output: z.strictObject({ statement: z.string(), decisions: Digest }),
  errors: ['REQUEST_UNKNOWN', 'INPUT_INVALID'],
})

/** The passphrase opens the key for this one signature and is kept nowhere. */
export const reviewSignByKey = query('review.sign-by-key', {
  summary: 'Signs the review as it was seen with a key that lies sealed in the vault; nothing is recorded by that.',
  input: z.strictObject({
    ...{ request: RequestId, decisions: Digest, signer: PersonId },
    ...{ key: KeyId, passphrase: Passphrase },
  }),
  output: z.strictObject({ signature: z.base64() }),
  errors: ['REQUEST_UNKNOWN', 'INPUT_INVALID', 'KEY_REFUSED', 'PERSON_UNKNOWN'],
})

export const reviewVerify = query('review.verify', {
  summary:
    'Checks the signature over a review that was given last: whether it is of that key, and whether anything was decided since.',
  input: z.strictObject({ request: RequestId }),
  output: z.strictObject({
    /** Digest over what was signed. */
    decisions: Digest,
    /** Whether nothing was decided since. */
    current: z.boolean(),
    signer: z.string(),
    at: Instant,
    key: z.strictObject({ id: KeyId, fingerprint: Digest }).nullable(),
    /** Whether the signature is of that key and over these decisions; null: no key signed them. */
    holds: z.boolean().nullable(),
  }),
  errors: ['REQUEST_UNKNOWN', 'INPUT_INVALID'],
})
