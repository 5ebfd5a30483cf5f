// A production whose packet is finished and kept.
import { MunimentError } from '../../../shared/contract/error.ts'
import type { Digest } from '../../../shared/domain/id.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { refused } from './changing.ts'
import { openProduction, type Packet } from './packet/packet.ts'

/** What was sealed, with the digest, name and size of its packet. */
export interface Sealed extends Packet {
  readonly sealed: { readonly digest: Digest; readonly name: string; readonly size: number }
}

/** Opens a sealed production. @throws MunimentError REQUEST_UNKNOWN, REQUEST_REFUSED where it is not sealed */
export function sealedProduction(db: Driver, id: number): Sealed {
  const packet = openProduction(db, id)
  const { packetDigest: digest, packetName: name, packetSize: size } = packet.production
  if (digest === null || name === null || size === null)
    throw refused(`The packet of production ${id} was never finished. Nothing was changed; build it again.`)
  return { ...packet, sealed: { digest, name, size } }
}

/** The packet of a production is no longer as it was sealed. */
export function packetDamaged(production: number): MunimentError {
  return new MunimentError(
    'VAULT_DAMAGED',
    `The packet of production ${production} is no longer in the vault as it was sealed. Nothing was written. Verify the vault and restore the file from a backup.`,
  )
}
