// The demonstration's own folder: made anew each time, and never a folder that is somebody else's.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MARKER = '.muniment-demo'

/**
 * Empties and makes the folder.
 * @throws Error where a folder of that name holds anything and no mark of an earlier demonstration
 */
export function freshFolder(folder: string): void {
  if (existsSync(folder)) {
    if (!existsSync(join(folder, MARKER)) && readdirSync(folder).length > 0) {
      throw new Error(`${folder} was not made by the demonstration: move it away, and run this again.`)
    }
    rmSync(folder, { recursive: true })
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, MARKER), 'Made by “npm run demo”, which deletes this folder and makes it anew.\n')
}
