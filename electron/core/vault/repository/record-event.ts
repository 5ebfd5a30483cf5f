// Days of events that retention waits for: every entry is kept, the newest of a record and code counts.
import type { PersonId, RecordId } from '../../../../shared/domain/id.ts'
import type { Instant, LocalDate } from '../../../../shared/domain/time.ts'
import type { Driver } from '../catalog/driver.ts'

/** Codes of the legend with the days of their events. */
export type EventDays = ReadonlyMap<string, LocalDate>

/** An entry for one record; `on` null takes an earlier one back. */
export interface NewEvent {
  readonly record: RecordId
  readonly code: string
  readonly on: LocalDate | null
  readonly reason: string
}

/** Enters an event, unless the same day is there already. Returns whether anything changed. */
export function insertEvent(db: Driver, { record, code, on, reason }: NewEvent, at: Instant, by: PersonId): boolean {
  const known = db.get<{ on: string | null }>(
    'SELECT happened_on AS "on" FROM record_event WHERE record_id = ? AND code = ? ORDER BY id DESC LIMIT 1',
    record,
    code,
  )
  if ((known?.on ?? null) === on) return false
  db.run(
    'INSERT INTO record_event (record_id, code, happened_on, reason, entered_at, entered_by) VALUES (?, ?, ?, ?, ?, ?)',
    record,
    code,
    on,
    reason,
    at,
    by,
  )
  return true
}

/** The days that count, by record, of a key range with both ends in it. */
export function eventsBetween(db: Driver, first: number, last: number): Map<number, Map<string, LocalDate>> {
  const rows = db.all<{ record: number; code: string; on: LocalDate | null }>(
    `SELECT record_id AS record, code, happened_on AS "on" FROM record_event
     WHERE record_id BETWEEN ? AND ? ORDER BY record_event.id`,
    first,
    last,
  )
  const events = new Map<number, Map<string, LocalDate>>()
  for (const { record, code, on } of rows) {
    const days = events.get(record) ?? new Map<string, LocalDate>()
    if (on === null) days.delete(code)
    else days.set(code, on)
    events.set(record, days)
  }
  return events
}
