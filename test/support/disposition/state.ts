// What the model of disposition knows: plain data, so that it can be copied as a backup is.

/** Series of the schedule of Alder Bay: the end of the year and some years, five years after closing, for ever. */
export type SeriesName = 'post' | 'message' | 'claims' | 'minutes'

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
}

/** A request that is open holds, whatever becomes of its hold. */
export interface RequestKnown {
  readonly id: string
  readonly scope: Scope
  open: boolean
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
  readonly versions: number
}

export interface PlanKnown {
  readonly id: number
  readonly asOf: string
  readonly madeOn: string
  readonly madeBy: string
  readonly schedule: number
  readonly items: readonly PlanItem[]
  readonly files: number
  readonly packages: readonly string[]
  listsOn: string
  approvals: ApprovalKnown[]
  narrowed: string[]
  carriedOut: boolean
}

export interface State {
  readonly unit: 'thread' | 'item'
  records: Known[]
  holds: HoldKnown[]
  requests: RequestKnown[]
  plans: PlanKnown[]
  /** Identities that do not come back, and files of the office that were destroyed, as `hold-file 3`. */
  destroyed: string[]
  goneFiles: string[]
  /** When holds were released, and when somebody worked on plans last, as `hold-file 3`. */
  readonly touched: Record<string, number>
  /** When plans were certified, as `purge-plan 3`: what a restored vault takes over of them. */
  readonly certified: Record<string, number>
  /** Number of the schedule in force, and for how many years after its own it keeps posts. */
  schedule: number
  postYears: number
  /** Packages in which bytes are to be overwritten: once they are, nothing of them is left to wait for. */
  marked: string[]
}

/** The marked packages are overwritten. */
export function strikeMarked(state: State): void {
  const struck = new Set(state.marked)
  for (const one of state.records) one.packages = one.packages.filter((each) => !struck.has(each))
  state.marked = []
}

/** What is the same record in any vault. */
export function identityOf({ account, native }: Pick<Known, 'account' | 'native'>): string {
  return `${account} ${native}`
}
