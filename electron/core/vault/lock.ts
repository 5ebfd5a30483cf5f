// One owner a vault: a second SQLite file held in an exclusive transaction, free again the moment its holder dies.
import { join } from 'node:path'
import { MunimentError } from '../../../shared/contract/error.ts'
import { type Driver, openDriver } from './catalog/driver.ts'

export interface Lock {
  release(): void
}

/**
 * Takes the vault for this process.
 * @throws MunimentError VAULT_IN_USE when another process has it, VAULT_DAMAGED when lock.sqlite is something else; whatever opening the file throws
 */
export function takeLock(folder: string): Lock {
  // It holds nothing, and is taken before anybody has said a passphrase.
  const driver = openDriver(join(folder, 'lock.sqlite'), { readonly: false, key: null })
  try {
    hold(driver)
  } catch (error) {
    driver.close()
    throw refused(error)
  }
  return letGo(driver)
}

/**
 * Holds any file, which is made where it is absent, for this process.
 * @returns null where another holder has it
 */
export function holdFile(path: string): Lock | null {
  const driver = openDriver(path, { readonly: false, key: null })
  try {
    hold(driver)
  } catch (error) {
    driver.close()
    if (isHeld(error)) return null
    throw error
  }
  return letGo(driver)
}

function letGo(driver: Driver): Lock {
  return {
    release: () => {
      driver.exec('ROLLBACK')
      driver.close()
    },
  }
}

function hold(driver: Driver): void {
  driver.pragma('busy_timeout = 0')
  driver.exec('BEGIN EXCLUSIVE')
}

/** Only a lock that is held means another owner: a full disk or a damaged file would send the clerk looking for one. */
function refused(error: unknown): unknown {
  if (isHeld(error)) {
    return new MunimentError(
      'VAULT_IN_USE',
      'Another Muniment on this computer has this vault open. Nothing was changed; close it there, or let this one attach to it.',
      { cause: error },
    )
  }
  if (codeOf(error) !== 'SQLITE_NOTADB') return error
  return new MunimentError(
    'VAULT_DAMAGED',
    'lock.sqlite in the vault is not what it should be. Nothing was changed. It holds nothing: delete that one file and open the vault again.',
    { cause: error },
  )
}

function isHeld(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY') || codeOf(error).startsWith('SQLITE_LOCKED')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
