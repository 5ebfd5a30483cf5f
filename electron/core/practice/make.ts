// Practice vaults: made and filled beside their place, then put there whole, so that none is ever half there.
import { join } from 'node:path'
import { MunimentError } from '../../../shared/contract/error.ts'
import type { Making } from '../../../shared/contract/host.ts'
import { createVault, type OpenOptions, openArchive } from '../archive.ts'
import { refuseTaken } from '../create-vault.ts'
import { readVaultFile } from '../vault/about.ts'
import { openReader } from '../vault/catalog/open.ts'
import { existsSync, rmdirSync, rmSync } from '../vault/cipher/fs.ts'
import { renameInto } from '../vault/file.ts'
import { takeLock } from '../vault/lock.ts'
import { isPractice } from '../vault/repository/practice.ts'
import { fillPractice } from './fill.ts'
import { readPack } from './pack.ts'

/** How practice vaults are made; `practiceFolder` is where the app keeps what they are filled with. */
export interface PracticeOptions extends OpenOptions {
  readonly practiceFolder: string
}

/**
 * Makes a practice vault in a folder that does not exist or is empty, and fills it.
 * @param told each step as it begins
 * @throws MunimentError TARGET_EXISTS, DISK_FULL, FILE_UNREADABLE; nothing is left behind
 */
export async function makePractice(
  folder: string,
  options: PracticeOptions,
  told: (step: Making) => void,
): Promise<void> {
  refuseTaken(folder)
  await filledBeside(folder, options, told, () => {
    if (existsSync(folder)) rmdirSync(folder)
  })
}

/**
 * Makes a practice vault as new: another one takes its place, and all that was done in it is gone.
 * @param letGo called when the new one is ready: whoever has the old one open closes it
 * @throws MunimentError PRACTICE_ONLY where it is a real vault, VAULT_IN_USE where another process has it; it is unchanged then
 */
export async function resetPractice(
  folder: string,
  options: PracticeOptions,
  told: (step: Making) => void,
  letGo: () => Promise<void>,
): Promise<void> {
  refuseReal(folder)
  const old = `${folder}.old`
  try {
    await filledBeside(folder, options, told, async () => {
      await letGo()
      // Whoever else has it open would go on writing into what is thrown away.
      takeLock(folder).release()
      rmSync(old, { recursive: true, force: true })
      renameInto(folder, old)
    })
  } catch (error) {
    if (!existsSync(folder) && existsSync(old)) renameInto(old, folder)
    throw error
  }
  rmSync(old, { recursive: true, force: true })
}

/** @param clear makes the place free, once the new vault is whole */
async function filledBeside(
  folder: string,
  options: PracticeOptions,
  told: (step: Making) => void,
  clear: () => Promise<void> | void,
): Promise<void> {
  const aside = `${folder}.filling`
  const pack = readPack(options.practiceFolder)
  try {
    rmSync(aside, { recursive: true, force: true })
    createVault(aside, { city: pack.city, zone: pack.zone, practice: true }, options)
    const archive = await openArchive(aside, options)
    try {
      await fillPractice(archive, pack, options.practiceFolder, options, told)
    } finally {
      await archive.close()
    }
    await clear()
    renameInto(aside, folder)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    throw error
  }
}

/** Only what says twice that it is for practice may be thrown away. */
function refuseReal(folder: string): void {
  const said = readVaultFile(folder).practice
  const catalog = openReader(join(folder, 'catalog.sqlite'))
  try {
    if (said && isPractice(catalog)) return
  } finally {
    catalog.close()
  }
  throw new MunimentError(
    'PRACTICE_ONLY',
    'This is a real vault, and only a practice vault can be reset. Nothing was changed.',
  )
}
