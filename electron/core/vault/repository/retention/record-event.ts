// Days of events that retention waits for: every entry is kept, the newest of a record and code counts.
import type { PersonId, RecordId } from '../../../../../shared/domain/id.ts'
import type { Instant, LocalDate } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

/** Codes of the legend with the days of their events. */
export type EventDays = ReadonlyMap<string, LocalDate>

/** An entry for one record; `on` null: there is no day, whatever was entered before or a standing rule gives. */
export interface NewEvent {
  readonly record: RecordId
  readonly code: string
  readonly on: LocalDate | null
  readonly reason: string
}

/** Enters an event, unless the same was entered last. Returns its number, null where nothing changed. */
export function insertEvent(
  db: Driver,
  { record, code, on, reason }: NewEvent,
  at: Instant,
  by: PersonId,
): number | null {
  const known = db.get<{ on: string | null }>(
    'SELECT happened_on AS "on" FROM record_event WHERE record_id = ? AND code = ? ORDER BY id DESC LIMIT 1',
    record,
    code,
  )
  if (known !== undefined && known.on === on) return null
  const { id } = db.run(
    'INSERT INTO record_event (record_id, code, happened_on, reason, entered_at, entered_by) VALUES (?, ?, ?, ?, ?, ?)',
    record,
    code,
    on,
    reason,
    at,
    by,
  )
  return id
}

/** Writes down who else stands behind the day of an event. */
export function insertEventSecond(db: Driver, event: number, by: PersonId): void {
  db.run('INSERT INTO record_event_second VALUES (?, ?)', event, by)
}

/** What was entered by hand for a record and a code; `on` null: that there is no day. */
export interface EnteredEvent {
  readonly on: LocalDate | null
  readonly reason: string
  readonly by: string
}

/** What was entered last, by record and code, of a key range with both ends in it. */
export function eventsBetween(db: Driver, first: number, last: number): Map<number, Map<string, EnteredEvent>> {
  const rows = db.all<EnteredEvent & { record: number; code: string }>(
    `SELECT record_id AS record, code, happened_on AS "on", reason, person.name AS "by" FROM record_event
     JOIN person ON person.id = entered_by WHERE record_id BETWEEN ? AND ? ORDER BY record_event.id`,
    first,
    last,
  )
  const events = new Map<number, Map<string, EnteredEvent>>()
  for (const { record, code, ...entered } of rows) {
    const own = events.get(record) ?? new Map<string, EnteredEvent>()
    own.set(code, entered)
    events.set(record, own)
  }
  return events
}
