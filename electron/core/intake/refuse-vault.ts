// A vault is no export: two vaults cannot be joined, and the clerk is told what can be done instead.
import { basename, dirname, join } from 'node:path'
import { MunimentError } from '../../../shared/contract/error.ts'
import { closeSync, existsSync, openSync, readSync, statIfThere } from '../vault/cipher/fs.ts'
import type { GrantedFile } from '../vault/handler.ts'

/** "MUNI" at the place where SQLite keeps what a file is for. */
const MARK = Buffer.from('MUNI')
const MARK_AT = 68

/**
 * Lets no vault, and no file of one, be taken in as if it were an export.
 * @throws MunimentError PACKAGE_REFUSED; nothing is kept
 */
export function refuseVaults(files: readonly GrantedFile[]): void {
  // The catalog that is open here is not opened as a file: with its descriptor every lock on it would go.
  const vault = files.find(({ path }) => isOfVault(path) || isVault(path))
  if (vault === undefined) return
  throw new MunimentError(
    'PACKAGE_REFUSED',
    `“${vault.name}” is a vault of Muniment, or a part of one. Two vaults cannot be joined: each has its own ledger, holds and decisions, and what was destroyed in one would come back by the other. Nothing was imported. Import the exports themselves, as they came from the platforms; they lie in the folder “packages” of that vault. To read it, open it as a vault of its own.`,
  )
}

function isVault(path: string): boolean {
  return existsSync(join(path, 'vault.json')) || isCatalog(path)
}

/** Whether it lies at the top of a vault; what lies in its packages is what was received, and may be received again. */
function isOfVault(path: string): boolean {
  const folder = dirname(path)
  return (
    existsSync(join(folder, 'vault.json')) && existsSync(join(folder, 'catalog.sqlite')) && basename(path) !== 'staging'
  )
}

function isCatalog(path: string): boolean {
  if (statIfThere(path)?.isFile() !== true) return false
  const mark = Buffer.alloc(MARK.length)
  const file = openSync(path, 'r')
  try {
    readSync(file, mark, 0, MARK.length, MARK_AT)
  } finally {
    closeSync(file)
  }
  return mark.equals(MARK)
}
