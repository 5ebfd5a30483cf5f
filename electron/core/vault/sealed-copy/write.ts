// Writes a vault as one encrypted file, as it is read: nothing of it lies in the clear outside the vault at any time.
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipArchive } from 'archiver'
import { type Pack, pack } from 'tar-stream'
import type { Instant } from '../../../../shared/domain/time.ts'
import { stat } from '../cipher/fs-promises.ts'
import { createReadStream, createWriteStream } from '../cipher/streams.ts'
import { damagedFile } from '../copy-files.ts'
import { digesting } from '../digesting.ts'
import { encrypted } from '../key/age.ts'
import type { VaultFileEntry } from '../repository/files.ts'
import { digestOfKey, PARTS, readMe, type SealedAbout } from './form.ts'

export interface Sealing {
  /** The vault's folder. */
  readonly folder: string
  /** A copy of its catalog that stands still. */
  readonly catalog: string
  /** What that catalog names. */
  readonly entries: readonly VaultFileEntry[]
  readonly recipient: string
  /** The secret key of that recipient, sealed by the passphrase. */
  readonly key: string
  readonly at: Instant
  readonly signal: AbortSignal
  /** Told how many of the named files are in. */
  readonly done: (files: number) => void
}

/**
 * Writes the file at a path.
 * @throws MunimentError VAULT_DAMAGED where a file is not what was received; the signal's reason when aborted; what the disk refuses
 */
export async function writeSealedCopy(path: string, sealing: Sealing): Promise<void> {
  const { recipient, key, at, signal } = sealing
  const about: SealedAbout = { format: 'muniment-sealed-copy', version: 1, madeAt: at, key: digestOfKey(key) }
  const archive = new ZipArchive({ store: true, forceZip64: true })
  const ended = new AbortController()
  const either = AbortSignal.any([signal, ended.signal])
  const written = pipeline(archive, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal: either })
  const date = new Date(at)
  const append = (name: string, content: Buffer | Readable) =>
    archive.append(content, { name, date, mode: 0o600, store: true })
  append(PARTS.readMe, Buffer.from(readMe(at)))
  append(PARTS.about, Buffer.from(`${JSON.stringify(about, null, 2)}\n`))
  append(PARTS.key, Buffer.from(key))
  const tar = pack()
  // What goes wrong while files are read ends the file; the first reason is the one that is told.
  const filling = fill(tar, sealing).catch((error: unknown) => {
    ended.abort(error)
    tar.destroy(error instanceof Error ? error : new Error(String(error)))
    throw error
  })
  append(PARTS.vault, Readable.from(await encrypted(bytesOf(tar), { recipient }), { objectMode: false }))
  const results = await Promise.allSettled([filling, written, settledBy(archive.finalize(), either)])
  signal.throwIfAborted()
  for (const result of results) if (result.status === 'rejected') throw result.reason
}

/** What an archive promises is kept only where it is read to its end. */
function settledBy(promised: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    promised.then(resolve, reject)
  })
}

/** The catalog comes before the files that it names: whoever unpacks knows then what each must be. */
async function fill(tar: Pack, { folder, catalog, entries, at, signal, done }: Sealing): Promise<void> {
  const mtime = new Date(at)
  const add = async (name: string, path: string, digest: Uint8Array | null) => {
    const { size } = await stat(path)
    const digested = digesting()
    const entry = tar.entry({ name, size, mtime, mode: 0o600 })
    await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), digested.through, entry, { signal })
    if (digest !== null && !digested.done().digest.equals(digest)) throw damagedFile(name)
  }
  for (const name of ['vault.json', 'FORMAT.md']) await add(name, join(folder, name), null)
  await add('catalog.sqlite', catalog, null)
  for (const [place, { path, digest }] of entries.entries()) {
    signal.throwIfAborted()
    await add(path.replaceAll('\\', '/'), join(folder, path), digest)
    done(place + 1)
  }
  tar.finalize()
}

async function* bytesOf(tar: Pack): AsyncGenerator<Uint8Array> {
  for await (const chunk of tar) if (chunk instanceof Uint8Array) yield chunk
}
