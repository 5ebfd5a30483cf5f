// From a compiled query to bound SQL: texts through the index, filters over the record table.
import type { Driver, Value } from '../vault/catalog/driver.ts'
import { current } from '../vault/record/newest.ts'
import { firstIdOf } from '../vault/record/record-id.ts'
import type { CompiledFilter, CompiledNode, CompiledQuery } from './query-compile.ts'

/** A condition with the values it binds, in order. */
export interface Condition {
  readonly sql: string
  readonly values: readonly Value[]
}

const IN_INDEX = 'record.id IN (SELECT rowid FROM found WHERE found MATCH ?)'

/** Every sighting of the record came with imports that are set aside. */
const ASIDE = `record.accession_id IN (SELECT accession_id FROM set_aside) AND record.last_accession_id IN (SELECT accession_id FROM set_aside)
  AND NOT EXISTS (SELECT 1 FROM version WHERE record_id = record.id AND version.accession_id NOT IN (SELECT accession_id FROM set_aside))
  AND NOT EXISTS (SELECT 1 FROM observation WHERE record_id = record.id AND again = 1 AND observation.accession_id NOT IN (SELECT accession_id FROM set_aside))`
const LOCKED = 'record.id IN (SELECT record_id FROM record_lock WHERE ended_at IS NULL)'

/** What everyday searches leave out unless they ask for it; nothing where there is no such record. */
export function leftOutOf(db: Driver, asked: { readonly aside: boolean; readonly locked: boolean }): Condition[] {
  const aside = !asked.aside && db.get('SELECT 1 FROM set_aside LIMIT 1') !== undefined
  const locked = !asked.locked && db.get('SELECT 1 FROM record_lock WHERE ended_at IS NULL LIMIT 1') !== undefined
  return [
    ...(aside ? [{ sql: `NOT (${ASIDE})`, values: [] }] : []),
    ...(locked ? [{ sql: `NOT ${LOCKED}`, values: [] }] : []),
  ]
}

/** Every condition of a query but its leading `match`, which is joined and not asked for row by row. */
export function conditionsOf(db: Driver, query: CompiledQuery): Condition[] {
  const conditions = query.filters.map((filter) => filterCondition(db, filter))
  if (query.exclude !== null) conditions.push({ sql: `NOT ${IN_INDEX}`, values: [query.exclude] })
  return [...conditions, ...query.rest.map((node) => nodeCondition(db, node))]
}

function nodeCondition(db: Driver, node: CompiledNode): Condition {
  if (node.type === 'text') return { sql: node.negated ? `NOT ${IN_INDEX}` : IN_INDEX, values: [node.match] }
  if (node.type === 'filter') return filterCondition(db, node.filter)
  const parts = node.nodes.map((child) => nodeCondition(db, child))
  const joined = parts.map(({ sql }) => sql).join(node.type === 'and' ? ' AND ' : ' OR ')
  return { sql: `(${joined})`, values: parts.flatMap(({ values }) => values) }
}

function filterCondition(db: Driver, filter: CompiledFilter): Condition {
  const { sql, values } = positive(db, filter)
  return filter.negated ? { sql: `NOT coalesce(${sql}, 0)`, values } : { sql: `(${sql})`, values }
}

function positive(db: Driver, filter: CompiledFilter): Condition {
  switch (filter.name) {
    case 'account':
      return inAccounts(db, 'SELECT id FROM account WHERE lower(handle) = lower(?)', filter.value)
    case 'platform':
      return inAccounts(db, 'SELECT id FROM account WHERE platform = lower(?)', filter.value)
    case 'kind':
      // Told twice, so that the index over all kinds but the commonest can be used.
      return {
        sql: filter.value === 'post' ? 'record.kind = ?' : "record.kind = ? AND record.kind <> 'post'",
        values: [filter.value],
      }
    case 'series':
      return { sql: 'record.series = ? COLLATE NOCASE', values: [filter.value] }
    case 'author':
      return { sql: 'record.author = ? COLLATE NOCASE', values: [filter.value] }
    case 'hold':
      return {
        sql: `record.id IN (${HELD} WHERE hold.label = ? COLLATE NOCASE OR hold.id = ?)`,
        values: [filter.value, filter.value],
      }
    case 'request':
      return { sql: `record.id IN (${HELD} WHERE hold.request_id = ? COLLATE NOCASE)`, values: [filter.value] }
    case 'has':
      return HAS[filter.value]
    case 'untagged':
      return { sql: 'record.series IS NULL', values: [] }
    case 'deleted':
      return { sql: "record.state <> 'live' AND record.state = 'deleted'", values: [] }
    case 'edited':
      return { sql: 'record.versions > 1', values: [] }
    case 'aside':
      return { sql: ASIDE, values: [] }
    case 'locked':
      return { sql: LOCKED, values: [] }
    case 'time':
      return timeCondition(filter.from, filter.until)
  }
}

const HELD = 'SELECT record_id FROM hold_record JOIN hold ON hold.id = hold_id'
const ROLES = `record.media > 0 AND EXISTS (SELECT 1 FROM media WHERE record_id = record.id AND number = ${current()} AND role`

const HAS: Record<'photo' | 'video' | 'media' | 'link', Condition> = {
  photo: { sql: `${ROLES} = 'photo')`, values: [] },
  video: { sql: `${ROLES} IN ('video', 'animation'))`, values: [] },
  media: { sql: 'record.media > 0', values: [] },
  link: { sql: 'record.links > 0', values: [] },
}

function inAccounts(db: Driver, sql: string, value: string): Condition {
  const ids = db.all<{ id: number }>(sql, value).map((row) => row.id)
  const [only] = ids
  if (ids.length === 1 && only !== undefined) return { sql: 'record.account_id = ?', values: [only] }
  return { sql: 'record.account_id IN (SELECT value FROM json_each(?))', values: [JSON.stringify(ids)] }
}

/** Ids begin with the second, so days are ranges of ids; records without a time are in none. */
function timeCondition(from: number | null, until: number | null): Condition {
  const least = from === null ? firstIdOf(null) + 2 ** 20 : firstIdOf(from)
  if (until === null) return { sql: 'record.id >= ?', values: [least] }
  return { sql: 'record.id >= ? AND record.id < ?', values: [least, firstIdOf(until)] }
}
