// Where the programs that others wrote to make and show web archives lie, and whether they are there: with all that they need they are large, and no part of the project.
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where `npm install` put them (docs/capture.md says how). */
const PLACE = process.env.MUNIMENT_READERS ?? join(homedir(), '.cache', 'muniment-readers')

/** The folder of js-wacz; null where it is not. */
export const jsWacz = () => placeOf('@harvard-lil/js-wacz')

/** The folder of ReplayWeb.page; null where it is not. */
export const replayWebPage = () => placeOf('replaywebpage')

function placeOf(name: string): string | null {
  const folder = join(PLACE, 'node_modules', name)
  return existsSync(join(folder, 'package.json')) ? folder : null
}
