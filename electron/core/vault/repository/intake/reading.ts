// Which parser read an import, and when it was read again.
import type { PersonId } from '../../../../../shared/domain/id.ts'
import type { TextOrigin } from '../../../../../shared/domain/record/text-origin.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { setTextOrigin } from './accession.ts'

/** An import as far as reading it again asks, or null. */
export function readBy(
  db: Driver,
  accession: number,
): { readonly platform: string; readonly parser: string; readonly state: string } | null {
  return db.get('SELECT platform, parser, state FROM accession WHERE id = ?', accession) ?? null
}

/** The numbers of an import's members by part and place in it; what was struck is left out. */
export function memberPlaces(db: Driver, accession: number): Map<string, number> {
  const rows = db.all<{ id: number; part: number; position: number }>(
    `SELECT member.id, part, position FROM member JOIN package ON package.id = package_id
     WHERE accession_id = ? AND struck_at IS NULL`,
    accession,
  )
  return new Map(rows.map(({ id, part, position }) => [`${part} ${position}`, id]))
}

/** Writes down that an import is read again. @returns the number of the reading */
export function insertReading(
  db: Driver,
  accession: number,
  reading: { readonly parser: string; readonly before: string; readonly at: Instant; readonly by: PersonId | null },
): number {
  const { parser, before, at, by } = reading
  const sql = 'INSERT INTO reading (accession_id, parser, before, changed, read_at, read_by) VALUES (?, ?, ?, 0, ?, ?)'
  return db.run(sql, accession, parser, before, at, by).id
}

/** Writes down that something else is shown of a version since a reading. */
export function readingChanged(
  db: Driver,
  reading: number,
  { member, position }: { readonly member: number; readonly position: number },
): void {
  const sql = 'INSERT INTO reading_version VALUES (?, ?, ?) ON CONFLICT DO NOTHING'
  const { changes } = db.run(sql, member, position, reading)
  if (changes > 0) db.run('UPDATE reading SET changed = changed + 1 WHERE id = ?', reading)
}

/** From now on an import counts as read by a parser, which says how its texts come about. */
export function endReading(db: Driver, accession: number, parser: string, texts: TextOrigin | undefined): void {
  db.run('UPDATE accession SET parser = ? WHERE id = ?', parser, accession)
  setTextOrigin(db, accession, texts)
}
