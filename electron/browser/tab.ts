// Owns the window that pages are loaded in: shut, watched, recorded; made anew when a page got it stuck.
import { BrowserWindow, type Session, type WebContents } from 'electron'
import { type Debugging, debugPage } from './debugging.ts'
import { mainFrameOf } from './in-world.ts'
import { capturePreferences, type Denied, lockContents } from './lock-down.ts'
import { type Recording, type RecordOptions, recordAll, watchTarget } from './record.ts'

export interface Tab {
  readonly contents: WebContents
  readonly page: Debugging
  readonly recording: Recording
  close(): void
}

export interface TabOptions {
  readonly session: Session
  /** Whether a server may send the browser on to an address. */
  readonly mayLead: (address: string) => boolean
  readonly denied: Denied
  readonly record: Omit<RecordOptions, 'mainFrame'>
}

const BLANK = 'about:blank'
const SIZE = { width: 1280, height: 800 }

/** Opens a window that nobody sees. */
export async function openTab({ session, mayLead, denied, record }: TabOptions): Promise<Tab> {
  const window = new BrowserWindow({ show: false, ...SIZE, webPreferences: capturePreferences(session) })
  const { webContents: contents } = window
  lockContents(contents, mayLead, denied)
  // A page that never loaded anything does not answer the debugger.
  await contents.loadURL(BLANK)
  const page = debugPage(contents)
  page.on('Target.attachedToTarget', ({ sessionId }) => {
    const target = typeof sessionId === 'string' ? sessionId : ''
    void watchTarget(page, target)
      .catch(() => null)
      .then(() => page.call('Runtime.runIfWaitingForDebugger', {}, target))
      .catch(() => null)
  })
  page.on('Page.javascriptDialogOpening', () => {
    denied('tried to open a dialog', contents)
    void page.call('Page.handleJavaScriptDialog', { accept: false }).catch(() => null)
  })
  await page.call('Page.enable')
  // A window that nobody sees may be laid out as narrow as its system likes.
  await page.call('Emulation.setDeviceMetricsOverride', { ...SIZE, deviceScaleFactor: 1, mobile: false })
  const recording = recordAll(page, { ...record, mainFrame: await mainFrameOf(page) })
  await watchTarget(page)
  return {
    contents,
    page,
    recording,
    close: () => {
      page.end()
      window.destroy()
    },
  }
}
