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
  const last = newest([one.day, lastChangeOf(one)])
  return (
    (account === null || one.account === account) &&
    (from === null || last >= from) &&
    (to === null || one.day <= to) &&
    (topic === null || one.topic === topic)
  )
}

/** The last day on which it can have changed: as an export shows, or as its platform says; that of its making where it never did. */
export function lastChangeOf({ day, versions, brought, edited }: Known): string {
  return newest([day, ...(versions > 1 ? [dayOf(brought)] : []), ...(edited > 0 ? [dayOf(edited)] : [])])
}
