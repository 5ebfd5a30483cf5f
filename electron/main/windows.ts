// The windows of the app: one or several on the same vault, the one used last at the end.
import type { BrowserWindow, WebFrameMain } from 'electron'
import { besideWindow } from './bounds.ts'
import type { SettingsFile } from './settings.ts'
import { openWindow } from './window.ts'

export interface Windows {
  /** The window used last; opened where there is none. */
  current(): BrowserWindow
  /** Opens one more. */
  another(): BrowserWindow
  /** The window of a frame that asked; the one used last where it has just been closed. */
  of(frame: WebFrameMain): BrowserWindow
  all(): readonly BrowserWindow[]
}

/**
 * @param preload path of the bridge's script
 * @param told told of each window when it is made
 */
export function keepWindows(preload: string, settings: SettingsFile, told: (window: BrowserWindow) => void): Windows {
  let windows: readonly BrowserWindow[] = []

  function another(): BrowserWindow {
    const last = windows.at(-1)
    const place = last === undefined ? settings.current().bounds : besideWindow(last.getNormalBounds())
    const opened = openWindow(preload, settings, place)
    windows = [...windows, opened]
    told(opened)
    opened.on('focus', () => {
      windows = [...windows.filter((window) => window !== opened), opened]
    })
    opened.on('closed', () => {
      windows = windows.filter((window) => window !== opened)
    })
    return opened
  }

  const current = () => windows.at(-1) ?? another()
  return {
    current,
    another,
    of: (frame) => windows.find(({ webContents }) => webContents.mainFrame === frame) ?? current(),
    all: () => windows,
  }
}
