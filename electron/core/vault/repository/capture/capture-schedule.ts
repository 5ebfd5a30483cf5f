// How often accounts are captured.
import { type CaptureOrder, captureRun } from '../../../../../shared/contract/capture.ts'
import { isOfOneScope, scopeText } from '../../../../../shared/domain/capture/capture.ts'
import { type CaptureEvery, CaptureSchedule } from '../../../../../shared/domain/capture/schedule.ts'
import { type AccountId, CaptureScheduleId, type PersonId } from '../../../../../shared/domain/id.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

const ROWS = `SELECT id, account_id AS account, way, scope, attorney, version AS terms, every, set_at AS setAt, set_by AS setBy,
  ended_at AS endedAt FROM capture_schedule LEFT JOIN capture_schedule_terms ON schedule_id = id`

/** Schedules, those that run first, then the newest. @param account of this one alone, or null */
export function listSchedules(db: Driver, account: AccountId | null): CaptureSchedule[] {
  return db
    .all<{ scope: string }>(
      `${ROWS} WHERE ? IS NULL OR account_id = ? ORDER BY ended_at IS NOT NULL, id DESC`,
      account,
      account,
    )
    .map((row) => CaptureSchedule.parse({ ...row, scope: JSON.parse(row.scope) }))
}

/** Whether a capture that meets a schedule waits or runs: its input is read as the job reads it. */
export function isUnderWay(db: Driver, schedule: CaptureSchedule): boolean {
  return db
    .all<{ input: string }>("SELECT input FROM job WHERE kind = ? AND state IN ('queued', 'running')", captureRun.name)
    .some(({ input }) => isOfOneScope(captureRun.input.parse(JSON.parse(input)), schedule))
}

/** Sets one up, in place of one that runs for the same way and scope. Returns its number. */
export function insertSchedule(
  db: Driver,
  { account, way, scope, attorney, terms }: CaptureOrder,
  every: CaptureEvery,
  at: Instant,
  by: PersonId | null,
): CaptureScheduleId {
  const said = scopeText(scope)
  db.run(
    'UPDATE capture_schedule SET ended_at = ?, ended_by = ? WHERE account_id = ? AND way = ? AND scope = ? AND ended_at IS NULL',
    ...[at, by, account, way, said],
  )
  const { id } = db.run(
    'INSERT INTO capture_schedule (account_id, way, scope, attorney, every, set_at, set_by) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ...[account, way, said, attorney, every, at, by],
  )
  if (terms !== null) db.run('INSERT INTO capture_schedule_terms VALUES (?, ?)', id, terms)
  return CaptureScheduleId.parse(id)
}

/** Ends one; what it says of the time until then stays. Returns false where none of that number runs. */
export function endSchedule(db: Driver, id: CaptureScheduleId, at: Instant, by: PersonId | null): boolean {
  return (
    db.run('UPDATE capture_schedule SET ended_at = ?, ended_by = ? WHERE id = ? AND ended_at IS NULL', at, by, id)
      .changes > 0
  )
}
