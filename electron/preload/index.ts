// The bridge: three functions, no validator, no channel name that comes from the page.
import { contextBridge, ipcRenderer, webFrame, webUtils } from 'electron'
import { PORT_CHANNEL, SHELL_CHANNEL, SHELL_STATE_CHANNEL, SPELLING_CHANNEL } from '../../shared/contract/name.ts'

// The parts of the page's world that are used; this project has no DOM in its types.
declare const location: { readonly origin: string }
declare const window: {
  postMessage(message: unknown, origin: string, transfer?: readonly unknown[]): void
  addEventListener(type: 'focusin', listener: () => void, options: { readonly once: boolean }): void
}

/** Asks the shell for a port to the vault; it arrives as a window message `{ type: 'muniment:port' }` with the port. */
function connect(): void {
  ipcRenderer.send(PORT_CHANNEL)
}

/** Asks the shell for a dialog, a vault, or its state (shared/contract/shell.ts). */
async function ask(request: unknown): Promise<unknown> {
  // Paths come from files that were dropped, never from the page's own words.
  if (typeof request === 'object' && request !== null && 'ask' in request && request.ask === 'grant-dropped') {
    throw new Error('Files are granted by dropping them.')
  }
  return ipcRenderer.invoke(SHELL_CHANNEL, request)
}

/** Asks leave to read files dropped on the window; their paths go to the shell only. */
async function grantDropped(files: File[]): Promise<unknown> {
  const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '')
  return ipcRenderer.invoke(SHELL_CHANNEL, { ask: 'grant-dropped', paths })
}

ipcRenderer.on(PORT_CHANNEL, (event) => {
  window.postMessage({ type: PORT_CHANNEL }, location.origin, [...event.ports])
})
ipcRenderer.on(SHELL_STATE_CHANNEL, (_event, state: unknown) => {
  window.postMessage({ type: SHELL_STATE_CHANNEL, state }, location.origin)
})

// Words that are being written are looked up in the app's own dictionary; the browser's would fetch one from a network.
webFrame.setSpellCheckProvider('en-US', {
  spellCheck: (words, done) => {
    ipcRenderer.invoke(SPELLING_CHANNEL, words).then(done, () => done([]))
  },
})
// The dictionary takes a second to load: it begins when a field is entered, not with the first word that is finished.
window.addEventListener('focusin', () => void ipcRenderer.invoke(SPELLING_CHANNEL, []).catch(() => null), {
  once: true,
})

contextBridge.exposeInMainWorld('muniment', { connect, ask, grantDropped })
