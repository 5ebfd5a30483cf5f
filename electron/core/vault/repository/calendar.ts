// The City's own calendar: closure days and years of holidays as people entered them; nothing entered is ever removed.
import { CalendarYear, ClosureEntry } from '../../../../shared/contract/calendar.ts'
import { Closure, type HolidayList } from '../../../../shared/domain/calendar/calendar.ts'
import type { PersonId } from '../../../../shared/domain/id.ts'
import type { Instant, LocalDate } from '../../../../shared/domain/time.ts'
import type { Driver } from '../catalog/driver.ts'

/** A closure as a person enters it. */
export interface ClosureDraft {
  readonly date: LocalDate
  readonly reason: string
  readonly authority: string
}

/** A year of holidays as a person enters it. */
export type YearDraft = Pick<HolidayList, 'set' | 'year' | 'days' | 'source'>

/** Every closure, also those taken back, the latest day first. */
export function listClosures(db: Driver): ClosureEntry[] {
  return db
    .all(
      `SELECT city_closure.id, day AS date, reason, authority, city_closure.added_at AS addedAt, person.name AS addedBy,
         withdrawn_at AS withdrawnAt, withdrawn_reason AS withdrawnReason
       FROM city_closure LEFT JOIN person ON person.id = added_by ORDER BY day DESC, city_closure.id DESC`,
    )
    .map((row) => ClosureEntry.parse(row))
}

/** The closures that count, for reckoning. */
export function standingClosures(db: Driver): Closure[] {
  return db
    .all('SELECT day AS date, reason FROM city_closure WHERE withdrawn_at IS NULL ORDER BY id')
    .map((row) => Closure.parse(row))
}

/** Enters a closure. Returns its number. */
export function insertClosure(db: Driver, draft: ClosureDraft, at: Instant, by: PersonId | null): number {
  const sql = 'INSERT INTO city_closure (day, reason, authority, added_at, added_by) VALUES (?, ?, ?, ?, ?)'
  return db.run(sql, draft.date, draft.reason, draft.authority, at, by).id
}

/** Takes a closure back. Returns whether there was one that counted. */
export function withdrawClosure(db: Driver, id: number, reason: string, at: Instant, by: PersonId | null): boolean {
  const found = db.get('SELECT 1 FROM city_closure WHERE id = ? AND withdrawn_at IS NULL', id) !== undefined
  if (found) {
    const sql = 'UPDATE city_closure SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?'
    db.run(sql, at, by, reason, id)
  }
  return found
}

/** The newest list of each kind and year that was entered. */
export function enteredYears(db: Driver): CalendarYear[] {
  return db
    .all<{ days: string }>(
      `SELECT kind AS "set", year, days, source, added_at AS entered FROM holiday_year AS newest
       WHERE id = (SELECT max(id) FROM holiday_year WHERE kind = newest.kind AND year = newest.year) ORDER BY year, kind`,
    )
    .map(({ days, ...row }) => CalendarYear.parse({ ...row, days: JSON.parse(days), confirmed: true }))
}

/** Enters a year of holidays. */
export function insertYear(db: Driver, draft: YearDraft, at: Instant, by: PersonId | null): void {
  const sql = 'INSERT INTO holiday_year (kind, year, days, source, added_at, added_by) VALUES (?, ?, ?, ?, ?, ?)'
  db.run(sql, draft.set, draft.year, JSON.stringify(draft.days), draft.source, at, by)
}
