// Finding the marks that practice vaults leave on whatever they make: archives, lists, unpacked packets and exports.
import { join } from 'node:path'
import { TRAINING, TRAINING_COMMENT } from '../../../shared/text/practice.ts'
import { type FileHandle, open, readdir, stat } from '../vault/cipher/fs-promises.ts'
import { readAt } from './archive/file.ts'

const HEAD = 64
/** Where an unpacked packet or sample export says what it is. */
const READMES = ['README.txt', join('data', 'README.txt')]
/** Files of a folder that are looked at: a clerk's folder of downloads has fewer. */
const MOST_FILES = 500

/** Whether a text begins as lists and read-me files of a practice vault do. */
export function beginsAsTraining(head: string): boolean {
  return new RegExp(`^\uFEFF?${TRAINING}[,:. ]`, 'u').test(head)
}

/**
 * Whether a file or folder carries a mark of a practice vault.
 * @returns false where it cannot be read: whoever reads it in earnest says so
 */
export async function isPracticeMaterial(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory() ? await folderIsMarked(path) : await fileIsMarked(path)
  } catch {
    return false
  }
}

async function folderIsMarked(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  for (const name of [...READMES, ...files.slice(0, MOST_FILES)]) {
    if (await fileIsMarked(join(folder, name)).catch(() => false)) return true
  }
  return false
}

async function fileIsMarked(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    return beginsAsTraining((await readAt(file, 0, HEAD)).toString('utf8')) || (await endsAsTraining(file, size))
  } finally {
    await file.close()
  }
}

/** Whether the last bytes are the comment of an archive that a practice vault made. */
async function endsAsTraining(file: FileHandle, size: number): Promise<boolean> {
  const { length } = TRAINING_COMMENT
  if (size < length) return false
  return (await readAt(file, size - length, length)).toString('latin1') === TRAINING_COMMENT
}
