// Reminders: how often each account's export is to be asked for.
import { AccountId } from '../../../../../shared/domain/id.ts'
import { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

interface Row {
  readonly id: number
  readonly added_at: number
  readonly months: number | null
  readonly last: number | null
}

export interface RemindedAccount {
  readonly account: AccountId
  readonly registered: Instant
  readonly months: number | null
  /** As of when the newest completed import stands; an export cannot have been made after it was received. */
  readonly last: Instant | null
}

const STANDS = `SELECT max(min(coalesce(generated_at, received_at), received_at)) FROM accession
          WHERE accession.account_id = account.id AND state = 'complete'
            AND accession.platform NOT IN (SELECT value FROM json_each(?))`

/** Every account. @param pieces platforms whose packages are never an export of the whole account */
export function listReminders(db: Driver, pieces: readonly string[]): RemindedAccount[] {
  return db
    .all<Row>(
      `SELECT id, added_at, months,
         (${STANDS}) AS last
       FROM account LEFT JOIN account_reminder ON account_reminder.account_id = account.id
       ORDER BY account.platform, handle`,
      JSON.stringify(pieces),
    )
    .map(({ id, added_at, months, last }) => ({
      account: AccountId.parse(id),
      registered: Instant.parse(added_at),
      months,
      last: last === null ? null : Instant.parse(last),
    }))
}

/** As of when an account's newest completed import stands, or null. @param pieces as above */
export function lastExportOf(db: Driver, account: AccountId, pieces: readonly string[]): Instant | null {
  const sql = `SELECT (${STANDS}) AS last FROM account WHERE id = ?`
  const last = db.get<{ last: number | null }>(sql, JSON.stringify(pieces), account)?.last ?? null
  return last === null ? null : Instant.parse(last)
}

/** Sets the interval of an account, or takes it away. */
export function saveReminder(db: Driver, account: AccountId, months: number | null, at: Instant): void {
  if (months === null) {
    db.run('DELETE FROM account_reminder WHERE account_id = ?', account)
    return
  }
  db.run(
    `INSERT INTO account_reminder VALUES (?, ?, ?)
     ON CONFLICT (account_id) DO UPDATE SET months = excluded.months, set_at = excluded.set_at`,
    account,
    months,
    at,
  )
}
