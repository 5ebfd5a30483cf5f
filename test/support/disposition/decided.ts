// What an execution decides, compared with the model in the moment in which it is decided, and taken over into the model.
import type { DestructionSummary } from '../../../shared/contract/destruction.ts'
import { dayOf, yearsLater } from './days.ts'
import type { Desk } from './desk.ts'
import { consented, unfit } from './law.ts'
import { wordsOf } from './record-acts.ts'
import { identityOf, type PlanKnown, strikeMarked } from './state.ts'

interface Row {
  readonly position: number
  readonly id: number
  readonly family: number
  readonly outcome: string
  readonly detail: string | null
}

export class Decided {
  readonly #desk: Desk
  readonly #plan: PlanKnown
  #destruction = 0
  #today = ''
  #consent = false
  /** Places of the list that were compared. */
  #records = 0
  #files = 0
  #gone: string[] = []

  constructor(desk: Desk, plan: PlanKnown) {
    this.#desk = desk
    this.#plan = plan
  }

  get begun(): boolean {
    return this.#destruction !== 0
  }

  /** To be told of each batch that is committed. */
  hear(batch: string): void {
    if (batch === 'purge.begin' && !this.begun) this.#begin()
    if (batch === 'purge.list-items') this.#listed()
    if (batch === 'purge.destroy') this.#run()
    if (batch === 'purge.destroy-file') this.#file()
    if (batch === 'package.strike') strikeMarked(this.#desk.state)
    if (batch === 'purge.stop') this.#stopped()
    this.#desk.changed()
  }

  /** @returns what was destroyed, by its words, and how many records were passed over */
  end(done: DestructionSummary): { readonly gone: readonly string[]; readonly passedOver: number } {
    const listed = this.#plan.items.length
    if (done.destroyed !== this.#gone.length || done.destroyed + done.skipped !== listed) {
      const said = `${done.destroyed} destroyed and ${done.skipped} passed over`
      throw this.#desk.wrong(`${said}; the model: ${this.#gone.length} of ${listed}`)
    }
    if (done.state !== 'certified') throw this.#desk.wrong(`it ended ${done.state}`)
    this.#desk.touchPlan(this.#plan.id)
    this.#desk.state.certified[`purge-plan ${this.#plan.id}`] = this.#desk.now
    return { gone: this.#gone, passedOver: done.skipped }
  }

  #begin(): void {
    const sql = 'SELECT max(id) AS id FROM destruction WHERE plan_id = ?'
    this.#destruction = this.#desk.vault.db.get<{ id: number }>(sql, this.#plan.id)?.id ?? 0
    this.#today = this.#desk.today
    this.#consent = consented(this.#plan)
    this.#plan.carriedOut = true
  }

  /** What was carried out is what was planned. */
  #listed(): void {
    const sql = 'SELECT record_id AS id FROM destruction_item WHERE destruction_id = ?'
    const listed = new Set(this.#desk.vault.db.all<{ id: number }>(sql, this.#destruction).map(({ id }) => id))
    const missing = this.#plan.items.filter(({ id }) => !listed.has(id))
    if (listed.size === this.#plan.items.length && missing.length === 0) return
    throw this.#desk.wrong(`the plan listed others than the model: without ${missing.map(({ native }) => native)}`)
  }

  #run(): void {
    const { state, vault, look } = this.#desk
    const wrong = (what: string) => this.#desk.wrong(what)
    const rows = vault.db.all<Row>(
      `SELECT position, record_id AS id, family, outcome, detail FROM destruction_item
       WHERE destruction_id = ? AND position >= ? AND outcome IS NOT NULL ORDER BY position`,
      this.#destruction,
      this.#records,
    )
    const planned = new Map(this.#plan.items.map((item) => [item.id, item]))
    const going = new Set<string>()
    for (const family of Map.groupBy(rows, (row) => row.family).values()) {
      const items = family.flatMap(({ id }) => planned.get(id) ?? [])
      const why = look.staysBecause(this.#plan, items, this.#today, this.#consent)
      for (const { id, outcome, detail } of family) {
        const item = planned.get(id)
        if (item === undefined) throw wrong(`record ${id} was never in the plan`)
        const there = look.find(item) !== undefined
        const goes = there && why === null
        if (outcome === 'destroyed' && !goes)
          throw wrong(`destroyed what the model forbids: ${item.native}, ${why ?? 'gone'}`)
        if (outcome !== 'destroyed' && goes) throw wrong(`passed over what the model allows: ${item.native}: ${detail}`)
        if (outcome !== 'destroyed' && !detail) throw wrong(`${item.native} was passed over without a reason`)
        if (goes) going.add(identityOf(item))
      }
    }
    this.#records = (rows.at(-1)?.position ?? this.#records - 1) + 1
    if (going.size === 0) return
    const bar = unfit(state, this.#plan, this.#desk.moment)
    if (bar !== null) throw wrong(`records were destroyed though ${bar}`)
    for (const one of state.records) {
      if (!going.has(identityOf(one))) continue
      this.#gone.push(wordsOf(one, one.versions))
      state.marked.push(...one.packages)
    }
    state.records = state.records.filter((one) => !going.has(identityOf(one)))
    state.destroyed.push(...going)
  }

  /** A file of the office: whatever its series, never one that stands, that is under two years old, or while everything is held. */
  #file(): void {
    const { state, vault } = this.#desk
    const rows = vault.db.all<{
      position: number
      kind: string
      subject: string
      outcome: string
      detail: string | null
    }>(
      `SELECT position, kind, subject, outcome, detail FROM destruction_file
       WHERE destruction_id = ? AND position >= ? AND outcome IS NOT NULL ORDER BY position`,
      this.#destruction,
      this.#files,
    )
    for (const { position, kind, subject, outcome, detail } of rows) {
      this.#files = position + 1
      if (outcome !== 'destroyed') {
        if (!detail) throw this.#desk.wrong(`${kind} ${subject} was passed over without a reason`)
        continue
      }
      const bar = this.#barOfFile(kind, subject)
      if (bar !== null) throw this.#desk.wrong(`${kind} ${subject} was destroyed though ${bar}`)
      state.goneFiles.push(`${kind} ${subject}`)
      if (kind === 'purge-plan') state.plans = state.plans.filter(({ id }) => String(id) !== subject)
      this.#desk.played.files += 1
    }
  }

  #barOfFile(kind: string, subject: string): string | null {
    const { state } = this.#desk
    const bar = unfit(state, this.#plan, this.#desk.moment)
    if (bar !== null) return bar
    if (kind !== 'hold-file' && kind !== 'purge-plan') return 'the office chose no series for such files'
    const general = state.holds.find(
      ({ scope, request }) =>
        request === null &&
        Object.values(scope)
          .flat()
          .every((one) => one === null),
    )
    if (general !== undefined) return `${general.label} covers everything`
    const touched = state.touched[`${kind} ${subject}`]
    if (touched === undefined) return 'it is not over'
    return yearsLater(dayOf(touched), 2) > this.#today ? `it is under two years old on ${this.#today}` : null
  }

  #stopped(): void {
    const { state, vault } = this.#desk
    const sql = 'SELECT stopped FROM destruction WHERE id = ?'
    const why = vault.db.get<{ stopped: string | null }>(sql, this.#destruction)?.stopped ?? null
    if (why !== null && unfit(state, this.#plan, this.#desk.moment) === null)
      throw this.#desk.wrong(`it was stopped: ${why}`)
  }
}
