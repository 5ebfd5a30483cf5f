// The lists of a plan in a game: most of what they name is known, some of it is not, and two persons answer for that sooner or later.
import { createHash } from 'node:crypto'
import purgeAnswer from '../../../electron/core/retention/commands/purge.answer.ts'
import { numberKey } from '../../../shared/domain/disposition/listed-number.ts'
import type { Desk } from './desk.ts'
import { planAtHand } from './plan-at-hand.ts'
import { unanswered } from './plan-law.ts'
import type { ListedKnown } from './state.ts'

/** What the portal and the attorney list today: what is open and what stands, now and then something else. */
export function entriesOf(desk: Desk): ListedKnown[] {
  const { dice, state } = desk
  const closed = dice.once(5) ? dice.pick(state.requests.filter(({ open }) => !open)) : undefined
  const requests = [
    ...state.requests.filter(({ open }) => open && !dice.once(4)).map(({ id }) => id),
    ...(closed === undefined ? [] : [closed.id]),
    ...(dice.once(5) ? [desk.name('X').replace(' ', '-')] : []),
  ]
  const claims = [
    ...state.holds.filter(({ request }) => request === null && !dice.once(4)).map(({ label }) => label),
    ...(dice.once(5) ? [desk.name('Claim')] : []),
  ]
  return [
    ...requests.map((name) => ({ kind: 'open-requests' as const, name })),
    ...[...new Set(claims)].map((name) => ({ kind: 'claims' as const, name })),
  ]
}

/** Them as files of a day, the numbers spelled as people do. */
export function listFiles(entries: readonly ListedKnown[], datedOn: string) {
  const file = (kind: ListedKnown['kind']) => {
    const names = entries.filter((one) => one.kind === kind).map(({ name }) => ` ${name.toLowerCase()}`)
    return { name: `${kind}.csv`, csv: ['Number', ...names, ''].join('\n'), datedOn }
  }
  return { openRequests: file('open-requests'), claims: file('claims') }
}

/** Two persons answer for what is not known: it concerns nothing here, or, of a claim, a hold covers it. */
export function answerLists(desk: Desk): void {
  const { dice, state } = desk
  const one = planAtHand(desk)
  if (one === undefined || desk.isBehind || desk.today < one.listsOn) return
  const [first, ...more] = unanswered(state, one, desk.today)
  if (first === undefined) return
  const answered = [first, ...more.filter(({ kind }) => kind === first.kind)]
  const covering =
    first.kind === 'claims' ? dice.pick(state.holds.filter(({ request }) => request === null)) : undefined
  const hold = covering !== undefined && dice.once(2) ? covering.id : null
  const entries = answered.map(({ kind, name }) => {
    const said = JSON.stringify([kind, numberKey(name), ''])
    return createHash('sha256').update(said).digest('hex')
  })
  const about = { plan: one.id, kind: first.kind, entries, hold }
  desk.command(purgeAnswer, { ...about, reason: 'asked the department', second: desk.other })
  desk.touch('purge-plan', String(one.id))
  state.answers.push(...answered.map((entry) => ({ ...entry, plan: one.id, on: desk.today, hold })))
}
