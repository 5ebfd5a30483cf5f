// Where a sealed package lies. A ZIP's own names never become paths; the names of files were paths already, or were made safe when unpacked.
import { join } from 'node:path'
import type { JobId } from '../../../../shared/domain/id.ts'

/** Where a capture's job gathers what it fetches, until that is sealed and received. */
export function captureStaging(folder: string, job: JobId): string {
  return join(folder, 'staging', `capture-${job}`)
}

/** The folder of a package. */
export function packageFolder(folder: string, id: string): string {
  return join(folder, 'packages', id)
}

/** What holds everything of a package: the ZIP as received, or the folder of its files. */
export function packageBody(folder: string, id: string, form: string): string {
  return join(packageFolder(folder, id), form === 'zip' ? 'package.zip' : 'files')
}

/** The file that holds a member: the ZIP, or the copy of one file by its name in the package. */
export function packageFile(folder: string, id: string, form: string, name: string): string {
  const body = packageBody(folder, id, form)
  return form === 'zip' ? body : join(body, name)
}
