// Plans in a game: drawn up, approved, reported, taken back, narrowed, given newer lists; schedules adopted.
import { knownPlan, readPlan } from '../../../electron/core/retention/approval/read-plan.ts'
import purgeApprove from '../../../electron/core/retention/commands/purge.approve.ts'
import purgeLists from '../../../electron/core/retention/commands/purge.lists.ts'
import purgeStrike from '../../../electron/core/retention/commands/purge.strike.ts'
import purgeWithdraw from '../../../electron/core/retention/commands/purge.withdraw.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import seriesReview from '../../../electron/core/retention/commands/series.review.ts'
import { noteHeldPackagesPage } from '../../../electron/core/vault/repository/disposition/approval.ts'
import { MunimentError } from '../../../shared/contract/error.ts'
import { Approval } from '../../../shared/domain/disposition/approval.ts'
import type { PlanFile } from '../../../shared/domain/disposition/disposition.ts'
import { PlanId } from '../../../shared/domain/id.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { planned } from '../../integration/retention/approved-plan.ts'
import { adopted, attorney, clerk } from '../../integration/retention/support.ts'
import { daysLater } from './days.ts'
import type { Desk } from './desk.ts'
import { filesListed } from './file-law.ts'
import { entriesOf, listFiles } from './list-acts.ts'
import { planAtHand } from './plan-at-hand.ts'
import { CHAIN, unanswered, unready } from './plan-law.ts'
import { codeOf, legendOfGames, scheduleCsv } from './series.ts'
import { identityOf, keyOf, type PlanFileKnown, type PlanKnown } from './state.ts'

const page = { name: 'signed.pdf', bytes: Buffer.from('%PDF-1.7 a signed page').toString('base64') }
const NAMES = { 'department-head': 'Lee Park', 'city-attorney': 'Dana Whitfield', 'city-clerk': 'Asha Rao' } as const
/** Older plans are forgotten by the players, and stay in the vault. */
const KEPT = 4

/** Draws a plan up and compares what it lists. */
export async function plan(desk: Desk): Promise<void> {
  const { dice, vault, state } = desk
  if (desk.isBehind) return
  const asOf = dice.once(8) ? daysLater(desk.today, 1 + dice.below(60)) : desk.today
  const kind = state.copies.some(({ receipt }) => receipt !== null) && dice.once(3) ? 'custody' : 'destruction'
  desk.did()
  const entries = entriesOf(desk)
  const drawn = await planned(vault, asOf, kind, listFiles(entries, desk.today))
  const { look } = desk
  const listed = state.records.flatMap((one) => {
    const how = look.listed(kind, one, asOf)
    const { id, native, account, seal } = one
    if (how === null) return []
    const { series, copy } = how
    return [{ one, item: { id, native, account, seal, series, copy } }]
  })
  const held = look.heldPackages(asOf)
  const waiting = listed.filter(({ one }) => one.packages.some((each) => held.has(each))).length
  const all = drawn.eligible + drawn.excluded
  if (drawn.eligible !== listed.length || drawn.waiting !== waiting || all !== state.records.length) {
    const said = `${drawn.eligible} records of ${all}, ${drawn.waiting} of them waiting`
    throw desk.wrong(
      `the ${kind} plan lists ${said}; the model ${listed.length} of ${state.records.length}, ${waiting}`,
    )
  }
  const files = kind === 'custody' ? [] : filesListed(state, look, asOf)
  const file = readPlan(vault.folder, knownPlan(vault.db, PlanId.parse(drawn.id)))
  compareFiles(desk, drawn.id, file, files)
  const by = new Map(file.records.map(({ recordId, series }) => [Number(recordId), series]))
  const other = listed.find(({ item }) => by.get(item.id) !== codeOf[item.series])
  if (other !== undefined)
    throw desk.wrong(
      `the plan lists ${other.item.native} by ${by.get(other.item.id)}; the model by ${other.item.series}`,
    )
  desk.open('purge-plan', String(drawn.id), { open: false })
  state.plans.push({
    ...{ kind, id: drawn.id, asOf, made: desk.now, madeOn: desk.today, madeBy: desk.by, schedule: state.schedule },
    ...{ items: listed.map(({ item }) => item), files },
    packages: [...new Set(listed.flatMap(({ one }) => one.packages))],
    ...{ listsOn: desk.today, listed: entries, approvals: [], narrowed: [], narrowedFiles: [], carriedOut: false },
    heldPageOn: null,
  })
  state.plans = state.plans.slice(-KEPT)
  state.listDays.push(desk.today)
  desk.played.plans += 1
  desk.changed()
}

