// The queue: which records come next, which one is in hand, and what the clerk does with it. A decision is on the disk before the
// next record is shown; what comes next is fetched before it is wanted.
import {
  decisionNote,
  decisionStands,
  type Expected,
  type QueueItem,
  queuePage,
} from '../../../../shared/contract/decision.ts'
import { type Refusal, toRefusal } from '../../../../shared/contract/error.ts'
import { type PersonId, RecordId } from '../../../../shared/domain/id.ts'
import { acting, actorWanted } from '../../../client/acting.ts'
import { ask, type Output, refuseReading, run } from '../../../client/call.ts'
import { keepDecision, newestFor, takeNewestBack } from '../../../workspace/outbox-store.ts'
import { keepPlace } from '../../../workspace/queue-keys.ts'
import { Prefetch } from './prefetch.ts'

const PAGE = 40
const AHEAD = 15
/** How many records that come are looked at when something was decided. */
const FOLLOWED = 100

export interface Entry {
  readonly item: QueueItem
  /** What the next decision on it is made in sight of. */
  readonly expected: Expected
  /** What was decided at this desk; null where nothing was. */
  readonly decided: { readonly series: string | null } | null
  /** How it came to stand meanwhile by somebody else, or by another window; null while it stands as it was fetched. */
  readonly meanwhile: { readonly series: string | null; readonly by: string | null } | null
}

/** What was done last, for the line that says so. */
export type Deed =
  | { readonly did: 'decided'; readonly record: RecordId; readonly series: string | null }
  | { readonly did: 'undone' | 'skipped' | 'noted'; readonly record: RecordId }
  | { readonly did: 'nothing' }

export interface QueueState {
  readonly search: string
  readonly entries: readonly Entry[]
  readonly at: number
  /** Whether everything has come that the search finds. */
  readonly ended: boolean
  readonly begun: boolean
  readonly problems: readonly string[]
  readonly refusal: Refusal | null
  readonly last: Deed | null
  /** Counts up when something came that is shown beside the record. */
  readonly fetched: number
}

const nothing: QueueState = {
  ...{
    search: '',
    entries: [],
    at: 0,
    ended: false,
    begun: false,
    problems: [],
    refusal: null,
    last: null,
    fetched: 0,
  },
}

export class Queue {
  readonly prefetch: Prefetch
  readonly #vaultId: string
  readonly #listeners = new Set<() => void>()
  #state = nothing
  #asking = new AbortController()
  /** The record below which the next ones are on their way; undefined while none are. */
  #under: RecordId | null | undefined = undefined
  /** One key after another: the second is for the record that the first one led to. */
  #turn: Promise<void> = Promise.resolve()

