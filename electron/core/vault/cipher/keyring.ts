// The keys of the vaults that are open in this thread, and what is derived of them. A key comes in a thread's start message, never by environment or argument.
import { hkdfSync } from 'node:crypto'
import { basename, dirname, resolve, sep } from 'node:path'
import { z } from 'zod'

/** How many bytes a key has. */
const KEY_BYTES = 32

/** The key of a vault: random bytes, made once. It leaves memory only sealed. */
export const VaultKey = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.length === KEY_BYTES)
  .brand<'VaultKey'>()
export type VaultKey = z.infer<typeof VaultKey>

/** What a key of its own is derived for: the catalog's pages, or every other file. */
export type Purpose = 'catalog' | 'files'

const held = new Map<string, VaultKey>()

/** Remembers, in this thread, the key of an opened vault. @param folder the vault's folder */
export function holdKey(folder: string, key: VaultKey): void {
  held.set(resolve(folder), key)
}

/** The key of the vault in which a path lies, or null: the vault has no passphrase, or is not open here. @param path the folder or anything in it */
export function keyFor(path: string): VaultKey | null {
  const folder = held.size === 0 ? null : heldFolderOf(path)
  return folder === null ? null : (held.get(folder) ?? null)
}

/** The folder of the vault in which a path lies and whose key is held here; null where there is none. */
export function heldFolderOf(path: string): string | null {
  const whole = resolve(path)
  let found: string | null = null
  // A vault may lie in another's folder (a backup drive that holds both): the innermost counts.
  for (const folder of held.keys()) {
    const isIn = whole === folder || whole.startsWith(folder.endsWith(sep) ? folder : folder + sep)
    if (isIn && folder.length >= (found?.length ?? 0)) found = folder
  }
  return found
}

/** Databases at the top of a vault, with what SQLite lays beside them: it encrypts them itself. */
export const DATABASES = /^(?:catalog(?:-before-migration)?|lock)\.sqlite(?:-wal|-shm|-journal)?$/

/** Whether a path is such a database of a vault whose key is held here. */
export function isDatabase(path: string): boolean {
  return held.has(dirname(resolve(path))) && DATABASES.test(basename(path))
}

/** Forgets a vault's key in this thread. */
export function letGo(folder: string): void {
  held.delete(resolve(folder))
}

/** Forgets every key in this thread. */
export function letGoAll(): void {
  held.clear()
}

/** A key derived from a vault's key for one purpose: HKDF with SHA-256 (RFC 5869). Knowing one tells nothing of the other, nor of the vault's key. @returns 32 bytes */
export function subkey(key: VaultKey, purpose: Purpose): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(0), `muniment vault ${purpose}`, KEY_BYTES))
}
