// The shell's whole security policy on one page: the twenty points of Electron's checklist, in its order and by its numbers.
// What a point needs is done here or named here; test/e2e/app-policy.test.ts proves each in the running app.
import type { App, CustomScheme, Protocol, Session, WebContents, WebPreferences } from 'electron'

/** Electron's checklist (docs/tutorial/security.md), point n at index n - 1. */
export const checklist = [
  'Only load secure content',
  'Do not enable Node.js integration for remote content',
  'Enable context isolation',
  'Enable process sandboxing',
  'Handle permission requests',
  'Do not disable webSecurity',
  'Define a content security policy',
  'Do not allow insecure content',
  'Do not enable experimental features',
  'Do not use enableBlinkFeatures',
  'Do not use allowpopups',
  'Verify WebView options before creation',
  'Limit navigation',
  'Limit creation of new windows',
  'Do not open untrusted addresses outside',
  'Use a current version of Electron',
  'Validate the sender of all messages',
  'Use a custom protocol, not file://',
  'Set the fuses',
  'Do not expose Electron to content',
] as const

const host = 'muniment'
/** The one page that windows show. */
export const pageAddress = `app://${host}/index.html`
/** The host under which records' bytes are served: another origin than the page's, so that it can never reach the page. */
export const recordHost = 'record'

/** Whether an address is the app's own page; parsed, because `app://muniment@evil` and `?next=app://muniment` contain it too. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === 'app:' && url.host === host && url.username === '' && url.password === ''
}

// 1. Nothing comes from a network: every request that is not the app's own is cancelled, and no name is ever looked up.
/** Whether a session may load an address: the app's own scheme, and bytes that the page holds already. */
export function mayLoad(address: string): boolean {
  return ['app:', 'blob:', 'data:'].includes(URL.parse(address)?.protocol ?? '')
}

/** What must be set before the app is ready: 1, 4 and 18. */
export function secureApp(app: App, protocol: Protocol): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  // 4. Every renderer is sandboxed, whatever its window asks for; tests that run as root must switch the sandbox off by hand.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // 18. Pages and media come by app://, from an allow-list (page-files.ts) and from leases (record-media.ts).
  protocol.registerSchemesAsPrivileged([scheme])
  app.on('session-created', secureSession)
  app.on('web-contents-created', (_event, contents) => secureContents(contents))
}

const scheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true },
}

// 2, 3, 4, 12. Electron's defaults, said aloud; 6, 8, 9, 10: never set, and a test forbids the words in the sources.
/** The preferences of every window. */
export function windowPreferences(preload: string): WebPreferences {
  return {
    preload,
    nodeIntegration: false,
    contextIsolation: true,
    sandbox: true,
    webviewTag: false,
    // The browser's spelling checker would fetch its dictionaries from a network; the preload brings the app's own.
    spellcheck: false,
  }
}

// A replayed page asks for the addresses that it was captured from: its session answers them out of the vault (replay-window.ts), and where it
// has no answer there is none, because no session of this process has a network.
const replays = new WeakSet<Session>()

/** Has a session load web addresses, which `protocol.handle` answers; call before a window is made of it. */
export function markReplay(session: Session): void {
  replays.add(session)
}

/** The preferences of a window that replays: no preload, nothing of the app's own. */
export function replayPreferences(session: Session): WebPreferences {
  return {
    session,
    nodeIntegration: false,
    contextIsolation: true,
    sandbox: true,
    webviewTag: false,
    spellcheck: false,
    disableDialogs: true,
  }
}

const isWeb = (address: string) => ['http:', 'https:'].includes(URL.parse(address)?.protocol ?? '')

/** 1 and 5. Every session: no network, no permission, no device, no download. */
function secureSession(session: Session): void {
  const may = (address: string) =>
    replays.has(session)
      ? isWeb(address) || ['blob:', 'data:'].includes(URL.parse(address)?.protocol ?? '')
      : mayLoad(address)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !may(details.url) }))
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}

// 7. Sent with the page; the sandbox of a record's answer keeps captured HTML and SVG from ever scripting.
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' app://record data: blob:",
  'media-src app://record',
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')
// A record's bytes are never kept by the browser (design §5): what comes by app:// passes no disk cache, and no-store says so to any other.
const common = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' }
export const pageHeaders = { ...common, 'Content-Security-Policy': contentPolicy }
export const recordHeaders = { ...common, 'Content-Security-Policy': "default-src 'none'; sandbox" }

/** 11, 12, 13 and 14. Every page: it stays where it is, opens nothing, holds no webview. */
function secureContents(contents: WebContents): void {
  const replay = () => replays.has(contents.session)
  contents.on(
    'will-navigate',
    (event) => !(replay() ? isWeb(event.url) : isOwnPage(event.url)) && event.preventDefault(),
  )
  contents.on('will-frame-navigate', (event) => {
    if (!(replay() ? isWeb(event.url) : event.isMainFrame && isOwnPage(event.url))) event.preventDefault()
  })
  contents.on('will-redirect', (event) => !(replay() && isWeb(event.url)) && event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // Direct connections between browsers pass no request filter.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

// 15. link.ts alone opens an address outside, after the clerk has seen its host.
/** The address as it may be opened outside, or null: https only, no credentials that could pass for a host. */
export function outsideLink(address: string): URL | null {
  const url = URL.parse(address)
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url : null
}

/** 16. The oldest Electron that is tested; an older one is refused at the start. */
export const electronFloor = 43

/** 17. Whether a message's sender is the main frame of the app's own page; gate.ts asks before anything else. */
export function isOwnFrame(frame: { readonly parent: unknown; readonly url: string } | null): boolean {
  return frame !== null && frame.parent === null && isOwnPage(frame.url)
}

/** 19. The fuses of a packaged app (names as in @electron/fuses' FuseV1Options); they are bits of the binary, set when it is packed. */
export const fuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
} as const

// 20. preload/index.ts exposes three functions of its own and nothing of Electron's.
