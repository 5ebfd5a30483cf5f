// The review at this desk: which record is in hand, what is decided of it, and how that is taken back. Each decision is in the vault
// before the next one is made.
import { type Refusal, toRefusal } from '../../../../shared/contract/error.ts'
import { reviewDecide, reviewDecideAlike } from '../../../../shared/contract/review.ts'
import type { Digest, RecordId, RequestId } from '../../../../shared/domain/id.ts'
import type { ReviewDraft, ReviewOutcome } from '../../../../shared/domain/review/review.ts'
import { acting, actorWanted } from '../../../client/acting.ts'
import { run } from '../../../client/call.ts'
import { draftOf, releasing } from './drafts.ts'
import { Fetched, type Stand } from './fetched.ts'
import { afterDecision, type Filter, grouped, type Item, shownOf, stepped, type Twins } from './steps.ts'

const AHEAD = 7
const AT_ONCE = 1000
/** Of records that say the same so many are decided at once. */
const ALIKE = 50

/** What was done last, for the line that says so. */
export type Deed =
  | { readonly did: 'decided'; readonly outcome: ReviewOutcome | null }
  | { readonly did: 'released'; readonly count: number }
  | { readonly did: 'alike'; readonly count: number; readonly left: number }
  | { readonly did: 'undone' | 'nothing' | 'select' }

export interface ReviewState {
  readonly items: readonly Item[]
  readonly begun: boolean
  readonly filter: Filter
  readonly current: RecordId | null
  readonly stay: ReadonlySet<RecordId>
  readonly last: Deed | null
  readonly refusal: Refusal | null
  readonly undoable: number
  /** Of each record that others say and show the same as, all of them. */
  readonly twins: Twins
  /** Whether they stand one after the other. */
  readonly together: boolean
  /** Counts up when something came that is shown of the record. */
  readonly fetched: number
}

/** What can be taken back: one decision, with what stood before it and which contents its reviewer had before her; or many at once. */
type Undoable =
  | {
      readonly record: RecordId
      readonly draft: ReviewDraft | null
      readonly seen: Digest[] | null
    }
  | { readonly many: readonly RecordId[]; readonly outcome: ReviewOutcome }

