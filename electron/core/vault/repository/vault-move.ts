// Moves of the vault from one place to another, as each of the two vaults knows them.
import { z } from 'zod'
import { PersonId } from '../../../../shared/domain/id.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import type { Driver } from '../catalog/driver.ts'

const Common = {
  id: z.string(),
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  at: Instant,
  by: PersonId.nullable(),
}
const Left = z.strictObject({ ...Common, side: z.literal('left'), state: z.enum(['gone', 'called-off']) })
const Arrived = z.strictObject({
  ...Common,
  side: z.literal('arrived'),
  state: z.enum(['waiting', 'ready', 'opened', 'called-off']),
})
export const VaultMove = z.discriminatedUnion('side', [Left, Arrived])
export type VaultMove = z.infer<typeof VaultMove>

const COLUMNS = `id, side, state, from_place AS "from", to_folder AS "to", reason, moved_at AS at, moved_by AS "by"`

/** The newest move that this vault knows of; null where it was never moved, or where its catalog is older than moves. */
export function newestMove(db: Driver): VaultMove | null {
  if (db.get("SELECT 1 FROM sqlite_schema WHERE name = 'vault_move'") === undefined) return null
  const row = db.get(`SELECT ${COLUMNS} FROM vault_move ORDER BY number DESC LIMIT 1`)
  return row === undefined ? null : VaultMove.parse(row)
}

/** Writes a move down. @param salt of the arrived alone: for the entry of its first opening */
export function insertMove(db: Driver, move: VaultMove, salt: Uint8Array | null): void {
  db.run(
    'INSERT INTO vault_move (id, side, state, from_place, to_folder, reason, moved_at, moved_by, arrival_salt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[move.id, move.side, move.state, move.from, move.to, move.reason, move.at, move.by, salt],
  )
}

/** How a move stands from now on. */
export function setMoveState(db: Driver, id: string, state: VaultMove['state']): void {
  db.run('UPDATE vault_move SET state = ? WHERE id = ?', state, id)
}

/** Calls a move off, in the vault that was left. */
export function endMove(db: Driver, id: string, end: { at: Instant; by: PersonId; reason: string }): void {
  const sql = "UPDATE vault_move SET state = 'called-off', ended_at = ?, ended_by = ?, ended_reason = ? WHERE id = ?"
  db.run(sql, end.at, end.by, end.reason, id)
}

/** The salt of the entry that the first opening makes. */
export function arrivalSalt(db: Driver, id: string): Uint8Array | null {
  return (
    db.get<{ salt: Uint8Array | null }>('SELECT arrival_salt AS salt FROM vault_move WHERE id = ?', id)?.salt ?? null
  )
}
