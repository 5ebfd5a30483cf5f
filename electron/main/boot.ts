// Puts the shell together once Electron is ready.
import { join } from 'node:path'
import { app, ipcMain, MessageChannelMain, protocol, safeStorage, type WebFrameMain } from 'electron'
import { PORT_CHANNEL, SHELL_STATE_CHANNEL } from '../../shared/contract/name.ts'
import type { ShellRequest } from '../../shared/contract/shell.ts'
import { Login } from '../../shared/domain/account/login.ts'
import { openCredentials } from './credentials.ts'
import { openDeskSecrets } from './desk-secrets.ts'
import { keepGate } from './gate.ts'
import { loginCopies } from './login-copies.ts'
import { setMenu } from './menu.ts'
import { openOutside } from './outside.ts'
import { listPageFiles } from './page-files.ts'
import { handleAppProtocol } from './protocol.ts'
import { serveRecordMedia } from './record-media.ts'
import { answerRequest, type Shell, shellState } from './requests.ts'
import { openSettings, withRecent } from './settings.ts'
import { serveContextMenu } from './spelling/context-menu.ts'
import { keepSpelling } from './spelling/keep-spelling.ts'
import { openSpeller } from './spelling/speller.ts'
import { shellVault } from './vault.ts'
import { focusWindow, windowTitle } from './window.ts'
import { keepWindows } from './windows.ts'

/** Where the built parts lie; absolute. */
export interface BuiltParts {
  readonly host: string
  readonly spelling: string
  readonly preload: string
  readonly renderer: string
}

export interface RunningShell {
  /** Opens a vault that was named outside the window; a refusal shows in the window. */
  openVault(folder: string): void
  /** Brings the window used last to the front, opening one where there is none. */
  show(): void
  /** Closes the vault, and keeps what is remembered, before the app ends. */
  stop(): Promise<void>
}

/** Starts the shell: vault process first, so that it is ready when the window is. */
export async function startShell(parts: BuiltParts): Promise<RunningShell> {
  const settings = await openSettings(join(app.getPath('userData'), 'shell.json'))
  const speller = await openSpeller(parts.spelling, join(app.getPath('userData'), 'spelling.json'))
  const credentials = await openCredentials(join(app.getPath('userData'), 'credentials.json'), safeStorage)
  const copies = await openDeskSecrets(join(app.getPath('userData'), 'login-copies.json'), Login, safeStorage)
  const vault = shellVault(parts.host, {
    changed: () => tellState(),
    opened: (folder) => void settings.change({ recent: withRecent(settings.current().recent, folder) }),
    revoked: (digest) => media.revoke(digest),
    credentials: credentials.heldFor,
    credentialGiven: (vaultId, held) => void credentials.keep(vaultId, held, Date.now()).catch(() => undefined),
  })
  const media = serveRecordMedia((digest) => vault.lease(digest))
  const windows = keepWindows(parts.preload, settings, (window) => serveContextMenu(window, speller))
  const anotherWindow = () => void windows.another().setTitle(title())
  const outside = openOutside((path) => vault.grant(path, 'write'))
  const shell: Shell = {
    vault,
    settings,
    speller,
    outside,
    credentials,
    loginCopies: loginCopies(copies, vault, Date.now),
    window: windows.current,
    openWindow: anotherWindow,
  }

  function title(): string {
    const state = shellState(shell)
    return windowTitle(state.vault === 'refused' ? null : state.name, state.practice)
  }

  function tellState(): void {
    const state = shellState(shell)
    for (const window of windows.all()) {
      window.setTitle(title())
      window.webContents.send(SHELL_STATE_CHANNEL, state)
    }
  }

  function connect(frame: WebFrameMain): void {
    const { port1, port2 } = new MessageChannelMain()
    vault.connect(port1)
    frame.postMessage(PORT_CHANNEL, null, [port2])
  }

  // Asked for from the menu or from outside: what comes of it shows in the window's state.
  const ask = (request: ShellRequest) => void answerRequest(shell, request).catch(() => null)

  handleAppProtocol(protocol, await listPageFiles(parts.renderer), media)
  keepGate(ipcMain, {
    answer: (request, frame) => answerRequest({ ...shell, window: () => windows.of(frame) }, request),
    connect,
  })
  keepSpelling(ipcMain, speller)
  setMenu(
    {
      newWindow: anotherWindow,
      openVault: () => ask({ ask: 'open-vault' }),
      closeVault: () => ask({ ask: 'close-vault' }),
    },
    process.platform,
  )
  windows.another()
  return {
    openVault: (folder) => void vault.use({ type: 'open', folder }).catch(() => null),
    show: () => focusWindow(windows.current()),
    async stop() {
      await Promise.all([vault.stop(), settings.written(), speller.stop(), outside.stop()])
    },
  }
}
