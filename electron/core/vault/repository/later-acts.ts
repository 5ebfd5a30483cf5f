// What was done in a vault after a backup of it was made: rows that a restored copy takes over.
import type { Driver, Value } from '../catalog/driver.ts'

/** What a destroyed record was called, with its place in the destruction. */
export interface GoneRecord {
  readonly position: number
  readonly account: number
  readonly kind: string
  readonly nativeId: string
}

/** Whether a catalog knows of destructions at all: those of before do not. */
export function knowsDestructions(db: Driver): boolean {
  return db.get("SELECT 1 FROM sqlite_schema WHERE name = 'destruction'") !== undefined
}

/** Everybody and every account that the later one knows; who is known stays as they are. */
export function takeOverRegisters(later: Driver, db: Driver): void {
  copyRows(later, db, 'person', '1', 1)
  copyRows(later, db, 'account', '1', 1)
}

/** Takes over a destruction with its plan and the list of what became of each record. */
export function takeOverDestruction(later: Driver, db: Driver, destruction: number, plan: number): void {
  copyRows(later, db, 'plan', 'id', plan)
  copyRows(later, db, 'destruction', 'id', destruction)
  copyRows(later, db, 'destruction_item', 'destruction_id', destruction)
}

/** What a destruction destroyed. */
export function goneRecords(db: Driver, destruction: number): GoneRecord[] {
  return db.all(
    `SELECT position, account_id AS account, kind, native_id AS nativeId FROM destruction_item
     WHERE destruction_id = ? AND outcome = 'destroyed' ORDER BY position`,
    destruction,
  )
}

/** The record of an identity, or null. */
export function recordOf(db: Driver, { account, kind, nativeId }: GoneRecord): number | null {
  const sql = 'SELECT id FROM record WHERE account_id = ? AND kind = ? AND native_id = ?'
  return db.get<{ id: number }>(sql, account, kind, nativeId)?.id ?? null
}

function copyRows(from: Driver, to: Driver, table: string, column: string, value: Value): void {
  for (const row of from.all<Record<string, Value>>(`SELECT * FROM ${table} WHERE ${column} = ?`, value)) {
    const names = Object.keys(row)
    const places = names.map(() => '?').join(', ')
    to.run(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places}) ON CONFLICT DO NOTHING`,
      ...Object.values(row),
    )
  }
}
