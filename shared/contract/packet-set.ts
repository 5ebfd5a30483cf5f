// Operations on packets after they are sealed: what the portal and paper want, checks and publication, recall, the custodian's certificate.
import { z } from 'zod'
import { GrantId, PersonId, ProductionId, RequestId } from '../domain/id.ts'
import { CheckName, PacketCheck, Posting, Recall, RecallStepKind } from '../domain/review/packet-set.ts'
import { Instant, LocalDate } from '../domain/time.ts'
import { command, job, query } from './define.ts'

const Words = z.string().trim().min(1).max(2000)
const Time = z.iso.time({ precision: -1 })
const errors = ['REQUEST_UNKNOWN', 'REQUEST_REFUSED'] as const
const writing = [
  ...errors,
  'GRANT_UNKNOWN',
  'FILE_UNREADABLE',
  'RECORD_UNREVIEWED',
  'VAULT_DAMAGED',
  'DISK_FULL',
] as const

export const packetSet = query('packet.set', {
  summary:
    'What became of a packet: its page numbers, where it is published, what is demanded, whether it was recalled.',
  input: z.strictObject({ production: ProductionId }),
  output: z.strictObject({
    request: RequestId,
    firstPage: z.string(),
    /** Null where it was built before pages were counted. */
    lastPage: z.string().nullable(),
    postings: z.array(Posting),
    recall: Recall.nullable(),
  }),
  errors: ['REQUEST_UNKNOWN'],
})

export const packetChecks = query('packet.checks', {
  summary:
    'What a person must look at: of the next packet, before its PDFs may claim PDF/UA; of a sealed one, before it is published.',
  input: z.strictObject({ request: RequestId, production: ProductionId.nullable() }),
  output: z.array(PacketCheck),
  errors: ['REQUEST_UNKNOWN', 'REQUEST_REFUSED', 'RECORD_UNREVIEWED', 'VAULT_DAMAGED'],
})

export const packetCheck = command('packet.check', {
  summary: 'Answers a question about a packet; a later decision on a record makes answers about the next packet void.',
  input: z.strictObject({
    request: RequestId,
    production: ProductionId.nullable(),
    name: CheckName,
    yes: z.boolean(),
    words: z.string().trim().max(2000).default(''),
  }),
  output: z.strictObject({}),
  errors: [...errors, 'ACTOR_REQUIRED'],
})

export const packetPublish = command('packet.publish', {
  summary: 'Enters that a packet was published. Refused while a question is open, and where it was recalled.',
  input: z.strictObject({ production: ProductionId, place: z.string().trim().min(1).max(500), on: LocalDate }),
  output: z.strictObject({ posting: z.int().positive() }),
  errors: [...errors],
})

export const packetTakeDown = command('packet.take-down', {
  summary: 'Enters that a published copy was taken down.',
  input: z.strictObject({ posting: z.int().positive(), on: LocalDate }),
  output: z.strictObject({}),
  errors: [...errors],
})

export const packetDemand = command('packet.demand', {
  summary:
    'Enters a written demand to remove something from a published copy: 48 hours run from its receipt (Gov. Code 7928.215).',
  input: z.strictObject({
    posting: z.int().positive(),
    on: LocalDate,
    time: Time,
    party: z.string().trim().min(1).max(300),
    what: Words,
  }),
  output: z.strictObject({ demand: z.int().positive(), dueAt: Instant }),
  errors: [...errors],
})

export const packetDemandMet = command('packet.demand-met', {
  summary: 'Enters when what was demanded was gone, and what was done.',
  input: z.strictObject({ demand: z.int().positive(), on: LocalDate, time: Time, words: Words }),
  output: z.strictObject({}),
  errors: [...errors],
})

export const packetRecall = command('packet.recall', {
  summary: 'Takes a packet back that was handed out: it is marked, and no set is made of it any more.',
  input: z.strictObject({ production: ProductionId, reason: Words }),
  output: z.strictObject({ postings: z.int().nonnegative() }),
  errors: [...errors, 'ACTOR_REQUIRED'],
})

export const packetRecallStep = command('packet.recall-step', {
  summary: 'Enters what happened in a recall: the requester was told, gave it back, destroyed it, or keeps it.',
  input: z.strictObject({ production: ProductionId, kind: RecallStepKind, on: LocalDate, words: Words }),
  output: z.strictObject({}),
  errors: [...errors],
})

/** Smaller files hold not even the fonts of a page. */
export const LEAST_LIMIT = 2_000_000

const Part = z.strictObject({
  name: z.string(),
  size: z.int().nonnegative(),
  firstPage: z.string().nullable(),
  lastPage: z.string().nullable(),
  /** Whether it is larger than asked: what is in it cannot be taken apart further. */
  over: z.boolean(),
})
export type PortalPart = z.infer<typeof Part>

export const packetPortal = job('packet.portal', {
  summary:
    'Writes the PDFs of a packet for a portal, each under a size limit, in one ZIP to unpack; for the requester with the letter as plain text.',
  input: z.strictObject({
    production: ProductionId,
    limit: z.int().min(LEAST_LIMIT),
    /** For everybody to read: without the letter, and only once the questions before publication are answered. */
    published: z.boolean(),
    to: GrantId,
  }),
  output: z.strictObject({ parts: z.array(Part) }),
  errors: writing,
})

export const packetPaper = job('packet.paper', {
  summary: 'Writes a packet as one PDF in the order of printing: cover sheets, letter, records, withholding log.',
  input: z.strictObject({ production: ProductionId, to: GrantId }),
  output: z.strictObject({ pages: z.int().positive() }),
  errors: writing,
})

export const CertificateForm = z.enum(['1530', '902-13', '902-14'])
export type CertificateForm = z.infer<typeof CertificateForm>

export const packetCertificate = job('packet.certificate', {
  summary:
    'Writes the custodian’s declaration for a packet, on request: facts are filled in, what only a person can know is left to be ticked.',
  input: z.strictObject({
    production: ProductionId,
    /** Who has legal custody of the records, and will sign. */
    declarant: PersonId,
    forms: z.array(CertificateForm).min(1),
    to: GrantId,
  }),
  output: z.strictObject({ pages: z.int().positive(), confirmed: z.boolean() }),
  errors: [...writing, 'PERSON_UNKNOWN'],
})
