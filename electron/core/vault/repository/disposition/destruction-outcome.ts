// What became of what a destruction lists: records and the office's own files alike are passed over one by one or all at once, and counted.
import type { SkipReason } from '../../../../../shared/domain/disposition/destruction.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

/** The list of the records, and that of the office's own files. */
const LISTS = { records: 'destruction_item', files: 'destruction_file' } as const

/** Which list of a destruction is meant. */
export interface Listed {
  readonly list: keyof typeof LISTS
  readonly destruction: number
}

/** Passes one over. */
export function skipOne(
  db: Driver,
  { list, destruction }: Listed,
  position: number,
  why: { readonly reason: SkipReason; readonly detail: string },
  at: Instant,
): void {
  db.run(
    `UPDATE ${LISTS[list]} SET outcome = 'skipped', reason = ?, detail = ?, decided_at = ? WHERE destruction_id = ? AND position = ?`,
    ...[why.reason, why.detail, at, destruction, position],
  )
}

/** Passes everything over that still waits. Returns how many. */
export function skipWaiting(db: Driver, { list, destruction }: Listed, detail: string, at: Instant): number {
  return db.run(
    `UPDATE ${LISTS[list]} SET outcome = 'skipped', reason = 'stopped', detail = ?, decided_at = ?
     WHERE destruction_id = ? AND outcome IS NULL`,
    ...[detail, at, destruction],
  ).changes
}

/** How many are destroyed, skipped, waiting. */
export function outcomesOf(db: Driver, { list, destruction }: Listed) {
  const rows = db.all<{ outcome: string | null; n: number }>(
    `SELECT outcome, count(*) AS n FROM ${LISTS[list]} WHERE destruction_id = ? GROUP BY outcome`,
    destruction,
  )
  const of = (outcome: string | null) => rows.find((row) => row.outcome === outcome)?.n ?? 0
  return { destroyed: of('destroyed'), skipped: of('skipped'), waiting: of(null) }
}
