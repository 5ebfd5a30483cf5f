// What a reviewer decides of a record that answers a request, and why.
import { z } from 'zod'
import { readableDay } from '../calendar/day.ts'
import { Digest, PersonId, RecordId } from '../id.ts'
import { isInForce } from '../law/statute.ts'
import { Instant, type LocalDate } from '../time.ts'
import { asksRelease, type Catalogue, type Exemption } from './exemption.ts'

export const ReviewOutcome = z.enum(['release', 'redact', 'withhold', 'not-responsive'])
export type ReviewOutcome = z.infer<typeof ReviewOutcome>

const Words = z.string().trim().max(2000)

/**
 * What the City's ordinance says of a record that the CPRA would let it withhold (OMC 2.20.220): whether it requires release all the
 * same, who answered, which the log prints, and why, which is for the file and the attorney's copy.
 */
export const OrdinanceAnswer = z.strictObject({
  requiresRelease: z.boolean(),
  by: Words.min(1, { error: 'say who answered what OMC 2.20.220 requires' }),
  why: Words,
})
export type OrdinanceAnswer = z.infer<typeof OrdinanceAnswer>

/**
 * A ground as applied: which exemption, the second law where it asks for one (7927.705), the harm "in practical terms" where it
 * asks for that (OMC 2.20.250(A)), a neutral description of what is kept back, which the log prints, and what the ordinance says of
 * it where it was asked.
 */
export const AppliedGround = z.strictObject({
  exemption: z.string().min(1).max(200),
  law: Words,
  harm: Words,
  describes: Words.min(1, { error: 'says nothing of what is kept back' }),
  ordinance: OrdinanceAnswer.optional(),
})
export type AppliedGround = z.infer<typeof AppliedGround>

/**
 * A stretch of the text of the version with this content, in UTF-16 units, the end not included. What it says is taken out wherever
 * else the record says it.
 */
const TextRedaction = z.strictObject({
  field: z.literal('text'),
  version: Digest,
  from: z.int().nonnegative(),
  to: z.int().positive(),
  ground: AppliedGround,
})

/** A field whole: who wrote it; all people it names (recipients, participants, those who reacted); its place. */
const FieldRedaction = z.strictObject({ field: z.enum(['author', 'people', 'place']), ground: AppliedGround })

/** A box of a picture, in parts of its width and height. */
export const Box = z.strictObject({
  left: z.number().min(0).max(1),
  top: z.number().min(0).max(1),
  width: z.number().gt(0).max(1),
  height: z.number().gt(0).max(1),
})
export type Box = z.infer<typeof Box>

/**
 * A media file: boxes that are painted over, or the whole where there are none. `allExempt`: of a document or a recording the reviewer
 * states that all of it is exempt; without that it is not withheld whole (OMC 2.20.240).
 */
const MediaRedaction = z.strictObject({
  field: z.literal('media'),
  digest: Digest,
  boxes: z.array(Box).max(200),
  allExempt: z.literal(true).optional(),
  ground: AppliedGround,
})

/** A page of a document, from 1: boxes that are painted over, and whose words are taken out of its text. */
const PageRedaction = z.strictObject({
  field: z.literal('page'),
  digest: Digest,
  page: z.int().positive(),
  boxes: z.array(Box).min(1).max(200),
  ground: AppliedGround,
})

/** Sound or film that is released as it was made anew: cut, muted or blurred, here or outside. */
const EditRedaction = z.strictObject({ field: z.literal('edit'), digest: Digest, made: Digest, ground: AppliedGround })

/** Words that are taken out wherever the record says them: in a link, an alternative text, a detail. */
const WordsRedaction = z.strictObject({
  field: z.literal('words'),
  words: z.string().trim().min(1).max(2000),
  ground: AppliedGround,
})

export const Redaction = z.discriminatedUnion('field', [
  TextRedaction,
  FieldRedaction,
  WordsRedaction,
  MediaRedaction,
  PageRedaction,
  EditRedaction,
])
export type Redaction = z.infer<typeof Redaction>

/** A document of which the reviewer has looked through every page. */
export const ReadFile = z.strictObject({ digest: Digest, pages: z.int().positive() })
export type ReadFile = z.infer<typeof ReadFile>

