// Owns the window in which the operator signs in to a site, for captures on this desk alone.
import { BrowserWindow } from 'electron'
import type { BrowserOrder } from '../../shared/contract/browser.ts'
import { lockContents, lockSession, signInPreferences } from './lock-down.ts'
import { keepSession, noteHosts, ownSession } from './session.ts'

type SignInOrder = Extract<BrowserOrder, { do: 'sign-in' }>

/** Shows the window until it is closed, or the order is called off. Returns the hosts that will know the operator again. */
export async function signIn(order: SignInOrder, stopped: AbortSignal): Promise<readonly string[]> {
  const session = ownSession()
  await lockSession(session, order.gate.port, () => {})
  const window = new BrowserWindow({
    width: 1000,
    height: 860,
    title: order.title,
    webPreferences: signInPreferences(session),
  })
  const { webContents: contents } = window
  // Here the operator leads: a page may go where signing in needs it to.
  lockContents(
    contents,
    () => true,
    () => {},
  )
  contents.removeAllListeners('will-navigate')
  contents.setWindowOpenHandler(({ url }) => {
    if (/^https?:/.test(url)) void contents.loadURL(url).catch(() => null)
    return { action: 'deny' }
  })
  // The title says what the window is for, and whose page it shows; a page's own could pretend to be another.
  window.on('page-title-updated', (event) => event.preventDefault())
  contents.on('did-navigate', (_event, url) => window.setTitle(`${URL.parse(url)?.host ?? ''}: ${order.title}`))
  const closed = new Promise<void>((resolve) => window.once('closed', () => resolve()))
  stopped.addEventListener('abort', () => window.destroy(), { once: true })
  await contents.loadURL(order.address).catch(() => null)
  await closed
  await keepSession()
  return noteHosts()
}
