// What holds in a game: holds on records, accounts, periods, words and everything, and requests; narrowed, released, closed.
import requestClose from '../../../electron/core/disclosure/commands/request.close.ts'
import requestOpen from '../../../electron/core/disclosure/commands/request.open.ts'
import holdNarrow from '../../../electron/core/retention/commands/hold.narrow.ts'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import holdRelease from '../../../electron/core/retention/commands/hold.release.ts'
import explain from '../../../electron/core/retention/queries/retention.explain.ts'
import { holdPlace as placing } from '../../../shared/contract/hold.ts'
import { retentionExplain } from '../../../shared/contract/schedule.ts'
import { daysLater } from './days.ts'
import type { Desk } from './desk.ts'
import { covers } from './scope.ts'
import type { Known, Scope } from './state.ts'

const paper = { name: 'paper.pdf', bytes: 'AAAA' }
const nothing: Scope = { natives: [], account: null, from: null, to: null, topic: null }
/** More would hold everything. */
const MOST = 6

/** Places a hold. */
export function hold(desk: Desk): void {
  const one = desk.dice.pick(desk.state.records)
  if (one === undefined || desk.state.holds.length >= MOST) {
    release(desk)
    return
  }
  const scope = scopeAround(desk, one)
  const label = desk.name('Hold')
  const order = { label, basis: 'litigation', orderedBy: 'City Attorney', document: null }
  const { id, covered } = placing.output.parse(desk.command(holdPlace, { ...order, scope: written(desk, scope) }))
  desk.state.holds.push({ id, label, scope, request: null, files: [] })
  desk.open('hold-file', String(id))
  const wanted = desk.state.records.filter((each) => covers(scope, each)).length
  if (covered !== wanted) throw desk.wrong(`${label} froze ${covered} records, the model says ${wanted}`)
}

/** A scope that covers a record, of one kind or another. */
function scopeAround({ dice, state }: Desk, one: Known): Scope {
  const about = dice.below(20)
  if (about < 12) {
    const other = dice.pick(state.records)
    return { ...nothing, natives: [...new Set([one.native, other?.native ?? one.native])] }
  }
  const days = { from: daysLater(one.day, -dice.below(200)), to: daysLater(one.day, dice.below(200)) }
  if (about < 16) return { ...nothing, account: one.account, ...days }
  if (about < 18) return { ...nothing, topic: one.topic, ...days }
  if (about < 19) return { ...nothing, account: one.account }
  return nothing
}

function written({ vault, state }: Desk, { natives, account, from, to, topic }: Scope) {
  const ids = state.records.flatMap(({ native, id }) => (natives.includes(native) ? [id] : []))
  return { search: topic, accounts: account === null ? [] : [vault.accounts[account]], from, to, recordIds: ids }
}

/** Releases a hold, that of a closed request among them. */
export function release(desk: Desk): void {
  const { dice, state } = desk
  const one = dice.pick(state.holds)
  if (one === undefined) return
  desk.command(holdRelease, { id: one.id, releasedBy: 'attorney', document: paper })
  state.holds = state.holds.filter((each) => each !== one)
  if (one.request === null) desk.close('hold-file', String(one.id))
  else desk.touch('request-file', one.request)
}

/** Narrows a hold to single records. */
export function narrow(desk: Desk): void {
  const { dice, state } = desk
  const one = dice.pick(state.holds.filter(({ request }) => request === null))
  const kept = dice.pick(state.records)
  if (one === undefined || kept === undefined) return
  const scope = { ...nothing, natives: [kept.native] }
  desk.command(holdNarrow, { id: one.id, scope: written(desk, scope), signedBy: 'attorney', document: paper })
  one.scope = scope
  desk.touch('hold-file', String(one.id))
}

/** Enters a request: it holds its account and period from its receipt. */
export function openRequest(desk: Desk): void {
  const one = desk.dice.pick(desk.state.records)
  if (one === undefined || desk.isBehind || desk.state.holds.length >= MOST) {
    closeRequest(desk)
    return
  }
  const id = desk.name('R').replace(' ', '-')
  const scope = { ...nothing, account: one.account, from: daysLater(one.day, -30), to: daysLater(one.day, 30) }
  const { accounts, from, to } = written(desk, scope)
  const text = desk.name('All posts, please, and whatever else there is')
  desk.command(requestOpen, {
    ...{ id, receivedOn: desk.today, channel: 'email', requester: 'Jane Ortiz', immediateDisclosure: false },
    ...{ text, accounts, from, to, search: '' },
  })
  const sql = 'SELECT id, label FROM hold WHERE request_id = ?'
  const placed = desk.vault.db.get<{ id: number; label: string }>(sql, id)
  if (placed === undefined) throw desk.wrong(`request ${id} placed no hold`)
  desk.state.requests.push({ id, scope, open: true, found: [] })
  desk.state.holds.push({ ...placed, scope, request: id, files: [] })
  desk.open('request-file', id, { words: [text] })
}

/** Closes a request: what it holds it goes on holding until its hold is released. */
export function closeRequest(desk: Desk): void {
  const open = desk.dice.pick(desk.state.requests.filter((one) => one.open))
  if (open === undefined || desk.isBehind) return
  desk.command(requestClose, { id: open.id, how: 'elsewhere', on: desk.today, reason: 'answered by letter' })
  open.open = false
  desk.close('request-file', open.id)
}

/** Asks the vault of one record, and compares. */
export async function ask(desk: Desk): Promise<void> {
  const one = desk.dice.pick(desk.state.records)
  if (one === undefined) return
  const asOf = desk.dice.once(4) ? daysLater(desk.today, desk.dice.below(900)) : desk.today
  desk.did()
  const told = retentionExplain.output.parse(await desk.vault.ask(explain, { id: one.id, asOf }))
  const may = desk.look.mayGo(one, asOf) !== null
  if (told.eligible !== may || told.holds.length > 0 !== desk.look.isHeld(one, asOf)) {
    throw desk.wrong(`of ${one.native} as of ${asOf} the model says ${may}, the vault: ${told.verdict}`)
  }
}
