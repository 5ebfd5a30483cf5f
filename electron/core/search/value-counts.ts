// How many records of the vault each value of a filter holds for. What an index answers is asked of it; authors are walked over.
import type { Driver } from '../vault/catalog/driver.ts'
import { countUnshown } from '../vault/record/unshown.ts'
import { allAccounts, allHolds, allRequests } from './named-values.ts'
import { nextTurn } from './outline.ts'
import { remembering } from './remembered.ts'

/** A value that a filter may take, with what tells it from others. */
export interface Choice {
  readonly value: string
  readonly detail: string
  readonly count: number | null
}

const STEP = 10_000
type Tallied = { readonly name: string | number; readonly n: number }

const byAccount = remembering((db) => tally(db, 'SELECT account_id AS name, count(*) AS n FROM record GROUP BY 1'))
const bySeries = remembering((db) =>
  tally(db, 'SELECT series AS name, count(*) AS n FROM record WHERE series IS NOT NULL GROUP BY 1'),
)
const byOtherKind = remembering((db) =>
  tally(db, "SELECT kind AS name, count(*) AS n FROM record WHERE kind <> 'post' GROUP BY 1"),
)
const byOtherState = remembering(
  (db): ReadonlyMap<string, number> =>
    new Map([
      ...tally(db, "SELECT state AS name, count(*) AS n FROM record WHERE state <> 'live' GROUP BY 1"),
      ...countUnshown(db),
    ]),
)
const byHold = remembering((db) => tally(db, 'SELECT hold_id AS name, count(*) AS n FROM hold_record GROUP BY 1'))
const byGround = remembering((db) =>
  tally(db, 'SELECT ground AS name, count(*) AS n FROM restriction WHERE ended_at IS NULL GROUP BY 1'),
)
const byRequest = remembering((db) =>
  tally(
    db,
    `SELECT request_id AS name, count(DISTINCT record_id) AS n FROM hold JOIN hold_record ON hold_id = hold.id
     WHERE request_id IS NOT NULL GROUP BY 1`,
  ),
)

function tally(db: Driver, sql: string): ReadonlyMap<string, number> {
  return new Map(db.all<Tallied>(sql).map(({ name, n }) => [String(name), n]))
}

/** What a filter may take in this vault, in no order; null for a filter that takes dates or what is always the same. */
export async function choicesOf(db: Driver, filter: string, signal: AbortSignal): Promise<readonly Choice[] | null> {
  switch (filter) {
    case 'account':
      return merged(
        allAccounts(db).map((one) => ({ value: one.name, detail: one.title, count: accountCount(db, one) })),
      )
    case 'platform':
      return merged(allAccounts(db).map((one) => ({ value: one.platform, detail: '', count: accountCount(db, one) })))
    case 'series':
      return [...bySeries(db)].map(([value, count]) => ({ value, detail: '', count }))
    case 'kind':
      return withRest(db, byOtherKind(db), 'post')
    case 'state':
      return withRest(db, byOtherState(db), 'live')
    case 'hold':
      return allHolds(db).map(({ id, name }) => ({ value: name, detail: '', count: byHold(db).get(String(id)) ?? 0 }))
    case 'request':
      return allRequests(db).map(({ name, receivedOn }) => ({
        value: name,
        detail: receivedOn,
        count: byRequest(db).get(name) ?? 0,
      }))
    case 'restricted':
      return [...byGround(db)].map(([value, count]) => ({ value, detail: '', count }))
    case 'author':
      return [...(await byAuthor(db, signal))].map(([value, count]) => ({ value, detail: '', count }))
    default:
      return null
  }
}

function accountCount(db: Driver, { id }: { readonly id: number }): number {
  return byAccount(db).get(String(id)) ?? 0
}

/** Values that several accounts share are one. */
function merged(choices: readonly (Choice & { readonly count: number })[]): Choice[] {
  const known = new Map<string, Choice & { count: number }>()
  for (const choice of choices) {
    const key = choice.value.toLowerCase()
    const before = known.get(key)
    known.set(key, before ? { ...before, count: before.count + choice.count } : choice)
  }
  return [...known.values()]
}

/** Counts of all but the commonest, which has what is left. */
function withRest(db: Driver, others: ReadonlyMap<string, number>, commonest: string): Choice[] {
  const all = [...byAccount(db).values()].reduce((sum, n) => sum + n, 0)
  const rest = all - [...others.values()].reduce((sum, n) => sum + n, 0)
  return [[commonest, rest] as const, ...others].flatMap(([value, count]) =>
    count === 0 ? [] : [{ value, detail: '', count }],
  )
}

const authors = new WeakMap<Driver, { readonly version: unknown; readonly counts: ReadonlyMap<string, number> }>()
const AUTHORS = `SELECT author AS name, count(*) AS n FROM (
    SELECT author, id FROM record WHERE id < ? ORDER BY id DESC LIMIT ${STEP}
  ) WHERE id NOT IN (SELECT record_id FROM record_lock WHERE ended_at IS NULL)
    AND id NOT IN (SELECT record_id FROM restriction WHERE ended_at IS NULL) GROUP BY author`

/** No index holds the authors: they are walked over in steps, once until the catalog changes. */
async function byAuthor(db: Driver, signal: AbortSignal): Promise<ReadonlyMap<string, number>> {
  const version = db.pragma('data_version')
  const known = authors.get(db)
  if (known !== undefined && known.version === version) return known.counts
  const counts = new Map<string, number>()
  let before = Number.MAX_SAFE_INTEGER
  for (;;) {
    const rows = db.all<Tallied>(AUTHORS, before)
    for (const { name, n } of rows) counts.set(String(name), (counts.get(String(name)) ?? 0) + n)
    const edge = db.get<{ id: number }>(
      `SELECT id FROM record WHERE id < ? ORDER BY id DESC LIMIT 1 OFFSET ${STEP - 1}`,
      before,
    )
    if (edge === undefined) break
    before = edge.id
    await nextTurn(signal)
  }
  authors.set(db, { version, counts })
  return counts
}
