// What an execution decides, compared with the model in the moment in which it is decided, and taken over into the model.
import type { DestructionSummary } from '../../../shared/contract/destruction.ts'
import { DecidedFiles } from './decided-files.ts'
import type { Desk } from './desk.ts'
import { consented, unfit } from './plan-law.ts'
import { wordsOf } from './record-acts.ts'
import { identityOf, type Known, type PlanKnown, strikeMarked } from './state.ts'

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
  readonly #files: DecidedFiles
  readonly #gone: Known[] = []

  constructor(desk: Desk, plan: PlanKnown) {
    this.#desk = desk
    this.#plan = plan
    this.#files = new DecidedFiles(desk, plan)
  }

  get begun(): boolean {
    return this.#destruction !== 0
  }

  /** To be told of each batch that is committed. */
  hear(batch: string): void {
    if (batch === 'purge.begin' && !this.begun) this.#begin()
    if (batch === 'purge.list-items') this.#listed()
    if (batch === 'purge.destroy') this.#run()
    if (batch === 'purge.destroy-file') this.#files.compare(this.#destruction, this.#today)
    if (batch === 'package.strike') strikeMarked(this.#desk.state)
    if (batch === 'purge.stop') this.#stopped()
    if (batch === 'purge.certify') this.#certified()
    this.#desk.changed()
  }

  /** @returns what was destroyed, by its words, and how many records were passed over */
  end(done: DestructionSummary): {
    readonly gone: readonly string[]
    readonly words: readonly string[]
    readonly passedOver: number
  } {
    const { items, files } = this.#plan
    const wrong = (what: string) => this.#desk.wrong(what)
    if (done.destroyed !== this.#gone.length || done.destroyed + done.skipped !== items.length) {
      const said = `${done.destroyed} destroyed and ${done.skipped} passed over`
      throw wrong(`${said}; the model: ${this.#gone.length} of ${items.length}`)
    }
    if (done.files !== this.#files.gone.length || done.files + done.filesKept !== files.length) {
      const said = `${done.files} files destroyed and ${done.filesKept} passed over`
      throw wrong(`${said}; the model: ${this.#files.gone.length} of ${files.length}`)
    }
    if (done.state !== 'certified' || done.kind !== this.#plan.kind) throw wrong(`it ended ${done.state}, ${done.kind}`)
    this.#residual(done.proof?.residual ?? [])
    const gone = this.#gone.map((one) => wordsOf(one, one.versions))
    return { gone, words: this.#files.words, passedOver: done.skipped }
  }

  /** A packet that is kept is a copy of what was destroyed, and is listed as one. */
  #residual(said: readonly { readonly place: string; readonly sentence: string }[]): void {
    const wanted = this.#files.residual(new Set(this.#gone.map(({ native }) => native)))
    const kept = said.filter(({ sentence }) => sentence.includes('the City keeps it'))
    if (kept.length !== wanted.size)
      throw this.#desk.wrong(`${kept.length} packets are listed as copies of ${wanted.size}`)
    for (const [place, count] of wanted) {
      const sentence = kept.find((one) => one.place === place)?.sentence ?? ''
      if (!sentence.includes(` ${count} destroyed record`))
        throw this.#desk.wrong(`${place} has ${count}: “${sentence}”`)
    }
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
      this.#gone.push(one)
      state.marked.push(...one.packages)
    }
    state.records = state.records.filter((one) => !going.has(identityOf(one)))
    state.destroyed.push(...going)
  }

  #certified(): void {
    const { id, made } = this.#plan
    this.#desk.touch('purge-plan', String(id))
    this.#desk.state.certified[String(id)] = { made, at: this.#desk.now }
  }

  #stopped(): void {
    const { state, vault } = this.#desk
    const sql = 'SELECT stopped FROM destruction WHERE id = ?'
    const why = vault.db.get<{ stopped: string | null }>(sql, this.#destruction)?.stopped ?? null
    if (why !== null && unfit(state, this.#plan, this.#desk.moment) === null)
      throw this.#desk.wrong(`it was stopped: ${why}`)
  }
}
