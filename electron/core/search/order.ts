// Pages of what a search finds, in the order that the clerk chose, each going on after a key.
import type { Beside, RecordOrder } from '../../../shared/domain/record/record-list.ts'
import type { Driver, Value } from '../vault/catalog/driver.ts'
import { FIRST_DATED } from '../vault/record/record-id.ts'
import { ABOVE_ALL, pageOfIds, type Search, type Shape } from './find.ts'
import { type GroupedOrder, type Groups, groupsOf } from './order-groups.ts'

/** Where a record stands in an order: what the order puts before the time, then the id, which tells the time. */
export interface Key {
  readonly id: number
  readonly beside: Beside
}

/** Below every id of a record. */
const BELOW_ALL = Number.MIN_SAFE_INTEGER

/** The order that a search can be listed in: without words none answers better than another. */
export function orderFor(search: Search, order: RecordOrder): RecordOrder {
  return order === 'relevance' && !search.ranked ? 'newest' : order
}

/** How many of what is found, newest first, are looked at before all of it is sorted. */
const LOOKED = 20_000

/**
 * A page of what is found.
 * @param after the key after which it goes on; null from the beginning
 * @param looked as `LOOKED`; tests look at fewer
 */
export function pageInOrder(
  db: Driver,
  search: Search,
  order: RecordOrder,
  after: Key | null,
  limit: number,
  looked = LOOKED,
): readonly Key[] {
  const chosen = orderFor(search, order)
  if (chosen === 'newest') return pageOfIds(db, search, after?.id ?? null, limit).map((id) => ({ id, beside: null }))
  if (chosen === 'oldest') return oldest(db, search, after?.id ?? null, limit)
  if (chosen === 'relevance') return best(db, search, after, limit)
  const groups = groupsOf(db, chosen)
  return search.ranked
    ? (withinGroup(db, search, chosen, groups, after, limit, looked) ?? sorted(db, search, groups, after, limit))
    : groupByGroup(db, search, chosen, groups, after, limit)
}

/** The statement of oldest first: a range of the ids. */
export const OLDEST: Shape = {
  columns: '{id} AS id, NULL AS beside',
  bound: '{id} > ? AND {id} < ?',
  order: '{id}',
}

/** What has no time stands last, as it does in newest first. */
function oldest(db: Driver, search: Search, after: number | null, limit: number): readonly Key[] {
  const range = (from: number, below: number, most: number) =>
    db.all<Key>(`${search.shaped(OLDEST)} LIMIT ?`, from, Math.min(below, search.below), ...search.values, most)
  const begun = after ?? FIRST_DATED - 1
  const dated = begun < FIRST_DATED - 1 ? [] : range(begun, ABOVE_ALL, limit)
  const undated = begun < FIRST_DATED - 1 ? begun : BELOW_ALL
  return dated.length === limit ? dated : [...dated, ...range(undated, FIRST_DATED, limit - dated.length)]
}

/** The best answers: SQLite weighs them all and keeps as many as a page holds. */
export const BEST: Shape = {
  columns: '{id} AS id, found.rank AS beside',
  bound: '{id} < ? AND (found.rank > ? OR (found.rank = ? AND {id} < ?))',
  order: 'found.rank, {id} DESC',
}

function best(db: Driver, search: Search, after: Key | null, limit: number): readonly Key[] {
  const rank = typeof after?.beside === 'number' ? after.beside : Number.NEGATIVE_INFINITY
  const values = [search.below, rank, rank, after?.id ?? ABOVE_ALL, ...search.values, limit]
  return db.all<Key>(`${search.shaped(BEST)} LIMIT ?`, ...values)
}

/** The statement of one group, newest first: a range of the index that begins with what makes the group. */
export function groupShape(order: GroupedOrder, group: Beside): Shape {
  const member =
    order === 'account' ? 'record.account_id = ?' : group === null ? 'record.series IS NULL' : 'record.series = ?'
  return { columns: '{id} AS id', bound: `${member} AND {id} < ?`, order: '{id} DESC' }
}

/** Without words each group is read by its index, until the page is full. */
function groupByGroup(
  db: Driver,
  search: Search,
  order: GroupedOrder,
  groups: Groups,
  after: Key | null,
  limit: number,
): readonly Key[] {
  const page: Key[] = []
  const first = groups.placeOf(after)
  for (const [step, group] of groups.all.slice(first.place).entries()) {
    const below = Math.min(search.below, step === 0 ? first.below : ABOVE_ALL)
    const values: Value[] = [...(group === null ? [] : [group]), below, ...search.values, limit - page.length]
    const rows = db.all<{ id: number }>(`${search.shaped(groupShape(order, group))} LIMIT ?`, ...values)
    page.push(...rows.map(({ id }) => ({ id, beside: group })))
    if (page.length >= limit) break
  }
  return page
}

/**
 * With words that a great many records say, the page is mostly full of one group before all is walked: newest first nothing needs sorting.
 * @returns null where it is not, or where so little is found that sorting all of it is as quick
 */
function withinGroup(
  db: Driver,
  search: Search,
  order: GroupedOrder,
  groups: Groups,
  after: Key | null,
  limit: number,
  looked: number,
): readonly Key[] | null {
  const { place, below } = groups.placeOf(after)
  const group = groups.all[place]
  const top = Math.min(search.below, below)
  const floor = db.get<{ id: number }>(`${search.sql} LIMIT 1 OFFSET ?`, top, ...search.values, looked)?.id
  if (group === undefined || floor === undefined) return null
  const shape = groupShape(order, group)
  const sql = search.shaped({ ...shape, bound: `${shape.bound} AND {id} > ?` })
  const values: Value[] = [...(group === null ? [] : [group]), top, floor, ...search.values, limit]
  const rows = db.all<{ id: number }>(`${sql} LIMIT ?`, ...values)
  return rows.length < limit ? null : rows.map(({ id }) => ({ id, beside: group }))
}

/** With words the index of words is walked once, however many groups there are, and a page of it kept in order. */
function sorted(db: Driver, search: Search, groups: Groups, after: Key | null, limit: number): readonly Key[] {
  const { place, below } = groups.placeOf(after)
  const bound = `{id} < ? AND (${groups.sql} > ? OR (${groups.sql} = ? AND {id} < ?))`
  const shape: Shape = {
    columns: `{id} AS id, ${groups.sql} AS place`,
    bound,
    order: `${groups.sql}, {id} DESC`,
    joined: groups.joined,
  }
  const values = [groups.json, search.below, place, place, below, ...search.values, limit]
  return db
    .all<{ id: number; place: number }>(`${search.shaped(shape)} LIMIT ?`, ...values)
    .map(({ id, place }) => ({ id, beside: groups.all[place] ?? null }))
}
