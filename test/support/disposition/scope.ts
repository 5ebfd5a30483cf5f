// What a hold covers.
import { dayOf } from './days.ts'
import { newest } from './series.ts'
import type { Known, Scope } from './state.ts'

/** Whether it covers everything there is. */
export function coversAll({ natives, account, from, to, topic }: Scope): boolean {
  return natives.length === 0 && account === null && from === null && to === null && topic === null
}

/** Whether a hold covers a record by itself. */
export function covers({ natives, account, from, to, topic }: Scope, one: Known): boolean {
  if (natives.includes(one.native)) return true
  if (account === null && from === null && to === null && topic === null) return natives.length === 0
  const last = one.versions > 1 ? newest([one.day, dayOf(one.brought)]) : one.day
  return (
    (account === null || one.account === account) &&
    (from === null || last >= from) &&
    (to === null || one.day <= to) &&
    (topic === null || one.topic === topic)
  )
}
