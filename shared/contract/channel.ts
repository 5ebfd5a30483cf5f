// Operations on the approval and the life of accounts.
import { z } from 'zod'
import { NameConcern } from '../domain/account/account-name.ts'
import { ChannelRequest, ChannelState, ChannelStep } from '../domain/account/channel.ts'
import { AccountId, PersonId } from '../domain/id.ts'
import { Instant, LocalDate } from '../domain/time.ts'
import { command, query } from './define.ts'

const Reason = z.string().trim().min(1).max(2000)
const Words = z.string().trim().max(2000)

/** Somebody looked at what a name implies and let it stand; it counts for this very name. */
export const NameApproval = z.strictObject({
  by: z.string(),
  reason: z.string(),
  at: Instant,
  recordedBy: PersonId.nullable(),
})
export type NameApproval = z.infer<typeof NameApproval>

export const Channel = z.strictObject({
  account: AccountId,
  /** Null where nobody has said yet. */
  state: ChannelState.nullable(),
  /** Newest first, those that were taken back among them. */
  steps: z.array(ChannelStep),
  request: ChannelRequest.nullable(),
  concerns: z.array(NameConcern),
  nameApproval: NameApproval.nullable(),
})
export type Channel = z.infer<typeof Channel>

export const channelList = query('channel.list', {
  summary:
    'Where each account stands: how it was asked for and approved, what became of it, and what in its name needs a look.',
  input: z.strictObject({}),
  output: z.array(Channel),
})

export const channelRequest = command('channel.request', {
  summary: 'Writes down what a request for an account says; what it said before is kept.',
  input: z.strictObject({ account: AccountId, request: ChannelRequest }),
  output: z.strictObject({}),
  errors: ['ACCOUNT_UNKNOWN'],
})

export const channelStep = command('channel.step', {
  summary: 'Says that an account was asked for, approved, refused, put to use, left or given up.',
  input: z.strictObject({
    account: AccountId,
    state: ChannelState,
    on: LocalDate,
    by: z.string().trim().min(1).max(200),
    document: Words.default(''),
    attachment: z.int().positive().nullable().default(null),
    note: Words.default(''),
    /** For giving up: the last day on which the account was used. */
    lastUsed: LocalDate.nullable().default(null),
    /** For giving up where no export or capture can be had any more: why. */
    withoutExport: Words.default(''),
    /** For giving up where a standing rule takes the day of an event from it: who else stands behind it, once a request, a hold or a plan has touched anything. */
    second: PersonId.nullable().default(null),
  }),
  output: z.strictObject({ step: z.int().positive() }),
  errors: ['ACCOUNT_UNKNOWN', 'CHANNEL_REFUSED', 'PERSON_UNKNOWN', 'SECOND_PERSON_REQUIRED'],
})

export const channelTakeBack = command('channel.take-back', {
  summary: 'Takes the newest step of an account back, with a reason; it stays listed so.',
  input: z.strictObject({ account: AccountId, reason: Reason }),
  output: z.strictObject({ state: ChannelState.nullable() }),
  errors: ['ACCOUNT_UNKNOWN', 'CHANNEL_REFUSED'],
})

export const channelApproveName = command('channel.approve-name', {
  summary: 'Says who let the name of an account stand, and why.',
  input: z.strictObject({ account: AccountId, by: z.string().trim().min(1).max(200), reason: Reason }),
  output: z.strictObject({}),
  errors: ['ACCOUNT_UNKNOWN', 'CHANNEL_REFUSED'],
})
