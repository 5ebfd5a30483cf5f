// Disposition played at random beside a model that knows nothing of how Muniment judges: what the model forbids is never destroyed, and what
// it allows is destroyed or named with a reason.
import holdPlace from '../../electron/core/retention/commands/hold.place.ts'
import holdRelease from '../../electron/core/retention/commands/hold.release.ts'
import purgeStrike from '../../electron/core/retention/commands/purge.strike.ts'
import scheduleImport from '../../electron/core/retention/commands/schedule.import.ts'
import purgeExecute from '../../electron/core/retention/jobs/purge.execute.ts'
import destructionShow from '../../electron/core/retention/queries/destruction.show.ts'
import {
  type DestructionSummary,
  purgeExecute as execution,
  destructionShow as showing,
} from '../../shared/contract/destruction.ts'
import { holdPlace as placing } from '../../shared/contract/hold.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import { approved, classifyPosts, planned, prepareSchedule } from '../integration/approved-plan.ts'
import { adopted, attorney, clerk, openRetentionVault, type RetentionVault } from '../integration/retention-support.ts'

/** What the model knows of a record. */
interface Known {
  readonly native: string
  readonly kind: 'post' | 'reply'
  readonly old: boolean
  /** Records that go together. */
  readonly thread: string
  readonly package: number
  /** Its account: the first or the second. */
  readonly account: 0 | 1
}

interface HeldBy {
  readonly id: number
  readonly covers: (one: Known) => boolean
}

/** What was played, in numbers. */
export interface Played {
  steps: number
  executions: number
  destroyed: number
  passedOver: number
  kills: number
  /** Executions that had to be refused whole, and were. */
  refused: number
}

const nowhere = { pdf: null, json: null }
const DAY = 86_400_000

/** Plays so many steps. @throws Error with the seed and the step where vault and model differ */
export async function playDisposition(seed: number, steps: number): Promise<Played> {
  const vault = openRetentionVault()
  const played: Played = { steps: 0, executions: 0, destroyed: 0, passedOver: 0, kills: 0, refused: 0 }
  try {
    await new Game(vault, seed, played).play(steps)
    return played
  } finally {
    vault.close()
  }
}

class Game {
  readonly #vault: RetentionVault
  readonly #seed: number
  readonly #played: Played
  #state: number
  #records: Known[] = []
  #holds: HeldBy[] = []
  #packages = 0
  #made = 0
  #now = Date.parse('2026-11-20T18:00:00Z')
  #schedules = 1

  constructor(vault: RetentionVault, seed: number, played: Played) {
    this.#vault = vault
    this.#seed = seed
    this.#state = seed * 2654435761 + 1
    this.#played = played
  }

  async play(steps: number): Promise<void> {
    this.#receive()
    await prepareSchedule(this.#vault)
    for (let step = 0; step < steps; step += 1) {
      this.#played.steps += 1
      const dice = this.#draw(10)
      if (dice < 3) this.#receive()
      else if (dice < 5) this.#hold()
      else if (dice < 6) this.#release()
      else if (dice < 7) this.#tick()
      else await this.#execute(step)
    }
  }

  #draw(below: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0
    return Math.floor((this.#state / 2 ** 32) * below)
  }

  #pick<Item>(items: readonly Item[]): Item | undefined {
    return items[this.#draw(items.length)]
  }

  #receive(): void {
    this.#packages += 1
    const account = this.#draw(2) === 0 ? 0 : 1
    const old = this.#draw(5) > 0
    const tops = Array.from({ length: 1 + this.#draw(4) }, () => this.#known('post', null, old, account))
    const replies = tops.flatMap((top) =>
      this.#draw(3) === 0 ? [this.#known('reply', top, this.#draw(8) > 0 && old, account)] : [],
    )
    const all = [...tops, ...replies]
    this.#vault.receive(
      all.map(({ native, kind, old, thread }) => ({
        ...{
          id: native,
          kind,
          at: old ? '2015-03-10T20:00:00Z' : '2026-10-10T20:00:00Z',
          text: `Words of ${native} at length`,
        },
        ...(kind === 'reply' ? { answers: thread } : {}),
        account: this.#vault.accounts[account],
      })),
      '2015-04-01T00:00:00Z',
    )
    this.#records.push(...all)
  }

  #known(kind: Known['kind'], top: Known | null, old: boolean, account: 0 | 1): Known {
    this.#made += 1
    const native = `n${this.#made}`
    return { native, kind, old, thread: top?.native ?? native, package: this.#packages, account }
  }

  #hold(): void {
    const one = this.#pick(this.#records)
    if (one === undefined) return
    const whole = this.#draw(4) === 0
    const recordIds = whole ? [] : [this.#idOf(one)]
    const accounts = whole ? [this.#vault.accounts[one.account]] : []
    const { id } = placing.output.parse(
      this.#vault.command(holdPlace, {
        ...{ label: `Hold ${this.#played.steps}`, basis: 'litigation', orderedBy: 'City Attorney', document: null },
        scope: { search: null, accounts, from: null, to: null, recordIds },
      }),
    )
    this.#holds.push({ id, covers: (other) => (whole ? other.account === one.account : other.native === one.native) })
  }

  #release(): void {
    const hold = this.#pick(this.#holds)
    if (hold === undefined) return
    const document = { name: 'release.pdf', bytes: 'AAAA' }
    this.#vault.command(holdRelease, { id: hold.id, releasedBy: 'attorney', document })
    this.#holds = this.#holds.filter((one) => one !== hold)
  }

