// Pictures from the clipboard, kept aside by their digest until an entry by hand takes them in; an opening of the vault empties the place.
import { join } from 'node:path'
import { MunimentError } from '../../../shared/contract/error.ts'
import type { Pasted } from '../../../shared/contract/hand.ts'
import { existsSync, mkdirSync, rmSync, writeFileSync } from '../vault/cipher/fs.ts'
import type { GrantedFile } from '../vault/handler.ts'

const place = (folder: string) => join(folder, 'staging', 'pasted')

/** Keeps bytes aside. */
export function putAside(folder: string, digest: string, bytes: Uint8Array): void {
  mkdirSync(place(folder), { recursive: true })
  writeFileSync(join(place(folder), digest), bytes, { flush: true })
}

/**
 * What was kept aside, as files.
 * @throws MunimentError GRANT_UNKNOWN where the vault was closed since
 */
export function pastedFiles(folder: string, pasted: readonly Pasted[]): GrantedFile[] {
  return pasted.map(({ name, digest }) => {
    const path = join(place(folder), digest)
    if (existsSync(path)) return { path, name, mode: 'read' }
    throw new MunimentError(
      'GRANT_UNKNOWN',
      `${name} was pasted before the vault was last closed. Nothing was kept; paste it again.`,
    )
  })
}

/** Forgets what was kept aside and has been taken in. */
export function dropPasted(folder: string, pasted: readonly Pasted[]): void {
  for (const { digest } of pasted) rmSync(join(place(folder), digest), { force: true })
}
