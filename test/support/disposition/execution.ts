// Executions in a game: begun by somebody, disturbed by others, killed, taken up again; every record is compared in the batch that decides on it.
import purgeExecute from '../../../electron/core/retention/jobs/purge.execute.ts'
import { purgeExecute as executing } from '../../../shared/contract/destruction.ts'
import { MunimentError } from '../../../shared/contract/error.ts'
import type { BatchMoment } from '../../integration/retention/support.ts'
import { holding } from '../x-files.ts'
import { Decided } from './decided.ts'
import type { Desk } from './desk.ts'
import { executor } from './plan-acts.ts'
import { planAtHand } from './plan-at-hand.ts'
import { unready } from './plan-law.ts'
import { goOn } from './record-acts.ts'
import { type PlanKnown, strikeMarked } from './state.ts'

/** What others do at another desk: a step of its own. */
export type Meanwhile = (desk: Desk) => void

/** A process that ends here. */
class Killed extends Error {}

/** Moments until a kill, at most: an execution of a few runs has about as many. */
const MOMENTS = 50

/** Carries a plan out, or has it refused where it must be. */
export async function execute(desk: Desk, meanwhile: Meanwhile): Promise<void> {
  const plan = planAtHand(desk)
  if (plan === undefined) return
  desk.did()
  desk.actAs(executor(desk, plan))
  try {
    await new Execution(desk, plan, meanwhile).carryOut()
  } finally {
    desk.vault.watch(null)
  }
}

class Execution {
  readonly #desk: Desk
  readonly #plan: PlanKnown
  readonly #meanwhile: Meanwhile
  readonly #decided: Decided
  readonly #by: Desk['by']
  #refusal: string | null = null
  /** What is looked at before the plan is begun: others may act between. */
  #allWait = false
  #kills: number
  #fuse = -1

  constructor(desk: Desk, plan: PlanKnown, meanwhile: Meanwhile) {
    this.#desk = desk
    this.#plan = plan
    this.#meanwhile = meanwhile
    this.#decided = new Decided(desk, plan)
    this.#by = desk.by
    this.#kills = desk.dice.once(3) ? 1 + desk.dice.below(2) : 0
  }

  async carryOut(): Promise<void> {
    const { vault } = this.#desk
    const input = { plan: this.#plan.id, to: { pdf: null, json: null } }
    let outcome = await this.#process(() => vault.run(purgeExecute, input))
    while (outcome instanceof Killed) {
      this.#afterKill()
      outcome = await this.#process(() => vault.resume(purgeExecute, input))
    }
    if (outcome instanceof Error) return this.#refused(outcome)
    if (this.#refusal !== null) throw this.#desk.wrong(`it was executed though ${this.#refusal}`)
    this.#compare(executing.output.parse(outcome))
  }

  /** One process: to its end, or until it is killed. */
  async #process(run: () => Promise<unknown>): Promise<unknown> {
    const { dice, vault } = this.#desk
    this.#fuse = this.#kills > 0 ? dice.below(MOMENTS) : -1
    this.#kills -= 1
    vault.watch((moment, batch) => this.#pass(moment, batch))
    this.#allWait = this.#desk.look.allWait(this.#plan, this.#desk.today)
    try {
      return await run()
    } catch (error) {
      if (error instanceof Killed || error instanceof MunimentError) return error
      throw error
    } finally {
      vault.watch(null)
    }
  }

  #pass(moment: BatchMoment, batch: string): void {
    const { dice, state, now, latest } = this.#desk
    if (moment === 'before' && dice.once(8)) this.#others()
    if (moment === 'before' && batch === 'purge.begin' && !this.#decided.begun) {
      this.#refusal = unready(state, this.#plan, this.#by, { at: now, latest }, this.#allWait)
    }
    if (moment === 'after') this.#decided.hear(batch)
    this.#fuse -= 1
    if (this.#fuse === -1) throw new Killed('killed')
  }

  #others(): void {
    this.#desk.actAs(this.#desk.other)
    this.#meanwhile(this.#desk)
    this.#desk.actAs(this.#by)
  }

  /** A new process opens the vault; somebody may do something, and time may pass, before it is taken up. */
  #afterKill(): void {
    const { dice, played, vault } = this.#desk
    played.kills += 1
    vault.reopen()
    strikeMarked(this.#desk.state)
    this.#desk.changed()
    for (let acts = dice.below(3); acts > 0; acts -= 1) this.#others()
    if (dice.once(3)) goOn(this.#desk)
  }

  #refused(error: Error): void {
    if (this.#refusal === null || this.#decided.begun) throw this.#desk.wrong(`it was refused: ${error.message}`)
    if (this.#stored() !== this.#desk.state.records.length)
      throw this.#desk.wrong(`refused because ${this.#refusal}, and yet records went`)
    this.#desk.played.refused += 1
  }

  #compare(done: ReturnType<typeof executing.output.parse>): void {
    const { played, vault, dice } = this.#desk
    const { gone, words: written, passedOver } = this.#decided.end(done)
    if (done.proof?.left.length !== 0) throw this.#desk.wrong(`left behind: ${JSON.stringify(done.proof?.left)}`)
    if (this.#stored() !== this.#desk.state.records.length) {
      throw this.#desk.wrong(
        `${this.#stored()} records are in the vault, ${this.#desk.state.records.length} in the model`,
      )
    }
    for (const words of [dice.pick(gone), dice.pick(written)]) {
      const places = words === undefined ? [] : holding(vault.folder, words)
      if (places.length > 0) throw this.#desk.wrong(`“${words}” is left in ${places.join(', ')}`)
    }
    if (this.#plan.kind === 'custody') played.givenUp += gone.length
    played.executions += 1
    played.destroyed += gone.length
    played.passedOver += passedOver
  }

  #stored(): number {
    return this.#desk.vault.db.get<{ n: number }>('SELECT count(*) AS n FROM record')?.n ?? 0
  }
}