/** What a reviewer says of a record. `read`: its documents that she looked through. `grounds` are of a withholding; a redaction bears its own. `reason` is for the file, not for print. */
export const ReviewDraft = z
  .strictObject({
    outcome: ReviewOutcome,
    grounds: z.array(AppliedGround).max(20),
    redactions: z.array(Redaction).max(2000),
    reason: Words,
    read: z.array(ReadFile).max(1000).optional(),
  })
  .refine(({ outcome, grounds }) => (outcome === 'withhold') === grounds.length > 0, {
    error: 'what is withheld has a ground, and nothing else has one',
    path: ['grounds'],
  })
  .refine(({ outcome, redactions }) => (outcome === 'redact') === redactions.length > 0, {
    error: 'what is redacted has redactions, and nothing else has them',
    path: ['redactions'],
  })
  .refine(({ outcome, reason }) => outcome !== 'not-responsive' || reason !== '', {
    error: 'say why it does not answer the request',
    path: ['reason'],
  })
export type ReviewDraft = z.infer<typeof ReviewDraft>

/** A decision as it stands. `versions`: the contents that the reviewer had before her; a later one was not reviewed. */
export const ReviewDecision = z.strictObject({
  record: RecordId,
  versions: z.array(Digest),
  outcome: ReviewOutcome,
  grounds: z.array(AppliedGround),
  redactions: z.array(Redaction),
  reason: z.string(),
  read: z.array(ReadFile).optional(),
  decidedAt: Instant,
  decidedBy: PersonId.nullable(),
})
export type ReviewDecision = z.infer<typeof ReviewDecision>

/** Every ground of a decision, in its order. */
export function groundsOf({ grounds, redactions }: Pick<ReviewDecision, 'grounds' | 'redactions'>): AppliedGround[] {
  return [...grounds, ...redactions.map(({ ground }) => ground)]
}

/** What a ground lacks, in a sentence; null where its exemption counts on that day, it says what that asks for, and the ordinance does not forbid it. */
export function lacking(
  { exemption: id, law, harm, ordinance }: AppliedGround,
  catalogue: Catalogue,
  on: LocalDate,
): string | null {
  const exemption = catalogue(id)
  if (exemption === undefined)
    return `“${id}” is no exemption of the catalogue. The room Law lists those that there are.`
  if (ordinance?.requiresRelease === true)
    return `OMC 2.20.220 requires its release all the same, as ${ordinance.by} answered: ${exemption.citation} cannot be used. Release it, or choose another ground.`
  if (!isInForce(exemption, on)) return outOfForce(exemption, on)
  if (ordinance?.why === '') return 'Say why OMC 2.20.220 does not require its release.'
  if (exemption.asks.includes('second-law') && law === '')
    return `${exemption.citation} works through another law: name it (for instance Evid. Code 954).`
  if (exemption.asks.includes('public-interest') && harm === '')
    return `${exemption.citation} asks how the public interest would be harmed, in practical terms.`
  return null
}

function outOfForce({ citation, title, validFrom, validTo }: Exemption, on: LocalDate): string {
  const [head, choose] = [`${citation} (${title})`, 'choose the ground that counts now']
  if (validTo !== null && validTo < on) return `${head} counted until ${readableDay(validTo)}: ${choose}.`
  return `${head} counts from ${validFrom === null ? 'a later day' : readableDay(validFrom)} on: ${choose}.`
}

/** What is kept back by a decision, one by one: the grounds that carry each together. */
export function withholdingsOf({
  grounds,
  redactions,
}: Pick<ReviewDecision, 'grounds' | 'redactions'>): (readonly AppliedGround[])[] {
  return [...(grounds.length > 0 ? [grounds] : []), ...redactions.map(({ ground }) => [ground])]
}

/**
 * Whether a withholding rests on permissive exemptions alone and nobody has answered whether the ordinance requires release all the
 * same (OMC 2.20.220). `grounds` are those that carry it together; one that a law forbids to release carries it by itself.
 */
export function asksOrdinance(grounds: readonly AppliedGround[], catalogue: Catalogue): boolean {
  return grounds.every(({ exemption: id, ordinance }) => {
    const exemption = catalogue(id)
    return exemption !== undefined && asksRelease(exemption) && ordinance === undefined
  })
}

/** What becomes of work product (decisions that were replaced, letters that never became any) when a packet of its request is sealed. */
export const WorkProduct = z.enum(['delete', 'keep'])
export type WorkProduct = z.infer<typeof WorkProduct>
