// Signing with a key that lies sealed in the vault: the one road, whatever is signed.
import type { KeyId } from '../../../../shared/contract/key.ts'
import type { Person } from '../../../../shared/domain/people/person.ts'
import type { Driver } from '../catalog/driver.ts'
import { findKey } from '../repository/account/person-key.ts'
import { refusedKey } from './registering.ts'
import { signWith } from './seal.ts'

interface Asked {
  readonly key: KeyId
  readonly passphrase: string
  /** Whose key it must be; null: anybody's who knows the passphrase. */
  readonly person: Pick<Person, 'id' | 'name'> | null
}

/** Signs a text. @throws MunimentError KEY_REFUSED where the key is not that person's, signs no more, or is not opened */
export function signedHere(
  db: Driver,
  { key: id, passphrase, person }: Asked,
  text: string,
): { readonly publicKey: Uint8Array; readonly signature: Buffer } {
  const key = findKey(db, id)
  if (key === null || (person !== null && key.person !== person.id) || key.endedAt !== null || key.sealed === null) {
    const whose = person === null ? 'none' : `none of ${person.name}`
    throw refusedKey(`Key ${id} is ${whose} that signs here. Nothing was signed.`)
  }
  const signature = signWith({ publicKey: key.publicKey, sealed: key.sealed }, passphrase, text)
  if (signature === null) throw refusedKey('The passphrase does not open this key. Nothing was signed.')
  return { publicKey: key.publicKey, signature }
}
