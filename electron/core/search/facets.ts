// How what a search finds is spread: one walk over all of it, cut into steps that can be cancelled.
import type { Facet, FacetName, Facets, FacetValue } from '../../../shared/domain/record/facet.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { current } from '../vault/record/newest.ts'
import { hasUnshown, shownAs } from '../vault/record/unshown.ts'
import { ABOVE_ALL, type Search } from './find.ts'
import { allAccounts } from './named-values.ts'
import { nextTurn } from './outline.ts'
import { filterText, type StandingFilter, standingFilters, withFilter, withoutFilters } from './query-edit.ts'
import { LOCKED } from './sql.ts'
import { type TimeTally, timeTally } from './time-tally.ts'

/** Records read between two moments at which the walk can be cancelled: some milliseconds. */
const STEP = 5_000
/** More values than these are not listed; the rest is found by typing. */
const MOST_VALUES = 200

const ROLES = `(SELECT group_concat(DISTINCT role) FROM media WHERE record_id = record.id AND number = ${current()})`
const GROUND = `char(31) || coalesce((SELECT ground FROM restriction WHERE record_id = record.id AND ended_at IS NULL), '')`
// Like records are counted by one text, because reading eight columns of each would take three times as long.
const LIKE = (state: string) => `record.account_id || char(31) || record.kind || char(31) || ${state} || char(31) ||
  iif(record.versions > 1, 'edited', '') || char(31) || coalesce(record.series, char(30))`
const HAS = (shown: string) =>
  `char(31) || iif(record.links > 0 AND ${shown}, 'link', '') || char(31) || iif(record.media > 0 AND ${shown}, ${ROLES}, '')`

/** What like records share; nothing is looked up that no record of the vault is. Of what is locked nothing tells what it has. */
function likeness(db: Driver): string {
  const locks = db.get('SELECT 1 FROM record_lock WHERE ended_at IS NULL LIMIT 1') !== undefined
  const restrictions = db.get('SELECT 1 FROM restriction WHERE ended_at IS NULL LIMIT 1') !== undefined
  const like = LIKE(hasUnshown(db) ? shownAs() : 'record.state')
  return [like, HAS(locks ? `NOT ${LOCKED}` : '1'), ...(restrictions ? [GROUND] : [])].join(' || ')
}

const NONE = String.fromCharCode(30)
const BETWEEN = String.fromCharCode(31)

/** A value as it is counted: how it is shown, and how the search language asks for it; `filter` null where it cannot. */
interface Counted {
  readonly value: string
  readonly filter: string | null
  readonly stands: (filter: StandingFilter) => boolean
  /** Whether the filter itself excludes, as for what has no time. */
  readonly opposite?: boolean
  count: number
}

/**
 * Counts everything found.
 * @param text the query as typed, which the answer's queries go on from
 * @param zone the City's IANA zone
 * @throws what the signal was aborted with
 */
export async function facets(
  db: Driver,
  search: Search,
  text: string,
  zone: string,
  signal: AbortSignal,
): Promise<Facets> {
  const like = new Map<string, number>()
  const times = timeTally(zone)
  const sql = `${search.rows(`record.id AS id, ${likeness(db)} AS name`)} LIMIT ?`
  let before = Math.min(ABOVE_ALL, search.below)
  let total = 0
  for (;;) {
    const rows = db.all<{ id: number; name: string }>(sql, before, ...search.values, STEP)
    for (const { id, name } of rows) {
      like.set(name, (like.get(name) ?? 0) + 1)
      times.add(id)
    }
    total += rows.length
    before = rows.at(-1)?.id ?? before
    if (rows.length < STEP) break
    await nextTurn(signal)
  }
  const standing = standingFilters(text)
  const dates = standing.filter(({ name, negated }) => ['on', 'before', 'after'].includes(name) && !negated)
  return {
    total,
    facets: facetsOf(db, like, times, text, standing),
    timeline: {
      ...times.bars(),
      undated: times.undated,
      rest: withoutFilters(text, dates),
      narrowed: dates.length > 0,
    },
  }
}

