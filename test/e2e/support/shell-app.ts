// The built shell with a pretended vault process: for tests of what the shell does with what a vault says.
import { createHash } from 'node:crypto'
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { root } from './app.ts'
import source from './pretend-host.ts?raw'

/** Bytes around each object in its file, which no answer may ever contain. */
const PADDING = 1000

/**
 * Makes an app folder in which only the vault process is another.
 * @returns the folder to launch
 */
export async function shellWithPretendedHost(folder: string): Promise<string> {
  const app = join(folder, 'app')
  await cp(join(root, 'out'), join(app, 'out'), { recursive: true })
  await symlink(join(root, 'node_modules'), join(app, 'node_modules'), 'dir')
  await cp(join(root, 'package.json'), join(app, 'package.json'))
  await writeFile(join(app, 'out/main/host.js'), stripTypeScriptTypes(source))
  return app
}

/** Makes a pretended vault. */
export async function pretendVault(folder: string): Promise<string> {
  const vault = join(folder, 'Alder Bay.muniment')
  await mkdir(vault)
  await writeFile(join(vault, 'padding'), String(PADDING))
  return vault
}

/**
 * Puts an object into a pretended vault.
 *
 * @param mime what the vault says of it
 * @returns its digest
 */
export async function putObject(vault: string, bytes: Uint8Array, mime: string): Promise<string> {
  const digest = createHash('sha256').update(mime).update(bytes).digest('hex')
  const padding = Buffer.alloc(PADDING, 'secret')
  await writeFile(join(vault, `${digest}.${mime.replace('/', '+')}`), Buffer.concat([padding, bytes, padding]))
  return digest
}
