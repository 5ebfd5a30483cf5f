// Looks into the running app for what its page can't see, and tries what a hostile page would.
import type { ElectronApplication } from 'playwright-core'
import { z } from 'zod'
import type { RunningApp } from './app.ts'

/** How one point of the checklist is proved. */
export interface Proof {
  readonly point: number
  /** What is true when it holds. */
  readonly proof: string
  /** Fails when the point is undone. */
  run(running: RunningApp): Promise<void>
}

/** The preferences that the first window runs with, as Electron itself tells them. */
export async function livePreferences(app: ElectronApplication): Promise<Record<string, unknown>> {
  const preferences: unknown = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return contents === undefined ? null : Reflect.get(contents, 'getLastWebPreferences').call(contents)
  })
  return z.record(z.string(), z.unknown()).parse(preferences)
}

/** Loads an address into a window of its own; `loaded`, or the name of the network error. */
export function loadInWindow(app: ElectronApplication, address: string): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ show: false })
    const outcome = await window.loadURL(url).then(
      () => 'loaded',
      (error: Error) => /ERR_\w+/.exec(error.message)?.[0] ?? error.message,
    )
    window.destroy()
    return outcome
  }, address)
}

/** Lets the page go to an address, and says what became of it. */
export async function navigationOutcome({ app, page }: RunningApp, address: string): Promise<string> {
  const outcome = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<string>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.once('will-frame-navigate', (event) => resolve(event.defaultPrevented ? 'prevented' : 'let go'))
      }),
  )
  // The listener is in place once the app has answered anything after it.
  await app.evaluate(() => null)
  await page.evaluate((url) => {
    location.href = url
  }, address)
  return outcome
}

/** Emits events at the first window's page as Electron would; whether each was prevented. */
export function emitToPage(app: ElectronApplication, events: [name: string, details: object][]): Promise<boolean[]> {
  return app.evaluate(({ BrowserWindow }, all) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return all.map(([name, details]) => {
      let prevented = false
      const preventDefault = () => {
        prevented = true
      }
      Reflect.get(contents ?? {}, 'emit').call(contents, name, { ...details, preventDefault })
      return prevented
    })
  }, events)
}

/** Replaces the question and the browser by notes of what was shown and opened. */
export async function recordOutside(app: ElectronApplication) {
  const notes = await app.evaluateHandle(({ dialog, shell }) => {
    const seen = { shown: [''].slice(1), opened: [''].slice(1), response: 0 }
    const question = (...args: unknown[]) => {
      const options = args.at(-1)
      if (typeof options === 'object' && options !== null) seen.shown.push(String(Reflect.get(options, 'message')))
      return Promise.resolve({ response: seen.response, checkboxChecked: false })
    }
    Reflect.set(dialog, 'showMessageBox', question)
    shell.openExternal = async (url) => {
      seen.opened.push(url)
    }
    return seen
  })
  return {
    answerWith: (response: number) => notes.evaluate((seen, given) => Reflect.set(seen, 'response', given), response),
    seen: () => notes.evaluate(({ shown, opened }) => ({ shown, opened })),
  }
}
