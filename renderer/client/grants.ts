// Files the clerk chose: the shell's dialogs end in grants, never in paths.
import { MunimentError } from '../../shared/contract/error.ts'
import type { Granted } from '../../shared/contract/message.ts'
import type { OpenableType, ShellAnswer } from '../../shared/contract/shell.ts'
import type { GrantId } from '../../shared/domain/id.ts'
import { bridge } from './bridge.ts'

/**
 * Lets the clerk choose export archives.
 * @returns the files; none when the dialog was cancelled
 * @throws {MunimentError} what the shell refuses
 */
export async function chooseArchives(): Promise<readonly Granted[]> {
  return files(await bridge().ask({ ask: 'choose-archives' }))
}

/** Leave to read files dropped on the window. Throws and returns as `chooseArchives`. */
export async function takeDropped(dropped: File[]): Promise<readonly Granted[]> {
  return files(await bridge().grantDropped(dropped))
}

/** Leave to read one file that was dropped, chosen or pasted; null where it is no file on a disk. Throws as `chooseArchives`. */
export async function takeOne(file: File): Promise<Granted | null> {
  return files(await bridge().grantDropped([file]))[0] ?? null
}

/** Lets the clerk say where a file goes; null when the dialog was cancelled. Throws as `chooseArchives`. */
export async function chooseTarget(name: string): Promise<Granted | null> {
  return files(await bridge().ask({ ask: 'save-as', name }))[0] ?? null
}

/** Lets the clerk choose a folder for a backup; null when the dialog was cancelled. Throws as `chooseArchives`. */
export async function chooseBackupFolder(): Promise<Granted | null> {
  return files(await bridge().ask({ ask: 'choose-backup-folder' }))[0] ?? null
}

/** Lets the clerk choose the folder of the liaisons' uploads; null when the dialog was cancelled. Throws as `chooseArchives`. */
export async function chooseInboxFolder(): Promise<Granted | null> {
  return files(await bridge().ask({ ask: 'choose-inbox-folder' }))[0] ?? null
}

/**
 * Asks the clerk whether an attached file shall be opened outside.
 * @returns leave to write the copy that {@link openPrepared} opens; null where they would rather not. Throws as `chooseArchives`.
 */
export async function prepareOutside(name: string, type: OpenableType): Promise<Granted | null> {
  return files(await bridge().ask({ ask: 'prepare-outside', name, type }))[0] ?? null
}

/** Opens a copy that was prepared. Throws as `chooseArchives`. */
export async function openPrepared(grant: GrantId): Promise<void> {
  files(await bridge().ask({ ask: 'open-outside', grant }))
}

/** Leave to read the sample export that the app brings for practice vaults. Throws and returns as `chooseArchives`. */
export async function takeSample(): Promise<readonly Granted[]> {
  return files(await bridge().ask({ ask: 'take-sample' }))
}

/** Opens an `https:` address outside; the shell shows its host first. */
export async function openLink(url: string): Promise<void> {
  files(await bridge().ask({ ask: 'open-link', url }))
}

function files(answer: ShellAnswer): readonly Granted[] {
  if (answer.kind === 'refused') throw new MunimentError(answer.refusal.code, answer.refusal.sentence)
  return answer.kind === 'granted' ? answer.files : []
}
