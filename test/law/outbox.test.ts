// Decisions on their way to the vault: whatever is killed and whenever, each arrives exactly once and in its order, and a colleague's
// decision is never overruled unseen.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createVault } from '../../electron/core/create-vault.ts'
import { makeDecision, undoDecision } from '../../electron/core/retention/classify/make-decision.ts'
import type { Driver } from '../../electron/core/vault/catalog/driver.ts'
import { storeItems } from '../../electron/core/vault/record/store.ts'
import { appliedResult, rememberResult } from '../../electron/core/vault/repository/applied.ts'
import { type Answer, drain, type NewRow, type OutboxRow, type OutboxStore } from '../../renderer/workspace/outbox.ts'
import { type Expected, Outcome } from '../../shared/contract/decision.ts'
import { CommandId, PersonId, RecordId } from '../../shared/domain/id.ts'
import { Instant, Zone } from '../../shared/domain/time.ts'
import { memoryCatalog, payloadOf } from '../support/catalog.ts'

const RECORDS = 3
const clerk = PersonId.parse('clerk')
const at = Instant.parse(1)

/** Where a drain is killed: before the vault hears of it, after the vault acted but before it answered, after the answer. */
const kill = fc.constantFrom('before', 'unanswered', 'unremoved', null)

const step = fc.oneof(
  fc.record({
    do: fc.constant('decide' as const),
    record: fc.nat(RECORDS - 1),
    series: fc.constantFrom('A', 'B', null),
  }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({
    do: fc.constant('colleague' as const),
    record: fc.nat(RECORDS - 1),
    series: fc.constantFrom('A', 'B', null),
  }),
  fc.record({ do: fc.constant('drain' as const), kills: fc.array(kill, { maxLength: 6 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

let db: Driver
const work = mkdtempSync(join(tmpdir(), 'muniment-outbox-'))
/** Only what the vault says of itself is read here: its zone. */
const folder = join(work, 'City.muniment')
const deciding = () => ({ db, folder, now: at, actor: { person: null, osUser: 'clerk', machine: 'desk' } })
beforeAll(() => {
  const means = { clock: () => at, random: (bytes: number) => new Uint8Array(bytes) }
  createVault(folder, { city: 'City of Alder Bay', zone: Zone.parse('America/Los_Angeles') }, means)
})
beforeEach(() => {
  db = memoryCatalog()
  const posts = Array.from({ length: RECORDS }, (_, place) => ({ id: `p${place}`, text: `post ${place}` }))
  db.transaction(() => storeItems(db, payloadOf(1, posts)))
})
afterAll(() => {
  db.close()
  rmSync(work, { recursive: true, force: true })
})

/** The window's side, kept in memory that outlives every kill. */
class Desk implements OutboxStore {
  readonly rows: OutboxRow[] = []
  readonly #seen: Map<number, Expected>
  readonly #undo: { record: RecordId; of: CommandId }[] = []
  #made = 0
  killed: (() => void) | null = null

  constructor(seen: Map<number, Expected>) {
    this.#seen = seen
  }

  decide(record: RecordId, series: string | null): void {
    const commandId = this.#id()
    this.#add({
      commandId,
      record,
      expected: this.#seen.get(record) ?? { decision: null },
      command: { do: 'make', series, note: null },
    })
    this.#undo.push({ record, of: commandId })
  }

  undo(): void {
    const entry = this.#undo.pop()
    if (entry === undefined) return
    const stopped = this.rows.findIndex(({ commandId, state }) => commandId === entry.of && state !== 'waiting')
    if (stopped >= 0) return void this.rows.splice(stopped, 1)
    this.#add({ commandId: this.#id(), record: entry.record, expected: null, command: { do: 'undo', of: entry.of } })
  }

  next = async () => this.rows.find(({ state }) => state === 'waiting')
  remove = async ({ seq }: OutboxRow) => {
    this.killed?.()
    this.rows.splice(
      this.rows.findIndex((row) => row.seq === seq),
      1,
    )
  }
  stop = async ({ seq }: OutboxRow, how: Pick<NewRow, 'state' | 'standing' | 'code'>) => {
    this.killed?.()
    const place = this.rows.findIndex((row) => row.seq === seq)
    const row = this.rows[place]
    if (row) this.rows[place] = { ...row, ...how }
  }
  withdraw = async (command: CommandId) => {
    const place = this.rows.findIndex(({ commandId, state }) => commandId === command && state !== 'waiting')
    if (place >= 0) this.rows.splice(place, 1)
  }

  #id(): CommandId {
    this.#made += 1
    return CommandId.parse(`command-${this.#made}`)
  }

  #add(row: Pick<NewRow, 'commandId' | 'record' | 'expected' | 'command'>): void {
    const rest = { vaultId: 'vault', actor: clerk, state: 'waiting', standing: null, code: null } as const
    this.rows.push({ seq: this.#made, ...rest, ...row })
    this.#seen.set(row.record, { after: row.commandId })
  }
}

/** The vault's side: as the writer runs a command. */
function apply({ commandId, record, expected, command }: OutboxRow): Outcome {
  const applied = Outcome.safeParse(appliedResult(db, commandId)).data
  if (applied) return applied
  return db.transaction(() => {
    const made =
      command.do === 'undo'
        ? undoDecision(deciding(), { record, of: command.of })
        : makeDecision(deciding(), {
            record,
            series: command.series,
            expected: expected ?? { decision: null },
            note: null,
          })
    rememberResult(db, commandId, `decision.${command.do}`, made, at)
    return made
  })
}

async function play(steps: readonly Step[], withKills: boolean) {
  const ids = db.all<{ id: number }>('SELECT id FROM record ORDER BY native_id').map(({ id }) => RecordId.parse(id))
  const desk = new Desk(new Map())
  const idOf = (place: number) => ids[place] ?? RecordId.parse(0)
  const drainOnce = async (kill: string | null) => {
    const send = async (row: OutboxRow): Promise<Answer> => {
      if (kill === 'before') return { kind: 'gone' }
      const outcome = apply(row)
      return kill === 'unanswered' ? { kind: 'gone' } : { kind: 'answered', ...outcome }
    }
    desk.killed =
      kill === 'unremoved'
        ? () => {
            throw new Error('killed')
          }
        : null
    return drain(desk, send).catch(() => 'gone')
  }
  for (const one of [...steps, { do: 'drain' as const, kills: [] }]) {
    if (one.do === 'decide') desk.decide(idOf(one.record), one.series)
    else if (one.do === 'undo') desk.undo()
    else if (one.do === 'colleague') {
      const record = idOf(one.record)
      const newest = db.get<{ id: number | null }>(
        'SELECT max(id) AS id FROM classification WHERE record_id = ?',
        record,
      )
      makeDecision(deciding(), { record, series: one.series, expected: { decision: newest?.id ?? null }, note: null })
    } else {
      for (const kill of withKills ? one.kills : []) await drainOnce(kill)
      expect(await drainOnce(null)).toBe('empty')
    }
  }
  return {
    history: db.all('SELECT id, record_id, series, previous, restored FROM classification ORDER BY id'),
    records: db.all<{ id: number; series: string | null }>('SELECT id, series FROM record ORDER BY id'),
    stopped: desk.rows.map(({ commandId, state, standing }) => ({ commandId, state, standing })),
  }
}

test('killed at any point, the same decisions are in the vault exactly once, and the same ones wait for a choice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const outcome = async (withKills: boolean) => {
        db.exec('DELETE FROM classification; DELETE FROM applied_command; UPDATE record SET series = NULL')
        return play(steps, withKills)
      }
      expect(await outcome(true)).toEqual(await outcome(false))
    }),
    { numRuns: 150 },
  )
})

test('every record stands as its newest decision says, and a taken-back one as the decision before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      db.exec('DELETE FROM classification; DELETE FROM applied_command; UPDATE record SET series = NULL')
      await play(steps, true)
      const wrong = db.all(
        `SELECT record.id FROM record LEFT JOIN classification AS newest
           ON newest.id = (SELECT max(id) FROM classification WHERE record_id = record.id)
         LEFT JOIN classification AS again ON again.id = newest.restored
         WHERE record.series IS NOT newest.series OR (newest.restored > 0 AND newest.series IS NOT again.series)
           OR (newest.restored = 0 AND newest.series IS NOT NULL)`,
      )
      expect(wrong).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('taking back what met a colleague’s decision leaves that one standing, and nothing waits for a choice', async () => {
  const steps: Step[] = [
    { do: 'decide', record: 0, series: 'A' },
    { do: 'undo' },
    { do: 'colleague', record: 0, series: 'B' },
  ]
  const { records, stopped, history } = await play(steps, false)
  expect([
    records.filter(({ series }) => series !== null).map(({ series }) => series),
    stopped,
    history.length,
  ]).toEqual([['B'], [], 1])
})
