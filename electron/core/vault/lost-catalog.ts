// A vault whose catalog is gone: a new one made in its place would know none of what was received.
import { join } from 'node:path'
import { MunimentError } from '../../../shared/contract/error.ts'
import { existsSync, readdirSync, statIfThere } from './cipher/fs.ts'

/**
 * Lets only a vault that never held anything be opened without its catalog.
 * @param file path of catalog.sqlite
 * @throws MunimentError VAULT_DAMAGED; nothing is changed
 */
export function refuseLostCatalog(folder: string, file: string): void {
  const about = statIfThere(file)
  if (about !== undefined && about.size > 0) return
  if (isEmpty(join(folder, 'packages')) && isEmpty(join(folder, 'objects'))) return
  throw new MunimentError(
    'VAULT_DAMAGED',
    `catalog.sqlite in ${folder} is ${about === undefined ? 'missing' : 'empty'}, but the packages that it described are there. Nothing was changed; put catalog.sqlite back, or restore a backup.`,
  )
}

function isEmpty(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0
}
