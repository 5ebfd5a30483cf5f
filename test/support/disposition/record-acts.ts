// What is done with records in a game: they come in, come again, are put in series, and their days are told.

import classifyRecords from '../../../electron/core/retention/commands/classify.records.ts'
import eventSet from '../../../electron/core/retention/commands/event.set.ts'
import { classifyRecords as classifying } from '../../../shared/contract/schedule.ts'
import { dayOf, daysLater } from './days.ts'
import type { Desk } from './desk.ts'
import { codeOf, type SeriesName } from './series.ts'
import { identityOf, type Known } from './state.ts'

const TOPICS = ['drains', 'parade', 'budget', 'library', 'quarry']
/** How often each is chosen. */
const SERIES: readonly SeriesName[] = [
  ...(['post', 'post', 'post', 'post', 'post', 'post', 'message', 'claims'] as const),
  ...(['minutes', 'mayor', 'jubilee', 'laws'] as const),
]
const TAKEN = 40

/** Words of a version that are those of no other. */
export function wordsOf({ native, topic }: Pick<Known, 'native' | 'topic'>, version: number): string {
  return `${topic} in words of ${native} at length${version > 1 ? `, put right ${version} times` : ''}`
}

/** An export of a few posts, some with answers; an answer may be to a post of another export. */
export function receive(desk: Desk): void {
  const { dice } = desk
  const account = dice.once(2) ? 0 : 1
  const year = dice.once(6) ? Number(desk.today.slice(0, 4)) - 1 - dice.below(2) : 2011 + dice.below(8)
  const tops = Array.from({ length: 1 + dice.below(6) }, () => made(desk, account, year, null))
  const all = [...tops]
  for (const top of tops) if (dice.once(2)) all.push(made(desk, account, year + dice.below(2), top.native))
  const earlier = dice.pick(desk.state.records)
  if (earlier?.account === account && dice.once(3)) all.push(made(desk, account, year, earlier.native))
  take(desk, account, all)
}

/** Records come again: as they are, changed, or though they were destroyed. */
export function receiveAgain(desk: Desk): void {
  const { dice, state } = desk
  const one = dice.pick(state.records)
  if (one === undefined) return
  const changed = dice.once(3)
  if (changed) one.versions += 1
  // The platform may tell of an edit of which the words show nothing.
  if (dice.once(4)) one.edited = Math.max(one.edited, editAfter(desk, one))
  const gone = dice.once(2) ? dice.pick(state.destroyed) : undefined
  const again = gone === undefined ? [] : [destroyedOne(gone, one.account)]
  take(desk, one.account, [one, ...again.filter((each) => each !== null)], changed)
  if (again.some((each) => each !== null && idOf(desk, each) !== null))
    throw desk.wrong(`${gone} came back by an import`)
}

/** As much of a destroyed record as an export of its account shows again. */
function destroyedOne(identity: string, account: 0 | 1): Known | null {
  const [own, native = ''] = identity.split(' ')
  if (own !== String(account)) return null
  const at = { at: '2015-03-10T20:00:00Z', day: '2015-03-10', answers: null, topic: 'drains' }
  const kind = native.startsWith('r') ? 'reply' : 'post'
  const rest = { id: 0, series: null, closed: null, versions: 1, edited: 0, seal: 0, brought: 0, packages: [] }
  return { native, kind, account, ...at, ...rest }
}

function made(desk: Desk, account: 0 | 1, year: number, answers: string | null): Known {
  desk.made += 1
  const { dice } = desk
  const second = String(desk.made % 60).padStart(2, '0')
  const minute = String(Math.floor(desk.made / 60) % 60).padStart(2, '0')
  const day = `${year}-${pad(1 + dice.below(12))}-${pad(1 + dice.below(28))}`
  // Some early in the morning by UTC, which is the day before by the City's clocks.
  const at = dice.once(5) ? `${year}-01-01T06:${minute}:${second}Z` : `${day}T20:${minute}:${second}Z`
  const one = {
    ...{ native: `${answers === null ? 'n' : 'r'}${desk.made}`, kind: answers === null ? 'post' : 'reply' },
    ...{ account, at, day: dayOf(Date.parse(at)), answers, topic: dice.pick(TOPICS) ?? '' },
    ...{ id: 0, series: null, closed: null, versions: 1, edited: 0, seal: 0, brought: 0, packages: [] },
  } satisfies Known
  return dice.once(6) ? { ...one, edited: editAfter(desk, one) } : one
}

