import { isAbsolute, relative, sep } from 'node:path'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { inboxChoose } from '../../../../shared/contract/inbox.ts'
import { realpathSync, statSync } from '../../vault/cipher/fs.ts'
import { apply } from '../../vault/handler.ts'
import { dropSetting, saveSetting } from '../../vault/repository/setting.ts'

export default apply(inboxChoose, ['vault', 'ledger'], ({ db, folder: vault, files, note }, { folder }) => {
  note({ chosen: folder !== null })
  if (folder === null) {
    dropSetting(db, 'inbox')
    return { chosen: false }
  }
  const granted = files(folder)
  if (granted === undefined) {
    throw new MunimentError(
      'GRANT_UNKNOWN',
      'The folder was chosen in an earlier session. Nothing was changed; choose it again.',
    )
  }
  const place = realFolder(granted.path, granted.name)
  if (isWithin(place, realpathSync(vault)) || isWithin(realpathSync(vault), place)) {
    throw new MunimentError(
      'INPUT_INVALID',
      `${granted.name} lies in the vault, or the vault in it. Nothing was changed; choose a folder apart from the vault.`,
    )
  }
  saveSetting(db, 'inbox', place)
  return { chosen: true }
})

function realFolder(path: string, name: string): string {
  try {
    const real = realpathSync(path)
    if (statSync(real).isDirectory()) return real
  } catch {
    // Said below: whatever the reason, it is no folder that can be watched.
  }
  throw new MunimentError('FILE_UNREADABLE', `${name} is not a folder that can be read. Nothing was changed.`)
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}
