// The office's own files in a destruction: listed, carried out one by one, and what stays of each.
import type { DestroyedFile, StayingFile } from '../../../../../shared/domain/disposition/destruction.ts'
import type { OfficeFileRef, PlanFileRow } from '../../../../../shared/domain/disposition/office-file.ts'
import type { PersonId, PlanId } from '../../../../../shared/domain/id.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestBytes, digestOf } from '../../hex.ts'

/** Lists files in the order in which they are carried out; those that are listed stay as they are. */
export function insertFiles(db: Driver, destruction: number, files: readonly PlanFileRow[]): void {
  for (const [position, { kind, id, series, cutoff, eligibleOn, authority, commitment }] of files.entries()) {
    db.run(
      `INSERT INTO destruction_file (destruction_id, position, kind, subject, series, cutoff, eligible_on, authority, commitment)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      ...[destruction, position, kind, id, series, cutoff, eligibleOn, authority, digestBytes(commitment)],
    )
  }
}

/** A file that waits. */
export interface PendingFile extends Pick<PlanFileRow, 'kind' | 'id' | 'series' | 'commitment'> {
  readonly position: number
}

/** The first file that waits, or null. */
export function pendingFile(db: Driver, destruction: number): PendingFile | null {
  const row = db.get<Omit<PendingFile, 'commitment'> & { commitment: Uint8Array }>(
    `SELECT position, kind, subject AS id, series, commitment FROM destruction_file
     WHERE destruction_id = ? AND outcome IS NULL ORDER BY position LIMIT 1`,
    destruction,
  )
  return row === undefined ? null : { ...row, commitment: digestOf(row.commitment) }
}

/** What stays of a destroyed file. */
export interface FileRemains {
  readonly openedAt: Instant
  readonly rows: number
  readonly files: number
  readonly bytes: number
}

/** Writes down that a file was destroyed, and what stays of it. */
export function markFileDestroyed(
  db: Driver,
  destruction: number,
  position: number,
  { openedAt, rows, files, bytes }: FileRemains,
  at: Instant,
): void {
  db.run(
    `UPDATE destruction_file SET outcome = 'destroyed', decided_at = ?, opened_at = ?, rows = ?, files = ?, bytes = ?
     WHERE destruction_id = ? AND position = ?`,
    ...[at, openedAt, rows, files, bytes, destruction, position],
  )
}

/** Files that were destroyed, in the order in which they were. */
export function destroyedFiles(db: Driver, destruction: number): DestroyedFile[] {
  return db.all<DestroyedFile>(
    `SELECT kind, subject AS id, series, cutoff, eligible_on AS eligibleOn, authority, opened_at AS openedAt, rows, files, bytes
     FROM destruction_file WHERE destruction_id = ? AND outcome = 'destroyed' ORDER BY position`,
    destruction,
  )
}

/** Files of the plan that stay, each with its reason. */
export function stayingFiles(db: Driver, destruction: number): StayingFile[] {
  return db.all<StayingFile>(
    `SELECT kind, subject AS id, reason, detail FROM destruction_file
     WHERE destruction_id = ? AND outcome = 'skipped' ORDER BY position`,
    destruction,
  )
}

/** Takes files out of a plan. Returns how many were not out before. */
export function narrowPlanFiles(
  db: Driver,
  plan: PlanId,
  files: readonly OfficeFileRef[],
  reason: string,
  at: Instant,
  by: PersonId,
): number {
  const sql = 'INSERT INTO plan_file_narrowing VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING'
  return files.reduce((count, { kind, id }) => count + db.run(sql, plan, kind, id, reason, at, by).changes, 0)
}

/** The files that were taken out of a plan. */
export function narrowedFiles(db: Driver, plan: PlanId): OfficeFileRef[] {
  return db.all('SELECT kind, subject AS id FROM plan_file_narrowing WHERE plan_id = ? ORDER BY kind, subject', plan)
}
