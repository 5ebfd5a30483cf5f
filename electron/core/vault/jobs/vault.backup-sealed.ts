// A copy of the vault under a passphrase: one encrypted file. The passphrase itself never reaches a job, whose input the vault keeps.
import { dirname, join } from 'node:path'
import { vaultBackupSealed } from '../../../../shared/contract/backup.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { type JobContext, work } from '../../job/define.ts'
import vaultCopied from '../batches/vault.copied.ts'
import { copyCatalog, openReader } from '../catalog/open.ts'
import { mkdirSync } from '../cipher/fs.ts'
import { rm } from '../cipher/fs-promises.ts'
import { hasPassphrase } from '../cipher/key-file.ts'
import { destroyFile } from '../file.ts'
import { digestOf } from '../hex.ts'
import { expectWritable, writableFile, writeOutside } from '../outside.ts'
import { filesOf } from '../repository/files.ts'
import { refuseWithoutRoom, sizeOfVault } from '../room.ts'
import { writeSealedCopy } from '../sealed-copy/write.ts'

export default work(vaultBackupSealed, false, async (context, { to, recipient, key }) => {
  if (hasPassphrase(context.folder)) {
    throw new MunimentError(
      'VAULT_READ_ONLY',
      'This vault is under a passphrase of its own, and one file under another would hold it without. Nothing was copied; back it up into a folder: that copy is encrypted as the vault is.',
    )
  }
  const target = writableFile(context, to)
  await expectWritable(target)
  const staging = join(context.folder, 'staging', context.id)
  // The catalog is copied within the vault, where all of it is in the clear anyway, and overwritten afterwards.
  const catalog = join(staging, 'catalog.sqlite')
  mkdirSync(staging, { recursive: true })
  try {
    const entries = await standStill(context, catalog, dirname(target.path))
    const { folder, startedAt: at, signal } = context
    const done = (files: number) =>
      context.progress({ stage: 'files', done: files, total: entries.length, unit: 'files' })
    const { digest, size } = await writeOutside(target.path, (aside) =>
      writeSealedCopy(aside, { folder, catalog, entries, recipient, key, at, signal, done }),
    )
    await context.write(vaultCopied, { name: target.name, place: target.path, digest, size })
    return { files: entries.length + 3, bytes: size, digest: digestOf(digest) }
  } finally {
    destroyFile(catalog)
    await rm(staging, { recursive: true, force: true })
  }
})

/** Copies the catalog as of this instant. Returns what it names. */
async function standStill({ folder, progress }: JobContext, catalog: string, there: string) {
  progress({ stage: 'catalog', done: 0, total: null, unit: 'files' })
  await refuseWithoutRoom(folder, sizeOfVault(folder, []), 'Nothing was copied.')
  copyCatalog(join(folder, 'catalog.sqlite'), catalog)
  const copied = openReader(catalog)
  const entries = filesOf(copied)
  copied.close()
  await refuseWithoutRoom(there, sizeOfVault(folder, entries), 'Nothing was copied.')
  return entries
}
