// Operations on the life of a request: who works on it, what was said, its parts, and how it is split, merged, closed and reopened.
import { z } from 'zod'
import { AccessionId, PersonId, RequestId } from '../domain/id.ts'
import { PortalRow } from '../domain/request/portal.ts'
import { MessageDraft, PartDraft, RequestEvent, RequestMessage, RequestPart } from '../domain/request/request-life.ts'
import { Instant, LocalDate } from '../domain/time.ts'
import { command, query } from './define.ts'
import { Paper } from './hold.ts'

const Words = z.string().trim().min(1).max(2000)
const errors = ['REQUEST_UNKNOWN', 'REQUEST_REFUSED'] as const

/** What the portal says of a request, and how its due date stands to ours. */
const PortalSaid = z.strictObject({
  row: PortalRow,
  fileName: z.string(),
  importedAt: Instant,
  difference: z.string().nullable(),
})

export const requestFile = query('request.file', {
  summary: 'The file of a request: its trail, its messages, its parts, what was merged into it, what the portal says.',
  input: z.strictObject({ id: RequestId }),
  output: z.strictObject({
    events: z.array(RequestEvent),
    messages: z.array(RequestMessage),
    parts: z.array(RequestPart),
    mergedInto: RequestId.nullable(),
    mergedIn: z.array(RequestId),
    portal: PortalSaid.nullable(),
  }),
  errors: ['REQUEST_UNKNOWN'],
})

export const requestAssign = command('request.assign', {
  summary: 'Says which department and which people work on a request.',
  input: z.strictObject({
    id: RequestId,
    department: z.string().trim().max(200),
    assignees: z.array(PersonId).max(20),
  }),
  output: z.strictObject({}),
  errors: [...errors, 'PERSON_UNKNOWN'],
})

export const requestImmediate = command('request.immediate', {
  summary: 'Decides whether a request is one for immediate disclosure; its dates are reckoned anew.',
  input: z.strictObject({ id: RequestId, immediate: z.boolean(), reason: Words }),
  output: z.strictObject({}),
  errors,
})

export const requestMessage = command('request.message', {
  summary: 'Enters a message of the correspondence on a request; one that asks for clarification stops no clock.',
  input: z.strictObject({ id: RequestId, message: MessageDraft }),
  output: z.strictObject({ number: z.int().positive() }),
  errors,
})

export const requestPart = command('request.part', {
  summary: 'Enters a part of a request, or how it stands; `number` null for a new one.',
  input: z.strictObject({ id: RequestId, number: z.int().positive().nullable(), part: PartDraft }),
  output: z.strictObject({ number: z.int().positive() }),
  errors,
})

export const requestPartFiles = command('request.part-files', {
  summary:
    'Takes the files of an import into a part of a request: they are reviewed, redacted and numbered with the rest.',
  input: z.strictObject({ id: RequestId, number: z.int().positive(), accession: AccessionId }),
  output: z.strictObject({ records: z.int().nonnegative() }),
  errors: ['REQUEST_UNKNOWN', 'REQUEST_REFUSED'],
})

export const requestSplit = command('request.split', {
  summary: 'Makes a part of a request a request of its own: received when the first was, with a hold of its own.',
  input: z.strictObject({ id: RequestId, into: RequestId, text: z.string().trim().min(1).max(20_000), reason: Words }),
  output: z.strictObject({ id: RequestId, held: z.int().nonnegative() }),
  errors: [...errors, 'REQUEST_EXISTS'],
})

export const requestMerge = command('request.merge', {
  summary: 'Answers a request together with another; its hold stays and its dates go on in the other.',
  input: z.strictObject({ id: RequestId, into: RequestId, reason: Words }),
  output: z.strictObject({}),
  errors,
})

export const requestClose = command('request.close', {
  summary: 'Closes a request: answered, answered outside Muniment, or withdrawn by the requester. Its hold stays.',
  input: z.strictObject({
    id: RequestId,
    how: z.enum(['answered', 'elsewhere', 'withdrawn']),
    on: LocalDate,
    reason: Words,
  }),
  output: z.strictObject({}),
  errors,
})

export const requestReopen = command('request.reopen', {
  summary: 'Opens a request again; its dates run from its receipt as before.',
  input: z.strictObject({ id: RequestId, reason: Words }),
  output: z.strictObject({}),
  errors,
})

export const requestMediation = command('request.mediation', {
  summary: 'Enters that the requester demanded mediation.',
  input: z.strictObject({ id: RequestId, on: LocalDate, words: Words }),
  output: z.strictObject({}),
  errors,
})

/** A row of the portal's export, and what taking it in would do. */
export const PlannedRow = z.strictObject({
  row: PortalRow,
  outcome: z.enum(['new', 'changed', 'same', 'refused']),
  request: RequestId.nullable(),
  sentence: z.string(),
})
export type PlannedRow = z.infer<typeof PlannedRow>

export const requestPortalPlan = query('request.portal-plan', {
  summary: 'Reads the portal’s export and says what each of its rows would do; nothing is changed.',
  input: z.strictObject({ file: Paper }),
  output: z.strictObject({ rows: z.array(PlannedRow), unknown: z.array(z.string()), problems: z.array(z.string()) }),
  errors: ['INPUT_INVALID'],
})

export const requestPortal = command('request.portal', {
  summary: 'Takes requests in from the portal’s export; one that is known is brought up to date, never doubled.',
  input: z.strictObject({ file: Paper, numbers: z.array(z.string()).min(1).max(5000) }),
  output: z.strictObject({ opened: z.array(RequestId), changed: z.array(RequestId), held: z.int().nonnegative() }),
  errors: ['INPUT_INVALID'],
})
