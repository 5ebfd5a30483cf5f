// The keys with which people sign.
import { KeyId, RegisteredKey } from '../../../../../shared/contract/key.ts'
import type { PersonId } from '../../../../../shared/domain/id.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { fingerprintOf } from '../../key/seal.ts'

/** A key as it is entered; `sealed` null: its owner keeps the private half. */
export interface NewKey {
  readonly person: PersonId
  readonly publicKey: Uint8Array
  readonly sealed: string | null
}

/** Registers a key; from now on it is the one that the register of people shows. */
export function insertKey(db: Driver, { person, publicKey, sealed }: NewKey, at: Instant, by: PersonId): KeyId {
  db.run('UPDATE person SET public_key = ? WHERE id = ?', publicKey, person)
  const { id } = db.run(
    'INSERT INTO person_key (person_id, public_key, sealed, registered_at, registered_by) VALUES (?, ?, ?, ?, ?)',
    person,
    publicKey,
    sealed,
    at,
    by,
  )
  return KeyId.parse(id)
}

/** Whether a public key is registered already, whoever's it is. */
export function isKnownKey(db: Driver, publicKey: Uint8Array): boolean {
  return db.get('SELECT 1 FROM person_key WHERE public_key = ?', publicKey) !== undefined
}

/** Ends a key. */
export function endKey(db: Driver, id: KeyId, reason: string, at: Instant, by: PersonId): void {
  db.run('UPDATE person_key SET ended_at = ?, ended_by = ?, ended_reason = ? WHERE id = ?', at, by, reason, id)
}

/** A key with its halves. `counts`: its holder has shown it, another person has compared it, and the holder has the same office as then. */
export interface StoredKey extends NewKey {
  readonly id: KeyId
  readonly registeredBy: PersonId
  readonly endedAt: Instant | null
  readonly counts: 0 | 1
}

/** Whether a key counts, of a row of `person_key`. */
export const KEY_COUNTS = `(EXISTS (SELECT 1 FROM key_confirmation AS held WHERE held.key_id = person_key.id AND held.part = 'holder')
  AND EXISTS (SELECT 1 FROM key_confirmation AS compared JOIN person AS holder ON holder.id = person_key.person_id
    WHERE compared.key_id = person_key.id AND compared.part = 'second' AND compared.role = holder.role))`

const STORED = `SELECT id, person_id AS person, public_key AS publicKey, sealed, registered_by AS registeredBy, ended_at AS endedAt,
  ${KEY_COUNTS} AS counts FROM person_key`

/** A confirmation of a key. */
export interface NewConfirmation {
  readonly key: KeyId
  readonly part: 'holder' | 'second'
  readonly signature: Uint8Array | null
}

/** Writes a confirmation down, in place of an earlier one of the same part; the holder's office is kept with it. */
export function confirmKey(db: Driver, { key, part, signature }: NewConfirmation, at: Instant, by: PersonId): void {
  db.run(
    `INSERT OR REPLACE INTO key_confirmation
     SELECT person_key.id, ?, ?, ?, role, ? FROM person_key JOIN person ON person.id = person_id WHERE person_key.id = ?`,
    part,
    at,
    by,
    signature,
    key,
  )
}

/** One key, or null. */
export function findKey(db: Driver, id: KeyId): StoredKey | null {
  return db.get<StoredKey>(`${STORED} WHERE id = ?`, id) ?? null
}

/** Whose confirmed key a public key is, by name; null: nobody's of this vault. */
export function holderOfKey(db: Driver, publicKey: Uint8Array): string | null {
  const sql = `SELECT person.name FROM person_key JOIN person ON person.id = person_id WHERE person_key.public_key = ? AND ${KEY_COUNTS}`
  return db.get<{ name: string }>(sql, publicKey)?.name ?? null
}

/** The keys of a person that sign, the newest first. */
export function keysOf(db: Driver, person: PersonId): StoredKey[] {
  return db.all<StoredKey>(`${STORED} WHERE person_id = ? AND ended_at IS NULL ORDER BY id DESC`, person)
}

/** Every key, the newest first. */
export function listKeys(db: Driver): RegisteredKey[] {
  return db
    .all<{ publicKey: Uint8Array; here: number; counts: number }>(
      `SELECT person_key.id, person_id AS person, person.name, person_key.public_key AS publicKey, sealed IS NOT NULL AS here,
         registered_at AS registeredAt, registrar.name AS registeredBy, ended_at AS endedAt, ended_reason AS endedReason,
         (SELECT confirmed_at FROM key_confirmation WHERE key_id = person_key.id AND part = 'holder') AS heldSince,
         (SELECT second.name FROM key_confirmation JOIN person AS second ON second.id = confirmed_by
          WHERE key_id = person_key.id AND part = 'second') AS comparedBy, ${KEY_COUNTS} AS counts
       FROM person_key JOIN person ON person.id = person_id JOIN person AS registrar ON registrar.id = registered_by
       ORDER BY person_key.id DESC`,
    )
    .map(({ publicKey, here, counts, ...row }) =>
      RegisteredKey.parse({
        ...row,
        here: here === 1,
        counts: counts === 1,
        publicKey: Buffer.from(publicKey).toString('hex'),
        fingerprint: fingerprintOf(publicKey),
      }),
    )
}
