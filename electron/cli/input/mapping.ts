// The mapping that a person names.
import { MunimentError } from '../../../shared/contract/error.ts'
import { mappingList } from '../../../shared/contract/mapping.ts'
import type { MappingName, SavedMapping } from '../../../shared/domain/intake/mapping.ts'
import type { Vault } from '../vault/vault.ts'

/** Its newest version. @throws MunimentError MAPPING_UNKNOWN */
export async function savedMapping(vault: Vault, name: MappingName): Promise<SavedMapping> {
  const [saved] = await vault.ask(mappingList, { name })
  if (saved !== undefined) return saved
  throw new MunimentError(
    'MAPPING_UNKNOWN',
    `There is no mapping “${name}” in this vault; “muniment map list” lists them.`,
  )
}