  #tick(): void {
    this.#now += (1 + this.#draw(3)) * DAY
    this.#vault.setClock(new Date(this.#now).toISOString())
  }

  async #execute(step: number): Promise<void> {
    this.#vault.actAs(clerk)
    await classifyPosts(this.#vault)
    const today = new Date(this.#now).toISOString().slice(0, 10)
    const plan = await planned(this.#vault, today)
    const inPlan = new Set(this.#records.filter((one) => this.#mayGo(one, new Set())))
    if (plan.eligible !== inPlan.size) {
      throw this.#wrong(step, `the plan lists ${plan.eligible} records, the model ${inPlan.size}`)
    }
    if (inPlan.size === 0) return
    const consent = this.#draw(3) === 0
    approved(this.#vault, plan, { heldPackages: consent }, today)
    const narrowed = new Set<string>()
    const out = this.#draw(3) === 0 ? this.#pick([...inPlan]) : undefined
    if (out !== undefined) {
      this.#vault.command(purgeStrike, { plan: plan.id, records: [this.#idOf(out)], reason: 'historic' })
      narrowed.add(out.thread)
      if (inPlan.size === 1) return
    }
    if (this.#draw(6) === 0) await this.#refusedBehindTheLedger(step, plan.id)
    if (this.#draw(6) === 0) await this.#refused(step, plan.id, clerk, 'by one person alone')
    if (this.#draw(8) === 0) {
      this.#adoptAnother()
      return this.#refused(step, plan.id, attorney, 'under another schedule than was approved')
    }
    const standing = this.#schedules
    const meanwhile = this.#draw(8)
    if (meanwhile < 4) this.#vault.beforeNextBatch(() => this.#hold(), 'purge.destroy')
    else if (meanwhile < 5) this.#vault.beforeNextBatch(() => this.#adoptAnother(), 'purge.destroy')
    const done = await this.#carriedOut(plan.id)
    if (this.#schedules > standing) return this.#compare(step, done, inPlan, new Set())
    const heldPackages = new Set(this.#records.filter((one) => this.#isHeld(one)).map((one) => one.package))
    const goes = new Set(
      [...inPlan].filter(
        (one) =>
          this.#mayGo(one, narrowed) && this.#threadOf(one).every((mate) => consent || !heldPackages.has(mate.package)),
      ),
    )
    await this.#compare(step, done, inPlan, goes)
    this.#records = this.#records.filter((one) => !goes.has(one))
  }

  async #refusedBehindTheLedger(step: number, plan: number): Promise<void> {
    this.#vault.setClock(new Date(this.#now - 5 * DAY).toISOString())
    await this.#refused(step, plan, attorney, 'by a clock behind the ledger')
    this.#vault.setClock(new Date(this.#now).toISOString())
  }

  /** An execution that must be refused whole. */
  async #refused(step: number, plan: number, person: PersonId, how: string): Promise<void> {
    this.#vault.actAs(person)
    const refused = await this.#vault.run(purgeExecute, { plan, to: nowhere }).then(
      () => false,
      () => true,
    )
    if (!refused) throw this.#wrong(step, `it was executed ${how}`)
    if (this.#stored() !== this.#records.length) throw this.#wrong(step, `refused ${how}, and yet records went`)
    this.#played.refused += 1
  }

  /** The council adopts the same series anew. */
  #adoptAnother(): void {
    this.#schedules += 1
    this.#vault.actAs(clerk)
    this.#vault.command(scheduleImport, adopted(this.#vault.db, { resolution: `Resolution ${this.#schedules}` }))
    this.#vault.actAs(attorney)
  }

  async #carriedOut(plan: number): Promise<DestructionSummary> {
    this.#vault.actAs(attorney)
    const input = { plan, to: nowhere }
    if (this.#draw(3) > 0) return execution.output.parse(await this.#vault.run(purgeExecute, input))
    const at = this.#pick(['purge.recheck', 'purge.stop', 'purge.prove', 'purge.certify', 'vault.unlink'])
    this.#vault.beforeNextBatch(() => {
      throw new Error('killed')
    }, at)
    const first = await this.#vault.run(purgeExecute, input).catch((error: unknown) => String(error))
    if (typeof first !== 'string') return execution.output.parse(first)
    if (!first.includes('killed')) throw new Error(first)
    this.#played.kills += 1
    return execution.output.parse(await this.#vault.resume(purgeExecute, input))
  }

  async #compare(
    step: number,
    done: DestructionSummary,
    inPlan: ReadonlySet<Known>,
    goes: ReadonlySet<Known>,
  ): Promise<void> {
    const shown = showing.output.parse(await this.#vault.ask(destructionShow, { id: done.id, from: 0, limit: 1000 }))
    const destroyed = new Set(shown.destroyed.map((one) => one.nativeId))
    const wanted = new Set([...goes].map((one) => one.native))
    const tooMuch = [...destroyed].filter((one) => !wanted.has(one))
    const tooLittle = [...wanted].filter((one) => !destroyed.has(one))
    if (tooMuch.length > 0) throw this.#wrong(step, `destroyed what the model forbids: ${tooMuch.join(', ')}`)
    if (tooLittle.length > 0) {
      throw this.#wrong(
        step,
        `passed over what the model allows: ${tooLittle.join(', ')}; ${JSON.stringify(shown.passedOver)}`,
      )
    }
    if (shown.passedOver.length !== inPlan.size - goes.size)
      throw this.#wrong(step, 'a record was neither destroyed nor named')
    if (done.proof?.left.length !== 0) throw this.#wrong(step, `left behind: ${JSON.stringify(done.proof?.left)}`)
    const stays = this.#records.filter((one) => !goes.has(one)).length
    const there = this.#stored()
    if (there !== stays) throw this.#wrong(step, `${there} records are in the vault, ${stays} in the model`)
    this.#played.executions += 1
    this.#played.destroyed += destroyed.size
    this.#played.passedOver += shown.passedOver.length
  }

  #stored(): number | undefined {
    return this.#vault.db.get<{ n: number }>('SELECT count(*) AS n FROM record')?.n
  }

  #threadOf(one: Known): Known[] {
    return this.#records.filter((other) => other.thread === one.thread)
  }

  #isHeld(one: Known): boolean {
    return this.#threadOf(one).some((mate) => this.#holds.some((hold) => hold.covers(mate)))
  }

  /** Old, with its whole thread, and held by nothing. */
  #mayGo(one: Known, narrowed: ReadonlySet<string>): boolean {
    return this.#threadOf(one).every((mate) => mate.old) && !this.#isHeld(one) && !narrowed.has(one.thread)
  }

  #idOf(one: Known): number {
    const sql = 'SELECT id FROM record WHERE kind = ? AND native_id = ?'
    return this.#vault.db.get<{ id: number }>(sql, one.kind, one.native)?.id ?? 0
  }

  #wrong(step: number, what: string): Error {
    return new Error(`seed ${this.#seed}, step ${step}: ${what}`)
  }
}
