// Attached files looked at in another program: only after asking, only of kinds that are read and not run, in a folder that goes when the app ends.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserWindow, dialog, shell } from 'electron'
import { MunimentError } from '../../shared/contract/error.ts'
import type { Granted } from '../../shared/contract/message.ts'
import type { OpenableType } from '../../shared/contract/shell.ts'
import type { GrantId } from '../../shared/domain/id.ts'
import { safeFileName } from '../../shared/text/file-name.ts'

/** The ending decides which program opens a file: it is made from what the bytes are, never taken from the file's own name. */
const ENDINGS: Readonly<Record<OpenableType, string>> = {
  'application/pdf': '.pdf',
  'message/rfc822': '.eml',
  'application/vnd.ms-outlook': '.msg',
  'text/plain': '.txt',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/tiff': '.tif',
  'image/heic': '.heic',
  'video/mp4': '.mp4',
  'video/quicktime': '.mov',
  'audio/mpeg': '.mp3',
  'audio/wav': '.wav',
}

export interface Outside {
  /** Asks the clerk; then leave to write the copy that will be opened, or null where they would rather not. */
  prepare(window: BrowserWindow, file: { readonly name: string; readonly type: OpenableType }): Promise<Granted | null>
  /** Opens a copy that was prepared, once. @throws MunimentError for any other file */
  open(grant: GrantId): Promise<void>
  /** Deletes every copy. */
  stop(): Promise<void>
}

/** @param grant gives leave to write a file */
export function openOutside(grant: (path: string) => Promise<Granted>): Outside {
  const prepared = new Map<GrantId, string>()
  const folders: string[] = []
  return {
    async prepare(window, { name, type }) {
      const ending = ENDINGS[type]
      const shown = safeFileName(name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`, new Map())
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message: `Open ${shown} outside of Muniment?`,
        detail:
          'A copy is put into this computer’s temporary folder and opened by the program that is set up for such files. The copy is registered, and deleted when Muniment ends. What that program does with it, Muniment cannot know.',
        buttons: ['Cancel', 'Open'],
        defaultId: 0,
        cancelId: 0,
      })
      if (response !== 1) return null
      const folder = await mkdtemp(join(tmpdir(), 'muniment-'))
      folders.push(folder)
      const granted = await grant(join(folder, shown))
      prepared.set(granted.grant, join(folder, shown))
      return granted
    },
    async open(wanted) {
      const path = prepared.get(wanted)
      prepared.delete(wanted)
      const problem = path === undefined ? 'it was not prepared for that' : await shell.openPath(path)
      if (problem === '') return
      throw new MunimentError(
        'FILE_UNREADABLE',
        `The file could not be opened: ${problem}. Save it, and open it from there.`,
      )
    },
    async stop() {
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }).catch(() => null)))
    },
  }
}
