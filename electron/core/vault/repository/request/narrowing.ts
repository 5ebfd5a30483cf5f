// Narrower searches that were suggested to requesters, and what each account holds in the vault.
import type { AccountId, RequestId } from '../../../../../shared/domain/id.ts'
import { Narrowing } from '../../../../../shared/domain/request/narrowing.ts'
import type { SearchDraft } from '../../../../../shared/domain/request/request-search.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import type { Done } from './request-life.ts'

/** A suggestion as it is kept. */
interface Offered {
  readonly search: SearchDraft
  readonly words: string
  readonly found: number
  readonly whole: number
}

/** Keeps a suggestion. Returns its number. */
export function insertNarrowing(db: Driver, request: RequestId, offered: Offered, { at, by }: Done): number {
  const sql = 'INSERT INTO request_narrowing (request_id, document, offered_at, offered_by) VALUES (?, ?, ?, ?)'
  return db.run(sql, request, JSON.stringify(offered), at, by).id
}

/** Takes a suggestion back. Returns whether it stood. */
export function dropNarrowing(db: Driver, request: RequestId, id: number, at: Instant): boolean {
  const sql = 'UPDATE request_narrowing SET dropped_at = ? WHERE id = ? AND request_id = ? AND dropped_at IS NULL'
  return db.run(sql, at, id, request).changes > 0
}

/** The suggestions that stand, oldest first. */
export function narrowingsOf(db: Driver, request: RequestId): Narrowing[] {
  return db
    .all<{ id: number; document: string; at: number; by: string | null }>(
      `SELECT request_narrowing.id, document, offered_at AS at, person.name AS "by" FROM request_narrowing
       LEFT JOIN person ON person.id = offered_by WHERE request_id = ? AND dropped_at IS NULL ORDER BY request_narrowing.id`,
      request,
    )
    .map(({ document, ...rest }) => {
      const said: unknown = JSON.parse(document)
      return Narrowing.parse({ ...rest, ...Object(said) })
    })
}

/** How many records an account has in the vault, and from when to when; null where no record has a time. */
export function holdingOf(
  db: Driver,
  account: AccountId,
): { readonly records: number; readonly first: Instant | null; readonly last: Instant | null } {
  const row = db.get<{ records: number; first: Instant | null; last: Instant | null }>(
    'SELECT count(*) AS records, min(at) AS first, max(at) AS last FROM record WHERE account_id = ?',
    account,
  )
  return row ?? { records: 0, first: null, last: null }
}
