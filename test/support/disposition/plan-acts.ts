// Plans in a game: drawn up, approved, reported, taken back, narrowed, given newer lists; schedules adopted.
import purgeApprove from '../../../electron/core/retention/commands/purge.approve.ts'
import purgeLists from '../../../electron/core/retention/commands/purge.lists.ts'
import purgeStrike from '../../../electron/core/retention/commands/purge.strike.ts'
import purgeWithdraw from '../../../electron/core/retention/commands/purge.withdraw.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import { Approval } from '../../../shared/domain/disposition/approval.ts'
import { flaggedLayout, layoutCsv } from '../../fixtures/schedule/layouts.ts'
import { planned } from '../../integration/retention/approved-plan.ts'
import { adopted, attorney, clerk } from '../../integration/retention/support.ts'
import { daysLater } from './days.ts'
import type { Desk } from './desk.ts'
import { CHAIN, unready } from './law.ts'
import { identityOf, type PlanKnown } from './state.ts'

const list = { name: 'list.csv', csv: 'Number\n1\n' }
const page = { name: 'signed.pdf', bytes: Buffer.from('%PDF-1.7 a signed page').toString('base64') }
const NAMES = { 'department-head': 'Lee Park', 'city-attorney': 'Dana Whitfield', 'city-clerk': 'Asha Rao' } as const
/** Older plans are forgotten by the players, and stay in the vault. */
const KEPT = 4

/** Draws a plan up and compares what it lists. */
export async function plan(desk: Desk): Promise<void> {
  const { dice, vault, state } = desk
  if (desk.isBehind) return
  const asOf = dice.once(8) ? daysLater(desk.today, 1 + dice.below(60)) : desk.today
  desk.did()
  const drawn = await planned(vault, asOf)
  const { look } = desk
  const items = state.records.flatMap((one) => {
    const series = look.mayGo(one, asOf)
    return series === null
      ? []
      : [{ id: one.id, native: one.native, account: one.account, series, versions: one.versions, one }]
  })
  const waiting = items.filter(({ one }) => one.packages.some((each) => look.heldPackages.has(each))).length
  if (
    drawn.eligible !== items.length ||
    drawn.waiting !== waiting ||
    drawn.eligible + drawn.excluded !== state.records.length
  ) {
    const said = `${drawn.eligible} records of ${drawn.eligible + drawn.excluded}, ${drawn.waiting} of them waiting`
    throw desk.wrong(`the plan lists ${said}; the model ${items.length} of ${state.records.length}, ${waiting} waiting`)
  }
  desk.touchPlan(drawn.id)
  state.plans.push({
    ...{ id: drawn.id, asOf, madeOn: desk.today, madeBy: desk.by, schedule: state.schedule },
    items: items.map(({ one: _one, ...item }) => item),
    files: drawn.files.reduce((sum, { eligible }) => sum + eligible, 0),
    packages: [...new Set(items.flatMap(({ one }) => one.packages))],
    ...{ listsOn: desk.today, approvals: [], narrowed: [], carriedOut: false },
  })
  state.plans = state.plans.slice(-KEPT)
  desk.played.plans += 1
  desk.changed()
}

/** A plan that somebody works on. */
export function planAtHand({ dice, state }: Desk): PlanKnown | undefined {
  const open = state.plans.filter(({ carriedOut }) => !carriedOut)
  return dice.once(10) ? dice.pick(state.plans) : open.at(-1)
}

/** Records the next approval that is missing, or any; some only as reported. */
export function approve(desk: Desk): void {
  const { dice } = desk
  const one = planAtHand(desk)
  if (one === undefined || desk.today < one.madeOn || desk.isBehind) return
  const missing = CHAIN.find((role) => !one.approvals.some((each) => each.role === role))
  const role = dice.once(6) ? dice.pick(CHAIN) : missing
  if (role === undefined) return
  const heldPackages = role === 'city-attorney' && dice.once(3)
  const reported = dice.once(12)
  const approver = { plan: one.id, role, name: NAMES[role], title: '', signedOn: desk.today, heldPackages }
  const by = reported ? { way: 'reported' } : { way: 'attached', document: page }
  const { id } = Approval.parse(desk.command(purgeApprove, { ...approver, by }))
  desk.touchPlan(one.id)
  one.approvals.push({ id, role, reported, signedOn: desk.today, heldPackages, seenBy: desk.by })
}

/** Takes an approval back. */
export function withdraw(desk: Desk): void {
  const one = planAtHand(desk)
  const approval = desk.dice.pick(one?.approvals ?? [])
  if (one === undefined || approval === undefined) return
  desk.command(purgeWithdraw, { approval: approval.id, reason: 'after a second look' })
  desk.touchPlan(one.id)
  one.approvals = one.approvals.filter((each) => each !== approval)
}

/** Takes a record out of a plan. */
export function strike(desk: Desk): void {
  const one = planAtHand(desk)
  const item = desk.dice.pick(one?.items ?? [])
  if (one === undefined || item === undefined) return
  desk.command(purgeStrike, { plan: one.id, records: [item.id], reason: 'historic' })
  desk.touchPlan(one.id)
  one.narrowed = [...new Set([...one.narrowed, identityOf(item)])]
}

/** Gives a plan newer lists. */
export function giveLists(desk: Desk): void {
  const one = planAtHand(desk)
  if (one === undefined || desk.isBehind) return
  const dated = { ...list, datedOn: desk.today }
  desk.command(purgeLists, { plan: one.id, openRequests: dated, claims: dated })
  desk.touchPlan(one.id)
  one.listsOn = desk.today
}

/** The council adopts another schedule: the same, or one that keeps posts for two years more or less. */
export function adopt(desk: Desk): void {
  const { dice, state, vault } = desk
  if (desk.isBehind) return
  const years = dice.once(3) ? 4 : 2
  const rows = flaggedLayout().map((row) => row.map((cell) => (cell === 'CU+2' ? `CU+${years}` : cell)))
  const before = desk.by
  desk.actAs(clerk)
  const more = { csv: layoutCsv(rows), resolution: desk.name('Resolution') }
  desk.command(scheduleImport, adopted(vault.db, more))
  desk.actAs(before)
  state.schedule += 1
  state.postYears = years
  desk.changed()
}

/** Who could carry a plan out now, or else anybody: then it must be refused. */
export function executor(desk: Desk, one: PlanKnown): typeof clerk {
  const able = [clerk, attorney].find(
    (person) => unready(desk.state, one, person, { at: desk.now, latest: desk.latest }) === null,
  )
  return able === undefined || desk.dice.once(6) ? (desk.dice.pick([clerk, attorney]) ?? clerk) : able
}
