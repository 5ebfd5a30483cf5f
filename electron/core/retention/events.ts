// The days of events for a run of records, and which of them a series waits for.
import type { CompiledSchedule } from '../../../shared/domain/schedule.ts'
import type { LocalDate } from '../../../shared/domain/time.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import type { SubjectRow } from '../vault/repository/plan.ts'
import { type EventDays, eventsBetween } from '../vault/repository/record-event.ts'

/** The days by record. @param rows in the order of their ids */
export function eventsOver(db: Driver, rows: readonly SubjectRow[]): ReadonlyMap<number, EventDays> {
  const [first, last] = [rows[0], rows.at(-1)]
  return first && last ? eventsBetween(db, first.id, last.id) : new Map()
}

/** The day on which what a series waits for came, null where it has none: its code of the legend says which event that is. */
export function eventOf({ terms }: CompiledSchedule, series: string, days: EventDays | undefined): LocalDate | null {
  const retention = terms.get(series)?.series.retention
  const code = retention !== undefined && 'code' in retention ? retention.code : null
  return code === null ? null : (days?.get(code) ?? null)
}
