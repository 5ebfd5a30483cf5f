// The menu: few entries, all with keys.
import { Menu, type MenuItemConstructorOptions } from 'electron'

export interface MenuActions {
  newWindow(): void
  openVault(): void
  closeVault(): void
}

/** Sets the app's menu. */
export function setMenu(actions: MenuActions, platform: NodeJS.Platform): void {
  const mac: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : []
  const file: MenuItemConstructorOptions[] = [
    { label: 'New window', accelerator: 'CmdOrCtrl+Shift+N', click: actions.newWindow },
    { type: 'separator' },
    { label: 'Open vault…', accelerator: 'CmdOrCtrl+O', click: actions.openVault },
    { label: 'Close vault', accelerator: 'CmdOrCtrl+Shift+W', click: actions.closeVault },
    { type: 'separator' },
    { role: platform === 'darwin' ? 'close' : 'quit' },
  ]
  const view: MenuItemConstructorOptions[] = [
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'resetZoom' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...mac,
      { label: '&File', submenu: file },
      { role: 'editMenu' },
      { label: '&View', submenu: view },
      { role: 'windowMenu' },
    ]),
  )
}
