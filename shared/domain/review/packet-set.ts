// What becomes of a packet after it is sealed: what must be looked at before it is published, where it is published, and its recall.
import { z } from 'zod'
import { ProductionId } from '../id.ts'
import { Instant, LocalDate } from '../time.ts'

/** What no program can tell of a PDF (Matterhorn Protocol, "human" checks): somebody looks at the draft and answers. */
export const ACCESS_CHECKS = ['order', 'headings', 'alts', 'language', 'colour'] as const
/** What is asked before a packet is published. */
export const POSTING_CHECKS = ['officials', 'booking', 'pictures', 'requester', 'private'] as const

export const CheckName = z.enum([...ACCESS_CHECKS, ...POSTING_CHECKS])
export type CheckName = z.infer<typeof CheckName>

/** The questions, with the law that asks them. A yes means: looked at, and right. */
export const QUESTIONS: Readonly<Record<CheckName, string>> = {
  order: 'Read from top to bottom, does the PDF say things in the order in which they are meant?',
  headings: 'Does each heading say what comes below it?',
  alts: 'Does each picture’s description say what the picture shows, or that its author gave none?',
  language: 'Are passages in another language read out in that language?',
  colour: 'Is everything that is said by colour also said in words?',
  officials:
    'No home address, no telephone number, and no name with a parcel number of an elected or appointed official is published without that person’s written permission (Gov. Code 7928.205).',
  booking:
    'No booking photo of somebody arrested for a nonviolent crime is published, and none longer than 14 days, unless an exception applies (Pen. Code 13665).',
  pictures: 'Pictures without a description have one now elsewhere, or it is said why not (28 CFR 35.200).',
  requester: 'Nothing that is published tells who asked, or how the requester can be reached.',
  private: 'No private person’s home address, telephone number, birthdate or Social Security number is published.',
}

/** A question with what was found for it by program, and the last answer. */
export const PacketCheck = z.strictObject({
  name: CheckName,
  question: z.string(),
  /** Places to look at, such as `AB-2026-000003: a telephone number`; what no program finds may be there all the same. */
  places: z.array(z.string()),
  morePlaces: z.int().nonnegative(),
  answer: z.strictObject({ yes: z.boolean(), words: z.string(), at: Instant, by: z.string().nullable() }).nullable(),
})
export type PacketCheck = z.infer<typeof PacketCheck>

/** A demand to remove something from a published copy (Gov. Code 7928.215): 48 hours from its receipt. */
export const RemovalDemand = z.strictObject({
  id: z.int().positive(),
  receivedAt: Instant,
  dueAt: Instant,
  party: z.string(),
  what: z.string(),
  done: z.strictObject({ at: Instant, words: z.string(), by: z.string().nullable() }).nullable(),
})
export type RemovalDemand = z.infer<typeof RemovalDemand>

/** Gov. Code 7928.215 (law.md §2: its new text was seen with third parties alone). */
export const REMOVAL_HOURS = 48

/** Until when what is demanded must be gone: hours run through nights, weekends and holidays. */
export function removalDue(receivedAt: Instant): Instant {
  return Instant.parse(receivedAt + REMOVAL_HOURS * 3_600_000)
}

/** A published copy; `down` null: it stands there still. */
export const Posting = z.strictObject({
  id: z.int().positive(),
  place: z.string(),
  on: LocalDate,
  down: LocalDate.nullable(),
  demands: z.array(RemovalDemand),
})
export type Posting = z.infer<typeof Posting>

export const RecallStepKind = z.enum(['told', 'returned', 'destroyed', 'kept', 'other'])
export type RecallStepKind = z.infer<typeof RecallStepKind>

/** A packet that was handed out and is taken back, with all that happened since (Ardon v. City of Los Angeles). */
export const Recall = z.strictObject({
  reason: z.string(),
  at: Instant,
  by: z.string().nullable(),
  /** The first production of the request that was finished after it. */
  replacedBy: ProductionId.nullable(),
  steps: z.array(
    z.strictObject({
      kind: RecallStepKind,
      on: LocalDate,
      words: z.string(),
      at: Instant,
      by: z.string().nullable(),
    }),
  ),
})
export type Recall = z.infer<typeof Recall>
