// Entering a key, and what is said of it.
import { createPublicKey } from 'node:crypto'
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { KeyId } from '../../../../shared/contract/key.ts'
import type { PersonId } from '../../../../shared/domain/id.ts'
import type { Driver } from '../catalog/driver.ts'
import type { WriteContext } from '../handler.ts'
import {
  confirmKey,
  findKey,
  insertKey,
  isKnownKey,
  type NewKey,
  type StoredKey,
} from '../repository/account/person-key.ts'
import { fingerprintOf } from './seal.ts'

/** Registers a key and notes its fingerprint. @throws MunimentError KEY_REFUSED */
export function registered({ db, now, note }: WriteContext, key: NewKey, by: PersonId) {
  if (isKnownKey(db, key.publicKey)) {
    throw refusedKey('This key is registered already, and one key signs for one person alone. Nothing was changed.')
  }
  const id = insertKey(db, key, now, by)
  // One that was made here was opened by its holder's own passphrase.
  if (key.sealed !== null) confirmKey(db, { key: id, part: 'holder', signature: null }, now, by)
  const fingerprint = fingerprintOf(key.publicKey)
  note({ key: id, person: key.person, fingerprint })
  return { id, person: key.person, fingerprint, publicKey: Buffer.from(key.publicKey).toString('hex') }
}

/** A key that signs. @throws MunimentError KEY_REFUSED */
export function standingKey(db: Driver, id: KeyId): StoredKey {
  const key = findKey(db, id)
  if (key === null) throw refusedKey(`There is no key ${id} in this vault. Nothing was changed.`)
  if (key.endedAt !== null) throw refusedKey(`Key ${id} signs no more. Nothing was changed.`)
  return key
}

/** A refusal about a key. */
export function refusedKey(sentence: string): MunimentError {
  return new MunimentError('KEY_REFUSED', sentence)
}

/** Whether 32 bytes are a public key at all. */
export function isPublicKey(bytes: Uint8Array): boolean {
  const x = Buffer.from(bytes).toString('base64url')
  try {
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return true
  } catch {
    return false
  }
}
