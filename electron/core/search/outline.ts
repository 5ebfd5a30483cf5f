// Walking over everything that a search finds, in steps that can be cancelled: counts, and places to jump to.
import type { Driver } from '../vault/catalog/driver.ts'
import { ABOVE_ALL, pageOfIds, type Search } from './find.ts'

export interface Outline {
  readonly total: number
  /** The id of every so many-th record, beginning with the newest. */
  readonly anchors: number[]
}

/** Ids read between two moments at which a search can be cancelled: some milliseconds. */
const STEP = 10_000

/**
 * Walks over everything found.
 * @param every how many records lie between two anchors
 */
export function outline(db: Driver, search: Search, every: number, signal: AbortSignal): Promise<Outline> {
  return search.everything ? outlineAll(db, every, signal) : outlineFound(db, search, every, signal)
}

/** Every record: SQLite steps over rows faster than they can be handed over. */
async function outlineAll(db: Driver, every: number, signal: AbortSignal): Promise<Outline> {
  const nth = 'SELECT id FROM record WHERE id < ? ORDER BY id DESC LIMIT 1 OFFSET ?'
  const anchors: number[] = []
  let anchor = db.get<{ id: number }>(nth, ABOVE_ALL, 0)?.id
  while (anchor !== undefined) {
    anchors.push(anchor)
    const next = db.get<{ id: number }>(nth, anchor, every - 1)?.id
    if (next === undefined) {
      const rest = db.get<{ n: number }>('SELECT count(*) AS n FROM record WHERE id < ?', anchor)?.n ?? 0
      return { total: (anchors.length - 1) * every + 1 + rest, anchors }
    }
    anchor = next
    if (anchors.length % 50 === 0) await nextTurn(signal)
  }
  return { total: 0, anchors }
}

async function outlineFound(db: Driver, search: Search, every: number, signal: AbortSignal): Promise<Outline> {
  const step = Math.ceil(STEP / every) * every
  const anchors: number[] = []
  let total = 0
  let before: number | null = null
  for (;;) {
    const ids: readonly number[] = pageOfIds(db, search, before, step)
    anchors.push(...ids.filter((_, place) => place % every === 0))
    total += ids.length
    before = ids.at(-1) ?? null
    if (ids.length < step) return { total, anchors }
    await nextTurn(signal)
  }
}

/** Lets a cancellation be heard between two steps. Rejects with what the signal was aborted with. */
export function nextTurn(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    setImmediate(() => (signal.aborted ? reject(signal.reason) : resolve()))
  })
}
