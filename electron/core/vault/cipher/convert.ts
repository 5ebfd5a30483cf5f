// One file of a vault sealed, or unsealed. The new one lies whole in staging/ before the old one is destroyed; a kill at any moment leaves one of both whole.
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { destroyFile, syncFolder } from '../file.ts'
import { copyOver, digestUnder, filesKey, isSealedUnder } from './descriptors.ts'
import type { VaultKey } from './keyring.ts'

/** The new file while it is not in its place, and what tells whose place that is once it is whole. */
const ASIDE = join('staging', 'conversion')
const TOLD = join('staging', 'conversion.json')
const Told = z.strictObject({ path: z.string().min(1) })

/** Whether a file is sealed under a vault's key. @throws SealBroken where it was sealed under another */
export function isSealed(path: string, key: VaultKey): boolean {
  return isSealedUnder(path, filesKey(key))
}

/**
 * Seals a file where it lies and destroys the plain one; one that is sealed is left as it is. One file of a vault at a time.
 * @param path relative to the vault
 * @throws what the disk refuses, with the old file as it was
 */
export function sealFile(folder: string, path: string, key: VaultKey): void {
  convert(folder, path, key, true)
}

/** Makes a sealed file plain where it lies, as {@link sealFile} seals it. @throws SealBroken where it cannot be opened */
export function unsealFile(folder: string, path: string, key: VaultKey): void {
  convert(folder, path, key, false)
}

/** Brings a file that a kill left between its two forms into its place. To be called before anything reads the vault. */
export function finishConversion(folder: string): void {
  const told = join(folder, TOLD)
  const aside = join(folder, ASIDE)
  if (existsSync(told)) {
    const { path } = Told.parse(JSON.parse(readFileSync(told, 'utf8')))
    if (existsSync(aside)) bringIn(folder, path)
    rmSync(told)
  }
  // Without a word about it, the new one is not whole, and the old one stands.
  rmSync(aside, { force: true })
}

function convert(folder: string, path: string, key: VaultKey, toSealed: boolean): void {
  finishConversion(folder)
  const files = filesKey(key)
  const [from, aside, told] = [join(folder, path), join(folder, ASIDE), join(folder, TOLD)]
  if (isSealedUnder(from, files) === toSealed) return
  const { mode, atime, mtime } = statSync(from)
  copyOver(from, aside, files)
  if (!digestUnder(from, files).equals(digestUnder(aside, files))) {
    rmSync(aside)
    throw new Error(`${path} could not be written as it is: nothing was changed`)
  }
  utimesSync(aside, atime, mtime)
  chmodSync(aside, mode & 0o777)
  writeFileSync(`${told}.part`, JSON.stringify({ path }), { flush: true })
  renameSync(`${told}.part`, told)
  syncFolder(dirname(told))
  bringIn(folder, path)
  rmSync(told)
}

function bringIn(folder: string, path: string): void {
  const place = join(folder, path)
  if (existsSync(place)) chmodSync(place, 0o600)
  destroyFile(place)
  renameSync(join(folder, ASIDE), place)
  syncFolder(dirname(place))
}
