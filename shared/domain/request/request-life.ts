// What happens to a request between its receipt and its end: the trail, the messages, its parts.
import { z } from 'zod'
import { RequestId } from '../id.ts'
import { Instant, LocalDate } from '../time.ts'

export const RequestEventKind = z.enum([
  'received',
  'assigned',
  'immediate',
  'clarification-asked',
  'clarification-received',
  'part',
  'split',
  'split-off',
  'merged',
  'merged-in',
  'mediation',
  'withdrawn',
  'closed',
  'reopened',
  'portal',
  'search',
  'statement',
  'fees',
  'kept-until',
  'letter-signed',
  'letter-sent',
  'letter-discarded',
  'packet-sent',
  'packet-published',
  'packet-taken-down',
  'removal-demanded',
  'removal-done',
  'packet-recalled',
  'recall-step',
])
export type RequestEventKind = z.infer<typeof RequestEventKind>

/** One thing that happened; `other`: the other request of a split or merge; `by`: the name of who entered it. */
export const RequestEvent = z.strictObject({
  id: z.int().positive(),
  kind: RequestEventKind,
  on: LocalDate,
  words: z.string(),
  other: RequestId.nullable(),
  at: Instant,
  by: z.string().nullable(),
})
export type RequestEvent = z.infer<typeof RequestEvent>

/** A message as a clerk enters it; `party`: who wrote or spoke, or to whom it went. */
export const MessageDraft = z.strictObject({
  direction: z.enum(['in', 'out']),
  channel: z.enum(['portal', 'email', 'letter', 'telephone', 'counter']),
  about: z.enum(['general', 'clarification', 'assistance']),
  on: LocalDate,
  time: z.iso.time({ precision: -1 }).nullable(),
  party: z.string().trim().max(300),
  text: z.string().trim().min(1).max(20_000),
})
export type MessageDraft = z.infer<typeof MessageDraft>

/** A message in the log; the files that came or went with it are attached to its number. */
export const RequestMessage = MessageDraft.extend({
  id: z.int().positive(),
  enteredAt: Instant,
  enteredBy: z.string().nullable(),
})
export type RequestMessage = z.infer<typeof RequestMessage>

/** `found`: records came and are not sent yet; `none`: nothing was found; the last three answer a part. */
export const PartState = z.enum(['open', 'asked', 'found', 'none', 'withheld', 'sent'])
export type PartState = z.infer<typeof PartState>

/** A part of a request, such as what another system holds, as a clerk enters it. */
export const PartDraft = z.strictObject({
  title: z.string().trim().min(1).max(300),
  system: z.string().trim().max(200),
  holder: z.string().trim().max(200),
  state: PartState,
  answer: z.string().trim().max(4000),
})
export type PartDraft = z.infer<typeof PartDraft>

/** A part in the file of its request, numbered from 1. */
export const RequestPart = PartDraft.extend({
  number: z.int().positive(),
  changedAt: Instant,
  /** How many files of the other system were taken in for it. */
  files: z.int().nonnegative(),
})

/** The account under which files of other systems are taken in. */
export const OTHER_SYSTEMS = { platform: 'files', handle: 'other-systems' } as const
export type RequestPart = z.infer<typeof RequestPart>

/** Whether a part needs no more work. */
export function isAnswered({ state }: Pick<RequestPart, 'state'>): boolean {
  return state === 'none' || state === 'withheld' || state === 'sent'
}
