// Opens a vault copy under a passphrase and unpacks it: another passphrase, a changed byte and a file cut short are told apart.
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { type Extract, extract } from 'tar-stream'
import { openPromise, type ZipFile } from 'yauzl'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { chmod, mkdir } from '../cipher/fs-promises.ts'
import { createWriteStream } from '../cipher/streams.ts'
import { digesting } from '../digesting.ts'
import { decryptedStream, secretOf } from '../key/age.ts'
import { digestOfKey, PARTS, SealedAbout } from './form.ts'

type TarEntry = Extract extends AsyncIterable<infer One> ? One : never

/** No key's file and nothing said about a copy is larger, in bytes. */
const MOST = 10_000
/** What a vault's copy holds. */
const IN_A_VAULT = /^(?:vault\.json|FORMAT\.md|catalog\.sqlite|objects\/[^\\]+|packages\/[^\\]+)$/

/** What was unpacked: the digest of each file by its name in the vault, and how many bytes they have. */
export interface Unpacked {
  readonly digests: ReadonlyMap<string, Uint8Array>
  readonly bytes: number
}

/**
 * Unpacks a copy into a folder.
 * @param folder an empty folder; whoever calls removes it where this throws
 * @throws MunimentError KEY_REFUSED where the passphrase is another, VAULT_DAMAGED where the file was changed, cut short, or is no such copy
 */
export async function unpackSealedCopy(
  path: string,
  passphrase: string,
  folder: string,
  signal: AbortSignal,
): Promise<Unpacked> {
  const name = basename(path)
  const zip = await partsOf(path).catch(() => null)
  if (zip === null) throw changed(name)
  try {
    const secret = await keyIn(zip, name, passphrase)
    const sealed = await zip.open(PARTS.vault).catch(() => null)
    if (sealed === null) throw changed(name)
    return await unpack(sealed, secret, { folder, name, signal })
  } finally {
    zip.close()
  }
}

interface Parts {
  /** @throws Error where it is not there, or is larger than so many bytes */
  open(part: string, most?: number): Promise<Readable>
  close(): void
}

async function partsOf(path: string): Promise<Parts> {
  const zip: ZipFile = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
  try {
    const entries = new Map<string, Parameters<ZipFile['openReadStreamPromise']>[0]>()
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    return {
      open: async (part, most = Number.POSITIVE_INFINITY) => {
        const entry = entries.get(part)
        if (entry === undefined || entry.uncompressedSize > most) throw new Error(`there is no such ${part}`)
        return zip.openReadStreamPromise(entry)
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** The key that opens the vault. */
async function keyIn(zip: Parts, name: string, passphrase: string): Promise<string> {
  let key: string
  let about: SealedAbout
  try {
    about = SealedAbout.parse(JSON.parse(await text(await zip.open(PARTS.about, MOST))))
    key = await text(await zip.open(PARTS.key, MOST))
  } catch {
    throw changed(name)
  }
  if (digestOfKey(key) !== about.key) throw changed(name)
  const secret = await secretOf(key, passphrase)
  if (secret !== null) return secret
  throw new MunimentError(
    'KEY_REFUSED',
    `This is not the passphrase of ${name}. The file itself is as it was made. Nothing was restored; try the passphrase again: small and capital letters, blanks and hyphens count.`,
  )
}

async function unpack(
  sealed: Readable,
  secret: string,
  { folder, name, signal }: { readonly folder: string; readonly name: string; readonly signal: AbortSignal },
): Promise<Unpacked> {
  const digests = new Map<string, Uint8Array>()
  let bytes = 0
  // What the disk refuses is the disk's matter, not the file's.
  let own: unknown
  const entries = extract()
  const feeding = decryptedStream(sealed, secret).then((chunks) =>
    pipeline(Readable.from(chunks, { objectMode: false }), entries),
  )
  feeding.catch((error: unknown) => entries.destroy(error instanceof Error ? error : new Error(String(error))))
  try {
    for await (const entry of entries) {
      signal.throwIfAborted()
      const file = entry.header.name
      if (!IN_A_VAULT.test(file) || file.split('/').includes('..') || entry.header.type !== 'file') throw changed(name)
      const { digest, size } = await store(entry, join(folder, file)).catch((error: unknown) => {
        own = isOfDisk(error) ? error : undefined
        throw error
      })
      digests.set(file, digest)
      bytes += size
    }
    await feeding
    return { digests, bytes }
  } catch (error) {
    await feeding.catch(() => undefined)
    if (own !== undefined) throw own
    signal.throwIfAborted()
    throw error instanceof MunimentError ? error : changed(name)
  }
}

async function store(entry: TarEntry, path: string): Promise<{ readonly digest: Uint8Array; readonly size: number }> {
  const digested = digesting()
  await mkdir(dirname(path), { recursive: true })
  await pipeline(entry, digested.through, createWriteStream(path, { flush: true, flags: 'wx' }))
  if (entry.header.name.includes('/')) await chmod(path, 0o400)
  return digested.done()
}

const OF_DISK: readonly string[] = ['ENOSPC', 'EACCES', 'EIO', 'EROFS', 'EDQUOT', 'EMFILE']

function isOfDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && OF_DISK.includes(String(error.code))
}

function changed(name: string): MunimentError {
  return new MunimentError(
    'VAULT_DAMAGED',
    `${name} is not as it was made: bytes in it were changed or are missing, or it never was a copy of a vault under a passphrase. It is not a matter of the passphrase. Nothing was restored; take another copy of the file.`,
  )
}
