// Which plan of a game somebody works on.
import type { Desk } from './desk.ts'
import type { PlanKnown } from './state.ts'

/** A plan that somebody works on. */
export function planAtHand({ dice, state }: Desk): PlanKnown | undefined {
  const open = state.plans.filter(({ carriedOut }) => !carriedOut)
  return dice.once(10) ? dice.pick(state.plans) : open.at(-1)
}
