// Where a program that others wrote to make web archives lies, and whether it is there: with all that it needs it is large, and no part of the project.
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where `npm install --prefix` put it (docs/capture.md says how). */
const PLACE = process.env.MUNIMENT_READERS ?? join(homedir(), '.cache', 'muniment-readers')

/** The folder of js-wacz; null where it is not. */
export function jsWacz(): string | null {
  const folder = join(PLACE, 'node_modules/@harvard-lil/js-wacz')
  return existsSync(join(folder, 'package.json')) ? folder : null
}
