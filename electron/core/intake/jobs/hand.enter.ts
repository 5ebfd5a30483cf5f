// Taking one item in by hand: a sheet and its files become a package like any other, read by the platform `hand`.
import { join } from 'node:path'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { handEnter } from '../../../../shared/contract/hand.ts'
import type { HandEntry } from '../../../../shared/domain/intake/hand-entry.ts'
import { safeFileName, type UsedNames } from '../../../../shared/text/file-name.ts'
import { work } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import { copyFile, mkdir, rm, writeFile } from '../../vault/cipher/fs-promises.ts'
import type { GrantedFile } from '../../vault/handler.ts'
import { findAccount } from '../../vault/repository/account/people.ts'
import { beginImport } from '../begin.ts'
import { grantedFiles } from '../granted.ts'
import { FILES, type HandSheet, SHEET } from '../hand-package.ts'
import { dropPasted, pastedFiles } from '../pasted.ts'
import { itemAt } from '../platforms.ts'
import { refusePracticeMaterial } from '../practice.ts'
import { takeIn } from '../run-import.ts'

export default work(handEnter, true, async (context, { account, entry, files, pasted }) => {
  const known = findAccount(context.db, account)
  if (known === null) {
    throw new MunimentError('ACCOUNT_UNKNOWN', 'That account is not in the register. Nothing was kept; add it first.')
  }
  const taken = await takeIn(context, account, async () => {
    const given = [...grantedFiles(context.files, files), ...pastedFiles(context.folder, pasted)]
    await refusePracticeMaterial(context.db, given)
    if (entry.text.trim() === '' && given.length === 0 && entry.absent.text === undefined) {
      throw new MunimentError('INPUT_INVALID', 'An entry needs words or a file that shows it. Nothing was kept.')
    }
    const numberInLink = numberOf(known.platform, entry)
    const folder = join(context.folder, 'staging', `entry-${context.id}`)
    try {
      const sheet: HandSheet = {
        form: 'entry by hand 1',
        entry,
        zone: readVaultFile(context.folder).zone,
        enteredBy: context.actor.person,
        enteredAt: context.startedAt,
        files: await copyFiles(folder, given),
        numberInLink,
      }
      await writeFile(join(folder, SHEET), `${JSON.stringify(sheet, null, 2)}\n`)
      const source: GrantedFile = { path: folder, name: 'Entry by hand', mode: 'read' }
      return await beginImport(context, [source], {
        account,
        platform: 'hand',
        mapping: null,
        leaveOut: [],
        attorney: null,
      })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
  dropPasted(context.folder, pasted)
  return taken
})

/**
 * The number that the entry's address tells, where the address is one of what was entered.
 * @throws MunimentError INPUT_INVALID where the clerk wrote another one
 */
function numberOf(platform: string, { link, nativeId, kind }: HandEntry): string | null {
  const shown = link === null ? null : itemAt(platform, link)
  if (shown === null || !shown.kinds.includes(kind)) return null
  if (nativeId && nativeId !== shown.id) {
    throw new MunimentError(
      'INPUT_INVALID',
      `The address is that of number ${shown.id}, but the number given is ${nativeId}. Nothing was kept; correct one of them, or leave it out.`,
    )
  }
  return shown.id
}

/** Copies the files beside the sheet; of two with one name the second gets a number. Returns their names there. */
async function copyFiles(folder: string, files: readonly GrantedFile[]): Promise<string[]> {
  await mkdir(join(folder, FILES), { recursive: true })
  const names: string[] = []
  const used: UsedNames = new Map()
  for (const file of files) {
    const name = safeFileName(file.name, used)
    try {
      await copyFile(file.path, join(folder, FILES, name))
    } catch (error) {
      throw new MunimentError('FILE_UNREADABLE', `${file.name} could not be read. Nothing was kept.`, { cause: error })
    }
    names.push(name)
  }
  return names
}
