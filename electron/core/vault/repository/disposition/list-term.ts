// Terms that were set for the age of the lists that plans are checked against: each is kept, with who set it and why.
import { SettledBy } from '../../../../../shared/contract/approval.ts'
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

/** By whom the term in force was set, or null where nobody has set one. */
export function newestListTerm(db: Driver): SettledBy | null {
  const row = db.get(
    `SELECT coalesce(one.name, set_by, '') AS "by", set_at AS at, reason, coalesce(other.name, second_by) AS second
     FROM list_term LEFT JOIN person AS one ON one.id = set_by LEFT JOIN person AS other ON other.id = second_by
     ORDER BY list_term.id DESC LIMIT 1`,
  )
  return row === undefined ? null : SettledBy.parse(row)
}
