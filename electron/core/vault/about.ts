// What a vault says of itself.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { MunimentError } from '../../../shared/contract/error.ts'
import { Zone } from '../../../shared/domain/time.ts'

/** The layout of the folder that this version writes. */
export const FORMAT_VERSION = 1

export const VaultFile = z.object({
  format: z.literal('muniment-vault'),
  formatVersion: z.int().positive(),
  vaultId: z.string().min(8),
  city: z.string().min(1),
  zone: Zone,
  createdAt: z.string(),
  /** Whether it is a practice vault; the catalog says it again, and there it cannot be changed. */
  practice: z.boolean().default(false),
})
export type VaultFile = z.infer<typeof VaultFile>

/**
 * Reads what a vault says of itself.
 * @throws MunimentError VAULT_NOT_FOUND, VAULT_DAMAGED, VAULT_NEWER
 */
export function readVaultFile(folder: string): VaultFile {
  const path = join(folder, 'vault.json')
  if (!existsSync(path)) {
    throw new MunimentError('VAULT_NOT_FOUND', `${folder} is not a Muniment vault: it has no vault.json.`)
  }
  const read = VaultFile.safeParse(parseJson(readFileSync(path, 'utf8')))
  if (!read.success) {
    throw new MunimentError(
      'VAULT_DAMAGED',
      `vault.json in ${folder} cannot be read. Nothing was changed; restore it from a backup.`,
    )
  }
  if (read.data.formatVersion > FORMAT_VERSION) {
    throw new MunimentError(
      'VAULT_NEWER',
      `The vault in ${folder} was made by a newer version of Muniment. Open it with that version.`,
    )
  }
  return read.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
