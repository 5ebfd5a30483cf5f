// What the model allows: written from the statute and the issue, and knowing nothing of how Muniment judges.
import { dayOf, daysLater, yearsLater } from './days.ts'
import {
  type HoldKnown,
  identityOf,
  type Known,
  type PlanItem,
  type PlanKnown,
  type SeriesName,
  type State,
} from './state.ts'

/** The offices whose consent a plan needs. */
export const CHAIN = ['department-head', 'city-attorney', 'city-clerk'] as const
/** An approval counts so many days, a list so many. */
const APPROVAL_DAYS = 60
const LIST_DAYS = 30
/** A clock is behind the ledger by more than that. */
const STARTING = 60_000

/** Everything about one state, looked up once: to be made anew after any change. */
export class Look {
  readonly #state: State
  readonly #known: ReadonlyMap<string, Known>
  readonly #threads: ReadonlyMap<string, readonly Known[]>
  readonly #tops = new Map<Known, string>()
  readonly #held = new Map<string, boolean>()
  #heldPackages: ReadonlySet<string> | undefined

  constructor(state: State) {
    this.#state = state
    this.#known = new Map(state.records.map((one) => [identityOf(one), one]))
    this.#threads = Map.groupBy(state.records, (one) => this.topOf(one))
  }

  find(one: Pick<Known, 'account' | 'native'>): Known | undefined {
    return this.#known.get(identityOf(one))
  }

  /** The post at the head of a record's thread, whether it is there or not. */
  topOf(one: Known): string {
    const found = this.#tops.get(one)
    if (found !== undefined) return found
    const { account, answers } = one
    const above = answers === null ? undefined : this.#known.get(identityOf({ account, native: answers }))
    const top = above === undefined ? identityOf({ account, native: answers ?? one.native }) : this.topOf(above)
    this.#tops.set(one, top)
    return top
  }

  threadOf(one: Known): readonly Known[] {
    return this.#threads.get(this.topOf(one)) ?? []
  }

  /** Whether anything holds a record, or another of its thread. */
  isHeld(one: Known): boolean {
    const top = this.topOf(one)
    const known = this.#held.get(top)
    if (known !== undefined) return known
    const held = this.threadOf(one).some((mate) => this.isHeldItself(mate))
    this.#held.set(top, held)
    return held
  }

  isHeldItself(one: Known): boolean {
    const { holds, requests } = this.#state
    return [...holds, ...requests].some((each) => (!('open' in each) || each.open) && covers(each.scope, one))
  }

  /** The packages that a held record lies in. */
  get heldPackages(): ReadonlySet<string> {
    this.#heldPackages ??= new Set(
      this.#state.records.filter((one) => this.isHeld(one)).flatMap(({ packages }) => packages),
    )
    return this.#heldPackages
  }

  /** The series that decides where a record may go on a day; null where it may not. */
  mayGo(one: Known, today: string): SeriesName | null {
    if (this.isHeld(one)) return null
    const thread = this.threadOf(one)
    const together = this.#state.unit === 'thread' ? thread : [one]
    const there = new Set(thread.map(({ native }) => native))
    const alone = together.length === 1
    const first = ({ answers }: Known) => alone || answers === null || !there.has(answers)
    if (together.some((mate) => mate.series === null && first(mate))) return null
    const series = [...new Set(together.flatMap((mate) => mate.series ?? []))]
    if (series.length === 0 || series.includes('minutes')) return null
    const days = together.flatMap((mate) => [mate.day, ...(mate.versions > 1 ? [dayOf(mate.brought)] : [])])
    const age = newest(days)
    if (age > today) return null
    const closed = newest(together.flatMap((mate) => mate.closed ?? []))
    if (series.includes('claims') && closed === '') return null
    const ends = (name: SeriesName) => {
      if (name === 'claims') return yearsLater(closed, 5)
      return `${Number(age.slice(0, 4)) + 1 + (name === 'message' ? 3 : this.#state.postYears)}-01-01`
    }
    const deciding = series.reduce((some, other) => (ends(other) > ends(some) ? other : some))
    return ends(deciding) <= today && yearsLater(age, 2) <= today ? deciding : null
  }

  /** Whether a family of a plan goes, all of it or nothing. @returns why it stays, null where it goes */
  staysBecause(plan: PlanKnown, family: readonly PlanItem[], today: string, consent: boolean): string | null {
    const there = family.flatMap((item) => {
      const one = this.find(item)
      return one === undefined ? [] : [{ item, one }]
    })
    for (const { item, one } of there) {
      if (plan.narrowed.includes(identityOf(item))) return 'struck from the plan'
      const series = this.mayGo(one, today)
      if (series === null) return this.isHeld(one) ? 'held' : 'not eligible'
      if (series !== item.series) return `of series ${series} now`
      if (one.versions !== item.versions) return 'changed'
      if (this.#state.unit === 'thread' && this.threadOf(one).some((mate) => !there.some((each) => each.one === mate)))
        return 'another of its thread is not in the plan'
    }
    for (const { one } of there) {
      if (one.packages.some((each) => !plan.packages.includes(each))) return 'in a package that the plan does not name'
      if (!consent && one.packages.some((each) => this.heldPackages.has(each))) return 'in a package with a held record'
    }
    return null
  }
}

/** Whether a hold covers a record by itself. */
export function covers({ natives, account, from, to, topic }: HoldKnown['scope'], one: Known): boolean {
  if (natives.includes(one.native)) return true
  if (account === null && from === null && to === null && topic === null) return natives.length === 0
  const last = one.versions > 1 ? newest([one.day, dayOf(one.brought)]) : one.day
  return (
    (account === null || one.account === account) &&
    (from === null || last >= from) &&
    (to === null || one.day <= to) &&
    (topic === null || one.topic === topic)
  )
}

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

/** Why a plan that is under way may not go on; null where it may. */
export function unfit(state: State, plan: PlanKnown, { at, latest }: Moment): string | null {
  const today = dayOf(at)
  if (plan.asOf > today) return 'the day of the plan has not come'
  if (latest > at + STARTING) return 'the clock is behind the ledger'
  if (plan.schedule !== state.schedule) return 'another schedule is in force'
  if (plan.listsOn > today || today > daysLater(plan.listsOn, LIST_DAYS)) return 'the lists are too old'
  for (const role of CHAIN) {
    const approval = counting(plan, role)
    if (approval === undefined) return `${role} has not approved`
    if (approval.reported) return `${role} is reported only`
    if (today > daysLater(approval.signedOn, APPROVAL_DAYS)) return `the approval of ${role} lapsed`
  }
  return null
}

/** Why a plan may not be begun by a person at a moment; null where it may. */
export function unready(state: State, plan: PlanKnown, by: string, moment: Moment): string | null {
  if (plan.carriedOut) return 'it was carried out'
  const hands = new Set([plan.madeBy, by, ...CHAIN.flatMap((role) => counting(plan, role)?.seenBy ?? [])])
  if (hands.size < 2) return 'one person alone'
  if (plan.files === 0 && plan.narrowed.length >= plan.items.length) return 'nothing is left in it'
  return unfit(state, plan, moment)
}

function newest(days: readonly string[]): string {
  return [...days].sort().at(-1) ?? ''
}
