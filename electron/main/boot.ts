// Puts the shell together once Electron is ready.
import { join } from 'node:path'
import { app, type BrowserWindow, ipcMain, MessageChannelMain, protocol, type WebFrameMain } from 'electron'
import { PORT_CHANNEL, SHELL_STATE_CHANNEL } from '../../shared/contract/name.ts'
import type { ShellRequest } from '../../shared/contract/shell.ts'
import { keepGate } from './gate.ts'
import { setMenu } from './menu.ts'
import { listPageFiles } from './page-files.ts'
import { handleAppProtocol } from './protocol.ts'
import { serveRecordMedia } from './record-media.ts'
import { answerRequest, type Shell, shellState } from './requests.ts'
import { openSettings, withRecent } from './settings.ts'
import { shellVault } from './vault.ts'
import { focusWindow, openWindow, windowTitle } from './window.ts'

/** Where the built parts lie; absolute. */
export interface BuiltParts {
  readonly host: string
  readonly preload: string
  readonly renderer: string
}

export interface RunningShell {
  /** Opens a vault that was named outside the window; a refusal shows in the window. */
  openVault(folder: string): void
  /** Brings the window to the front, opening one where there is none. */
  show(): void
  /** Closes the vault, and keeps what is remembered, before the app ends. */
  stop(): Promise<void>
}

/** Starts the shell: vault process first, so that it is ready when the window is. */
export async function startShell(parts: BuiltParts): Promise<RunningShell> {
  const settings = await openSettings(join(app.getPath('userData'), 'shell.json'))
  const vault = shellVault(parts.host, {
    changed: () => tellState(),
    opened: (folder) => void settings.change({ recent: withRecent(settings.current().recent, folder) }),
    revoked: (digest) => media.revoke(digest),
  })
  const media = serveRecordMedia((digest) => vault.lease(digest))
  let open: BrowserWindow | null = null

  function window(): BrowserWindow {
    if (open !== null) return open
    const opened = openWindow(parts.preload, settings)
    opened.on('closed', () => {
      open = null
    })
    open = opened
    return opened
  }

  const shell: Shell = { vault, settings, window }

  function tellState(): void {
    const state = shellState(shell)
    if (open === null) return
    open.setTitle(windowTitle(state.vault === 'refused' ? null : state.name, state.practice))
    open.webContents.send(SHELL_STATE_CHANNEL, state)
  }

  function connect(frame: WebFrameMain): void {
    const { port1, port2 } = new MessageChannelMain()
    vault.connect(port1)
    frame.postMessage(PORT_CHANNEL, null, [port2])
  }

  // Asked for from the menu or from outside: what comes of it shows in the window's state.
  const ask = (request: ShellRequest) => void answerRequest(shell, request).catch(() => null)

  handleAppProtocol(protocol, await listPageFiles(parts.renderer), media)
  keepGate(ipcMain, { answer: (request) => answerRequest(shell, request), connect })
  setMenu(
    {
      openVault: () => ask({ ask: 'open-vault' }),
      closeVault: () => ask({ ask: 'close-vault' }),
    },
    process.platform,
  )
  window()
  return {
    openVault: (folder) => void vault.use({ type: 'open', folder }).catch(() => null),
    show: () => focusWindow(window()),
    async stop() {
      await Promise.all([vault.stop(), settings.written()])
    },
  }
}
