// From a compiled query to bound SQL: texts through the index, filters over the record table.

import type { ShownAs } from '../../../shared/domain/record/record.ts'
import type { Driver, Value } from '../vault/catalog/driver.ts'
import { current } from '../vault/record/newest.ts'
import { FIRST_DATED, firstIdOf } from '../vault/record/record-id.ts'
import { EVER_UNSHOWN, hasUnshown, shownAs } from '../vault/record/unshown.ts'
import { accountsNamed, accountsOn, holdsNamed, requestsNamed, seriesNamed } from './named-values.ts'
import type { Having } from './query-ast.ts'
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
/** Records that are locked. */
export const LOCKED = 'record.id IN (SELECT record_id FROM record_lock WHERE ended_at IS NULL)'
const RESTRICTED = 'SELECT record_id FROM restriction WHERE ended_at IS NULL'

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
      return among('record.account_id', accountsNamed(db, filter))
    case 'platform':
      return among('record.account_id', accountsOn(db, filter))
    case 'kind':
      // Told twice, so that the index over all kinds but the commonest can be used.
      return {
        sql: filter.value === 'post' ? 'record.kind = ?' : "record.kind = ? AND record.kind <> 'post'",
        values: [filter.value],
      }
    case 'series':
      return among('record.series', seriesNamed(db, filter))
    case 'author':
      return filter.unfinished
        ? { sql: 'substr(record.author, 1, ?) = ? COLLATE NOCASE', values: [[...filter.value].length, filter.value] }
        : { sql: 'record.author = ? COLLATE NOCASE', values: [filter.value] }
    case 'hold':
      return {
        sql: `record.id IN (${HELD} WHERE ${LISTED('hold_id')})`,
        values: [JSON.stringify(holdsNamed(db, filter))],
      }
    case 'request':
      return {
        sql: `record.id IN (${HELD} JOIN hold ON hold.id = hold_id WHERE ${LISTED('request_id')})`,
        values: [JSON.stringify(requestsNamed(db, filter))],
      }
    case 'has':
      return HAS[filter.value]
    case 'untagged':
      return { sql: 'record.series IS NULL', values: [] }
    case 'state':
      return stateCondition(db, filter.value)
    case 'deleted':
      return stateCondition(db, 'deleted')
    case 'edited':
      return { sql: 'record.versions > 1', values: [] }
    case 'aside':
      return { sql: ASIDE, values: [] }
    case 'locked':
      return { sql: LOCKED, values: [] }
    case 'restricted':
      return filter.value === null
        ? { sql: `record.id IN (${RESTRICTED})`, values: [] }
        : { sql: `record.id IN (${RESTRICTED} AND ground = ?)`, values: [filter.value] }
    case 'time':
      return timeCondition(filter.from, filter.until)
  }
}

const HELD = 'SELECT record_id FROM hold_record'
const LISTED = (column: string) => `${column} IN (SELECT value FROM json_each(?))`
const ROLES = `record.media > 0 AND EXISTS (SELECT 1 FROM media WHERE record_id = record.id AND number = ${current()} AND role`
/** Word for word as the indexes version_place and version_poll have it: else SQLite reads every version. */
const PLACE = `instr(details, '"place') > 0 OR instr(details, '"coordinates"') > 0`
const POLL = `instr(details, '"poll') > 0`

const HAS: Readonly<Record<Having, Condition>> = {
  photo: { sql: `${ROLES} = 'photo')`, values: [] },
  video: { sql: `${ROLES} IN ('video', 'animation'))`, values: [] },
  audio: { sql: `${ROLES} = 'audio')`, values: [] },
  file: { sql: `${ROLES} = 'file')`, values: [] },
  media: { sql: 'record.media > 0', values: [] },
  link: { sql: 'record.links > 0', values: [] },
  place: { sql: detailsName(PLACE, 'place', 'places', 'coordinates'), values: [] },
  poll: { sql: detailsName(POLL, 'poll', 'polls'), values: [] },
  time: { sql: 'record.id >= ?', values: [FIRST_DATED] },
}

/** Whether the source says something under one of some names; an empty list or text says nothing. `mentions` as in the index. */
function detailsName(mentions: string, ...names: readonly string[]): string {
  const told = names.map((name) => `coalesce(details ->> '$.${name}', '') NOT IN ('', '[]', '{}')`)
  return `record.id IN (SELECT record_id FROM version JOIN record AS whose ON whose.id = record_id AND number = ${current('whose')}
    WHERE (${mentions}) AND (${told.join(' OR ')}))`
}

/** Told twice, so that the small index of what the platform shows no longer can be used, or the list of what captures do not. */
function stateCondition(db: Driver, state: ShownAs): Condition {
  if (state === 'gone' || state === 'hidden')
    return { sql: `record.id IN (${EVER_UNSHOWN}) AND ${shownAs()} = ?`, values: [state] }
  if (state !== 'live') return { sql: "record.state <> 'live' AND record.state = ?", values: [state] }
  return { sql: hasUnshown(db) ? `record.state = 'live' AND ${shownAs()} = ?` : 'record.state = ?', values: [state] }
}

function among(column: string, values: readonly (string | number)[]): Condition {
  const [only] = values
  if (values.length === 1 && only !== undefined) return { sql: `${column} = ?`, values: [only] }
  return { sql: LISTED(column), values: [JSON.stringify(values)] }
}

/** Ids begin with the second, so days are ranges of ids; records without a time are in none. */
function timeCondition(from: number | null, until: number | null): Condition {
  const least = from === null ? FIRST_DATED : firstIdOf(from)
  if (until === null) return { sql: 'record.id >= ?', values: [least] }
  return { sql: 'record.id >= ? AND record.id < ?', values: [least, firstIdOf(until)] }
}
