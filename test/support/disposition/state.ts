// What the model of disposition knows: plain data, so that it can be copied as a backup is.

import type { SeriesName } from './series.ts'

/** Kinds of the office's own files that are played. */
export type FileKind = 'packet' | 'request-file' | 'purge-plan' | 'hold-file' | 'removal-entry'

/** A record. */
export interface Known {
  readonly native: string
  readonly kind: 'post' | 'reply'
  /** Its account: the first or the second. */
  readonly account: 0 | 1
  readonly at: string
  readonly day: string
  /** Native id of what it answers. */
  readonly answers: string | null
  /** A word of its text that holds search for. */
  readonly topic: string
  /** Its id in the vault. */
  id: number
  series: SeriesName | null
  /** The day on which what it is about was closed. */
  closed: string | null
  versions: number
  /** When its platform says that it was last edited; 0 where it does not. */
  edited: number
  /** Of its newest version: no other version ever stored has it, here or in a vault that was given up for a restored one. */
  seal: number
  /** When the newest export was made that brought a version. */
  brought: number
  packages: string[]
}

/** What a hold covers: what is named, and what meets all conditions that are not null; everything where neither is given. */
export interface Scope {
  readonly natives: readonly string[]
  readonly account: 0 | 1 | null
  readonly from: string | null
  readonly to: string | null
  readonly topic: string | null
}

export interface HoldKnown {
  id: number
  readonly label: string
  scope: Scope
  /** The request that it is the hold of. */
  readonly request: string | null
  /** Files of the office that it names, as `packet 3`. */
  files: string[]
}

/** A request that is open holds, whatever becomes of its hold. */
export interface RequestKnown {
  readonly id: string
  readonly scope: Scope
  open: boolean
  /** Native ids of what was found for it, beside what its packets hold. */
  found: string[]
}

/** A file of the office. */
export interface FileKnown {
  readonly kind: FileKind
  readonly id: string
  readonly opened: number
  /** When something was entered in it last, and a number that is another after each entry. */
  touched: number
  stamp: number
  /** The day on which it was closed last. */
  closed: string | null
  /** Whether what it is of goes on. */
  open: boolean
  /** Native ids of records that it is about by itself. */
  readonly about: readonly string[]
  /** The request that a packet answers. */
  readonly request: string | null
  /** What was written in it. */
  readonly words: string[]
}

/** A copy for an archive: the seals of the records in it as they were, by identity. */
export interface CopyKnown {
  readonly id: number
  readonly bag: string
  readonly madeOn: string
  readonly holds: Readonly<Record<string, number>>
  /** The receipt that counts, by the words of its paper. */
  receipt: string | null
}

export interface ApprovalKnown {
  readonly id: number
  readonly role: string
  readonly reported: boolean
  readonly signedOn: string
  readonly heldPackages: boolean
  readonly seenBy: string
}

/** A record of a plan as it was seen then. */
export interface PlanItem {
  readonly id: number
  readonly native: string
  readonly account: 0 | 1
  readonly series: SeriesName
  readonly seal: number
  /** Of a plan to give up custody: the copy that it rests on, with its receipt. */
  readonly copy: SignedCopy | null
}

export interface SignedCopy {
  readonly id: number
  readonly receipt: string
}

/** A file of a plan as it was seen then. */
export interface PlanFileKnown {
  readonly key: string
  readonly series: SeriesName
  readonly stamp: number
}

/** An entry of a list. */
export interface ListedKnown {
  readonly kind: 'open-requests' | 'claims'
  readonly name: string
}

/** What two persons said of an entry, for the list of a plan: nothing kept here is concerned, or the hold of a number covers it. */
export interface AnswerKnown extends ListedKnown {
  readonly plan: number
  readonly on: string
  readonly hold: number | null
}

export interface PlanKnown {
  readonly kind: 'destruction' | 'custody'
  readonly id: number
  readonly asOf: string
  readonly made: number
  readonly madeOn: string
  readonly madeBy: string
  readonly schedule: number
  readonly items: readonly PlanItem[]
  readonly files: readonly PlanFileKnown[]
  readonly packages: readonly string[]
  listsOn: string
  /** What its lists name: requests by their numbers, claims by the labels of their holds. */
  listed: readonly ListedKnown[]
  approvals: ApprovalKnown[]
  narrowed: string[]
  narrowedFiles: string[]
  /** The day on which a page was printed that bears the attorney's consent for packages with held records. */
  heldPageOn: string | null
  carriedOut: boolean
}

export interface State {
  readonly unit: 'thread' | 'item'
  records: Known[]
  holds: HoldKnown[]
  requests: RequestKnown[]
  plans: PlanKnown[]
  /** The days of all lists that any plan was given. */
  listDays: string[]
  files: FileKnown[]
  copies: CopyKnown[]
  answers: AnswerKnown[]
  /** The series that the office chose, by kind or, as `hold-file 3`, for one file. */
  readonly chosen: Record<string, SeriesName>
  /** Identities that do not come back, and files of the office that were destroyed, as `hold-file 3`. */
  destroyed: string[]
  goneFiles: string[]
  /** When plans were drawn up and certified, by number: what a restored vault takes over of them. */
  readonly certified: Record<string, { readonly made: number; readonly at: number }>
  /** Number of the schedule in force, and for how many years after its own it keeps posts. */
  schedule: number
  postYears: number
  /** Two persons have said that the historical series is of no lasting value. */
  noLastingValue: boolean
  /** Packages in which bytes are to be overwritten: once they are, nothing of them is left to wait for. */
  marked: string[]
}

/** The marked packages are overwritten. */
export function strikeMarked(state: State): void {
  const struck = new Set(state.marked)
  for (const one of state.records) one.packages = one.packages.filter((each) => !struck.has(each))
  state.marked = []
}

/** What a file of the office is called. */
export function keyOf({ kind, id }: Pick<FileKnown, 'kind' | 'id'>): string {
  return `${kind} ${id}`
}

/** What is the same record in any vault. */
export function identityOf({ account, native }: Pick<Known, 'account' | 'native'>): string {
  return `${account} ${native}`
}
