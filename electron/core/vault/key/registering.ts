// Entering a key, and what is said of it.
import { createPublicKey } from 'node:crypto'
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { PersonId } from '../../../../shared/domain/id.ts'
import type { WriteContext } from '../handler.ts'
import { insertKey, isKnownKey, type NewKey } from '../repository/person-key.ts'
import { fingerprintOf } from './seal.ts'

/** Registers a key and notes its fingerprint. @throws MunimentError KEY_REFUSED */
export function registered({ db, now, note }: WriteContext, key: NewKey, by: PersonId) {
  if (isKnownKey(db, key.publicKey)) {
    throw refusedKey('This key is registered already, and one key signs for one person alone. Nothing was changed.')
  }
  const id = insertKey(db, key, now, by)
  const fingerprint = fingerprintOf(key.publicKey)
  note({ key: id, person: key.person, fingerprint })
  return { id, person: key.person, fingerprint, publicKey: Buffer.from(key.publicKey).toString('hex') }
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
