// Hand-overs, and what of them stands in no other repository.

import type { PersonId } from '../../../../../shared/domain/id.ts'
import { Handover, type OpenWork } from '../../../../../shared/domain/people/handover.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestOf } from '../../hex.ts'

interface Given {
  readonly from: PersonId
  readonly to: PersonId
  readonly document: string
  readonly digest: Uint8Array
  readonly reason: string
  readonly ends: boolean
  readonly at: Instant
}

/** Writes a hand-over down; one of the same person that nobody took is replaced by it. Returns its number. */
export function insertHandover(db: Driver, { from, to, document, digest, reason, ends, at }: Given): number {
  const standing = 'from_id = ? AND taken_at IS NULL AND replaced_at IS NULL'
  db.run(`UPDATE handover SET replaced_at = ? WHERE ${standing}`, at, from)
  const sql =
    'INSERT INTO handover (from_id, to_id, document, digest, reason, ends, given_at) VALUES (?, ?, ?, ?, ?, ?, ?)'
  return db.run(sql, from, to, document, digest, reason, ends ? 1 : 0, at).id
}

/** The second signature. */
export function signHandover(db: Driver, id: number, at: Instant): void {
  db.run('UPDATE handover SET taken_at = ? WHERE id = ?', at, id)
}

interface Row {
  readonly document: string
  readonly digest: Uint8Array
  readonly ends: number
}

/** Every hand-over, the newest first. */
export function listHandovers(db: Driver): Handover[] {
  return db
    .all<Row>(
      `SELECT handover.id, from_id AS "from", giver.name AS fromName, to_id AS "to", taker.name AS toName, reason, ends,
         given_at AS givenAt, taken_at AS takenAt, replaced_at AS replacedAt, document, digest
       FROM handover JOIN person AS giver ON giver.id = from_id JOIN person AS taker ON taker.id = to_id ORDER BY handover.id DESC`,
    )
    .map((row) =>
      Handover.parse({
        ...row,
        ends: row.ends === 1,
        document: JSON.parse(row.document),
        digest: digestOf(row.digest),
      }),
    )
}

/** Packets that were never finished. */
export function unfinishedPackets(db: Driver): OpenWork['packets'] {
  return db.all(
    'SELECT id AS production, request_id AS request FROM production WHERE packet_digest IS NULL ORDER BY id',
  )
}

/** How many notes wait for a decision. */
export function countNotes(db: Driver): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM decision_note')?.n ?? 0
}

/** Names of people who have a key to sign with. */
export function peopleWithKeys(db: Driver): string[] {
  const rows = db.all<{ name: string }>('SELECT name FROM person WHERE public_key IS NOT NULL ORDER BY name')
  return rows.map(({ name }) => name)
}

/** Accounts whose liaison has a name. */
export function accountsOfLiaison(db: Driver, name: string): OpenWork['accounts'] {
  return db.all('SELECT platform, handle FROM account WHERE liaison = ? ORDER BY platform, handle', name)
}

/** Gives the accounts of one liaison to another. Returns how many there were. */
export function passLiaison(db: Driver, from: string, to: string): number {
  return db.run('UPDATE account SET liaison = ? WHERE liaison = ?', to, from).changes
}
