// A short digest of the sources that a bundle is made from: whether out/ is still good is asked before every run from the tree.
import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Digests the names, sizes and times of all files under the given paths (folders or files, relative to the root).
 *
 * @returns hexadecimal SHA-256; another value when any file was added, removed, or written to
 */
export function stampOf(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) {
    const files = statSync(join(root, path)).isDirectory()
      ? readdirSync(join(root, path), { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))
      : [path]
    for (const file of files.sort()) {
      const { size, mtimeMs } = statSync(join(root, file))
      hash.update(`${file}\0${size}\0${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}
