// Where a game of disposition is played: a vault, the model of it, a clock and whoever acts, all drawn from one seed.

import type { CommandHandler } from '../../../electron/core/vault/handler.ts'
import { appendEntry } from '../../../electron/core/vault/ledger/ledger.ts'
import { insertUnit } from '../../../electron/core/vault/repository/retention/retention-unit.ts'
import { Instant, LocalDate } from '../../../shared/domain/time.ts'
import { attorney, clerk, openRetentionVault, type RetentionVault } from '../../integration/retention/support.ts'
import { dayOf } from './days.ts'
import { Dice } from './dice.ts'
import { Look } from './law.ts'
import type { Moment } from './plan-law.ts'
import type { FileKind, FileKnown, State } from './state.ts'

/** What was played, in numbers. */
export interface Played {
  games: number
  steps: number
  plans: number
  executions: number
  destroyed: number
  /** Of these such of which custody was given up. */
  givenUp: number
  passedOver: number
  /** Files of the office. */
  files: number
  kills: number
  /** Executions that had to be refused whole, and were. */
  refused: number
  restored: number
}

export function nothingPlayed(): Played {
  const [games, steps, plans, executions, destroyed, givenUp, passedOver, files, kills, refused, restored] =
    Array(11).fill(0)
  return { games, steps, plans, executions, destroyed, givenUp, passedOver, files, kills, refused, restored }
}

/** A backup with what the model knew then. */
export interface Backup {
  readonly folder: string
  readonly state: State
}

const BEGINS = '2020-03-02T18:00:00Z'

export class Desk {
  readonly vault: RetentionVault
  readonly dice: Dice
  readonly played: Played
  readonly #seed: number
  #look: Look | null = null
  state: State
  now = Date.parse(BEGINS)
  step = 0
  acts = 0
  /** The step until which the office works on a plan. */
  busyUntil = 0
  /** Records made so far: each has an identity and a second of its own. */
  made = 0
  /** Names and seals given so far. */
  named = 0
  seals = 0
  by: typeof clerk = clerk
  backup: Backup | null = null

  constructor(seed: number, played: Played) {
    this.#seed = seed
    this.dice = new Dice(seed)
    this.played = played
    const unit = this.dice.once(3) ? 'item' : 'thread'
    this.vault = openRetentionVault(BEGINS)
    const lists = {
      records: [],
      holds: [],
      requests: [],
      plans: [],
      listDays: [],
      files: [],
      copies: [],
      answers: [],
      chosen: {},
      destroyed: [],
      goneFiles: [],
      certified: {},
      marked: [],
    }
    this.state = { unit, ...lists, schedule: 1, postYears: 2, noLastingValue: false }
    const decided = { attorney, decidedOn: LocalDate.parse('2020-03-01'), document: null, reason: 'x' }
    insertUnit(this.vault.db, { unit, ...decided }, Instant.parse(this.now), attorney)
  }

  /** The model as it stands. */
  get look(): Look {
    this.#look ??= new Look(this.state)
    return this.#look
  }

  get today(): string {
    return dayOf(this.now)
  }

  /** When the newest entry of the ledger was written. */
  get latest(): number {
    return this.vault.db.get<{ at: number | null }>('SELECT max(at) AS at FROM ledger')?.at ?? 0
  }

  /** Whether the clock was set back behind what the ledger tells. */
  get isBehind(): boolean {
    return this.now < this.latest
  }

  /** The moment by which a plan is judged that is under way: what others do meanwhile is later than its clock. */
  get moment(): Moment {
    const { latest } = this
    return { at: Math.max(this.now, latest), latest }
  }

  /** The other of the two people. */
  get other(): typeof clerk {
    return this.by === clerk ? attorney : clerk
  }

  /** To be called after whatever changes vault and model. */
  changed(): void {
    this.#look = null
  }

  /** To be told of what is really done: it makes a step of an act. */
  did(): void {
    this.acts += 1
  }

  /** A file of the office is begun. */
  open(kind: FileKind, id: string, more: Partial<Pick<FileKnown, 'about' | 'request' | 'words' | 'open'>> = {}): void {
    const begun = { opened: this.now, touched: this.now, stamp: this.seal(), closed: null }
    this.state.files.push({ kind, id, ...begun, ...{ open: true, about: [], request: null, words: [], ...more } })
    this.changed()
  }

  /** Something is entered in a file of the office. */
  touch(kind: FileKind, id: string): void {
    const file = this.state.files.find((one) => one.kind === kind && one.id === id)
    if (file === undefined) return
    file.touched = Math.max(file.touched, this.now)
    file.stamp = this.seal()
    this.changed()
  }

  /** What a file is of is over. */
  close(kind: FileKind, id: string): void {
    this.touch(kind, id)
    for (const file of this.state.files) {
      const own = file.kind === kind && file.id === id
      if (!own && !(kind === 'request-file' && file.kind === 'packet' && file.request === id)) continue
      file.open = false
      file.closed = this.today
    }
  }

  /** A number that nothing had before. */
  seal(): number {
    this.seals += 1
    return this.seals
  }

  command(handler: CommandHandler, input: unknown): unknown {
    this.did()
    const answer = this.vault.command(handler, input)
    this.changed()
    return answer
  }

  /** What the end of an act writes that is no command here. */
  noteEntry(kind: string): void {
    const { db, random } = this.vault
    const entry = { at: Instant.parse(this.now), kind, payload: {}, salt: random(16) }
    db.transaction(() => appendEntry(db, entry))
    this.did()
    this.changed()
  }

  setClock(at: number): void {
    this.did()
    this.now = at
    this.vault.setClock(new Date(at).toISOString())
  }

  actAs(person: typeof clerk): void {
    this.by = person
    this.vault.actAs(person)
  }

  name(what: string): string {
    this.named += 1
    // Of one length, so that none is the beginning of another.
    return `${what} ${String(this.named).padStart(6, '0')}`
  }

  wrong(what: string): Error {
    return new Error(`seed ${this.#seed}, step ${this.step}: ${what}`)
  }
}
