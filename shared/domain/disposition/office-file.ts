// The office's own files: what the work with records leaves besides the records, each with a series of its own (issue: retention).
import { z } from 'zod'
import { Digest } from '../id.ts'
import { ineligibleReasons } from '../retention/subject.ts'
import { LocalDate } from '../time.ts'

/** Kinds of the office's own files. Ledger and certificates are none of them: they are permanent. */
export const OfficeFileKind = z.enum([
  'packet',
  'request-file',
  'purge-plan',
  'hold-file',
  'removal-entry',
  'remainder',
])
export type OfficeFileKind = z.infer<typeof OfficeFileKind>

/** A file of the office: a request by the City's number for it, anything else by the number that the vault gave it. */
export const OfficeFileRef = z.strictObject({ kind: OfficeFileKind, id: z.string().min(1).max(64) })
export type OfficeFileRef = z.infer<typeof OfficeFileRef>

/** The day that is a file's event, where its series waits for one. */
export const StartsOn = z.enum(['closed', 'superseded'])
export type StartsOn = z.infer<typeof StartsOn>

/** What a kind is called, what is in it, and which days of it can be the event of a series. */
interface KindWords {
  readonly one: string
  readonly many: string
  readonly about: string
  readonly days: Readonly<Partial<Record<StartsOn, string>>>
}

/** By kind. */
export const officeFileWords: Readonly<Record<OfficeFileKind, KindWords>> = {
  'request-file': {
    one: 'request file',
    many: 'Request files',
    about: 'A request with its letters, messages, decisions, fees, notes and papers, and the hold that it is.',
    days: { closed: 'the request was closed' },
  },
  packet: {
    one: 'packet',
    many: 'Packets',
    about: 'What was handed out: a copy of the records in it, with what was frozen to build it again.',
    days: { closed: 'its request was closed' },
  },
  'purge-plan': {
    one: 'purge plan',
    many: 'Purge plans',
    about: 'A plan with its lists, approvals and signed pages. The certificate is kept for ever.',
    days: { closed: 'it was certified', superseded: 'a later plan was drawn up' },
  },
  'hold-file': {
    one: 'hold file',
    many: 'Hold files',
    about: 'A hold that was released, with its order, its matter and its release.',
    days: { closed: 'the hold was released' },
  },
  'removal-entry': {
    one: 'entry of the removal log',
    many: 'Removal log',
    about: 'What was written down of a removed post, with what became of it.',
    days: { closed: 'the entry was closed' },
  },
  remainder: {
    one: 'remainder of an import',
    many: 'Remainders of imports',
    about: 'Files of a package that were kept unread. They stay as long as any record of their import.',
    days: {},
  },
}

/** Why a file stays: as a record does, or because what must go before it is still there. */
export const OfficeFileReason = z.enum([...ineligibleReasons, 'waits'])
export type OfficeFileReason = z.infer<typeof OfficeFileReason>

/**
 * A file that may be destroyed, as a line of a plan. `cutoff`: the day from which its period ran. `commitment` binds what the plan saw in it, by a
 * salt that is destroyed with it.
 */
export const PlanFileRow = OfficeFileRef.extend({
  series: z.string().min(1),
  cutoff: LocalDate.nullable(),
  eligibleOn: LocalDate,
  authority: z.string(),
  commitment: Digest,
})
export type PlanFileRow = z.infer<typeof PlanFileRow>

/** A file that stays, and why; `on`: the first day on which it may go, where one can be told. */
export const KeptFileRow = OfficeFileRef.extend({
  reason: OfficeFileReason,
  on: LocalDate.nullable(),
  detail: z.string(),
})
export type KeptFileRow = z.infer<typeof KeptFileRow>

/** In the order in which plans list them and destructions carry them out: a packet goes before the file of its request. */
export function compareFiles(one: OfficeFileRef, other: OfficeFileRef): number {
  const order = OfficeFileKind.options
  return order.indexOf(one.kind) - order.indexOf(other.kind) || one.id.localeCompare(other.id, 'en', { numeric: true })
}

/** `request file 26-1`, `packet 3`. */
export function officeFileName({ kind, id }: OfficeFileRef): string {
  return `${officeFileWords[kind].one} ${id}`
}
