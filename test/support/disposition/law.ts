// What the model allows: written from the statute and the issue, and knowing nothing of how Muniment judges.
import { filesOf, isOver } from './file-law.ts'
import { covers, lastChangeOf } from './scope.ts'
import { codeOf, endOf, isLasting, isNeverDestroyed, newest, type SeriesName, twoYears } from './series.ts'
import {
  identityOf,
  type Known,
  type PlanItem,
  type PlanKnown,
  type Scope,
  type SignedCopy,
  type State,
} from './state.ts'

/** Everything about one state, looked up once: to be made anew after any change. */
export class Look {
  readonly #state: State
  readonly #known: ReadonlyMap<string, Known>
  readonly #threads: ReadonlyMap<string, readonly Known[]>
  readonly #tops = new Map<Known, string>()
  readonly #held = new Map<string, boolean>()
  readonly #scopes = new Map<string, readonly Scope[]>()
  readonly #heldPackages = new Map<string, ReadonlySet<string>>()

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

  /** Whether anything holds a record on a day, or another of its thread. */
  isHeld(one: Known, day: string): boolean {
    const key = `${day} ${this.topOf(one)}`
    const known = this.#held.get(key)
    if (known !== undefined) return known
    const held = this.threadOf(one).some((mate) => this.isHeldItself(mate, day))
    this.#held.set(key, held)
    return held
  }

  isHeldItself(one: Known, day: string): boolean {
    return this.#standing(day).some((scope) => covers(scope, one))
  }

  /** What holds on a day: holds, that of a closed request until its file may go, and open requests. */
  #standing(day: string): readonly Scope[] {
    const known = this.#scopes.get(day)
    if (known !== undefined) return known
    const { holds, requests } = this.#state
    const scopes = holds.flatMap((hold) => {
      const request = requests.find(({ id }) => id === hold.request)
      if (request === undefined || request.open) return [hold.scope]
      return isOver(this.#state, request.id, day) ? [] : [this.scopeOfClosed(request.id) ?? hold.scope]
    })
    const all = [...scopes, ...requests.filter(({ open }) => open).map(({ scope }) => scope)]
    this.#scopes.set(day, all)
    return all
  }

  /** What was found for a request holds once it is closed; where nothing was, all that was asked for: null. */
  scopeOfClosed(id: string): Scope | null {
    const found = this.foundFor(id)
    return found.length === 0 ? null : { natives: found, account: null, from: null, to: null, topic: null }
  }

