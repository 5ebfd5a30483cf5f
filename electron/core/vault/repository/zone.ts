// The zones in which the City's days were reckoned.
import type { ZoneChange } from '../../../../shared/contract/zone.ts'
import { PersonId } from '../../../../shared/domain/id.ts'
import { Instant, Zone } from '../../../../shared/domain/time.ts'
import type { Driver } from '../catalog/driver.ts'

interface ZoneRow {
  zone_before: string
  zone: string
  held: number
  reason: string
  changed_at: number
  changed_by: string | null
}

/** Writes a change down. */
export function insertZoneChange(db: Driver, { before, zone, held, reason, at, by }: ZoneChange): void {
  const columns = 'zone_before, zone, held, reason, changed_at, changed_by'
  db.run(`INSERT INTO zone_change (${columns}) VALUES (?, ?, ?, ?, ?, ?)`, before, zone, held, reason, at, by)
}

/** Every change, the newest first. */
export function zoneChanges(db: Driver): ZoneChange[] {
  return db.all<ZoneRow>('SELECT * FROM zone_change ORDER BY id DESC').map((row) => ({
    before: Zone.parse(row.zone_before),
    zone: Zone.parse(row.zone),
    held: row.held,
    reason: row.reason,
    at: Instant.parse(row.changed_at),
    by: row.changed_by === null ? null : PersonId.parse(row.changed_by),
  }))
}

/** The zone that the newest change set; null where it was never changed. */
export function changedZone(db: Driver): Zone | null {
  return zoneChanges(db)[0]?.zone ?? null
}

/** The zone in which the City reckoned at an instant. @param now the zone in which it reckons now */
export function zoneAt(db: Driver, instant: Instant, now: Zone): Zone {
  return zoneChanges(db).reduce((zone, change) => (instant < change.at ? change.before : zone), now)
}
