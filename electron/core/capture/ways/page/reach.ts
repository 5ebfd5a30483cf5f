// Owns how far a capture of pages reaches: pages that show nothing where something was shown before, and lists that go on at pages that nobody opened.
import type { VisitEnd } from '../../../../../shared/contract/browser.ts'
import { Instant } from '../../../../../shared/domain/time.ts'

/** How the visit of a page ended. */
export interface PageEnd {
  readonly page: string
  readonly end: VisitEnd
}

/** The last moment that a clock of this kind can tell, ms: nothing is newer. */
const NEVER = 8_640_000_000_000_000

/**
 * The ends of pages, where one that shows no item at all has not met its end if a capture before showed any there: a shell whose data did not come
 * looks the same as an account from which everything was taken away.
 * @param shownBefore how many items earlier captures of the scope showed on a page; on all pages for null
 */
export function withoutShells(
  ends: readonly PageEnd[],
  shownBefore: (page: string | null) => number,
): readonly PageEnd[] {
  const isEmpty = ends.every(({ end }) => end.empty)
  return ends.map((one, nth) => {
    const { page, end } = one
    if (!end.met || !end.empty) return one
    const before = isEmpty && nth === 0 ? shownBefore(null) : shownBefore(page)
    if (before === 0) return one
    const shown = `${before} ${before === 1 ? 'item' : 'items'}`
    const why = `it shows no item, where an earlier capture showed ${shown}: whether that is gone or did not come, nobody can tell from it`
    return { page, end: { ...end, met: false, older: false, why } }
  })
}

export interface PagesReach {
  /** What is older is out of range; null where everything is within. */
  readonly since: Instant | null
  /** Further pages of lists that were not opened. */
  readonly unopened: readonly string[]
}

/** How far back the pages reach. @param asked how far back they were to be scrolled; null for to their end */
export function reachOfPages(ends: readonly PageEnd[], asked: Instant | null): PagesReach {
  const opened = new Set(ends.map(({ page }) => page.replace(/#.*$/s, '')))
  const cut = ends
    .map(({ end }) => ({ back: end.back, left: end.pagers.filter((one) => !opened.has(one)) }))
    .filter(({ left }) => left.length > 0)
  const since = [
    ...(asked !== null && ends.some(({ end }) => end.older) ? [asked] : []),
    // Where the order of a list cannot be told, any of its items may have gone over to another page.
    ...cut.map(({ back }) => back ?? NEVER),
  ]
  return {
    since: since.length === 0 ? null : Instant.parse(Math.max(...since)),
    unopened: [...new Set(cut.flatMap(({ left }) => left))],
  }
}

/** What is told of pages that were not opened, as a sentence. @param since what {@link reachOfPages} found */
export function unopenedSentence(unopened: readonly string[], since: Instant | null): string {
  const named = unopened.filter((one) => one !== '').slice(0, 3)
  const others = unopened.length - named.length
  const more = others > 0 ? ` and ${others} more` : ''
  const where = named.length === 0 ? 'behind a button' : `at ${named.join(', ')}${more}`
  const which =
    since === NEVER
      ? 'Which of its items went there in the meantime cannot be told, so that of none it is said that it is no longer shown'
      : 'What is older than the oldest item shown may have gone there, and is out of range'
  return `The list goes on ${where}, which was not opened. ${which}.`
}
