// Where a sealed package lies. A ZIP's own names never become paths; a folder's names were paths already.
import { join } from 'node:path'

/** The folder of a package. */
export function packageFolder(folder: string, id: string): string {
  return join(folder, 'packages', id)
}

/** The file that holds a member: the ZIP as received, or the copy of one file of a folder by its name there. */
export function packageFile(folder: string, id: string, form: string, name: string): string {
  return form === 'zip'
    ? join(packageFolder(folder, id), 'package.zip')
    : join(packageFolder(folder, id), 'files', name)
}
