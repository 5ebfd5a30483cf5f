// A copy of the vault beside its use: the catalog as of one instant, then every file that it names, checked while copied.
import { createHash } from 'node:crypto'
import { copyFileSync, createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { chmod, mkdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { vaultBackup } from '../../../../shared/contract/vault.ts'
import { type JobContext, work } from '../../job/define.ts'
import vaultCopied from '../batches/vault.copied.ts'
import { copyCatalog, openReader } from '../catalog/open.ts'
import { fileDigest, syncFolder } from '../file.ts'
import { digestOf } from '../hex.ts'
import { filesOf, type VaultFileEntry } from '../repository/files.ts'

export default work(vaultBackup, false, async (context, { to }) => {
  const granted = context.files(to)
  if (!granted)
    throw new MunimentError('GRANT_UNKNOWN', 'The folder was chosen in an earlier session. Choose it again.')
  if (existsSync(granted.path) && readdirSync(granted.path).length > 0) {
    throw new MunimentError(
      'TARGET_EXISTS',
      `${granted.name} is not empty. Nothing was copied; choose an empty folder or a new name.`,
    )
  }
  const aside = `${granted.path}.part`
  await rm(aside, { recursive: true, force: true })
  try {
    for (const part of ['', 'objects', 'packages']) mkdirSync(join(aside, part), { recursive: true })
    const result = await copyVault(context, aside)
    if (existsSync(granted.path)) await rmdir(granted.path)
    await rename(aside, granted.path)
    syncFolder(dirname(granted.path))
    await context.write(vaultCopied, { place: granted.path, digest: result.catalog, size: result.bytes })
    return { files: result.files, bytes: result.bytes, catalogDigest: digestOf(result.catalog) }
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    throw error
  }
})

async function copyVault(context: JobContext, target: string) {
  context.progress({ stage: 'catalog', done: 0, total: null, unit: 'files' })
  const catalog = join(target, 'catalog.sqlite')
  copyCatalog(join(context.folder, 'catalog.sqlite'), catalog)
  for (const name of ['vault.json', 'FORMAT.md']) copyFileSync(join(context.folder, name), join(target, name))
  const copied = openReader(catalog)
  const entries = filesOf(copied)
  copied.close()
  let bytes = 0
  for (const [place, entry] of entries.entries()) {
    context.signal.throwIfAborted()
    bytes += await copyChecked(context, entry, target)
    context.progress({ stage: 'files', done: place + 1, total: entries.length, unit: 'files' })
  }
  const { digest, size } = fileDigest(catalog)
  return { files: entries.length + 3, bytes: bytes + size, catalog: digest }
}

async function copyChecked(context: JobContext, entry: VaultFileEntry, target: string): Promise<number> {
  const hash = createHash('sha256')
  let size = 0
  const digesting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  const copy = join(target, entry.path)
  await mkdir(dirname(copy), { recursive: true })
  const from = createReadStream(join(context.folder, entry.path), { highWaterMark: 1 << 20 })
  await pipeline(from, digesting, createWriteStream(copy, { flush: true }), { signal: context.signal })
  await chmod(copy, 0o400)
  if (entry.digest === null || hash.digest().equals(entry.digest)) return size
  throw new MunimentError(
    'VAULT_DAMAGED',
    `${entry.path} is not what it was when it was received. No backup was made; run Verify, and keep your earlier backups.`,
  )
}
