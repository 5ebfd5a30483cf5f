// A folder in which another program works, which reads and writes files by itself.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { destroyFile } from '../file.ts'
import { keyFor } from './keyring.ts'

/**
 * Gives a folder to work in: in the vault's staging/, or, where the vault is under a passphrase and what lies in it is sealed, one of this user's
 * alone in the system's folder for temporary files, whose files are overwritten at the end. Core's own reading and writing there is plain.
 * @param vault the vault's folder
 * @param name a name that nobody else uses in staging/
 */
export async function withOpenFolder<Result>(
  vault: string,
  name: string,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const isSealed = keyFor(vault) !== null
  const folder = isSealed ? mkdtempSync(join(tmpdir(), 'muniment-work-')) : join(vault, 'staging', name)
  if (!isSealed) mkdirSync(folder, { recursive: true })
  try {
    return await use(folder)
  } finally {
    if (isSealed) destroyFiles(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Overwrites and removes every file below a folder. */
export function destroyFiles(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) destroyFile(join(entry.parentPath, entry.name))
}
