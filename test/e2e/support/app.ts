// Launches the real app for a test: its own settings folder, its own temporary folder, everything gone afterwards.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import { findElectron } from '../../../build/electron-runtime.ts'
import { ShellAnswer, type ShellState } from '../../../shared/contract/shell.ts'

export const root = resolve(import.meta.dirname, '../../..')

/** Whether the sandbox must be switched off: it can't run as root. */
export const isRoot = process.getuid?.() === 0

export interface RunningApp {
  readonly app: ElectronApplication
  readonly page: Page
  /** A folder for the test's own files; the app's settings lie in `settings` under it. */
  readonly folder: string
  /** Ends the app as a clerk would; the folder stays. */
  quit(): Promise<void>
  /** Ends the app and removes its folder. */
  close(): Promise<void>
}

export interface LaunchOptions {
  /** The folder of the app; the tree's own where none is given. */
  readonly appFolder?: string
  /** Vaults and other words of the command line. */
  readonly args?: readonly string[]
  /** Where the settings lie; a new folder where none is given. */
  readonly folder?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the app and waits for its page. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const { appFolder = root, args = [], env = {}, folder = await temporaryFolder() } = options
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: appArguments(folder, appFolder, args),
    chromiumSandbox: !isRoot,
    env: { ...ownEnvironment(), ...env },
  })
  const page = await app.firstWindow()
  await page.waitForLoadState()
  return {
    app,
    page,
    folder,
    quit: () => app.close(),
    async close() {
      await app.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The command line of an app whose settings lie in `<folder>/settings`. */
export function appArguments(folder: string, appFolder: string, args: readonly string[]): string[] {
  return [...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${join(folder, 'settings')}`, appFolder, ...args]
}

export function electronExecutable(): string {
  const electron = findElectron()
  if (electron === undefined) throw new Error('No Electron here: run “npm run electron:registry”.')
  return electron.executable
}

/** An empty folder of this test's own; the caller removes it. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'muniment-app-'))
}

/** Asks the shell through the page's bridge. */
export async function ask(page: Page, request: unknown): Promise<ShellAnswer> {
  return ShellAnswer.parse(
    await page.evaluate((asked) => Promise.resolve(Reflect.get(window, 'muniment').ask(asked)), request),
  )
}

/** What the shell tells the page now. */
export async function stateOf(page: Page): Promise<ShellState> {
  const answer = await ask(page, { ask: 'state' })
  if (answer.kind !== 'state') throw new Error(`Asked for the state, got ${answer.kind}.`)
  return answer.state
}

/** Waits until the shell tells of a vault in this state. */
export function untilVault(page: Page, vault: ShellState['vault']): Promise<ShellState> {
  const check = async () => {
    const state = await stateOf(page)
    expect(state.vault, state.refusal?.sentence).toBe(vault)
    return state
  }
  return vi.waitFor(check, { timeout: 20_000, interval: 50 })
}

/**
 * Begins to watch for a state that may last a moment only.
 * @returns waits for it
 */
export async function watchFor(page: Page, vault: ShellState['vault']): Promise<() => Promise<void>> {
  const watch = await page.evaluateHandle((awaited) => {
    const seen = new Promise<void>((resolve) => {
      addEventListener(
        'message',
        ({ data }) => data?.type === 'muniment:state' && data.state.vault === awaited && resolve(),
      )
    })
    return { seen }
  }, vault)
  return () => watch.evaluate(({ seen }) => seen)
}

/** The code of a refusal; another answer is returned as its kind. */
export async function refusalOf(page: Page, request: unknown): Promise<string> {
  const answer = await ask(page, request)
  return answer.kind === 'refused' ? answer.refusal.code : answer.kind
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? '']))
}
