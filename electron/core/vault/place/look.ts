// Looks at where a folder lies: gathers the facts that are judged.
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { judgePlace, mountOf, type Place, type PlaceFacts } from './judge.ts'

/** How far up the marks of synchronising programs are looked for. */
const LEVELS = 8

/**
 * Where a folder lies, or would lie that is not made yet.
 * @param folder absolute
 */
export async function lookAtPlace(folder: string): Promise<Place> {
  const there = nearest(folder)
  // On Windows only the native call follows a drive letter to the share behind it.
  const path = process.platform === 'win32' ? realpathSync.native(there) : realpathSync(there)
  const facts: PlaceFacts = {
    path: path + folder.slice(there.length),
    synced: syncedFolders(process.env, homedir()),
    names: namesAbove(path),
    mount: process.platform === 'linux' ? mountOf(path, textOf('/proc/self/mountinfo') ?? '') : null,
    type: (await statfs(path)).type,
  }
  return judgePlace(facts)
}

/** The folder itself, or the nearest above it that is there. */
function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder))
}

function namesAbove(path: string, levels = LEVELS): string[] {
  const above = dirname(path)
  const rest = levels > 1 && above !== path ? namesAbove(above, levels - 1) : []
  try {
    return [...readdirSync(path).filter((name) => name.startsWith('.')), ...rest]
  } catch {
    // A folder above that may not be listed tells nothing.
    return rest
  }
}

const ONEDRIVE = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'] as const
const DropboxInfo = z.record(z.string(), z.looseObject({ path: z.string() }))

/** What OneDrive says in the environment, and Dropbox in its own file. */
function syncedFolders(env: NodeJS.ProcessEnv, home: string): PlaceFacts['synced'] {
  const onedrive = ONEDRIVE.flatMap((name) => env[name] ?? []).map((path) => ({ service: 'OneDrive', path }))
  const places = [
    join(home, '.dropbox'),
    ...[env.APPDATA, env.LOCALAPPDATA].flatMap((base) => (base ? join(base, 'Dropbox') : [])),
  ]
  const dropbox = places.flatMap((place) => dropboxFolders(textOf(join(place, 'info.json'))))
  return [...onedrive, ...dropbox.map((path) => ({ service: 'Dropbox', path }))]
}

function dropboxFolders(text: string | null): string[] {
  try {
    return Object.values(DropboxInfo.parse(JSON.parse(text ?? '{}'))).map(({ path }) => path)
  } catch {
    return []
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
