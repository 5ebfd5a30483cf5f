// The native dialogs. They answer with paths, which go to the vault process and never to a page.
import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { safeFileName } from '../../shared/text/file-name.ts'

/** @returns the folder of an existing vault, or null when the clerk cancelled */
export async function chooseVault(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open a vault',
    buttonLabel: 'Open',
    properties: ['openDirectory'],
  })
  return filePaths[0] ?? null
}

/** @returns the folder that a new vault shall become, ending in `.muniment`, or null */
export function chooseNewVault(window: BrowserWindow, city: string): Promise<string | null> {
  return choosePlace(window, { title: 'Where shall the vault be kept?', buttonLabel: 'Create' }, `${city}.muniment`)
}

/** @returns whether the vault shall be made there all the same, after the clerk has read what is wrong with the place */
export async function confirmPlace(window: BrowserWindow, advice: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'This is not a safe place for a vault',
    detail: advice,
    buttons: ['Choose another place', 'Make it here all the same'],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** @returns the folder that a copy to be read shall become, ending in `.muniment`, or null */
export function chooseCopyPlace(window: BrowserWindow, name: string): Promise<string | null> {
  const words = { title: 'Where shall the copy be kept?', buttonLabel: 'Copy' }
  return choosePlace(window, words, `${name}.muniment`)
}

/** @returns the folder that the vault is moved to, ending in `.muniment`, or null */
export function chooseMovePlace(window: BrowserWindow, name: string): Promise<string | null> {
  return choosePlace(window, { title: 'Where shall the vault be moved to?', buttonLabel: 'Move here' }, name)
}

async function choosePlace(
  window: BrowserWindow,
  words: { readonly title: string; readonly buttonLabel: string },
  name: string,
): Promise<string | null> {
  const { filePath } = await dialog.showSaveDialog(window, {
    ...words,
    defaultPath: join(app.getPath('documents'), safeFileName(name, new Map())),
    properties: ['createDirectory'],
  })
  if (!filePath) return null
  return /\.muniment$/i.test(filePath) ? filePath : `${filePath}.muniment`
}

/** @returns the files of an export archive; empty when the clerk cancelled */
export async function chooseArchives(window: BrowserWindow): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Import archives',
    buttonLabel: 'Import',
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'Exports', extensions: ['zip', 'gz', 'tgz', 'tar', 'json', 'csv', 'xml', 'html', 'car', 'warc', 'wacz'] },
      { name: 'All files', extensions: ['*'] },
    ],
  })
  return filePaths
}

/** @returns a folder for a backup, or null */
export async function chooseBackupFolder(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Where shall the backup be kept?',
    buttonLabel: 'Back up here',
    properties: ['openDirectory', 'createDirectory'],
  })
  return filePaths[0] ?? null
}

/** @returns the folder into which liaisons put their exports, or null */
export async function chooseInboxFolder(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Into which folder do liaisons put their exports?',
    buttonLabel: 'Watch this folder',
    properties: ['openDirectory', 'createDirectory'],
  })
  return filePaths[0] ?? null
}

/** @returns the file to write, or null */
export async function chooseTarget(window: BrowserWindow, name: string): Promise<string | null> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: 'Save as',
    defaultPath: join(app.getPath('documents'), safeFileName(name, new Map())),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  return filePath || null
}
