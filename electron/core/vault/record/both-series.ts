// The series of two records that become one: the longest decides from then on, so that joining never lets either go earlier.
import type { PersonId } from '../../../../shared/domain/id.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import type { Driver } from '../catalog/driver.ts'

interface Standing {
  readonly id: number
  readonly series: string | null
}

interface Joining {
  readonly reason: string
  readonly at: Instant
  readonly by: PersonId | null
}

/**
 * Puts the kept record into the series of the other one, too, and into its further ones. It stays so after a split: what a record was kept for
 * is taken from it by a decision alone. Called while the other one's row and decisions still stand.
 */
export function takeSeries(db: Driver, kept: Standing, absorbed: Standing, { reason, at, by }: Joining): void {
  db.run(
    `INSERT OR IGNORE INTO series_beside SELECT ?, series, added_at, added_by, reason FROM series_beside
     WHERE record_id = ? AND series IS NOT ?`,
    kept.id,
    absorbed.id,
    kept.series,
  )
  if (kept.series === null || absorbed.series === null || kept.series === absorbed.series) return
  db.run(
    `INSERT OR IGNORE INTO series_beside
     SELECT ?, ?, ?, coalesce(?, (SELECT decided_by FROM classification WHERE record_id = ? ORDER BY id DESC LIMIT 1),
       (SELECT id FROM person ORDER BY added_at, id LIMIT 1)), ?`,
    kept.id,
    absorbed.series,
    at,
    by,
    absorbed.id,
    reason,
  )
}
