// A copy of the vault beside its use: the catalog as of one instant, then every file that it names, checked while copied.

import { dirname, join } from 'node:path'
import { vaultBackup } from '../../../../shared/contract/backup.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { type JobContext, work } from '../../job/define.ts'
import vaultCopied, { CATALOG } from '../batches/vault.copied.ts'
import { copyCatalog, openReader } from '../catalog/open.ts'
import { existsSync, readdirSync } from '../cipher/fs.ts'
import { rename, rmdir } from '../cipher/fs-promises.ts'
import { copyReadable, shareKey } from '../cipher/key-file.ts'
import { makeAside } from '../copy-aside.ts'
import { copyFiles } from '../copy-files.ts'
import { fileDigest, syncFolder } from '../file.ts'
import { digestOf } from '../hex.ts'
import { filesOf } from '../repository/files.ts'
import { refuseWithoutRoom, sizeOfVault } from '../room.ts'

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
  // The copy of a vault under a passphrase is under the same one.
  shareKey(context.folder, aside)
  return makeAside(aside, ['objects', 'packages'], async (whole) => {
    const result = await copyVault(context, aside)
    if (existsSync(granted.path)) await rmdir(granted.path)
    whole()
    await rename(aside, granted.path)
    syncFolder(dirname(granted.path))
    await context.write(vaultCopied, { name: CATALOG, place: granted.path, digest: result.catalog, size: result.bytes })
    return { files: result.files, bytes: result.bytes, catalogDigest: digestOf(result.catalog) }
  })
})

async function copyVault(context: JobContext, target: string) {
  context.progress({ stage: 'catalog', done: 0, total: null, unit: 'files' })
  const catalog = join(target, 'catalog.sqlite')
  copyCatalog(join(context.folder, 'catalog.sqlite'), catalog)
  copyReadable(context.folder, target)
  const copied = openReader(catalog)
  const entries = filesOf(copied)
  copied.close()
  await refuseWithoutRoom(target, sizeOfVault(context.folder, entries), 'Nothing was copied.')
  const bytes = await copyFiles(context.folder, entries, target, context.signal, (done) =>
    context.progress({ stage: 'files', done, total: entries.length, unit: 'files' }),
  )
  const { digest, size } = fileDigest(catalog)
  return { files: entries.length + 3, bytes: bytes + size, catalog: digest }
}
