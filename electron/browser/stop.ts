// Owns judging whether a page is at its end: pure, told what each round of scrolling and pressing found.
import type { VisitLimits } from '../../shared/contract/browser.ts'
import type { Round } from './in-world.ts'

export interface Seen extends Round {
  /** Requests under way when the round was judged. */
  readonly open: number
}

/** Rounds in a row that must bring nothing. */
const QUIET_ROUNDS = 3

export type Judgement = { readonly go: true } | { readonly go: false; readonly met: boolean; readonly why: string }

/**
 * Whether to go on.
 * @param seen all rounds so far @param spentMs time spent on the page @param itemsBefore items of earlier pages
 * @param failures clauses: what of the page's data did not come
 */
export function judge(
  seen: readonly Seen[],
  spentMs: number,
  itemsBefore: number,
  failures: readonly string[],
  limits: VisitLimits,
): Judgement {
  const last = seen.at(-1)
  if (last === undefined) return { go: true }
  if (last.signIn) return stop('it asks for a log-in')
  if (last.older && last.open === 0 && last.pressed === 0)
    return ended('it was scrolled back to the day that was asked for', failures)
  if (isQuiet(seen.slice(-QUIET_ROUNDS - 1))) return ended('nothing more came', [...failures, ...lacking(last)])
  if (itemsBefore + last.items >= limits.items) return stop(`the bound of ${limits.items} items was reached`)
  if (seen.length >= limits.rounds) return stop(`the bound of ${limits.rounds} rounds of scrolling was reached`)
  if (spentMs >= limits.pageMs) return stop(`the bound of ${Math.round(limits.pageMs / 1000)} seconds was reached`)
  return { go: true }
}

function isQuiet(rounds: readonly Seen[]): boolean {
  if (rounds.length <= QUIET_ROUNDS) return false
  const [first, ...rest] = rounds
  return rest.every(
    ({ items, height, pressed, open, drawn }) =>
      items === first?.items && height === first.height && pressed === 0 && open === 0 && drawn,
  )
}

/** What is missing although nothing failed to come. */
function lacking({ broken, lost }: Seen): string[] {
  return [
    ...(broken === '' ? [] : [`“${broken}” was pressed, and nothing came`]),
    ...(lost === 0 ? [] : [`it took ${lost} ${lost === 1 ? 'item' : 'items'} out again that it had shown`]),
  ]
}

function ended(why: string, failures: readonly string[]): Judgement {
  return failures.length === 0 ? { go: false, met: true, why } : stop(lacks(failures))
}

/** A clause that says what of a page did not come. @param failures clauses, one at least */
export function lacks(failures: readonly string[]): string {
  return `part of it did not come: ${failures.slice(0, 3).join('; ')}${more(failures.length - 3)}`
}

const stop = (why: string): Judgement => ({ go: false, met: false, why })

const more = (others: number) => (others > 0 ? ` and ${others} more` : '')
