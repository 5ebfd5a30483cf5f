// The registers of an office that runs accounts (AI 599, III): liaisons, changes, departures, papers, flags, custody, elections.
import { z } from 'zod'
import { LocalDate } from '../time.ts'

const Name = z.string().trim().min(1).max(200)
const Maybe = z.string().trim().max(200).default('')
const Words = z.string().trim().max(4000).default('')

/** Who looks after the accounts of a department or unit, and who stands in. */
const Liaison = z.strictObject({
  kind: z.literal('liaison'),
  department: Name,
  unit: Maybe,
  liaison: Maybe,
  deputy: Maybe,
  contact: Maybe,
  words: Words,
})

/** A change that the Communications Team is to be told of at once. Never the new password itself. */
const Change = z.strictObject({
  kind: z.literal('change'),
  what: z.enum(['password', 'login', 'tool', 'personnel', 'other']),
  happenedOn: LocalDate,
  words: z.string().trim().min(1).max(4000),
})

/** What a person who leaves hands over. */
export const HandedOver = z.strictObject({
  what: z.enum(['account', 'credential', 'role', 'liaison', 'other']),
  label: Name,
  to: Maybe,
  doneOn: LocalDate.nullable().default(null),
})
export type HandedOver = z.infer<typeof HandedOver>

const Departure = z.strictObject({
  kind: z.literal('departure'),
  person: Name,
  lastDay: LocalDate,
  items: z.array(HandedOver).max(500),
})

/** A document that the office works by; each wording is a version of it. */
export const Paper = z.strictObject({
  kind: z.literal('paper'),
  what: z.enum(['agreement', 'standard-practice', 'guide', 'policy', 'council', 'other']),
  title: Name,
  adoptedOn: LocalDate,
  source: Words,
  /** The text, or that of the parts that matter. */
  text: z.string().trim().max(100_000).default(''),
})
export type Paper = z.infer<typeof Paper>

/** A post that may be a restricted activity: shown to a person, never judged by itself. */
const Flag = z.strictObject({
  kind: z.literal('flag'),
  rule: z.enum(['advocacy', 'campaigning', 'products']),
  words: Words,
})

/** Who held an account, from when to when: the City keeps it when its administrator or namesake goes. */
const Custody = z.strictObject({
  kind: z.literal('custody'),
  role: z.enum(['owner', 'administrator', 'namesake', 'agency']),
  holder: Name,
  from: LocalDate,
  until: LocalDate.nullable().default(null),
  words: Words,
})

/** An election that the calendar of the state's elections lacks: local, special, recall. */
const LocalElection = z.strictObject({
  kind: z.literal('election'),
  name: Name,
  on: LocalDate,
  /** Who says so: the resolution that calls it, the county's calendar. */
  source: Maybe,
})

/** What an entry of one of the registers says. */
export const OfficeSaid = z.discriminatedUnion('kind', [
  Liaison,
  Change,
  Departure,
  Paper,
  Flag,
  Custody,
  LocalElection,
])
export type OfficeSaid = z.infer<typeof OfficeSaid>
export type Said<Kind extends OfficeSaid['kind']> = Extract<OfficeSaid, { readonly kind: Kind }>

export const OfficeKind = z.enum(['liaison', 'change', 'departure', 'paper', 'flag', 'custody', 'election'])
export type OfficeKind = z.infer<typeof OfficeKind>

/** What people do with entries; `rotated` was said of credentials, whose register is the list of log-ins now. */
export const OfficeAct = z.enum([
  'told',
  'closed',
  'retired',
  'permissible',
  'not-permissible',
  'referred',
  'rotated',
  'reopened',
])
export type OfficeAct = z.infer<typeof OfficeAct>

const ACTS: Readonly<Record<OfficeKind, readonly OfficeAct[]>> = {
  liaison: ['retired'],
  change: ['told', 'retired'],
  departure: ['closed'],
  paper: ['retired'],
  flag: ['permissible', 'not-permissible', 'referred'],
  custody: ['retired'],
  election: ['retired'],
}

/** Whether somebody still has to do something with an entry, or works by it. */
export function stands(acts: readonly { readonly act: string }[]): boolean {
  const last = acts.filter(({ act }) => act !== 'rotated').at(-1)?.act
  return last === undefined || last === 'reopened'
}

/** The acts that can follow. */
export function nextOfficeActs(kind: OfficeKind, acts: readonly { readonly act: string }[]): readonly OfficeAct[] {
  return stands(acts) ? ACTS[kind] : ['reopened']
}
