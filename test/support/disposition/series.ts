// The series of the games' schedule, and how long each keeps: reckoned by themselves, from the words of the schedule.
import { alderBayLegend, legendEntry } from '../../fixtures/schedule/build.ts'
import { flaggedLayout, layoutCsv } from '../../fixtures/schedule/layouts.ts'
import { seriesOf } from '../../integration/retention/support.ts'
import { yearsLater } from './days.ts'

/**
 * The end of the year and some years (`post`, `message`; `jubilee`, which the schedule marks as historical), five years after closing (`claims`), for
 * ever (`minutes`), the end of the year and some and then to the archives (`mayor`), for ever and of Gov. Code 34090(e) (`laws`).
 */
export type SeriesName = 'post' | 'message' | 'claims' | 'minutes' | 'mayor' | 'jubilee' | 'laws'

/** Their codes in the schedule. */
export const codeOf: Readonly<Record<SeriesName, string>> = {
  post: seriesOf.post,
  message: seriesOf.message,
  claims: seriesOf.claims,
  minutes: seriesOf.minutes,
  mayor: 'city-clerk/posts-of-the-mayor',
  jubilee: 'city-clerk/posts-of-the-jubilee',
  laws: 'city-clerk/ordinances',
}

/** Whether nothing of a series is ever destroyed by retention. */
export function isNeverDestroyed(name: SeriesName): boolean {
  return name === 'minutes' || name === 'mayor' || name === 'laws'
}

/** Whether an archive may have copies of it: it is kept for ever, goes there, or is historical. */
export function isLasting(name: SeriesName): boolean {
  return isNeverDestroyed(name) || name === 'jubilee'
}

/** What the codes of the schedule mean. */
export function legendOfGames() {
  return [...alderBayLegend(), legendEntry('AR', 'calendar-year-end', { disposition: 'archive' })]
}

/** The schedule as a file. @param postYears for how many years after its own it keeps posts */
export function scheduleCsv(postYears: number): string {
  const rows = flaggedLayout().map((row) => row.map((cell) => (cell === 'CU+2' ? `CU+${postYears}` : cell)))
  const clerks = rows.findIndex(([title]) => title === 'Council minutes')
  const mayor = ['Posts of the mayor', 'AR + 3', 'GC 34090', '', '', '', '']
  const jubilee = ['Posts of the jubilee', 'CU + 3', 'GC 34090', '', 'X', '', '']
  rows.splice(clerks, 0, mayor, jubilee, ['Ordinances', 'P', 'GC 34090(e)', '', '', '', ''])
  return layoutCsv(rows)
}

/**
 * The first day on which the period of a series is over; null where it never is, or nobody can tell.
 * @param age the day that it runs from @param closed the day of its event, empty where there is none
 */
export function endOf(name: SeriesName, age: string, closed: string, postYears: number): string | null {
  if (name === 'minutes' || name === 'laws') return null
  if (name === 'claims') return closed === '' ? null : yearsLater(closed, 5)
  return `${Number(age.slice(0, 4)) + 1 + (name === 'post' ? postYears : 3)}-01-01`
}

/** The newest of some days; empty where there are none. */
export function newest(days: readonly string[]): string {
  return [...days].sort().at(-1) ?? ''
}

/** The day on which something is two years old. */
export function twoYears(age: string): string {
  return yearsLater(age, 2)
}
