// Which entries a report of the log holds, and what their cells are made of.
import type { RemovedEntry } from '../../../../shared/contract/removed.ts'
import { Paper } from '../../../../shared/domain/office/office.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { listAccounts } from '../../vault/repository/account/people.ts'
import { stewardEntries } from '../../vault/repository/office/steward.ts'
import type { LogFacts } from './columns.ts'
import { removedEntries } from './entries.ts'

/**
 * The entries of a month by the day of removal, or of writing down where that is not said; those that were found to be no removal are left out of a month.
 * @param month `YYYY-MM`; null for the whole log
 */
export function entriesOf(db: Driver, folder: string, month: string | null): readonly RemovedEntry[] {
  const { zone } = readVaultFile(folder)
  const all = removedEntries(db, folder).toReversed()
  if (month === null) return all
  return all.filter((entry) => entry.state !== 'dismissed' && dayOf(entry, zone).startsWith(month))
}

/** The day that an entry counts for. */
export function dayOf({ said, openedAt }: RemovedEntry, zone: string): string {
  return said.removed?.slice(0, 10) ?? localDate(openedAt, zone)
}

/** What the cells are made of. */
export function logFacts(db: Driver, zone: string): LogFacts {
  const accounts = new Map(listAccounts(db).map((account) => [account.id, account]))
  const papers = new Map(stewardEntries(db, 'paper').map(({ id, said }) => [id, Paper.parse(said).title]))
  return { accounts, zone, papers }
}
