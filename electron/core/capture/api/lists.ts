// Owns knowing where each list of a capture stands: which items it gave, whether it goes in a ring, whether it changed while it was read.
import type { Ask, Following } from './define.ts'

/** Of one list. */
const MOST_PAGES = 20_000
/** Pages without an item, one after the other: platforms leave out of a page what they do not show. */
const MOST_EMPTY = 100
/** How often a list that shifts is read through. */
const MOST_ROUNDS = 9

interface List {
  readonly first: Ask
  readonly seen: Set<string>
  pages: number
  /** How often it was read through. */
  rounds: number
  /** Items of this reading that none before had. */
  fresh: number
  /** Pages of this reading. */
  pagesNow: number
  /** Pages with nothing new in a row. */
  stale: number
  /** Pages without an item in a row. */
  empty: number
  checking: boolean
}

export type Verdict =
  /** Go on with what follows. */
  | { readonly is: 'on'; readonly asks: readonly Ask[] }
  /** The list is cut off here, and why; what its items lead to is asked for all the same. */
  | { readonly is: 'cut'; readonly sentence: string; readonly asks: readonly Ask[] }

export interface ListBook {
  /** What an answer's page means for its list. */
  page(ask: Ask, following: Following): Verdict
  readonly items: number
}

/** A book for one capture. */
export function listBook(): ListBook {
  const lists = new Map<string, List>()
  let items = 0

  const listOf = (ask: Ask): List => {
    const known = lists.get(ask.list)
    if (known !== undefined) return known
    const made: List = {
      first: ask,
      seen: new Set(),
      pages: 0,
      rounds: 1,
      fresh: 0,
      pagesNow: 0,
      stale: 0,
      empty: 0,
      checking: false,
    }
    lists.set(ask.list, made)
    return made
  }

  /** Counted off by number, a list of several pages loses an item out of sight when an earlier one is deleted meanwhile. */
  const again = (list: List, ask: Ask): Verdict => {
    const shifts = ask.check !== undefined && list.first.check !== undefined
    const settled = list.checking && list.fresh === 0
    if (!shifts || settled || (list.rounds === 1 && list.pagesNow === 1)) return { is: 'on', asks: [] }
    if (list.rounds >= MOST_ROUNDS)
      return { is: 'cut', sentence: `The list of ${ask.list} changed again and again while it was read.`, asks: [] }
    // After a reading that found something new comes a look at the numbers alone; after a look that found something, a reading.
    list.checking = !list.checking
    list.rounds += 1
    list.fresh = 0
    list.pagesNow = 0
    list.stale = 0
    return { is: 'on', asks: [list.checking ? { ...list.first, url: list.first.check ?? list.first.url } : list.first] }
  }

  return {
    page: (ask, { asks, ids, aside, cut }) => {
      const list = listOf(ask)
      list.pages += 1
      list.pagesNow += 1
      const fresh = ids.filter((id) => !list.seen.has(id))
      list.fresh += fresh.length
      // A look at the numbers alone gives no items.
      if (!list.checking) {
        for (const id of fresh) list.seen.add(id)
        if (aside !== true) items += fresh.length
      }
      list.stale = ids.length > 0 && fresh.length === 0 ? list.stale + 1 : 0
      list.empty = ids.length === 0 ? list.empty + 1 : 0
      const inside = asks.filter((one) => one.list !== ask.list)
      if (cut !== undefined) return { is: 'cut', sentence: cut, asks: inside }
      const next = asks.filter((one) => one.list === ask.list)
      if (next.length === 0) {
        const verdict = again(list, ask)
        return { ...verdict, asks: [...asks, ...verdict.asks] }
      }
      if (list.rounds === 1 && list.stale >= 2)
        return { is: 'cut', sentence: `The list of ${ask.list} gives the same items again and again.`, asks: inside }
      if (list.empty > MOST_EMPTY)
        return {
          is: 'cut',
          sentence: `The list of ${ask.list} gives page after page with nothing on it.`,
          asks: inside,
        }
      if (list.pages >= MOST_PAGES)
        return { is: 'cut', sentence: `The list of ${ask.list} has no end within ${MOST_PAGES} pages.`, asks: inside }
      return { is: 'on', asks }
    },
    get items() {
      return items
    },
  }
}