function facetsOf(
  db: Driver,
  like: ReadonlyMap<string, number>,
  times: TimeTally,
  text: string,
  standing: readonly StandingFilter[],
): Facet[] {
  const accounts = new Map(allAccounts(db).map((account) => [String(account.id), account]))
  const books = new Map<FacetName, Map<string, Counted>>()
  const count = (facet: FacetName, name: string, value: string, by: number) => {
    const book = books.get(facet) ?? new Map<string, Counted>()
    books.set(facet, book)
    const key = `${name}:${value}`.toLowerCase()
    const known = book.get(key) ?? countedAs(name, value)
    book.set(key, known)
    known.count += by
  }
  for (const [name, by] of like) {
    const [account = '', kind = '', state = '', edited = '', series = '', link = '', roles = '', ground = ''] =
      name.split(BETWEEN)
    const { platform = '', name: handle = '' } = accounts.get(account) ?? {}
    count('platform', 'platform', platform, by)
    count('account', 'account', handle, by)
    count('kind', 'kind', kind, by)
    count('series', series === NONE ? 'untagged' : 'series', series === NONE ? '' : series, by)
    count('state', 'state', state, by)
    if (edited !== '') count('state', 'edited', '', by)
    for (const role of new Set(roles.split(',').map(havingOf))) if (role !== '') count('media', 'has', role, by)
    if (link !== '') count('media', 'has', 'link', by)
    if (ground !== '') for (const value of ['', ground]) count('restricted', 'restricted', value, by)
  }
  for (const [year, by] of times.years()) count('year', 'on', year, by)
  if (times.undated > 0) count('year', 'undated', '', times.undated)
  for (const { name, value } of standing) {
    const facet = facetOf(name, value)
    if (facet !== null) count(facet, name === 'deleted' ? 'state' : name, name === 'deleted' ? name : value, 0)
  }
  return ORDER.map(([name, single]) => ({ name, single, values: valuesOf(name, books.get(name), text, standing) }))
}

const ORDER: readonly (readonly [FacetName, single: boolean])[] = [
  ['platform', true],
  ['account', true],
  ['kind', true],
  ['series', true],
  ['year', true],
  ['media', false],
  ['state', false],
  ['restricted', false],
]

const havingOf = (role: string) => (role === 'animation' ? 'video' : role)

/** Where a filter that stands in the query belongs, so that it is listed though nothing of it is found. */
function facetOf(name: string, value: string): FacetName | null {
  if (name === 'untagged') return 'series'
  if (name === 'deleted' || name === 'edited' || name === 'state') return 'state'
  if (name === 'on') return /^\d{4}$/.test(value) ? 'year' : null
  if (name === 'has') return ['photo', 'video', 'audio', 'file', 'link'].includes(value.toLowerCase()) ? 'media' : null
  return ORDER.find(([facet]) => facet === name)?.[0] ?? null
}

function countedAs(name: string, value: string): Counted {
  if (name === 'undated') {
    return {
      value: 'undated',
      filter: 'has:time',
      stands: (one) => one.name === 'has' && one.value === 'time',
      opposite: true,
      count: 0,
    }
  }
  const bare = (typed: string) => typed.replace(/^@/, '').toLowerCase()
  return {
    value: value === '' ? name : value,
    filter: value === '' ? name : filterText(name, value),
    stands: (one) =>
      (one.name === name && bare(one.value) === bare(value)) ||
      (name === 'state' && one.name === value && value === 'deleted'),
    count: 0,
  }
}

function valuesOf(
  facet: FacetName,
  book: ReadonlyMap<string, Counted> | undefined,
  text: string,
  standing: readonly StandingFilter[],
): FacetValue[] {
  // Years newest first, and last what has none; all else by how much there is of it.
  const age = ({ value }: Counted) => Number(value) || 0
  const sorted = [...(book?.values() ?? [])].sort((a, b) => (facet === 'year' ? age(b) - age(a) : b.count - a.count))
  return sorted.slice(0, MOST_VALUES).flatMap((counted) => clickable(counted, text, standing) ?? [])
}

function clickable(
  { value, count, filter, stands, opposite = false }: Counted,
  text: string,
  standing: readonly StandingFilter[],
): FacetValue | null {
  if (filter === null) return { value, count, chosen: null, included: text, excluded: text }
  const here = standing.filter(stands)
  const without = withoutFilters(text, here)
  const first = here[0]
  const chosen = first === undefined ? null : first.negated === opposite ? 'in' : 'out'
  const added = (negated: boolean) => withFilter(without, negated ? `-${filter}` : filter)
  return {
    value,
    count,
    chosen,
    included: chosen === 'in' ? without : added(opposite),
    excluded: chosen === 'out' ? without : added(!opposite),
  }
}