  constructor(vaultId: string) {
    this.#vaultId = vaultId
    this.prefetch = new Prefetch(vaultId, () => this.#set({ fetched: this.#state.fetched + 1 }))
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly state = (): QueueState => this.#state

  /** The record in hand; undefined at the end. */
  current(): Entry | undefined {
    return this.#state.entries[this.#state.at]
  }

  /** Begins at the newest record of a search, or below one. */
  async begin(search: string, before: RecordId | null): Promise<void> {
    this.end()
    this.#asking = new AbortController()
    this.#set({ ...nothing, search, last: this.#state.last })
    await this.#more(before)
    const first = this.#state.entries.findIndex(({ decided }) => decided === null)
    this.#go(first < 0 ? this.#state.entries.length : first)
  }

  /** Gives up whatever is on its way. */
  end(): void {
    this.#asking.abort()
  }

  /** Puts the record in hand into a series (null: out of its series). */
  decide(series: string | null): Promise<void> {
    return this.#next(async () => {
      const [entry, actor] = [this.current(), signing()]
      if (entry === undefined || actor === null) return
      const { item, expected } = entry
      const made = { vaultId: this.#vaultId, actor, record: item.row.id, series, expected, note: item.note?.id ?? null }
      const after = await keepDecision(made)
      this.#put({ item: { ...item, note: null }, expected: { after }, decided: { series }, meanwhile: null })
      this.prefetch.decided()
      this.#set({ last: { did: 'decided', record: item.row.id, series } })
      this.#go(this.#following())
    })
  }

  /** Leaves the record in hand as it is. */
  skip(): Promise<void> {
    return this.#next(async () => {
      const entry = this.current()
      if (entry === undefined) return
      this.#set({ last: { did: 'skipped', record: entry.item.row.id } })
      this.#go(this.#following())
    })
  }

  /** Takes the newest decision of this desk back, and shows its record again. */
  undo(): Promise<void> {
    return this.#next(async () => {
      const actor = signing()
      if (actor === null) return
      const back = await takeNewestBack(this.#vaultId, actor)
      if (back === null) return this.#set({ last: { did: 'nothing' } })
      const { record } = back.entry
      const expected = back.command === null ? await this.#standing(record) : { after: back.command }
      await this.#show(record)
      const entry = this.current()
      if (entry?.item.row.id === record) this.#put({ ...entry, expected, decided: null, meanwhile: null })
      this.prefetch.decided()
      this.#set({ last: { did: 'undone', record } })
    })
  }

  /** Keeps a note for the next decision on the record in hand; it is in the vault when this resolves. Throws what the vault refuses. */
  async note(text: string): Promise<void> {
    const entry = this.current()
    if (entry === undefined) return
    const { row } = entry.item
    const { note } = await run(decisionNote, { record: row.id, text })
    if (this.current()?.item.row.id !== row.id) return
    this.#put({
      ...entry,
      item: { ...entry.item, note: note === null ? null : { id: note, text: text.trim(), by: null } },
    })
    this.#set({ last: { did: 'noted', record: row.id } })
  }

  /** Looks at what was decided elsewhere on records that still come, so that nobody decides on them twice. */
  async follow(): Promise<void> {
    const asking = this.#asking
    const coming = this.#state.entries.slice(this.#state.at, this.#state.at + FOLLOWED)
    if (coming.length === 0) return
    try {
      const stands = await ask(decisionStands, { records: coming.map(({ item }) => item.row.id) }, asking.signal)
      if (asking.signal.aborted) return
      const byRecord = new Map(stands.map((stand) => [stand.record, stand]))
      const inHand = this.current()?.item.row.id
      const entries = this.#state.entries.map((entry) => {
        const stand = byRecord.get(entry.item.row.id)
        return stand === undefined ? entry : asItStands(entry, stand, entry.item.row.id === inHand)
      })
      this.#set({ entries, refusal: this.#state.refusal })
    } catch {
      // Given up, or the vault is gone: the window says so, and the next change is looked at again.
    }
  }

  /** The place of the next record that nobody decided on meanwhile. */
  #following(): number {
    const { entries, at } = this.#state
    const next = entries.findIndex(({ meanwhile }, place) => place > at && meanwhile === null)
    return next < 0 ? entries.length : next
  }

  #next(work: () => Promise<void> | void): Promise<void> {
    const done = this.#turn.then(work).catch((error: unknown) => this.#set({ refusal: toRefusal(error) }))
    this.#turn = done
    return done
  }

  #go(to: number): void {
    const { entries, search } = this.#state
    this.#set({ at: to })
    const here = entries[to]?.item.row.id
    const before = here === undefined ? (entries.at(-1)?.item.row.id ?? null) : RecordId.parse(here + 1)
    void keepPlace({ vaultId: this.#vaultId, search, before })
    this.prefetch.want(entries.slice(to, to + AHEAD).map(({ item }) => item.row.id))
    if (entries.length - to < AHEAD) void this.#more(entries.at(-1)?.item.row.id ?? null)
  }

  /** Fetches what comes after a record. */
  async #more(before: RecordId | null): Promise<void> {
    const asking = this.#asking
    if (this.#state.ended || this.#under === before) return
    this.#under = before
    try {
      const { search } = this.#state
      const { items, problems } = await ask(queuePage, { search, before, limit: PAGE }, asking.signal)
      const mine = await newestFor(
        this.#vaultId,
        items.map(({ row }) => row.id),
      )
      if (asking.signal.aborted) return
      const fresh = items.map((item): Entry => {
        const row = mine.get(item.row.id)
        if (row === undefined) return { item, expected: { decision: item.decision }, decided: null, meanwhile: null }
        const decided = row.command.do === 'make' ? { series: row.command.series } : null
        return { item, expected: { after: row.commandId }, decided, meanwhile: null }
      })
      this.#set({ entries: [...this.#state.entries, ...fresh], problems, begun: true, ended: items.length < PAGE })
      this.prefetch.want(
        this.#state.entries.slice(this.#state.at, this.#state.at + AHEAD).map(({ item }) => item.row.id),
      )
    } catch (error) {
      const refusal = toRefusal(error)
      if (!asking.signal.aborted && refusal.code !== 'VAULT_CLOSED') this.#set({ refusal, begun: true })
    } finally {
      if (this.#asking === asking) this.#under = undefined
    }
  }

  /** Makes a record the one in hand, wherever it was. */
  async #show(record: RecordId): Promise<void> {
    const place = this.#state.entries.findIndex(({ item }) => item.row.id === record)
    if (place >= 0) return this.#go(place)
    const before = RecordId.parse(record + 1)
    const { items } = await ask(queuePage, { search: '', before, limit: 1 })
    const [item] = items
    if (item?.row.id !== record) return
    const { entries, at } = this.#state
    const entry: Entry = { item, expected: { decision: item.decision }, decided: null, meanwhile: null }
    this.#set({ entries: entries.toSpliced(at, 0, entry) })
    this.#go(at)
  }

  async #standing(record: RecordId): Promise<Expected> {
    const [stand] = await ask(decisionStands, { records: [record] })
    return { decision: stand?.decision ?? null }
  }

  #put(entry: Entry): void {
    this.#set({ entries: this.#state.entries.with(this.#state.at, entry) })
  }

  #set(part: Partial<QueueState>): void {
    this.#state = { ...this.#state, refusal: null, ...part }
    for (const listener of this.#listeners) listener()
  }
}

type Stand = Output<typeof decisionStands>[number]

/**
 * A record as it stands by now. What the clerk has in hand keeps what it was fetched in sight of: their next key then meets the other
 * decision as a conflict, and does not go over it unseen.
 */
function asItStands(entry: Entry, stand: Stand, inHand: boolean): Entry {
  const { item, expected, decided } = entry
  if (decided !== null || 'after' in expected || stand.decision === item.decision) return entry
  const back = stand.series === item.row.series
  const meanwhile = back ? null : { series: stand.series, by: stand.by ?? stand.rule }
  return { ...entry, meanwhile, expected: inHand ? expected : { decision: stand.decision } }
}

/** Who signs; while nobody is named the window asks. Throws over a copy, before anything is kept for the vault. */
function signing(): PersonId | null {
  refuseReading()
  const actor = acting.get()
  if (actor === null) actorWanted.set(true)
  return actor
}
