// Retention schedules as imported; each stays, the newest that is in force on a day counts for that day.

import { ScheduleVersion } from '../../../../../shared/contract/schedule.ts'
import type { PersonId, RecordId } from '../../../../../shared/domain/id.ts'
import { ScheduleId } from '../../../../../shared/domain/id.ts'
import { ScheduleDraft } from '../../../../../shared/domain/schedule/schedule.ts'
import { Instant, type LocalDate } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

export interface StoredSchedule {
  readonly id: ScheduleId
  readonly schedule: ScheduleDraft
  readonly importedAt: Instant
}

interface Row {
  readonly id: number
  readonly document: string
  readonly imported_at: number
}

/** Writes a schedule down with the digest of the file that it was read from. */
export function insertSchedule(
  db: Driver,
  schedule: ScheduleDraft,
  source: { readonly name: string; readonly digest: Uint8Array },
  at: Instant,
  by: PersonId | null,
): ScheduleId {
  const { id } = db.run(
    `INSERT INTO schedule (name, resolution, adopted_on, source_name, source_digest, document, imported_at, imported_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    schedule.name,
    schedule.resolution,
    schedule.adoptedOn,
    source.name,
    source.digest,
    JSON.stringify(schedule),
    at,
    by,
  )
  return ScheduleId.parse(id)
}

/** Keeps the resolution with the schedule that it adopted. */
export function insertSchedulePaper(db: Driver, id: ScheduleId, name: string, object: Uint8Array): void {
  db.run('INSERT INTO schedule_paper VALUES (?, ?, ?)', id, name, object)
}

/** A schedule by its number, or the newest; null where there is none. */
export function findSchedule(db: Driver, id: ScheduleId | null): StoredSchedule | null {
  const row =
    id === null
      ? db.get<Row>('SELECT id, document, imported_at FROM schedule ORDER BY id DESC LIMIT 1')
      : db.get<Row>('SELECT id, document, imported_at FROM schedule WHERE id = ?', id)
  return row ? stored(row) : null
}

/** The newest schedule adopted and effective on a day; where none is yet, the newest of all, under which nothing is eligible. */
export function scheduleInForce(db: Driver, on: LocalDate): StoredSchedule | null {
  const row = db.get<Row>(
    `SELECT id, document, imported_at FROM schedule
     ORDER BY max(document ->> 'adoptedOn', document ->> 'effectiveFrom') <= ? DESC, id DESC LIMIT 1`,
    on,
  )
  return row === undefined ? null : stored(row)
}

/** The schedule in force on a day, and every one that comes into force later. */
export function schedulesFrom(db: Driver, on: LocalDate): StoredSchedule[] {
  const now = scheduleInForce(db, on)
  const later = db.all<Row>(
    "SELECT id, document, imported_at FROM schedule WHERE max(document ->> 'adoptedOn', document ->> 'effectiveFrom') > ? ORDER BY id",
    on,
  )
  return [...(now === null ? [] : [now]), ...later.filter(({ id }) => id !== now?.id).map(stored)]
}

/** Every schedule, the newest first. */
export function listSchedules(db: Driver): ScheduleVersion[] {
  return db
    .all(
      `SELECT schedule.id, schedule.name, resolution, adopted_on AS adoptedOn, document ->> 'effectiveFrom' AS effectiveFrom,
         imported_at AS importedAt, person.name AS importedBy, source_name AS source,
         json_array_length(document, '$.series') AS series, schedule_paper.name AS paper
       FROM schedule LEFT JOIN schedule_paper ON schedule_id = schedule.id LEFT JOIN person ON person.id = imported_by ORDER BY schedule.id DESC`,
    )
    .map((row) => ScheduleVersion.parse(row))
}

/** The series that hold records, with how many, by code. */
export function seriesInUse(db: Driver): { series: string; records: number }[] {
  return db.all('SELECT series, count(*) AS records FROM record WHERE series IS NOT NULL GROUP BY series')
}

/** The codes of all series that anything is in: records by their classification or beside it, and the office's own files. */
export function codesInUse(db: Driver): ReadonlySet<string> {
  const rows = db.all<{ series: string }>(
    `SELECT series FROM record WHERE series IS NOT NULL
     UNION SELECT series FROM series_beside UNION SELECT series FROM office_series`,
  )
  return new Set(rows.map(({ series }) => series))
}

/** How many records each series holds, by series code. */
export function recordsBySeries(db: Driver): Record<string, number> {
  return Object.fromEntries(seriesInUse(db).map(({ series, records }) => [series, records]))
}

/** How many records of a series lie between two ids, the first included. */
export function recordsOfSeries(db: Driver, series: string, first: number, beyond: number): number {
  const sql = 'SELECT count(*) AS records FROM record WHERE series = ? AND id >= ? AND id < ?'
  return db.get<{ records: number }>(sql, series, first, beyond)?.records ?? 0
}

/** Records of a series after one of them, in the order of their ids, at most so many; those without a time are left out. */
export function timesInSeries(
  db: Driver,
  series: string,
  after: number,
  most: number,
): { readonly id: RecordId; readonly at: Instant }[] {
  const sql = 'SELECT id, at FROM record WHERE series = ? AND id > ? AND at IS NOT NULL ORDER BY id LIMIT ?'
  return db.all(sql, series, after, most)
}

function stored(row: Row): StoredSchedule {
  return {
    id: ScheduleId.parse(row.id),
    schedule: ScheduleDraft.parse(JSON.parse(row.document)),
    importedAt: Instant.parse(row.imported_at),
  }
}
