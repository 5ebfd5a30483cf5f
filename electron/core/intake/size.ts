// How many bytes a source holds.
import { join } from 'node:path'
import { MunimentError } from '../../../shared/contract/error.ts'
import { readdir, stat } from '../vault/cipher/fs-promises.ts'

/**
 * Bytes of a file, or of all files of a folder.
 * @throws MunimentError FILE_UNREADABLE
 */
export async function sizeOf(path: string, name: string): Promise<number> {
  try {
    const about = await stat(path)
    if (!about.isDirectory()) return about.size
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile())
    const sizes = await Promise.all(files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size))
    return sizes.reduce((sum, size) => sum + size, 0)
  } catch (error) {
    throw new MunimentError(
      'FILE_UNREADABLE',
      `${name} could not be read. Nothing was kept; check that it is still there.`,
      {
        cause: error,
      },
    )
  }
}
