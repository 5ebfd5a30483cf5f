// The groups of an order: accounts by name, series by code; what has no series stands last.
import type { Beside, RecordOrder } from '../../../shared/domain/record/record-list.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { ABOVE_ALL } from './find.ts'
import { allAccounts, seriesInUse } from './named-values.ts'

export type GroupedOrder = Extract<RecordOrder, 'account' | 'series'>

export interface Groups {
  /** In order. */
  readonly all: readonly (number | string | null)[]
  /** SQL of a record's place among them, over `joined`, which binds `json`. */
  readonly sql: string
  readonly joined: { readonly before: string; readonly join: string }
  readonly json: string
  /** The group in which a list goes on after a key, and the id below which. */
  readonly placeOf: (after: { readonly id: number; readonly beside: Beside } | null) => {
    readonly place: number
    readonly below: number
  }
}

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
const compare = (one: string, other: string) => byName.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0)

/** The groups of the vault as it is now. */
export function groupsOf(db: Driver, order: GroupedOrder): Groups {
  return order === 'account' ? byAccount(db) : bySeries(db)
}

function byAccount(db: Driver): Groups {
  const accounts = allAccounts(db).toSorted(
    (one, other) => compare(one.name, other.name) || compare(one.platform, other.platform) || one.id - other.id,
  )
  const all = accounts.map(({ id }) => id)
  return {
    ...joinedOn('account_id', all),
    all,
    placeOf: (after) => {
      if (after === null) return FIRST
      const place = typeof after.beside === 'number' ? all.indexOf(after.beside) : -1
      return { place: Math.max(0, place), below: after.id }
    },
  }
}

/** A series that is in use no longer is gone on from where it stood. */
function bySeries(db: Driver): Groups {
  const codes = seriesInUse(db).toSorted(compare)
  const all = [...codes, null]
  return {
    ...joinedOn('series', codes),
    all,
    placeOf: (after) => {
      if (after === null) return FIRST
      const { beside } = after
      if (typeof beside !== 'string') return { place: codes.length, below: after.id }
      const place = codes.findIndex((code) => compare(code, beside) >= 0)
      const here = place < 0 ? codes.length : place
      return { place: here, below: codes[here] === beside ? after.id : ABOVE_ALL }
    },
  }
}

const FIRST = { place: 0, below: ABOVE_ALL }

function joinedOn(column: string, values: readonly (string | number)[]) {
  return {
    sql: `coalesce(place.n, ${values.length})`,
    joined: {
      before: 'WITH place (value, n) AS MATERIALIZED (SELECT value, key FROM json_each(?))',
      join: `LEFT JOIN place ON place.value = record.${column}`,
    },
    json: JSON.stringify(values),
  }
}
