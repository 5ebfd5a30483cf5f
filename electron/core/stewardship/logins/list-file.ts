// The list of log-ins as a file outside the vault.
import { LoginFile } from '../../../../shared/domain/account/login.ts'
import type { VaultFile } from '../../vault/about.ts'
import { readFile } from '../../vault/cipher/fs-promises.ts'
import { refusedStewardship } from '../refuse.ts'

/** A list without entries. */
export function emptyList({ vaultId, city }: VaultFile): LoginFile {
  return { format: 'muniment-logins', version: 1, vault: vaultId, city, entries: [] }
}

/**
 * Reads the list; null where there is no such file yet.
 * @throws MunimentError STEWARDSHIP_REFUSED where it is no list of log-ins, or that of another vault
 */
export async function readList(path: string, name: string, { vaultId }: VaultFile): Promise<LoginFile | null> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const list = LoginFile.safeParse(jsonOf(text))
  if (!list.success) {
    throw refusedStewardship(
      `${name} is no list of log-ins, or was damaged. Take an earlier copy of it, or begin a new one under another name.`,
    )
  }
  if (list.data.vault !== vaultId) {
    throw refusedStewardship(`${name} is the list of log-ins of another vault (${list.data.city}).`)
  }
  return list.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
