// What a job had gathered in the vault's staging before anything of it was received.
import { join } from 'node:path'
import { existsSync, readdirSync, rmSync, statSync } from '../cipher/fs.ts'

/** How many files lie in a staging folder, and their bytes together; none where there is no such folder. */
export function stagedSize(path: string): { readonly files: number; readonly bytes: number } {
  if (!existsSync(path)) return { files: 0, bytes: 0 }
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const bytes = entries.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
  return { files: entries.length, bytes }
}

/** Removes a staging folder. A file that another program holds open stays until the next opening, which empties the staging. */
export function removeStaged(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // What was decided is committed: this must not say that it was refused.
  }
}
