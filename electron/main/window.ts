// A window of the app: shown when there is something to see, remembered where it stood.
import { BrowserWindow, screen } from 'electron'
import { TRAINING } from '../../shared/text/practice.ts'
import { placeWindow, SMALLEST } from './bounds.ts'
import { pageAddress, windowPreferences } from './policy.ts'
import { restartLimit } from './restart-limit.ts'
import type { Bounds, SettingsFile } from './settings.ts'

/**
 * Opens a window on the app's page; a page whose process ends is loaded anew, a few times (the desk keeps its place in Dexie).
 * @param wanted where it should stand, if that can be seen
 */
export function openWindow(preload: string, settings: SettingsFile, wanted: Bounds | null): BrowserWindow {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...placeWindow(wanted, workAreas),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: windowTitle(null, false),
    webPreferences: windowPreferences(preload),
  })
  window.once('ready-to-show', () => window.show())
  window.on('close', () => void settings.change({ bounds: window.getNormalBounds() }))
  // The title is the shell's: the page's own would replace it.
  window.on('page-title-updated', (event) => event.preventDefault())
  const reloads = restartLimit()
  window.webContents.on('render-process-gone', () => {
    if (reloads.allow(Date.now())) window.webContents.reload()
  })
  void window.loadURL(pageAddress)
  return window
}

/** @param vault the open vault's name, or null; @param practice whether it is one for practice, which is said first */
export function windowTitle(vault: string | null, practice: boolean): string {
  const title = vault === null ? 'Muniment' : `Muniment – ${vault}`
  return practice ? `${TRAINING} – ${title}` : title
}

/** Brings the window before the clerk. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
