// What the model asks of a plan before it is begun, and as long as it is under way.
import { dayOf, daysLater } from './days.ts'
import type { ListedKnown, PlanKnown, State } from './state.ts'

/** The offices whose consent a plan needs. */
export const CHAIN = ['department-head', 'city-attorney', 'city-clerk'] as const
/** An approval counts so many days, a list so many. */
const APPROVAL_DAYS = 60
const LIST_DAYS = 30
/** A clock is behind the ledger by more than that. */
const STARTING = 60_000

/** The approval that counts for an office: a mere report takes no signature's place. */
function counting({ approvals }: PlanKnown, role: string) {
  const own = approvals.filter((one) => one.role === role)
  return own.findLast(({ reported }) => !reported) ?? own.at(-1)
}

/** Whether the attorney consented that packages with held records are struck, too. */
export function consented(plan: PlanKnown): boolean {
  return counting(plan, 'city-attorney')?.heldPackages ?? false
}

/** A clock's instant, and that of the newest entry of the ledger. */
export interface Moment {
  readonly at: number
  readonly latest: number
}

/**
 * Entries of a plan's lists that the vault does not know on a day and nobody answered for: a request that is not here, or was closed before the day of the
 * list; a claim whose hold does not stand.
 */
export function unanswered(state: State, { listed, listsOn }: PlanKnown, today: string): ListedKnown[] {
  return listed.filter((entry) => {
    if (isKnown(state, entry, listsOn)) return false
    const said = state.answers.findLast(({ kind, name }) => kind === entry.kind && name === entry.name)
    if (said === undefined || state.goneFiles.includes(`purge-plan ${said.plan}`)) return true
    if (today < said.on || today > daysLater(said.on, LIST_DAYS)) return true
    return said.hold !== null && !state.holds.some(({ id, request }) => id === said.hold && request === null)
  })
}

function isKnown({ requests, holds, files }: State, { kind, name }: ListedKnown, listsOn: string): boolean {
  if (kind === 'claims') return holds.some(({ label, request }) => request === null && label === name)
  const own = requests.find(({ id }) => id === name)
  const closed = files.find((one) => one.kind === 'request-file' && one.id === name)?.closed ?? null
  return own !== undefined && (own.open || (closed !== null && closed >= listsOn))
}

/** Why a plan that is under way may not go on; null where it may. */
export function unfit(state: State, plan: PlanKnown, { at, latest }: Moment): string | null {
  const today = dayOf(at)
  if (plan.asOf > today) return 'the day of the plan has not come'
  if (latest > at + STARTING) return 'the clock is behind the ledger'
  if (plan.schedule !== state.schedule) return 'another schedule is in force'
  if (plan.listsOn > today || today > daysLater(plan.listsOn, LIST_DAYS)) return 'the lists are too old'
  if (state.listDays.some((day) => day <= today && day > plan.listsOn)) return 'another plan has newer lists'
  if (unanswered(state, plan, today).length > 0) return 'an entry of the lists is not answered'
  for (const copy of plan.items.flatMap((item) => item.copy ?? [])) {
    const now = state.copies.find(({ id }) => id === copy.id)
    if (now?.receipt !== copy.receipt) return `another receipt counts for copy ${copy.id}`
  }
  for (const role of CHAIN) {
    const approval = counting(plan, role)
    if (approval === undefined) return `${role} has not approved`
    if (approval.reported) return `${role} is reported only`
    if (today > daysLater(approval.signedOn, APPROVAL_DAYS)) return `the approval of ${role} lapsed`
  }
  return null
}

/** Why a plan may not be begun by a person at a moment; null where it may. @param allWait whether packages with held records would keep all of it */
export function unready(state: State, plan: PlanKnown, by: string, moment: Moment, allWait: boolean): string | null {
  if (plan.carriedOut) return 'it was carried out'
  const hands = new Set([plan.madeBy, by, ...CHAIN.flatMap((role) => counting(plan, role)?.seenBy ?? [])])
  if (hands.size < 2) return 'one person alone'
  const { items, files, narrowed, narrowedFiles } = plan
  if (narrowed.length >= items.length && narrowedFiles.length >= files.length) return 'nothing is left in it'
  if (allWait && !consented(plan) && narrowedFiles.length >= files.length) return 'all of it waits for packages'
  return unfit(state, plan, moment)
}
