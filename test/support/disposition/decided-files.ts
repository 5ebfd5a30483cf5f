// What an execution decides on the office's own files, compared with the model in the batch that decides, and taken over into the model.
import type { Desk } from './desk.ts'
import { fileStaysBecause, filesOf } from './file-law.ts'
import { unfit } from './plan-law.ts'
import { keyOf, type PlanKnown } from './state.ts'

interface Row {
  readonly position: number
  readonly kind: string
  readonly subject: string
  readonly outcome: string
  readonly detail: string | null
}

export class DecidedFiles {
  readonly #desk: Desk
  readonly #plan: PlanKnown
  /** Places of the list that were compared. */
  #compared = 0
  /** Words of files that were destroyed, and packets among these. */
  readonly words: string[] = []
  readonly gone: string[] = []

  constructor(desk: Desk, plan: PlanKnown) {
    this.#desk = desk
    this.#plan = plan
  }

  /** Compares what was decided since. @param today the day on which the execution was begun */
  compare(destruction: number, today: string): void {
    const rows = this.#desk.vault.db.all<Row>(
      `SELECT position, kind, subject, outcome, detail FROM destruction_file
       WHERE destruction_id = ? AND position >= ? AND outcome IS NOT NULL ORDER BY position`,
      destruction,
      this.#compared,
    )
    for (const row of rows) {
      this.#compared = row.position + 1
      this.#one(row, today)
    }
  }

  #one({ kind, subject, outcome, detail }: Row, today: string): void {
    const { state, moment } = this.#desk
    const wrong = (what: string) => this.#desk.wrong(`${key} ${what}`)
    const key = `${kind} ${subject}`
    const item = this.#plan.files.find((one) => one.key === key)
    if (item === undefined) throw wrong('was never in the plan')
    const why = fileStaysBecause(state, this.#desk.look, this.#plan, item, today)
    if (outcome !== 'destroyed') {
      if (!detail) throw wrong('was passed over without a reason')
      if (why === null) throw wrong(`was passed over though the model allows it: ${detail}`)
      return
    }
    const bar = why ?? unfit(state, this.#plan, moment)
    if (bar !== null) throw wrong(`was destroyed though ${bar}`)
    this.gone.push(key)
    this.#forget(key)
    this.#desk.played.files += 1
  }

  #forget(key: string): void {
    const { state } = this.#desk
    const file = state.files.find((one) => keyOf(one) === key)
    if (file === undefined) return
    this.words.push(...file.words)
    state.goneFiles.push(key)
    state.files = state.files.filter((one) => one !== file)
    if (file.kind === 'purge-plan') state.plans = state.plans.filter(({ id }) => String(id) !== file.id)
    if (file.kind === 'request-file') {
      state.requests = state.requests.filter(({ id }) => id !== file.id)
      state.holds = state.holds.filter(({ request }) => request !== file.id)
    }
    // What its request holds until its own retention ends stays held.
    const there = new Set(state.records.map(({ native }) => native))
    const request = state.requests.find(({ id }) => file.kind === 'packet' && id === file.request)
    request?.found.push(...file.about.filter((native) => there.has(native)))
    this.#desk.changed()
  }

  /** What the certificate must say of copies that stay: packets with records that were destroyed. @param gone their native ids */
  residual(gone: ReadonlySet<string>): ReadonlyMap<string, number> {
    const counts = filesOf(this.#desk.state, 'packet').map(({ id, about }) => {
      return [`production ${id}`, about.filter((native) => gone.has(native)).length] as const
    })
    return new Map(counts.filter(([, count]) => count > 0))
  }
}
