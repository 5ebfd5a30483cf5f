// Whose confirmed key a signature is of: asked wherever something that a key signed is taken in.
import type { MunimentError } from '../../../../shared/contract/error.ts'
import type { Person } from '../../../../shared/domain/people/person.ts'
import type { Driver } from '../catalog/driver.ts'
import { keysOf, type StoredKey } from '../repository/account/person-key.ts'
import { isSignedBy } from './seal.ts'

interface Signed {
  readonly person: Pick<Person, 'id' | 'name'>
  readonly statement: string
  readonly signature: Uint8Array
}

/**
 * The key of that person which signed a statement: one that signs still and is confirmed.
 * @param refuse makes the refusal; @param others what else the signature may be over, such as “another plan”
 * @throws MunimentError of `refuse`
 */
export function confirmedKeyUnder(
  db: Driver,
  { person, statement, signature }: Signed,
  refuse: (sentence: string) => MunimentError,
  others: string,
): StoredKey {
  const key = keysOf(db, person.id).find(({ publicKey }) => isSignedBy(publicKey, statement, signature))
  if (key?.counts === 1) return key
  if (key !== undefined)
    throw refuse(
      `Key ${key.id} of ${person.name} is not confirmed: its holder shows that it is theirs, and a person who did not register it compares its fingerprint with the holder. Nothing was recorded.`,
    )
  throw refuse(
    `The signature is of none of the keys of ${person.name}, or of other words: ${others}. Nothing was recorded.`,
  )
}
