// Walking over everything that a search finds, in steps that can be cancelled: counts, and places to jump to.
import type { Beside, RecordOrder } from '../../../shared/domain/record/record-list.ts'
import type { Driver, Value } from '../vault/catalog/driver.ts'
import { ABOVE_ALL, type Search } from './find.ts'
import { BEST, type Key, orderFor, pageInOrder } from './order.ts'
import { type GroupedOrder, groupsOf } from './order-groups.ts'

export interface Outline {
  readonly total: number
  /** The id of every so many-th record, beginning with the first. */
  readonly anchors: number[]
  /** What the order puts before the time of each of them; none for orders by time. */
  readonly besides: Beside[]
}

/** Ids read between two moments at which a search can be cancelled: some milliseconds. */
const STEP = 10_000

/**
 * Walks over everything found.
 * @param every how many records lie between two anchors
 */
export function outline(
  db: Driver,
  search: Search,
  every: number,
  signal: AbortSignal,
  order: RecordOrder = 'newest',
): Promise<Outline> {
  const chosen = orderFor(search, order)
  if (chosen === 'newest' && search.everything) return outlineAll(db, every, signal)
  if (chosen === 'newest' || chosen === 'oldest') return outlineByTime(db, search, every, signal, chosen)
  return chosen === 'relevance'
    ? outlineRanked(db, search, every, signal)
    : outlineGrouped(db, search, every, signal, chosen)
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
      return { total: (anchors.length - 1) * every + 1 + rest, anchors, besides: [] }
    }
    anchor = next
    if (anchors.length % 50 === 0) await nextTurn(signal)
  }
  return { total: 0, anchors, besides: [] }
}

async function outlineByTime(
  db: Driver,
  search: Search,
  every: number,
  signal: AbortSignal,
  order: 'newest' | 'oldest',
): Promise<Outline> {
  if (order === 'newest' && search.ranked) return outlineNewest(db, search, every, signal)
  const step = Math.ceil(STEP / every) * every
  const anchors: number[] = []
  let total = 0
  let after: Key | null = null
  for (;;) {
    const keys: readonly Key[] = pageInOrder(db, search, order, after, step)
    anchors.push(...keys.filter((_, place) => place % every === 0).map(({ id }) => id))
    total += keys.length
    after = keys.at(-1) ?? null
    if (keys.length < step) return { total, anchors, besides: [] }
    await nextTurn(signal)
  }
}

/** Words are looked up once: a short beginning of a word costs as much for each page as for all of them. */
async function outlineNewest(db: Driver, search: Search, every: number, signal: AbortSignal): Promise<Outline> {
  const anchors: number[] = []
  let total = 0
  for await (const { id } of walk<{ id: number }>(db, search.sql, [search.below, ...search.values], signal)) {
    if (total % every === 0) anchors.push(id)
    total += 1
  }
  return { total, anchors, besides: [] }
}

/** Rows one after another; between steps a cancellation is heard. */
async function* walk<Row>(db: Driver, sql: string, values: readonly Value[], signal: AbortSignal): AsyncGenerator<Row> {
  let rows = 0
  for (const row of db.iterate<Row>(sql, ...values)) {
    yield row
    rows += 1
    if (rows % STEP === 0) await nextTurn(signal)
  }
}

/** One walk, newest first: put into its groups it is in order already, so nothing is sorted. */
async function outlineGrouped(
  db: Driver,
  search: Search,
  every: number,
  signal: AbortSignal,
  order: GroupedOrder,
): Promise<Outline> {
  const groups = groupsOf(db, order)
  const column = order === 'account' ? 'record.account_id' : 'record.series'
  const shape = { columns: `{id} AS id, ${column} AS beside`, bound: '{id} < ?', order: '{id} DESC' }
  const found = new Map<Beside, number[]>(groups.all.map((group) => [group, []]))
  for await (const { id, beside } of walk<Key>(db, search.shaped(shape), [search.below, ...search.values], signal)) {
    found.get(beside)?.push(id)
  }
  return anchored(
    [...found].flatMap(([beside, ids]) => ids.map((id) => ({ id, beside }))),
    every,
  )
}

/** SQLite weighs everything found before it gives the first row; the rows then come in steps. */
async function outlineRanked(db: Driver, search: Search, every: number, signal: AbortSignal): Promise<Outline> {
  const keys: Key[] = []
  const sql = search.shaped({ ...BEST, bound: '{id} < ?' })
  for await (const key of walk<Key>(db, sql, [search.below, ...search.values], signal)) keys.push(key)
  return anchored(keys, every)
}

function anchored(keys: readonly Key[], every: number): Outline {
  const chosen = keys.filter((_, place) => place % every === 0)
  return { total: keys.length, anchors: chosen.map(({ id }) => id), besides: chosen.map(({ beside }) => beside) }
}

/** Lets a cancellation be heard between two steps. Rejects with what the signal was aborted with. */
export function nextTurn(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    setImmediate(() => (signal.aborted ? reject(signal.reason) : resolve()))
  })
}
