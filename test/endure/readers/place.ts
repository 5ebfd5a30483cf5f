// Where programs that others wrote to read web archives lie, and whether they are there: they are under other licences and large, and are no part of the project.
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where `npm install --prefix` put them (docs/capture.md says how). */
const PLACE = process.env.MUNIMENT_READERS ?? join(homedir(), '.cache', 'muniment-readers')

/** The folder of a package there; null where it is not. */
export function readerAt(name: '@harvard-lil/js-wacz' | 'replaywebpage'): string | null {
  const folder = join(PLACE, 'node_modules', name)
  return existsSync(join(folder, 'package.json')) ? folder : null
}
