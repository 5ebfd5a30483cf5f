// Terms that were set for the age of the lists that plans are checked against: each is kept, with who set it and why.
import type { PersonId } from '../../../../../shared/domain/id.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

/** A term as it is set. `reason` empty: none was given. */
interface ListTerm {
  readonly days: number
  readonly reason: string
  /** Who else stands behind it. */
  readonly second: PersonId | null
}

/** Writes a term down. */
export function insertListTerm(db: Driver, { days, reason, second }: ListTerm, at: Instant, by: PersonId | null): void {
  const sql = 'INSERT INTO list_term (days, reason, set_at, set_by, second_by) VALUES (?, ?, ?, ?, ?)'
  db.run(sql, days, reason, at, by, second)
}
