// Files outside the vault that the clerk chose: written beside their place, synced, renamed; never half there.
import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { MunimentError } from '../../../shared/contract/error.ts'
import type { GrantId } from '../../../shared/domain/id.ts'
import { isTrainingName, TRAINING, trainingName } from '../../../shared/text/practice.ts'
import { constants } from './cipher/fs.ts'
import { access, chmod, copyFile, open, rm } from './cipher/fs-promises.ts'
import { createReadStream } from './cipher/streams.ts'
import { renameInto } from './file.ts'
import type { GrantedFile, ReadContext } from './handler.ts'
import { isPractice } from './repository/practice.ts'

/**
 * The file that a grant lets an operation write. What a practice vault writes carries the word in its name.
 * @throws MunimentError GRANT_UNKNOWN, PRACTICE_ONLY
 */
export function writableFile({ db, files }: Pick<ReadContext, 'db' | 'files'>, grant: GrantId): GrantedFile {
  const file = files(grant)
  if (file?.mode === 'write') {
    if (isTrainingName(file.name) || !isPractice(db)) return file
    throw new MunimentError(
      'PRACTICE_ONLY',
      `This is a practice vault, and the names of its files begin with ${TRAINING}, so that none passes for a real one. Nothing was written; name the file ${trainingName(file.name)}.`,
    )
  }
  throw new MunimentError(
    'GRANT_UNKNOWN',
    'The place to write to was chosen in an earlier session. Nothing was written; choose it again.',
  )
}

/** Makes sure, before long work is done for it, that a file can be put there. @throws MunimentError FILE_UNREADABLE */
export async function expectWritable(target: GrantedFile): Promise<void> {
  try {
    await access(dirname(target.path), constants.W_OK)
  } catch (error) {
    throw new MunimentError(
      'FILE_UNREADABLE',
      `${target.name} cannot be written there. Nothing was done; choose another place.`,
      { cause: error },
    )
  }
}

/** What was written outside. */
export interface WrittenFile {
  readonly digest: Uint8Array
  readonly size: number
}

/**
 * Writes a file in place of whatever has its name: the clerk was asked when the place was chosen.
 * @param write writes the whole file at the path that it is given
 * @returns digest and size as they lie on the disk
 */
export async function writeOutside(path: string, write: (aside: string) => Promise<void>): Promise<WrittenFile> {
  const aside = `${path}.part`
  try {
    await rm(aside, { force: true })
    await write(aside)
    const file = await open(aside, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    const written = await digestOfFile(aside)
    renameInto(aside, path)
    return written
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

/** Copies a file of the vault out, as {@link writeOutside} does; the vault's own are read-only, the copy is not. */
export function copyOutside(from: string, path: string): Promise<WrittenFile> {
  return writeOutside(path, async (aside) => {
    await copyFile(from, aside)
    await chmod(aside, 0o644)
  })
}

async function digestOfFile(path: string): Promise<WrittenFile> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk)
    size += chunk.length
  }
  return { digest: hash.digest(), size }
}
