// What a series' retention comes to, in one sentence.
import type { Term } from '../schedule/schedule.ts'

const from = {
  'calendar-year-end': 'the end of the calendar year',
  'fiscal-year-end': 'the end of the fiscal year',
  creation: 'the day of the record',
}
const then = {
  destroy: 'then it may be destroyed',
  archive: 'then it goes to the archives',
  review: 'then it is reviewed',
}

/** Such as “2 years from the end of the calendar year, then it may be destroyed”. */
export function termWords(term: Term): string {
  if (term.kind === 'permanent') return 'kept permanently'
  if (term.kind === 'indefinite') return `kept without a fixed end: ${term.why}`
  if (term.kind === 'unmapped') return `not computed: ${term.code} is not explained`
  const { amount, unit } = term.period
  const length = amount === 0 ? 'until' : `${amount} ${amount === 1 ? unit.slice(0, -1) : unit} from`
  const start = term.basis === 'event' ? `its event (${term.trigger})` : from[term.basis]
  return `${length} ${start}, ${then[term.disposition]}`
}