/** The files of a plan, each with its series, are those of the model; of every other it says why it stays. */
function compareFiles(desk: Desk, id: number, file: PlanFile, wanted: readonly PlanFileKnown[]): void {
  const { state } = desk
  const { files = [], filesKept = [], custody } = file
  const said = new Set(files.map((one) => `${one.kind} ${one.id} by ${one.series}`))
  const own = new Set(wanted.map(({ key, series }) => `${key} by ${codeOf[series]}`))
  const more = [...said].filter((one) => !own.has(one))
  const less = [...own].filter((one) => !said.has(one))
  if (more.length + less.length > 0) {
    const kept = filesKept.filter((one) => less.some((each) => each.startsWith(`${one.kind} ${one.id} `)))
    const why = kept.map((one) => `${one.kind} ${one.id}: ${one.detail}`).join('; ')
    throw desk.wrong(`plan ${id} lists the files ${more} though the model does not, and not ${less} (${why})`)
  }
  const named = new Set([...files, ...filesKept].map((one) => `${one.kind} ${one.id}`))
  const silent = custody === undefined ? state.files.find((one) => !named.has(keyOf(one))) : undefined
  if (silent !== undefined) throw desk.wrong(`plan ${id} says nothing of ${keyOf(silent)}`)
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
  if (heldPackages && one.heldPageOn === null && dice.once(2)) printHeldPage(desk, one)
  const open = unanswered(desk.state, one, desk.today)
  const unprinted = heldPackages && !reported && (one.heldPageOn === null || desk.today < one.heldPageOn)
  const approval = approvalOf(desk, { ...approver, by })
  if (approval === null && (unprinted || open.length > 0)) return
  if (approval === null || unprinted || open.length > 0) {
    throw desk.wrong(
      `plan ${one.id} was ${approval === null ? 'not ' : ''}approved; unanswered are ${JSON.stringify(open)}; a page was ${unprinted ? 'not printed' : 'printed or not asked'}`,
    )
  }
  const { id } = approval
  desk.touch('purge-plan', String(one.id))
  one.approvals.push({ id, role, reported, signedOn: desk.today, heldPackages, seenBy: desk.by })
}

/** A page is printed on which the attorney can consent that packages with held records are overwritten. */
function printHeldPage({ vault, now, today }: Desk, one: PlanKnown): void {
  noteHeldPackagesPage(vault.db, PlanId.parse(one.id), Instant.parse(now))
  one.heldPageOn = today
}

/** Records an approval; null where it is refused. */
function approvalOf(desk: Desk, asked: object): Approval | null {
  try {
    return Approval.parse(desk.command(purgeApprove, asked))
  } catch (error) {
    if (error instanceof MunimentError && error.code === 'APPROVAL_REFUSED') return null
    throw error
  }
}

/** Takes an approval back. */
export function withdraw(desk: Desk): void {
  const one = planAtHand(desk)
  const approval = desk.dice.pick(one?.approvals ?? [])
  if (one === undefined || approval === undefined) return
  desk.command(purgeWithdraw, { approval: approval.id, reason: 'after a second look' })
  desk.touch('purge-plan', String(one.id))
  one.approvals = one.approvals.filter((each) => each !== approval)
}

/** Takes a record or a file of the office out of a plan. */
export function strike(desk: Desk): void {
  const { dice } = desk
  const one = planAtHand(desk)
  const file = dice.once(3) ? dice.pick(one?.files ?? []) : undefined
  const item = file === undefined ? dice.pick(one?.items ?? []) : undefined
  if (one === undefined || (item === undefined && file === undefined)) return
  const [kind, id] = file?.key.split(' ') ?? []
  const files = file === undefined ? [] : [{ kind, id }]
  desk.command(purgeStrike, { plan: one.id, records: item === undefined ? [] : [item.id], files, reason: 'historic' })
  const [list, name] = item === undefined ? [one.narrowedFiles, file?.key ?? ''] : [one.narrowed, identityOf(item)]
  // What was taken out before is not entered again.
  if (list.includes(name)) return
  list.push(name)
  desk.touch('purge-plan', String(one.id))
}

/** Gives a plan newer lists. */
export function giveLists(desk: Desk): void {
  const { state } = desk
  const one = planAtHand(desk)
  if (one === undefined || desk.isBehind) return
  one.listed = entriesOf(desk)
  desk.command(purgeLists, { plan: one.id, ...listFiles(one.listed, desk.today) })
  desk.touch('purge-plan', String(one.id))
  one.listsOn = desk.today
  state.listDays.push(desk.today)
}

/** The council adopts another schedule: the same, or one that keeps posts for two years more or less. */
export function adopt(desk: Desk): void {
  const { dice, state, vault } = desk
  if (desk.isBehind) return
  const years = dice.once(3) ? 4 : 2
  const before = desk.by
  desk.actAs(clerk)
  const more = { csv: scheduleCsv(years), legend: legendOfGames(), resolution: desk.name('Resolution') }
  desk.command(scheduleImport, adopted(vault.db, more))
  desk.actAs(before)
  state.schedule += 1
  state.postYears = years
  desk.changed()
}

/** Two persons review the historical series, now and then the other way. */
export function review(desk: Desk): void {
  const { dice, state } = desk
  if (desk.isBehind) return
  const lasting = state.noLastingValue || dice.once(2)
  const asked = { series: [codeOf.jubilee], lasting, basis: 'looked through all of it', second: desk.other }
  desk.command(seriesReview, asked)
  state.noLastingValue = !lasting
  desk.changed()
}

/** Who could carry a plan out now, or else anybody: then it must be refused. */
export function executor(desk: Desk, one: PlanKnown): typeof clerk {
  const allWait = desk.look.allWait(one, desk.today)
  const able = [clerk, attorney].find(
    (person) => unready(desk.state, one, person, { at: desk.now, latest: desk.latest }, allWait) === null,
  )
  return able === undefined || desk.dice.once(6) ? (desk.dice.pick([clerk, attorney]) ?? clerk) : able
}
