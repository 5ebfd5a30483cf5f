// A public records request and what answers it.
import { z } from 'zod'
import { AccountId, Digest, PersonId, ProductionId, RequestId } from '../id.ts'
import { Instant, LocalDate } from '../time.ts'
import { Sending } from './letter.ts'

const Received = z.strictObject({
  id: RequestId,
  receivedOn: LocalDate,
  /** The time of day in the City's zone, `HH:MM`, where it is known. */
  receivedAt: z.iso.time({ precision: -1 }).nullable().default(null),
  channel: z.enum(['portal', 'email', 'letter', 'oral', 'counter']),
  /** Empty where somebody asks without a name. */
  requester: z.string().max(500),
  /** How the requester can be reached: email, telephone or fax. */
  contact: z.string().max(500).default(''),
  text: z.string().min(1).max(20_000),
  immediateDisclosure: z.boolean(),
  accounts: z.array(AccountId),
  from: LocalDate.nullable(),
  to: LocalDate.nullable(),
  search: z.string().max(4000),
  /** The form in which the records are wanted, in the requester's words (Gov. Code 7922.570). */
  format: z.string().max(500).default(''),
  department: z.string().trim().max(200).default(''),
  assignees: z.array(PersonId).max(20).default([]),
  /** The number that the portal gave it. */
  portal: z.string().trim().min(1).max(60).nullable().default(null),
})

/**
 * A request as received. The purpose is never asked (Gov. Code 7921.300). `search` is what the City looks for in the accounts
 * (none listed: all) and the period (City days, both included); from its receipt the request holds both, whatever the words.
 */
export const RequestDraft = Received.refine(({ from, to }) => from === null || to === null || from <= to, {
  error: 'ends before it begins',
  path: ['to'],
})
export type RequestDraft = z.infer<typeof RequestDraft>

const RequestState = z.enum(['open', 'produced', 'closed'])

/**
 * The frozen decisions, numbers and dates from which a packet is built. It is sealed once its packet is finished and kept in the
 * vault; without a digest it is not. `sent`: each time the packet went out, in the order in which it was entered.
 */
export const Production = z.strictObject({
  id: ProductionId,
  request: RequestId,
  frozenAt: Instant,
  preparedBy: PersonId.nullable(),
  searched: z.string(),
  items: z.int().nonnegative(),
  firstNumber: z.string().nullable(),
  lastNumber: z.string().nullable(),
  packetDigest: Digest.nullable(),
  packetName: z.string().nullable(),
  packetSize: z.int().nonnegative().nullable(),
  sealedAt: Instant.nullable(),
  sealedBy: PersonId.nullable(),
  sent: z.array(Sending),
  /** How many records that answer were not decided when it was frozen: it is an instalment, and they follow. */
  pending: z.int().nonnegative(),
})
export type Production = z.infer<typeof Production>

/** A request in the list; `held` is how many records its hold froze when it was opened. */
export const PublicRequest = Received.extend({
  openedAt: Instant,
  openedBy: PersonId.nullable(),
  state: RequestState,
  held: z.int().nonnegative(),
  productions: z.array(Production),
})
export type PublicRequest = z.infer<typeof PublicRequest>

/** A request with what its search finds now, and that search in words. */
export const RequestDetail = PublicRequest.extend({ responsive: z.int().nonnegative(), searched: z.string() })
export type RequestDetail = z.infer<typeof RequestDetail>
