// The series of the office's own files, as the office chose them; holds that name them; the salts by which plans commit to them.

import type { OfficeFileKind, OfficeFileRef, StartsOn } from '../../../../../shared/domain/disposition/office-file.ts'
import type { HoldId, PersonId } from '../../../../../shared/domain/id.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

/** A choice; `subject` null: for every file of the kind that has none of its own. */
export interface OfficeSeries {
  readonly kind: OfficeFileKind
  readonly subject: string | null
  readonly series: string
  readonly startsOn: StartsOn | null
  readonly reason: string
  readonly chosenAt: number
  readonly chosenBy: string
  readonly secondBy: string | null
}

const CHOICES = `SELECT kind, subject, series, starts_on AS startsOn, reason, chosen_at AS chosenAt, chosen_by AS chosenBy, second_by AS secondBy
  FROM office_series AS choice WHERE id = (SELECT max(id) FROM office_series WHERE kind = choice.kind AND subject IS choice.subject)`

/** Every choice that counts. */
export function officeSeries(db: Driver): OfficeSeries[] {
  return db.all<OfficeSeries>(`${CHOICES} ORDER BY kind, subject`)
}

/** The choice for a file: its own, else that of its kind; null where the office chose nothing. */
export function seriesOfFile(choices: readonly OfficeSeries[], { kind, id }: OfficeFileRef): OfficeSeries | null {
  const own = choices.filter((one) => one.kind === kind)
  return own.find(({ subject }) => subject === id) ?? own.find(({ subject }) => subject === null) ?? null
}

/** Writes a choice down. */
export function insertOfficeSeries(
  db: Driver,
  choice: Omit<OfficeSeries, 'chosenAt' | 'chosenBy'>,
  at: Instant,
  by: PersonId,
): void {
  const { kind, subject, series, startsOn, reason, secondBy } = choice
  db.run(
    `INSERT INTO office_series (kind, subject, series, starts_on, reason, chosen_at, chosen_by, second_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[kind, subject, series, startsOn, reason, at, by, secondBy],
  )
}

/** Names a file under a hold. Returns whether it was not named yet. */
export function nameUnderHold(
  db: Driver,
  hold: HoldId,
  { kind, id }: OfficeFileRef,
  at: Instant,
  by: PersonId,
): boolean {
  return db.run('INSERT OR IGNORE INTO hold_file VALUES (?, ?, ?, ?, ?)', hold, kind, id, at, by).changes > 0
}

/** The holds in force that name a file. */
export function holdsNaming(db: Driver, { kind, id }: OfficeFileRef): { id: number; label: string; basis: string }[] {
  return db.all(
    `SELECT hold.id, label, basis FROM hold_file JOIN hold ON hold.id = hold_id
     WHERE hold_file.kind = ? AND subject = ? AND released_at IS NULL ORDER BY hold.id`,
    kind,
    id,
  )
}

/** The salt of a file, or null where no plan has looked at it. */
export function saltOf(db: Driver, { kind, id }: OfficeFileRef): Uint8Array | null {
  return (
    db.get<{ salt: Uint8Array }>('SELECT salt FROM office_salt WHERE kind = ? AND subject = ?', kind, id)?.salt ?? null
  )
}

/** Destroys the salt of a file: what plans committed to can be checked by nobody any more. */
export function dropSalt(db: Driver, { kind, id }: OfficeFileRef): void {
  db.run('DELETE FROM office_salt WHERE kind = ? AND subject = ?', kind, id)
}

/** Gives a file its salt; one that has a salt keeps it. */
export function insertSalt(db: Driver, { kind, id }: OfficeFileRef, salt: Uint8Array): void {
  db.run('INSERT OR IGNORE INTO office_salt VALUES (?, ?, ?)', kind, id, salt)
}
