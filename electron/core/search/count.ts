// How many records a search finds.
import type { AccountId } from '../../../shared/domain/id.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import type { Search } from './find.ts'

/** How many records a search finds in some accounts; in all of them where none is named. */
export function countFound(db: Driver, search: Search, accounts: readonly AccountId[]): number {
  const bound = accounts.length === 0 ? 'TRUE' : 'record.account_id IN (SELECT value FROM json_each(?))'
  const sql = search.shaped({ columns: 'count(*) AS count', bound, order: '1' })
  const values = accounts.length === 0 ? [] : [JSON.stringify(accounts)]
  return db.get<{ count: number }>(sql, ...values, ...search.values)?.count ?? 0
}
