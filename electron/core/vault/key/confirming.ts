// What stands behind a key before its signatures count: its holder, by a signature, and another person who has compared it with the holder.
import type { PersonId } from '../../../../shared/domain/id.ts'
import type { StoredKey } from '../repository/account/person-key.ts'
import { refusedKey } from './registering.ts'
import { fingerprintOf, isSignedBy } from './seal.ts'

/** The words that the holder signs, each line ended by a line feed. */
export function confirmationStatement(
  vaultId: string,
  { person, publicKey }: Pick<StoredKey, 'person' | 'publicKey'>,
): string {
  const lines = [
    'This key is mine',
    `Vault: ${vaultId}`,
    `Person: ${person}`,
    `Fingerprint (SHA-256): ${fingerprintOf(publicKey)}`,
  ]
  return `${lines.join('\n')}\n`
}

/**
 * Which part of the confirmation an act is.
 * @throws MunimentError KEY_REFUSED where the holder shows nothing, or whoever registered the key would compare it, too
 */
export function partOf(
  vaultId: string,
  key: StoredKey,
  by: PersonId,
  signature: Uint8Array | null,
): 'holder' | 'second' {
  if (by === key.person) {
    if (key.sealed !== null) {
      throw refusedKey(
        'This key was made here by its holder. Nothing was changed; another person compares its fingerprint with the holder.',
      )
    }
    const statement = confirmationStatement(vaultId, key)
    if (signature !== null && isSignedBy(key.publicKey, statement, signature)) return 'holder'
    throw refusedKey(
      'The holder shows that the private half is theirs by its signature over the words of “key statement”, and this is none. Nothing was changed.',
    )
  }
  if (by === key.registeredBy) {
    throw refusedKey(
      'Whoever registered a key does not confirm it, too. Nothing was changed; a third person compares its fingerprint with the holder.',
    )
  }
  return 'second'
}
