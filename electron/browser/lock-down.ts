// The capture browser's security policy on one page: pages are hostile, and get a window that can show and load, and nothing else.
import type { Session, WebContents, WebPreferences } from 'electron'

/** Told of what a page tried and was not let do, a clause, and of the window that shows it. */
export type Denied = (what: string, contents: WebContents) => void

const common = {
  nodeIntegration: false,
  contextIsolation: true,
  sandbox: true,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  disableDialogs: true,
} as const

/** The preferences of a window that is captured: no preload, no Node; drawn without a screen. */
export function capturePreferences(session: Session): WebPreferences {
  return { ...common, session, offscreen: true, backgroundThrottling: false, autoplayPolicy: 'user-gesture-required' }
}

/** The preferences of the window in which the operator signs in: the same, on the screen. */
export function signInPreferences(session: Session): WebPreferences {
  return { ...common, session }
}

/**
 * Shuts a session: no permission, no device, no download; a network only through the gate, which knows which addresses may be reached.
 * Names are never looked up here.
 */
export async function lockSession(session: Session, gatePort: number, denied: Denied): Promise<void> {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    denied(`asked for “${permission}”`, contents)
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  // It would fetch its dictionaries.
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event, _item, contents) => {
    denied('tried to download a file', contents)
    event.preventDefault()
  })
  session.webRequest.onBeforeRequest((details, answer) => {
    const scheme = URL.parse(details.url)?.protocol ?? ''
    answer({ cancel: !['http:', 'https:', 'ws:', 'wss:', 'data:', 'blob:', 'about:'].includes(scheme) })
  })
  await session.setProxy({ proxyRules: `http://127.0.0.1:${gatePort}`, proxyBypassRules: '<-loopback>' })
}

/**
 * Keeps a page where it is.
 * @param mayLead whether a server may send the browser on to an address
 */
export function lockContents(contents: WebContents, mayLead: (address: string) => boolean, denied: Denied): void {
  contents.setWindowOpenHandler(() => {
    denied('tried to open a window', contents)
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => {
    denied('tried to lead elsewhere', contents)
    event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!event.isMainFrame || mayLead(event.url)) return
    denied(`was sent on to ${URL.parse(event.url)?.host ?? 'another address'}`, contents)
    event.preventDefault()
  })
  // A page that asks whether it may be left is left.
  contents.on('will-prevent-unload', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event) => event.preventDefault())
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setAudioMuted(true)
}