/** A moment of the years after it was written, up to now. */
function editAfter({ dice, now }: Desk, { at }: Pick<Known, 'at'>): number {
  return Math.min(now, Date.parse(at) + dice.below(5 * 365) * 86_400_000)
}

/** Takes in an export that shows them. @param changed whether those that are known have a version more */
function take(desk: Desk, account: 0 | 1, shown: readonly Known[], changed = false): void {
  const { vault, state, dice } = desk
  // An export of long ago, or of today.
  const generated = dice.once(3) ? desk.now : Date.parse('2019-05-01T00:00:00Z')
  const [packageId = ''] = vault.take(
    shown.map((one) => ({
      ...{ id: one.native, kind: one.kind, at: one.at, text: wordsOf(one, one.versions) },
      ...(one.answers === null ? {} : { answers: one.answers }),
      ...(one.edited === 0 ? {} : { edited: new Date(one.edited).toISOString() }),
      account: vault.accounts[account],
    })),
    new Date(generated).toISOString(),
  )
  const gone = new Set(state.destroyed)
  for (const one of shown) {
    if (gone.has(identityOf(one))) continue
    one.packages.push(packageId)
    if (one.id === 0 || changed) {
      one.brought = Math.max(one.brought, generated)
      one.seal = desk.seal()
    }
    if (one.id !== 0) continue
    one.id = idOf(desk, one) ?? 0
    if (one.id === 0) throw desk.wrong(`${one.native} was not stored`)
    state.records.push(one)
  }
  desk.noteEntry('intake.complete')
}

function idOf({ vault }: Desk, { account, kind, native }: Known): number | null {
  const sql = 'SELECT id FROM record WHERE account_id = ? AND kind = ? AND native_id = ?'
  return vault.db.get<{ id: number }>(sql, vault.accounts[account], kind, native)?.id ?? null
}

/** Puts records in a series: those that are in none, or a single one in another. */
export function classify(desk: Desk): void {
  const { dice, state } = desk
  const waiting = state.records.filter(({ series }) => series === null).slice(0, TAKEN)
  const one = dice.pick(state.records)
  const chosen = waiting.length > 0 && !dice.once(4) ? waiting : one === undefined ? [] : [one]
  if (chosen.length === 0) return
  const series = dice.once(20) ? null : (dice.pick(SERIES) ?? null)
  if (dice.once(6) && refusedAlone(desk, chosen, series)) return
  put(desk, chosen, series, desk.other)
}

function put(desk: Desk, records: readonly Known[], series: SeriesName | null, second: string | null): void {
  const code = series === null ? null : codeOf[series]
  const input = { records: records.map(({ id }) => id), series: code, reason: 'as read', second }
  classifying.output.parse(desk.command(classifyRecords, input))
  for (const one of records) one.series = series
}

/** Nobody alone shortens what is held: tried, and refused. */
function refusedAlone(desk: Desk, records: readonly Known[], series: SeriesName | null): boolean {
  const shortens = (one: Known) => one.series === 'minutes' && (series === 'post' || series === 'message')
  const guarded = records.find((one) => shortens(one) && desk.look.isHeldItself(one, desk.today))
  if (guarded === undefined) return false
  try {
    put(desk, records, series, null)
  } catch {
    return true
  }
  throw desk.wrong(`${guarded.native} was put in a shorter series by one person though it is held`)
}

/** Tells the day on which what records are about was closed, or takes it back. */
export function tellEvent(desk: Desk): void {
  const { dice, state } = desk
  const one = dice.pick(state.records.filter(({ series }) => series === 'claims')) ?? dice.pick(state.records)
  if (one === undefined) return
  const on = dice.once(8) ? null : `${2010 + dice.below(9)}-${pad(1 + dice.below(12))}-${pad(2 + dice.below(26))}`
  desk.command(eventSet, { code: 'CL', on, search: null, records: [one.id], reason: 'by the file', second: desk.other })
  one.closed = on
}

/** Time goes on; now and then by months. */
export function goOn(desk: Desk): void {
  const { dice } = desk
  const days = dice.once(10) ? 60 + dice.below(200) : 1 + dice.below(9)
  desk.setClock(Date.parse(`${daysLater(dayOf(Math.max(desk.now, desk.latest)), days)}T18:00:00Z`))
  desk.changed()
}

/** Somebody sets the clock back. */
export function goBack(desk: Desk): void {
  desk.setClock(desk.now - (1 + desk.dice.below(9)) * 86_400_000)
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
