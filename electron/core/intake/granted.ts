// The files that a clerk chose, by their grants; and a place beside the vault for what has to be unpacked to look at them.
import { join } from 'node:path'
import { MunimentError } from '../../../shared/contract/error.ts'
import type { GrantId } from '../../../shared/domain/id.ts'
import { mkdir, mkdtemp, rm } from '../vault/cipher/fs-promises.ts'
import type { Files, GrantedFile } from '../vault/handler.ts'
import type { Scratch } from './lay-out.ts'
import { roomBeside } from './refuse.ts'
import { refuseVaults } from './refuse-vault.ts'

/** @throws MunimentError GRANT_UNKNOWN; PACKAGE_REFUSED where one is a vault */
export function grantedFiles(files: Files, grants: readonly GrantId[]): GrantedFile[] {
  const granted = grants.map((grant) => {
    const file = files(grant)
    if (file) return file
    throw new MunimentError(
      'GRANT_UNKNOWN',
      'A file was chosen in an earlier session. Nothing was kept; choose it again.',
    )
  })
  refuseVaults(granted)
  return granted
}

/** Does something with a scratch folder in the vault's staging, which is gone afterwards however that went. */
export async function withScratch<Result>(
  folder: string,
  name: string,
  use: (scratch: Scratch) => Promise<Result>,
): Promise<Result> {
  await mkdir(join(folder, 'staging'), { recursive: true })
  const scratch = { folder: await mkdtemp(join(folder, 'staging', `${name}-`)), room: await roomBeside(folder) }
  try {
    return await use(scratch)
  } finally {
    await rm(scratch.folder, { recursive: true, force: true })
  }
}
