// The app's first lines: security before anything else, one instance, then the shell; at the end, the vault is closed. Started by a capture, this
// program is the browser of that capture and nothing else.
import { join } from 'node:path'
import { app, dialog, protocol } from 'electron'
import { z } from 'zod'
import { browserArguments, runBrowser } from '../browser/run.ts'
import { vaultArgument } from './arguments.ts'
import { type RunningShell, startShell } from './boot.ts'
import { electronFloor, secureApp } from './policy.ts'

const parts = {
  host: join(import.meta.dirname, 'host.js'),
  spelling: join(import.meta.dirname, 'spelling.js'),
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  renderer: join(import.meta.dirname, '../renderer'),
}
const FromSecond = z.strictObject({ vault: z.string().nullable() })
const named = { vault: vaultArgument(process.argv, process.cwd()) }

function tooOld(): boolean {
  return Number.parseInt(process.versions.electron, 10) < electronFloor
}

function run(): void {
  // Not awaited here: Electron is ready only after this file has run to its end.
  const started = app.whenReady().then(() => startShell(parts))
  const then = (act: (shell: RunningShell) => void) => void started.then(act)
  const open = (folder: string | null) => then((shell) => folder !== null && shell.openVault(folder))
  started.catch((error: unknown) => {
    dialog.showErrorBox('Muniment could not start', error instanceof Error ? error.message : String(error))
    app.exit(1)
  })
  open(named.vault)
  app.on('open-file', (_event, path) => open(path))
  app.on('second-instance', (_event, _argv, _directory, raw: unknown) => {
    then((shell) => shell.show())
    const asked = FromSecond.safeParse(raw)
    if (asked.success) open(asked.data.vault)
  })
  app.on('activate', () => then((shell) => shell.show()))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.once('will-quit', (event) => {
    event.preventDefault()
    // In a later turn: while it handles this event, Electron takes no order to quit.
    void started.then((shell) => shell.stop()).finally(() => setImmediate(() => app.quit()))
  })
}

function start(): void {
  secureApp(app, protocol)
  if (tooOld()) {
    dialog.showErrorBox(
      'Muniment',
      `Muniment needs Electron ${electronFloor} or later; this is ${process.versions.electron}.`,
    )
    app.exit(1)
  } else if (app.requestSingleInstanceLock(named)) {
    run()
  } else {
    app.exit(0)
  }
}

const browser = browserArguments(process.argv)
if (browser === null) start()
else runBrowser(browser)