  /** What was found for a request, or is in a packet of it. */
  foundFor(id: string): string[] {
    const found = this.#state.requests.find((one) => one.id === id)?.found ?? []
    const there = new Set(this.#state.records.map(({ native }) => native))
    const packets = filesOf(this.#state, 'packet').filter(({ request }) => request === id)
    return [...found.filter((native) => there.has(native)), ...packets.flatMap(({ about }) => about)]
  }

  /** The packages that a record lies in which is held on a day. */
  heldPackages(day: string): ReadonlySet<string> {
    const known = this.#heldPackages.get(day)
    if (known !== undefined) return known
    const held = this.#state.records.filter((one) => this.isHeld(one, day)).flatMap(({ packages }) => packages)
    this.#heldPackages.set(day, new Set(held))
    return new Set(held)
  }

  /** Whether packages with held records would keep every record of a plan that was not taken out of it. */
  allWait({ items, narrowed }: PlanKnown, today: string): boolean {
    const held = this.heldPackages(today)
    const left = items.filter((item) => !narrowed.includes(identityOf(item)))
    return left.length > 0 && left.every((item) => this.find(item)?.packages.some((each) => held.has(each)))
  }

  /** What decides over a record that nothing holds: its series, with the first day on which each is over. */
  #terms(one: Known, today: string) {
    if (this.isHeld(one, today)) return null
    const thread = this.threadOf(one)
    const together = this.#state.unit === 'thread' ? thread : [one]
    const there = new Set(thread.map(({ native }) => native))
    const alone = together.length === 1
    const first = ({ answers }: Known) => alone || answers === null || !there.has(answers)
    if (together.some((mate) => mate.series === null && first(mate))) return null
    const series = [...new Set(together.flatMap((mate) => mate.series ?? []))]
    if (series.length === 0) return null
    const days = together.flatMap((mate) => [mate.day, lastChangeOf(mate)])
    const age = newest(days)
    const closed = newest(together.flatMap((mate) => mate.closed ?? []))
    if (age > today || twoYears(age) > today || (series.includes('claims') && closed === '')) return null
    const ends = series.map((name) => ({ name, on: endOf(name, age, closed, this.#state.postYears) }))
    return { series, ends }
  }

  /** What is historical waits, and its thread with it, until an archive has it as it is, or two persons have said that it is of no lasting value. */
  #waitsForArchive(one: Known): boolean {
    const together = this.#state.unit === 'thread' ? this.threadOf(one) : [one]
    return (
      !this.#state.noLastingValue && together.some((mate) => mate.series === 'jubilee' && this.copyOf(mate) === null)
    )
  }

  /** The series that decide where a record may be destroyed on a day: all that end last, by their codes; null where it may not. */
  mayGo(one: Known, today: string): SeriesName[] | null {
    if (this.#waitsForArchive(one)) return null
    const terms = this.#terms(one, today)
    if (terms === null || terms.series.some(isNeverDestroyed)) return null
    const last = newest(terms.ends.flatMap(({ on }) => on ?? []))
    if (last > today || terms.ends.some(({ on }) => on === null)) return null
    return terms.ends.flatMap(({ name, on }) => (on === last ? [name] : [])).sort(byCode)
  }

  /** The same where custody of it may be given up; but for the archive's copy. */
  mayLeave(one: Known, today: string): SeriesName[] | null {
    const terms = this.#terms(one, today)
    if (terms === null || terms.series.includes('laws')) return null
    if (terms.ends.some(({ on }) => on !== null && on > today)) return null
    return terms.series.filter(isLasting).sort(byCode)
  }

  /** The newest copy that an archive has signed for and that is as the record is. */
  copyOf(one: Known): SignedCopy | null {
    const own = this.#state.copies.filter(
      ({ holds, receipt }) => receipt !== null && holds[identityOf(one)] === one.seal,
    )
    const best = own.toSorted((a, b) => b.id - a.id)[0]
    return best?.receipt == null ? null : { id: best.id, receipt: best.receipt }
  }

  /** What a plan of a kind lists of a record on a day: by which series, of those that decide alike, and upon which copy; null where it does not. */
  listed(kind: PlanKnown['kind'], one: Known, day: string) {
    const deciding = kind === 'custody' ? this.mayLeave(one, day) : this.mayGo(one, day)
    const copy = kind === 'custody' ? this.copyOf(one) : null
    const [series] = deciding ?? []
    if (deciding === null || series === undefined || (kind === 'custody' && copy === null)) return null
    return { series, deciding, copy }
  }

  /** Whether a family of a plan goes, all of it or nothing. @returns why it stays, null where it goes */
  staysBecause(plan: PlanKnown, family: readonly PlanItem[], today: string, consent: boolean): string | null {
    const there = family.flatMap((item) => {
      const one = this.find(item)
      return one === undefined ? [] : [{ item, one }]
    })
    for (const { item, one } of there) {
      if (plan.narrowed.includes(identityOf(item))) return 'struck from the plan'
      const now = this.listed(plan.kind, one, today)
      if (now === null) return this.isHeld(one, today) ? 'held' : 'not eligible'
      // What was approved by one of several series that decide alike stays approved as long as that one does.
      if (!now.deciding.includes(item.series)) return `of series ${now.series} now`
      if (now.copy?.id !== item.copy?.id || now.copy?.receipt !== item.copy?.receipt) return 'upon another copy'
      if (one.seal !== item.seal) return 'changed'
      if (this.#state.unit === 'thread' && this.threadOf(one).some((mate) => !there.some((each) => each.one === mate)))
        return 'another of its thread is not in the plan'
    }
    for (const { one } of there) {
      if (one.packages.some((each) => !plan.packages.includes(each))) return 'in a package that the plan does not name'
      if (!consent && one.packages.some((each) => this.heldPackages(today).has(each)))
        return 'in a package with a held record'
    }
    return null
  }
}

function byCode(one: SeriesName, other: SeriesName): number {
  return codeOf[one] < codeOf[other] ? -1 : 1
}
