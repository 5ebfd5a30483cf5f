// The root over the commitments of a packet that lies in the vault, as its own manifest gives it.
import { join } from 'node:path'
import { MANIFEST, Manifest } from '../../../../shared/packet/manifest.ts'
import { readDirectory } from '../../../../shared/packet/zip-read.ts'
import { textOf } from '../../../../shared/packet/zip-texts.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { leaseOf } from '../../vault/objects/lease.ts'
import { packetDamaged, type Sealed } from '../sealed.ts'
import { nodeTools, openSource } from './node-tools.ts'

/** The root; null where the packet holds no commitments. @throws MunimentError VAULT_DAMAGED */
export async function sealedRoot(db: Driver, folder: string, { sealed, production }: Sealed): Promise<string | null> {
  const lease = leaseOf(db, folder, sealed.digest)
  if (lease === null) throw packetDamaged(production.id)
  const source = await openSource(join(lease.file))
  try {
    const directory = await readDirectory(source, nodeTools)
    const text = directory === null ? null : await textOf(source, nodeTools, directory, MANIFEST)
    if (text === null) throw packetDamaged(production.id)
    return Manifest.parse(JSON.parse(text)).commitments?.root ?? null
  } finally {
    await source.close()
  }
}
