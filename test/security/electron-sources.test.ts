// What only the sources can show of Electron's checklist: words that are never written, and calls that stand in one place alone.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const shellSources = sourcesOf('electron/main', 'electron/preload', 'electron/host')
const windowSources = sourcesOf('renderer')
/** The capture browser: a program of its own, which has a network and no vault. */
const browserSources = sourcesOf('electron/browser').filter(({ path }) => !path.includes('/in-page/'))

/** Settings that are wrong whatever their value: written as a key, an attribute or a call. */
test.each([
  'webSecurity',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'enableBlinkFeatures',
  'allowpopups',
  'nodeIntegrationInSubFrames',
  'nodeIntegrationInWorker',
  'executeJavaScript',
  'executeJavaScriptInIsolatedWorld',
  'setCertificateVerifyProc',
  'setBypassCSP',
  'bypassCSP',
  'loadFile',
  'insertCSS',
  'eval',
  'Function',
  'dangerouslySetInnerHTML',
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'srcdoc',
  'createPolicy',
])('%s is written nowhere', (word) => {
  const written = new RegExp(`\\b${word}\\b['"]?\\s*(?::(?!:)|=(?!=)|\\()`)
  expect(placesOf(written, [...shellSources, ...windowSources])).toEqual([])
})

test.each([
  ['nodeIntegration: true'],
  ['contextIsolation: false'],
  ['sandbox: false'],
  ['webviewTag: true'],
  ['bypassCustomProtocolHandlers: true'],
])('%s is written nowhere', (setting) => {
  expect(placesOf(new RegExp(setting.replace(' ', '\\s*')), shellSources)).toEqual([])
})

test.each([
  ['app.enableSandbox()', /\bapp\.enableSandbox\(\)/, ['electron/main/policy.ts']],
  ['the device permission handler', /\bsetDevicePermissionHandler\(\(\) => false\)/, ['electron/main/policy.ts']],
  ['the browser that opens addresses', /\bopenExternal\b/, ['electron/main/link.ts']],
  ['the making of windows', /new BrowserWindow\(/, ['electron/main/replay-window.ts', 'electron/main/window.ts']],
  ['the answering of app://', /\bprotocol\.handle\(/, ['electron/main/protocol.ts', 'electron/main/replay-window.ts']],
  ['the source of windows’ messages', /\bipcMain\b/, ['electron/main/boot.ts']],
  ['the bridge', /\b(contextBridge|ipcRenderer)\b/, ['electron/preload/index.ts']],
])('%s stands in one place', (_name, call, places) => {
  expect([...new Set(placesOf(call, [...shellSources, ...windowSources]).map(({ path }) => path))]).toEqual(places)
})

test.each([
  ['way to a network', /\bnet\b|\bfetch\(|from 'node:(https?|net|dgram|tls|dns)'/],
  ['crash reports, which hold memory', /\bcrashReporter\b/],
  ['module that reaches into windows', /@electron\/remote/],
])('the shell has no %s', (_what, words) => {
  expect(placesOf(words, shellSources)).toEqual([])
})

test.each([
  ['a preload', /\bpreload\b/],
  ['a message to or from pages', /\b(ipcMain|ipcRenderer|contextBridge|exposeBinding)\b|Runtime\.addBinding/],
  ['Node in a page', /\bnodeIntegration\w*: true|contextIsolation: false|sandbox: false|webviewTag: true/],
  [
    'a loosened policy',
    /\b(webSecurity|allowRunningInsecureContent|setBypassCSP|certificate-error|ignore-certificate-errors)\b/,
  ],
  ['a permission', /\banswer\(true\)|CheckHandler\(\(\) => true|DevicePermissionHandler\(\(\) => true/],
  ['a window that opens', /action: 'allow'/],
  ['another way to a network than the gate', /\bfetch\(|from 'node:(https?|dgram|tls|dns)'|\bnet\.(request|fetch)\b/],
  ['something of the vault', /electron\/core|\.\.\/(core|host|main|cli)\//],
])('the capture browser has not %s', (_what, words) => {
  expect(placesOf(words, browserSources)).toEqual([])
})

/** A page's bytes go to the job and nowhere else. Which hosts keep a log-in stands beside Chromium's own session, for the app to say without starting the browser. */
test('the capture browser has no file of its own but the note of a log-in that is kept', () => {
  const places = placesOf(/['"](?:node:)?fs(?:\/promises)?['"]/, browserSources)
  expect(places).toEqual([
    { path: 'electron/browser/kept.ts', line: "import { readFile, rm, writeFile } from 'node:fs/promises'" },
  ])
  const users = placesOf(/\b(?:noteLogIn|forgetLogIn)\(/, browserSources).map(({ path }) => path)
  expect([...new Set(users)].sort()).toEqual(['electron/browser/kept.ts', 'electron/browser/session.ts'])
})

test.each([
  ['permission requests', /setPermissionRequestHandler\(/],
  ['permission checks', /setPermissionCheckHandler\(\(\) => false\)/],
  ['devices', /setDevicePermissionHandler\(\(\) => false\)/],
  ['downloads', /on\('will-download'/],
  ['windows', /setWindowOpenHandler\(/],
  ['navigation', /on\('will-navigate'/],
  ['the proxy, loopback included', /proxyBypassRules: '<-loopback>'/],
])('the capture browser holds %s in one page of policy', (_what, words) => {
  expect(placesOf(words, browserSources).map(({ path }) => path)).toContain('electron/browser/lock-down.ts')
})

test('the window’s page has no script, style or address of its own', () => {
  const html = readFileSync(join(root, 'renderer/index.html'), 'utf8')
  expect(html.match(/<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son\w+=|https?:\/\/|http-equiv/gi)).toBeNull()
})

test('the check saw the sources', () => {
  console.log(`electron sources: ${shellSources.length} of the shell, ${windowSources.length} of the window`)
  expect(shellSources.length).toBeGreaterThanOrEqual(25)
  expect(windowSources.length).toBeGreaterThanOrEqual(20)
  expect(browserSources.length).toBeGreaterThanOrEqual(14)
})

interface SourceText {
  readonly path: string
  readonly code: string
}

/** TypeScript files under folders of the tree, without their comments. */
function sourcesOf(...folders: string[]): SourceText[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => {
        const file = join(root, folder, name)
        const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|\s\/\/ .*$/gm, '')
        return { path: relative(root, file).replaceAll('\\', '/'), code }
      }),
  )
}

function placesOf(words: RegExp, sources: readonly SourceText[]): { path: string; line: string }[] {
  return sources.flatMap(({ path, code }) => {
    const lines = code.split('\n').filter((line) => words.test(line))
    return lines.map((line) => ({ path, line: line.trim() }))
  })
}
