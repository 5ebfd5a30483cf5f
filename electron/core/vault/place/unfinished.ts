// Folders beside a vault that hold a copy of a whole vault that was never finished: a restore, a backup or a move that was killed. What is
// being made at this moment is none of them.

import { dirname, join } from 'node:path'
import { existsSync, readdirSync } from '../cipher/fs.ts'
import { isBeingMade } from '../copy-aside.ts'

/** Their paths. What is in them lies in clear, also where it came from a file under a passphrase. @param folder of the vault, absolute */
export function unfinishedCopies(folder: string): string[] {
  const parent = dirname(folder)
  return namesIn(parent)
    .filter((name) => name.endsWith('.part'))
    .map((name) => join(parent, name))
    .filter((path) => existsSync(join(path, 'catalog.sqlite')) || existsSync(join(path, 'vault.json')))
    .filter((path) => !isHeldThere(path))
    .sort()
}

/** A folder that cannot be written to is nobody's work of this moment. */
function isHeldThere(path: string): boolean {
  try {
    return isBeingMade(path)
  } catch {
    return false
  }
}

/** Nobody has to be able to list the folder that a vault lies in. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
