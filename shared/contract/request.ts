// Operations on public records requests and the packets that answer them.
import { z } from 'zod'
import { Duty } from '../domain/calendar/clock.ts'
import { Digest, GrantId, ProductionId, RequestId } from '../domain/id.ts'
import { PublicRequest, RequestDetail, RequestDraft } from '../domain/request/request.ts'
import { Recall } from '../domain/review/packet-set.ts'
import { LocalDate } from '../domain/time.ts'
import { command, job, query } from './define.ts'

export const requestOpen = command('request.open', {
  summary: 'Enters a request; from its receipt it holds its accounts and period.',
  input: RequestDraft,
  output: z.strictObject({ id: RequestId, held: z.int().nonnegative() }),
  errors: ['REQUEST_EXISTS', 'ACCOUNT_UNKNOWN', 'PERSON_UNKNOWN', 'INPUT_INVALID'],
})

export const requestList = query('request.list', {
  summary: 'Every request, newest first.',
  input: z.strictObject({}),
  output: z.array(PublicRequest),
})

export const requestShow = query('request.show', {
  summary: 'One request with its responsive set counted and its productions.',
  input: z.strictObject({ id: RequestId }),
  output: RequestDetail,
  errors: ['REQUEST_UNKNOWN', 'INPUT_INVALID'],
})

/**
 * One date of a clock: what is due, by which rule, and each day that was skipped on the way. `due` is the earliest defensible
 * date, the one to work to; `statutory` the last day by statute, to which `skipped` belongs. Both are null where a year's
 * holidays are not loaded; `sentence` then says so.
 */
export const ClockDate = z.strictObject({
  duty: Duty,
  /** How it stands by what was sent (`clockState`), and the day of the letter that met it. */
  state: z.enum(['running', 'met', 'late', 'possible', 'used', 'extended', 'unneeded']),
  metOn: LocalDate.nullable(),
  rule: z.string(),
  citation: z.string(),
  due: LocalDate.nullable(),
  statutory: LocalDate.nullable(),
  sentence: z.string(),
  confirmed: z.boolean(),
  skipped: z.array(z.strictObject({ day: LocalDate, why: z.string(), citation: z.string() })),
  steps: z.array(z.strictObject({ day: LocalDate, citation: z.string(), sentence: z.string() })),
  /** The last day by statute where the request counts, by City practice, as received on a later day; null where it does not. */
  practice: z.strictObject({ receivedOn: LocalDate, date: LocalDate }).nullable(),
})
export type ClockDate = z.infer<typeof ClockDate>

export const requestClock = query('request.clock', {
  summary: 'The dates that the CPRA and the Sunshine Ordinance set for a request, side by side, each explained.',
  input: z.strictObject({ id: RequestId }),
  output: z.strictObject({
    dates: z.array(ClockDate),
    /** Dates of requests that this one answers: they go on beside its own. */
    merged: z.array(z.strictObject({ request: RequestId, dates: z.array(ClockDate) })),
    remarks: z.array(z.string()),
  }),
  errors: ['REQUEST_UNKNOWN'],
})

export const requestCalendar = job('request.calendar', {
  summary: 'Writes the dates of a request, or of every open one, as a calendar file (.ics) for other programs.',
  input: z.strictObject({ id: RequestId.nullable(), to: GrantId }),
  output: z.strictObject({ events: z.int().nonnegative() }),
  errors: ['REQUEST_UNKNOWN', 'GRANT_UNKNOWN', 'FILE_UNREADABLE', 'DISK_FULL'],
})

export const packetBuild = job('packet.build', {
  summary: 'Freezes the responsive set as a production and builds the disclosure packet from it.',
  input: z.strictObject({
    request: RequestId,
    to: GrantId.nullable(),
    /** Whether it holds commitments.json; only the attorney may leave it out. */
    commitments: z.boolean().default(true),
    /** Whether a load file for programs of lawyers comes with it; each record then has pages of its own. */
    concordance: z.boolean().default(false),
    /** Whether everything that answers is in it, also what an earlier packet of the request tells in the same way. */
    whole: z.boolean().default(false),
    /** Whether only what is decided so far is in it: the rest follows in later packets. */
    instalment: z.boolean().default(false),
  }),
  output: z.strictObject({
    production: ProductionId,
    items: z.int().nonnegative(),
    name: z.string(),
    size: z.int().nonnegative(),
    digest: Digest,
    /** Characters that no font could draw in the PDF; each stands there as a box with its code point. */
    undrawable: z.int().nonnegative(),
  }),
  errors: [
    'REQUEST_UNKNOWN',
    'REVIEW_INCOMPLETE',
    'ATTORNEY_REQUIRED',
    'INPUT_INVALID',
    'RECORD_UNREVIEWED',
    'GRANT_UNKNOWN',
    'FILE_UNREADABLE',
    'VAULT_DAMAGED',
    'DISK_FULL',
  ],
})

/** Something wrong with a packet; the codes are listed in docs/packet.md. */
export const PacketFinding = z.strictObject({
  code: z.string().regex(/^P\d{3}$/),
  file: z.string().nullable(),
  sentence: z.string(),
})
export type PacketFinding = z.infer<typeof PacketFinding>

/** `repacked`: its files are as they were made, but somebody packed them again. `practice`, `draft`: every byte is as it was made, but in a practice vault, or as a draft, so that it answers no request. */
export const PacketStatus = z.enum(['whole', 'repacked', 'practice', 'draft', 'changed'])
export type PacketStatus = z.infer<typeof PacketStatus>

export const packetVerify = query('packet.verify', {
  summary:
    'Checks a packet file: every byte, its manifest, counts and commitments, and the digest of the City’s letter where it is given.',
  input: z.strictObject({
    packet: GrantId,
    letter: Digest.nullable().default(null),
    /** An opening to hold against the packet. */
    opening: GrantId.nullable().default(null),
  }),
  output: z.strictObject({
    digest: Digest,
    files: z.int().nonnegative(),
    status: PacketStatus,
    /** Whether it says that it is for practice, whole or changed. */
    practice: z.boolean(),
    /** Whether it says that it is a draft, whole or changed. */
    draft: z.boolean(),
    /** Whether somebody packed it again: then its files are judged, and not the archive around them. */
    repacked: z.boolean(),
    /** Whether a packet with exactly these bytes was issued from this vault. */
    issuedHere: z.boolean(),
    /** Where it was issued here and recalled since: when, and what replaced it. */
    recalled: Recall.pick({ at: true, replacedBy: true }).nullable(),
    /** Whether the digest of the letter is that of the file; `none`: it was not given. */
    letter: z.enum(['same', 'other', 'none']),
    /** Whose confirmed key of this vault signed the opening, by name; null: nobody's, or there is none. */
    openingKey: z.string().nullable(),
    /** What is proved and what is not, in sentences. */
    said: z.strictObject({ verdict: z.string(), proved: z.array(z.string()), not: z.array(z.string()) }),
    findings: z.array(PacketFinding),
  }),
  errors: ['GRANT_UNKNOWN', 'FILE_UNREADABLE'],
})
