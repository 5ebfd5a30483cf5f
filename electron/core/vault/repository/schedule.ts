// Retention schedules as imported; each stays, the newest that is in force on a day counts for that day.

import type { PersonId } from '../../../../shared/domain/id.ts'
import { ScheduleId } from '../../../../shared/domain/id.ts'
import { ScheduleDraft } from '../../../../shared/domain/schedule.ts'
import { Instant, type LocalDate } from '../../../../shared/domain/time.ts'
import type { Driver } from '../catalog/driver.ts'

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
  const all = db.all<Row>('SELECT id, document, imported_at FROM schedule ORDER BY id DESC').map(stored)
  return all.find(({ schedule }) => schedule.adoptedOn <= on && schedule.effectiveFrom <= on) ?? all[0] ?? null
}

/** How many records each series holds, by series code. */
export function recordsBySeries(db: Driver): Record<string, number> {
  const rows = db.all<{ series: string; records: number }>(
    'SELECT series, count(*) AS records FROM record WHERE series IS NOT NULL GROUP BY series',
  )
  return Object.fromEntries(rows.map(({ series, records }) => [series, records]))
}

function stored(row: Row): StoredSchedule {
  return {
    id: ScheduleId.parse(row.id),
    schedule: ScheduleDraft.parse(JSON.parse(row.document)),
    importedAt: Instant.parse(row.imported_at),
  }
}
