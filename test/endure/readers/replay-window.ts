// The window in which ReplayWeb.page runs: Electron's own Chromium, which reaches the server on loopback and nothing else.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Frame, type Page } from 'playwright-core'
import { z } from 'zod'
import { electronWords } from '../../bench/page-capture.ts'
import type { Showing } from './replay-host.ts'

export interface ReplayWindow {
  readonly page: Page
  /** Addresses elsewhere that something in the window asked for since the last call; it was not let. */
  escaped(): Promise<string[]>
  close(): Promise<void>
}

/** Everything that is asked for passes here, service workers’ requests, too. */
const MAIN = `const { app, BrowserWindow, session } = require('electron')
globalThis.escaped = []
app.whenReady().then(() => {
  const [origin] = process.argv.slice(-1)
  session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    const own = url.startsWith(origin + '/') || /^(?:data|blob|about|devtools|file):/.test(url)
    if (!own) globalThis.escaped.push(url)
    answer({ cancel: !own })
  })
  session.defaultSession.on('will-download', (event) => event.preventDefault())
  const window = new BrowserWindow({ show: false, width: 1280, height: 1000, webPreferences: { sandbox: true, backgroundThrottling: false } })
  // A page that was kept where it was when it was captured is kept there now.
  window.webContents.on('will-frame-navigate', (event) => {
    if (event.frame !== null && event.frame.url.includes('mp_/')) event.preventDefault()
  })
  void window.loadURL('about:blank')
})`

/** Opens it. Its language is said, because ReplayWeb.page shows nothing where a computer has none. */
export async function replayWindow(origin: string): Promise<ReplayWindow> {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-replay-'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'replay', version: '1.0.0', main: 'main.cjs' }))
  writeFileSync(join(folder, 'main.cjs'), MAIN)
  const { command, words } = electronWords()
  const app = await _electron
    .launch({
      executablePath: command,
      args: [...words, '--disable-gpu', '--lang=en-US', `--user-data-dir=${join(folder, 'data')}`, folder, origin],
      env: { ...process.env, LANG: 'en_US.UTF-8' },
      timeout: 120_000,
      chromiumSandbox: !words.includes('--no-sandbox'),
    })
    .catch((error: unknown) => {
      rmSync(folder, { recursive: true, force: true })
      throw error
    })
  return {
    page: await app.firstWindow({ timeout: 60_000 }),
    escaped: async () =>
      z.array(z.string()).parse(await app.evaluate(() => Reflect.get(globalThis, 'escaped').splice(0))),
    close: async () => {
      const program = app.process()
      await Promise.race([app.close(), new Promise((resolve) => setTimeout(resolve, 10_000).unref())])
      program.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** How long anything may take to be shown. */
const SHOWN_MS = 90_000
/** What a program that has others beside it may still need once a page is there. */
const FRAME_MS = 20_000

const Told = z.object({ pages: z.array(z.object({ url: z.string() })) })
const Digests = z.array(z.object({ id: z.string(), expected: z.unknown(), matched: z.boolean().nullable() }))
/** What it only repeats of what a package says. */
const SAID = new Set(['domain', 'created', 'certFingerprint', 'software', 'datapackageHash', 'publicKey'])

/** Opens a package's list. Returns the addresses in it. */
export async function listedBy({ page }: ReplayWindow, showing: Showing): Promise<readonly { readonly url: string }[]> {
  await page.goto(showing.address)
  const app = await appFrame(page, showing)
  await until('its list', async () => (await app.locator('wr-page-entry').count()) > 0)
  return (await toldBy(app, showing)).pages
}

/**
 * Which digests of the package ReplayWeb.page found right and wrong: of its list, of its description where that is signed, of the signature, of each answer that
 * it has shown. The one of the index it writes down and never compares (@webrecorder/wabac 2.27 looks it up under another name).
 */
export async function digestsOf(
  { page }: ReplayWindow,
  showing: Showing,
): Promise<{ right: number; wrong: readonly string[] }> {
  const app = await appFrame(page, showing)
  const all = Digests.parse(
    await app.evaluate(async (name) => {
      const { promise, resolve } = Promise.withResolvers<unknown>()
      const opening = indexedDB.open(name)
      opening.onsuccess = () => {
        const asking = opening.result.transaction('verification').objectStore('verification').getAll()
        asking.onsuccess = () => {
          opening.result.close()
          resolve(asking.result)
        }
      }
      return promise
    }, showing.database),
  )
  const compared = all.filter(
    ({ id, expected, matched }) => matched !== null && expected !== '' && !SAID.has(id) && !id.endsWith('.cdx'),
  )
  const wrong = compared.filter(({ matched }) => matched !== true)
  return { right: compared.length - wrong.length, wrong: wrong.map(({ id }) => id) }
}

async function toldBy(app: Frame, { told }: Showing): Promise<z.infer<typeof Told>> {
  return Told.parse(await app.evaluate(async (at) => (await fetch(at)).json(), told))
}

/** Opens a captured page. Returns the frame of ReplayWeb.page, and the one that shows the page; null where it is nothing that frames show. */
export async function replayFrame(
  { page }: ReplayWindow,
  showing: Showing,
): Promise<{ app: Frame; shown: Frame | null }> {
  await page.goto('about:blank')
  await page.goto(showing.address)
  const app = await appFrame(page, showing)
  const found = () => page.frames().find((frame) => frame.url().startsWith(showing.replayed)) ?? null
  const at = Date.now()
  await until('the page', async () => {
    const known = await app.evaluate(async (told) => (await fetch(told)).ok, showing.told).catch(() => false)
    return found() !== null || (known && Date.now() - at > FRAME_MS)
  })
  const shown = found()
  // A page that once waited for something that never came waits again.
  await shown?.waitForLoadState('load', { timeout: FRAME_MS }).catch(() => null)
  return { app, shown }
}

async function appFrame(page: Page, { address }: Showing): Promise<Frame> {
  const base = new URL('/replay/?', address).href
  const found = () => page.frames().find((frame) => frame.url().startsWith(base))
  await until('ReplayWeb.page', async () => (await found()?.locator('replay-app-main').count()) === 1)
  const app = found()
  if (app === undefined) throw new Error('ReplayWeb.page went away')
  return app
}

async function until(what: string, is: () => Promise<boolean>): Promise<void> {
  const late = Date.now() + SHOWN_MS
  while (!(await is().catch(() => false))) {
    if (Date.now() > late) throw new Error(`${what} did not come within ${SHOWN_MS / 1000} seconds`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