export class ReviewDesk {
  readonly fetched: Fetched
  /** Told of each decision made here: a list that was read before it must not be shown after it. */
  onDecided: () => void = () => undefined
  readonly #request: RequestId
  readonly #listeners = new Set<() => void>()
  readonly #done: Undoable[] = []
  /** How often a record had been decided when this desk last did it: what somebody decides after that is not overwritten. */
  readonly #known = new Map<RecordId, number>()
  #state: ReviewState = {
    ...{ items: [], begun: false, filter: 'all', current: null, stay: new Set(), last: null, refusal: null },
    ...{ undoable: 0, fetched: 0, twins: new Map(), together: false },
  }
  /** One key after another: the second is for the record that the first one led to. */
  /** The list in the order of the packet. */
  #order: readonly Item[] = []
  #turn: Promise<void> = Promise.resolve()

  /** @param isOpened whether this window has opened a restricted record on purpose */
  constructor(request: RequestId, isOpened: (id: RecordId) => boolean) {
    this.#request = request
    this.fetched = new Fetched(request, isOpened, () => this.#set({ fetched: this.#state.fetched + 1 }))
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly state = (): ReviewState => this.#state

  /** What answers the request came, or came anew. */
  items(items: readonly Item[]): void {
    const known = items.some(({ record }) => record === this.#state.current)
    this.#order = items
    this.#set({ items: this.#arranged(items), begun: true })
    if (!known) this.go(stepped(this.shown(), null, 0))
  }

  /** Which records say and show the same came, or came anew. */
  same(groups: readonly (readonly RecordId[])[]): void {
    this.#set({ twins: new Map(groups.flatMap((group) => group.map((record) => [record, group] as const))) })
    this.#set({ items: this.#arranged(this.#state.items) })
  }

  /** Puts records that say and show the same one after the other, or back into the order of the packet. */
  together(together: boolean): void {
    this.#set({ together })
    const stands = new Map(this.#state.items.map((item) => [item.record, item]))
    this.#set({ items: this.#arranged(this.#order.map((item) => stands.get(item.record) ?? item)) })
  }

  #arranged(items: readonly Item[]): readonly Item[] {
    return this.#state.together ? grouped(items, this.#state.twins) : items
  }

  /** The records that the filter shows. */
  shown(): readonly Item[] {
    return shownOf(this.#state.items, this.#state.filter, this.#state.stay)
  }

  /** Shows other records; the one in hand stays if it is among them. */
  filter(filter: Filter): void {
    const { items, current } = this.#state
    const shown = shownOf(items, filter, new Set())
    this.#set({ filter, stay: new Set(), last: null })
    this.go(shown.some(({ record }) => record === current) ? current : stepped(shown, null, 0))
  }

  /** Takes a record in hand. */
  go(record: RecordId | null): void {
    const { stay } = this.#state
    this.#set({ current: record, stay: record === null ? stay : new Set([...stay, record]), refusal: null })
    const shown = this.shown()
    const at = shown.findIndex((one) => one.record === record)
    if (record !== null) this.fetched.want(shown.slice(at, at + AHEAD).map((one) => one.record))
  }

  /** Takes the record in hand that lies so many places on. */
  step(by: number): void {
    this.go(stepped(this.shown(), this.#state.current, by))
  }

  /** Forgets what was refused before. */
  forget(): void {
    this.#set({ refusal: null })
  }

  /** Says something of what was done. */
  tell(last: Deed): void {
    this.#set({ last })
  }

  /**
   * Decides on a record.
   * @param make makes the decision out of what stands
   * @param onward whether the next record is taken in hand then
   */
  decide(record: RecordId, make: (stand: Stand) => ReviewDraft | null, onward: boolean): Promise<void> {
    return this.#next(async () => {
      if (acting.get() === null) return actorWanted.set(true)
      const { record: detail, stand } = await this.fetched.both(record)
      const decision = make(stand)
      const seen = detail.versions.map(({ digest }) => digest)
      const known = stand.history.length
      try {
        await run(reviewDecide, { request: this.#request, records: [record], decision, seen, known })
      } catch (error) {
        await this.fetched.again(record).catch(() => undefined)
        throw error
      }
      this.#known.set(record, known + 1)
      const before = stand.decision
      this.#remember({ record, draft: before && draftOf(before), seen: before?.versions ?? null })
      this.#outcome([record], decision?.outcome ?? null)
      this.tell({ did: 'decided', outcome: decision?.outcome ?? null })
      if (onward) this.go(afterDecision(this.shown(), this.#state.filter, record))
      await this.fetched.again(record)
    })
  }

  /** Releases every record that is shown and undecided. */
  releaseShown(): Promise<void> {
    return this.#next(async () => {
      if (acting.get() === null) return actorWanted.set(true)
      const records = this.shown().flatMap(({ record, outcome }) => (outcome === null ? [record] : []))
      let count = 0
      for (let at = 0; at < records.length; at += AT_ONCE) {
        const some = records.slice(at, at + AT_ONCE)
        const asked = { request: this.#request, records: some, decision: releasing, onlyOpen: true }
        const { decided } = await run(reviewDecide, asked)
        count += decided
        // Where somebody else was quicker the list tells what they decided.
        if (decided === some.length) this.#outcome(some, 'release')
      }
      // What was decided of them before had been overtaken: it does not stand again.
      for (const record of records) this.#known.delete(record)
      this.#remember({ many: records, outcome: 'release' })
      this.tell({ did: 'released', count })
      await this.fetched.refresh('stand')
    })
  }

  /** Decides on the records that say and show the same as one as it stands decided: each by an entry of its own. */
  decideAlike(record: RecordId): Promise<void> {
    return this.#next(async () => {
      if (acting.get() === null) return actorWanted.set(true)
      const { stand } = await this.fetched.both(record)
      const outcome = stand.decision?.outcome
      const others = (this.#state.twins.get(record) ?? []).filter((one) => one !== record)
      if (outcome === undefined || others.length === 0) return
      const many: RecordId[] = []
      for (let at = 0; at < others.length; at += ALIKE) {
        const some = others.slice(at, at + ALIKE)
        const asked = { request: this.#request, record, known: stand.history.length, others: some }
        many.push(...(await run(reviewDecideAlike, asked)).decided)
      }
      this.#outcome(many, outcome)
      for (const one of many) this.#known.delete(one)
      if (many.length > 0) this.#remember({ many, outcome })
      this.tell({ did: 'alike', count: many.length, left: others.length - many.length })
      await this.fetched.refresh('stand')
    })
  }

  /** Takes what was done last at this desk back to what stood before, and shows its record again. */
  undo(): Promise<void> {
    return this.#next(async () => {
      if (acting.get() === null) return actorWanted.set(true)
      const last = this.#done.at(-1)
      if (last === undefined) return this.tell({ did: 'nothing' })
      await ('many' in last ? this.#undecide(last) : this.#unmake(last))
      this.#done.pop()
      this.#set({ undoable: this.#done.length, last: { did: 'undone' } })
      const first = 'many' in last ? last.many[0] : last.record
      if (first !== undefined) {
        await this.fetched.again(first)
        this.go(first)
      }
      await this.fetched.refresh('stand')
    })
  }

  async #unmake({ record, draft, seen }: Extract<Undoable, { record: RecordId }>): Promise<void> {
    const known = this.#known.get(record) ?? null
    await run(reviewDecide, { request: this.#request, records: [record], decision: draft, seen, known })
    if (known !== null) this.#known.set(record, known + 1)
    this.#outcome([record], draft?.outcome ?? null)
  }

  /** What somebody decided otherwise since stands. */
  async #undecide({ many, outcome }: Extract<Undoable, { many: readonly RecordId[] }>): Promise<void> {
    const items = this.#state.items.filter((item) => item.outcome === outcome)
    const decided = new Set(items.map(({ record }) => record))
    const still = many.filter((record) => decided.has(record))
    for (let at = 0; at < still.length; at += AT_ONCE) {
      const some = still.slice(at, at + AT_ONCE)
      await run(reviewDecide, { request: this.#request, records: some, decision: null })
      this.#outcome(some, null)
    }
    for (const record of many) this.#known.delete(record)
  }

  #remember(done: Undoable): void {
    this.#done.push(done)
    this.#set({ undoable: this.#done.length })
  }

  #outcome(records: readonly RecordId[], outcome: ReviewOutcome | null): void {
    const now = new Set(records)
    this.onDecided()
    this.#set({ items: this.#state.items.map((item) => (now.has(item.record) ? { ...item, outcome } : item)) })
  }

  #next(work: () => Promise<void> | void): Promise<void> {
    const done = this.#turn
      .then(() => this.forget())
      .then(work)
      .catch((error: unknown) => this.#set({ refusal: toRefusal(error) }))
    this.#turn = done
    return done
  }

  #set(part: Partial<ReviewState>): void {
    this.#state = { ...this.#state, ...part }
    for (const listener of this.#listeners) listener()
  }
}
