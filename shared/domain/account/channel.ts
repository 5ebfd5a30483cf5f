// The life of an account as AI 599, III has it: asked for in writing, approved in writing, used, given up.
import { z } from 'zod'
import { PersonId } from '../id.ts'
import { Instant, LocalDate } from '../time.ts'

/** Where an account stands. */
export const ChannelState = z.enum(['draft', 'requested', 'approved', 'refused', 'active', 'dormant', 'dissolved'])
export type ChannelState = z.infer<typeof ChannelState>

const Item = z.string().trim().max(10_000)

/** What a request for approval says: AI 599, III, “Platforms”, a, i to vi. Item vi's credentials are kept elsewhere, never here. */
export const ChannelRequest = z.strictObject({
  /** i. The tool, and its business objectives and goals. */
  purpose: Item,
  /** ii. Departmental operational and use guidelines. */
  guidelines: Item,
  /** iii. Standards and processes for managing accounts. */
  management: Item,
  /** iv. Opportunities for use by other City departments or programs. */
  opportunities: Item,
  /** v. How enterprise-wide design standards will be used. */
  design: Item,
  /** vi. The proposed username, and who keeps the credentials. */
  username: Item,
})
export type ChannelRequest = z.infer<typeof ChannelRequest>

export const channelItems = ChannelRequest.keyof().options

export const ChannelStep = z.strictObject({
  id: z.int().positive(),
  state: ChannelState,
  /** When it was decided or happened, a day of the City. */
  on: LocalDate,
  /** Who decided or did it, by name and title. */
  by: z.string(),
  /** Where the document lies, in words; empty where a file is attached or none is needed. */
  document: z.string(),
  /** The file on the account that is the document. */
  attachment: z.int().positive().nullable(),
  /** The name of that file. */
  file: z.string().nullable(),
  note: z.string(),
  recordedAt: Instant,
  recordedBy: PersonId.nullable(),
  /** Who else stands behind it, where it may let records go sooner. */
  second: z.string().nullable(),
  /** Why it was taken back, where it was. */
  takenBack: z.strictObject({ at: Instant, by: PersonId.nullable(), reason: z.string() }).nullable(),
})
export type ChannelStep = z.infer<typeof ChannelStep>

const ONWARD: Readonly<Record<ChannelState, readonly ChannelState[]>> = {
  draft: ['requested'],
  requested: ['approved', 'refused'],
  refused: ['requested'],
  approved: ['active'],
  active: ['dormant', 'dissolved'],
  dormant: ['active', 'dissolved'],
  dissolved: [],
}

/** Where an account can go from where it stands. One without any step was in use before the register: it begins anywhere but at a refusal. */
export function nextStates(now: ChannelState | null): readonly ChannelState[] {
  return now === null ? ['draft', 'requested', 'approved', 'active', 'dormant', 'dissolved'] : ONWARD[now]
}

/** The items that a request leaves empty, in the policy's order. */
export function missingItems(request: ChannelRequest | null): readonly (keyof ChannelRequest)[] {
  return channelItems.filter((item) => (request?.[item] ?? '').trim() === '')
}

/** Whether a step needs the paper that it rests on: approval is in writing, and so is what refuses or ends an account. */
export function needsDocument(state: ChannelState): boolean {
  return state === 'approved' || state === 'refused' || state === 'dissolved'
}
