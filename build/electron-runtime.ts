// Which Electron runs the app from the tree: the one named by the environment, the one npm downloads, or the one from the registry.
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** Electron's executable inside an unpacked distribution, as `electron/install.js` names it. */
const executables: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  linux: 'electron',
  win32: 'electron.exe',
}

/** The script that downloads npm's own Electron into node_modules/electron/dist. */
export const npmInstaller = resolve(import.meta.dirname, '../node_modules/electron/install.js')

/**
 * The folder that `npm run electron:registry` fills: outside the tree, so that it outlives a clean clone.
 *
 * @param env `XDG_CACHE_HOME`, where set, is the folder of caches
 */
export function registryFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'muniment', 'electron-43.2.0')
}

/**
 * Finds Electron: `ELECTRON_OVERRIDE_DIST_PATH`, then npm's download, then the registry's.
 *
 * @returns the folder that holds it (fit for `ELECTRON_OVERRIDE_DIST_PATH`) and its executable; undefined where there is none
 * @throws Error when `ELECTRON_OVERRIDE_DIST_PATH` names a folder without an Electron
 */
export function findElectron(env: NodeJS.ProcessEnv = process.env): { folder: string; executable: string } | undefined {
  const name = executables[process.platform]
  if (!name) return undefined
  const override = env.ELECTRON_OVERRIDE_DIST_PATH
  if (override && !existsSync(join(override, name))) {
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${override}, but there is no ${name} in it.`)
  }
  const folders = override ? [override] : [join(npmInstaller, '../dist'), registryFolder(env)]
  const folder = folders.find((candidate) => existsSync(join(candidate, name)))
  return folder === undefined ? undefined : { folder, executable: join(folder, name) }
}

/** Whether windows can open: on Linux a display server must be named. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}
