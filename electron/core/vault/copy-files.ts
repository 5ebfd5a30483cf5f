// Copies the files that a catalog names, each checked while it is copied.
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { MunimentError } from '../../../shared/contract/error.ts'
import { chmod, mkdir } from './cipher/fs-promises.ts'
import { createReadStream, createWriteStream } from './cipher/streams.ts'
import { digesting } from './digesting.ts'
import type { VaultFileEntry } from './repository/files.ts'

/**
 * Copies packages and objects from one vault's folder to another.
 * @param done told how many are copied
 * @returns how many bytes they have
 * @throws MunimentError VAULT_DAMAGED where one is not what was received; the signal's reason when aborted; what the disk refuses
 */
export async function copyFiles(
  from: string,
  entries: readonly VaultFileEntry[],
  to: string,
  signal: AbortSignal,
  done: (files: number) => void,
): Promise<number> {
  let bytes = 0
  for (const [place, entry] of entries.entries()) {
    signal.throwIfAborted()
    bytes += await copyChecked(from, entry, to, signal)
    done(place + 1)
  }
  return bytes
}

async function copyChecked(
  folder: string,
  entry: VaultFileEntry,
  target: string,
  signal: AbortSignal,
): Promise<number> {
  const digested = digesting()
  const copy = join(target, entry.path)
  await mkdir(dirname(copy), { recursive: true })
  const from = createReadStream(join(folder, entry.path), { highWaterMark: 1 << 20 })
  await pipeline(from, digested.through, createWriteStream(copy, { flush: true }), { signal })
  await chmod(copy, 0o400)
  const { digest, size } = digested.done()
  if (entry.digest === null || digest.equals(entry.digest)) return size
  throw damagedFile(entry.path)
}

/** For the caller to throw: a file of the vault is not what was received. */
export function damagedFile(path: string): MunimentError {
  return new MunimentError(
    'VAULT_DAMAGED',
    `${path} is not what it was when it was received. No copy was made; run Verify, and keep your earlier backups.`,
  )
}
