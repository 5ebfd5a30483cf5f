// The keys with which people sign.
import { KeyId, RegisteredKey } from '../../../../shared/contract/key.ts'
import type { PersonId } from '../../../../shared/domain/id.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import type { Driver } from '../catalog/driver.ts'
import { fingerprintOf } from '../key/seal.ts'

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

/** A key with its halves, or null. */
export interface StoredKey extends NewKey {
  readonly id: KeyId
  readonly endedAt: Instant | null
}

const STORED = 'SELECT id, person_id AS person, public_key AS publicKey, sealed, ended_at AS endedAt FROM person_key'

/** One key, or null. */
export function findKey(db: Driver, id: KeyId): StoredKey | null {
  return db.get<StoredKey>(`${STORED} WHERE id = ?`, id) ?? null
}

/** The keys of a person that sign, the newest first. */
export function keysOf(db: Driver, person: PersonId): StoredKey[] {
  return db.all<StoredKey>(`${STORED} WHERE person_id = ? AND ended_at IS NULL ORDER BY id DESC`, person)
}

/** Every key, the newest first. */
export function listKeys(db: Driver): RegisteredKey[] {
  return db
    .all<{ publicKey: Uint8Array; here: number }>(
      `SELECT person_key.id, person_id AS person, person.name, person_key.public_key AS publicKey, sealed IS NOT NULL AS here,
         registered_at AS registeredAt, registrar.name AS registeredBy, ended_at AS endedAt, ended_reason AS endedReason
       FROM person_key JOIN person ON person.id = person_id JOIN person AS registrar ON registrar.id = registered_by
       ORDER BY person_key.id DESC`,
    )
    .map(({ publicKey, here, ...row }) =>
      RegisteredKey.parse({
        ...row,
        here: here === 1,
        publicKey: Buffer.from(publicKey).toString('hex'),
        fingerprint: fingerprintOf(publicKey),
      }),
    )
}
