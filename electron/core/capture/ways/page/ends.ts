// How a capture of pages ended, in words: from how each of its pages did.
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { CaptureEnd } from '../../way.ts'
import { type PageEnd, reachOfPages } from './reach.ts'

const WHAT = 'Every item that the pages show when they are scrolled to their end and opened'
const BACK = 'Every item that the pages show when they are opened and scrolled back to the day'

interface Run {
  readonly ends: readonly PageEnd[]
  /** Pages that were known and not visited. */
  readonly unvisited: number
  /** Why the browser ended early; null where it did not. */
  readonly problem: string | null
  /** How far back it was to go; null for to the end. */
  readonly since: Instant | null
  /** Whether somebody stopped it. */
  readonly stopped: boolean
  /** Whether anything was answered at all, `robots.txt` included. */
  readonly isAnswered: boolean
}

/** What the capture says of its end. */
export function endOf({ ends, unvisited, problem, since, stopped, isAnswered }: Run): CaptureEnd {
  const items = ends.reduce((sum, { end }) => sum + end.items, 0)
  const open = ends.filter(({ end }) => !end.met)
  const met = problem === null && unvisited === 0 && open.length === 0 && ends.length > 0 && !stopped
  const older = ends.some(({ end }) => end.older)
  const reach = reachOfPages(ends, since)
  const stop = { what: since === null ? WHAT : BACK, met, since: reach.since }
  const answered = ends.filter(({ end }) => end.status !== null).length
  const came = `${answered} ${answered === 1 ? 'page' : 'pages'} with ${items} ${items === 1 ? 'item' : 'items'}`
  if (met) {
    const goesOn = reach.unopened.length === 0 ? '' : ' Their lists go on at pages that were not opened.'
    const sentence = `${came} came, all that was ${older ? 'asked for' : 'shown'}.${goesOn}`
    return { stop, outcome: 'complete', sentence }
  }
  const lapsed = open.find(({ end }) => end.signIn)
  if (lapsed !== undefined)
    return {
      stop,
      outcome: 'lapsed',
      sentence: `${hostOf(lapsed.page)} asks for a log-in instead of showing the page. Sign in for captures again, then capture anew. ${came} came before.`,
    }
  if (stopped)
    return {
      stop,
      outcome: 'incomplete',
      sentence: `It was stopped. ${came} came until then; what came is kept.${left(unvisited)}`,
    }
  const [first] = open
  const why =
    problem ?? (first === undefined ? `${unvisited} pages were not visited` : `${first.page}: ${first.end.why}`)
  const others = open.length > 1 ? ` (and ${open.length - 1} more)` : ''
  return {
    stop,
    outcome: ends.every(({ end }) => end.status === null) ? withoutPages(ends, isAnswered) : 'incomplete',
    sentence: `${came} came, and not all that is shown: ${why.replace(/\.$/, '')}${others}.`,
  }
}

/** A server that may not be asked is one for a person; one that did not answer, or has no name today, may do so tomorrow. */
function withoutPages(ends: readonly PageEnd[], isAnswered: boolean): CaptureEnd['outcome'] {
  if (ends.some(({ end }) => end.forbidden)) return 'refused'
  return isAnswered ? 'incomplete' : 'nothing'
}

const left = (unvisited: number) =>
  unvisited === 0 ? '' : ` ${unvisited} ${unvisited === 1 ? 'page was' : 'pages were'} not visited.`

/** An address by its host, as sentences name it. */
export function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address
}
