// A list of log-ins with the key that is to open it, or the reason why not.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { LoginFile } from '../../../../shared/domain/account/login.ts'
import type { GrantId } from '../../../../shared/domain/id.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { ReadContext } from '../../vault/handler.ts'
import { secretOf } from '../../vault/key/age.ts'
import { refusedStewardship } from '../refuse.ts'
import { readList } from './list-file.ts'

interface Asked {
  readonly list: GrantId
  readonly key: string
  readonly passphrase: string
}

/** @throws MunimentError GRANT_UNKNOWN, FILE_UNREADABLE, STEWARDSHIP_REFUSED */
export async function openList(
  { folder, files }: Pick<ReadContext, 'folder' | 'files'>,
  { list, key, passphrase }: Asked,
): Promise<{ readonly file: LoginFile; readonly name: string; readonly secret: string }> {
  const granted = files(list)
  if (granted === undefined) {
    throw new MunimentError('GRANT_UNKNOWN', 'The list of log-ins was chosen in an earlier session. Choose it again.')
  }
  const { path, name } = granted
  const file = await readList(path, name, readVaultFile(folder))
  if (file === null) throw refusedStewardship(`${name} is not there.`)
  const secret = await secretOf(key, passphrase)
  if (secret === null)
    throw refusedStewardship('The passphrase does not open this key, or the file is no officer’s key.')
  return { file, name, secret }
}
