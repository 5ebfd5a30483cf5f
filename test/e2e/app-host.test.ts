// What the shell does with its vault process: grants instead of paths, restarts, and words for what went wrong.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  ask,
  launchApp,
  type RunningApp,
  refusalOf,
  stateOf,
  temporaryFolder,
  untilVault,
  watchFor,
} from './support/app.ts'
import { answerDialogs, proposedPaths } from './support/dialogs.ts'
import { pretendVault, shellWithPretendedHost } from './support/shell-app.ts'

let folder: string
let vault: string
let running: RunningApp

beforeAll(async () => {
  folder = await temporaryFolder()
  vault = await pretendVault(folder)
  const env = { NODE_EXTRA_CA_CERTS: '/nowhere', DYLD_INSERT_LIBRARIES: '', MUNIMENT_TEST: '1' }
  running = await launchApp({ appFolder: await shellWithPretendedHost(folder), args: [vault], env })
  await untilVault(running.page, 'open')
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

test('a vault named on the command line is opened, and the window bears its name', async () => {
  expect(await stateOf(running.page)).toMatchObject({ vault: 'open', name: 'Alder Bay', refusal: null })
  // The page has a title of its own, which never takes the place of the vault's name.
  const titled = running.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<boolean>((resolve) =>
        BrowserWindow.getAllWindows()[0]?.once('page-title-updated', (event) => resolve(event.defaultPrevented)),
      ),
  )
  await running.app.evaluate(() => null)
  await running.page.evaluate(() => {
    document.title = 'Another title'
  })
  expect(await titled).toBe(true)
  expect(await titleOf(running)).toBe('Muniment – Alder Bay')
})

test('the vault process has the environment without what could run code in it', async () => {
  const names = (await stateOf(running.page)).warning?.split(' ') ?? []
  expect(names).toContain('MUNIMENT_TEST')
  expect(names.filter((name) => /^(NODE_|ELECTRON_|LD_PRELOAD|DYLD_)/.test(name))).toEqual([])
})

test('files that the clerk chose or dropped become grants, and their paths stay outside the page', async () => {
  const archive = join(folder, 'archive.zip')
  await writeFile(archive, 'x')
  const granted = { kind: 'granted', files: [{ grant: 'granted-1', name: 'archive.zip' }] }

  await answerDialogs(running.app, [archive])
  for (const request of ['choose-archives', 'choose-backup-folder', 'choose-inbox-folder']) {
    expect(await ask(running.page, { ask: request })).toEqual(granted)
  }
  expect(await ask(running.page, { ask: 'save-as', name: '../../\u202eetc/passwd' })).toEqual(granted)
  expect((await proposedPaths(running.app)).map((path) => path.split('/').at(-1))).toEqual(['_.._etc_passwd'])

  await running.page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.id = 'dropped'
    document.body.append(input)
  })
  await running.page.setInputFiles('#dropped', archive)
  const dropped = await running.page.evaluate(() => {
    const input = document.querySelector('#dropped')
    const files = input instanceof HTMLInputElement ? [...(input.files ?? [])] : []
    // A file that the page made up has no path, and is nothing.
    return Reflect.get(window, 'muniment').grantDropped([...files, new File(['x'], '/etc/passwd')])
  })
  expect(dropped).toEqual(granted)

  await answerDialogs(running.app, [])
  for (const request of ['choose-archives', 'choose-backup-folder', 'choose-inbox-folder', 'open-vault']) {
    expect(await ask(running.page, { ask: request })).toEqual({ kind: 'cancelled' })
  }
})

test('a vault can be closed, and opened again from the list of recent ones', async () => {
  await ask(running.page, { ask: 'close-vault' })
  expect(await stateOf(running.page)).toMatchObject({ vault: 'none', name: null, recent: [{ name: 'Alder Bay' }] })
  expect(await titleOf(running)).toBe('Muniment')
  expect(await refusalOf(running.page, { ask: 'open-recent', index: 1 })).toBe('VAULT_NOT_FOUND')
  expect(await ask(running.page, { ask: 'open-recent', index: 0 })).toMatchObject({ state: { vault: 'open' } })
})

test('a vault process that meets a defect is started again, a few times, and each time the clerk is told why', async () => {
  const told: (string | null)[] = []
  for (let crash = 0; crash < 3; crash++) {
    await crashHost()
    told.push((await untilVault(running.page, 'open')).warning)
  }
  const why = 'The vault was closed unexpectedly, because it met a defect (code 70): A defect that the test asked for.'
  expect(told.map((words) => words?.startsWith(why))).toEqual([true, true, true])

  await crashHost()
  const { refusal } = await untilVault(running.page, 'refused')
  expect(refusal?.sentence).toContain('ended several times within a few minutes')
  expect(await ask(running.page, { ask: 'open-recent', index: 0 })).toMatchObject({ state: { vault: 'open' } })
})

test('a vault whose process ends while it opens is refused in words', async () => {
  await ask(running.page, { ask: 'close-vault' })
  await writeFile(join(vault, 'fail-at-once'), '')
  expect(await refusalOf(running.page, { ask: 'open-recent', index: 0 })).toBe('VAULT_CLOSED')
  expect(await stateOf(running.page)).toMatchObject({ vault: 'refused', refusal: { code: 'VAULT_CLOSED' } })
})

test('a page whose process is killed is loaded anew', async () => {
  const loaded = running.app.evaluate(
    ({ webContents }) =>
      new Promise((resolve) => webContents.getAllWebContents()[0]?.once('did-finish-load', () => resolve(true))),
  )
  const pid = await running.app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getOSProcessId())
  if (pid === undefined) throw new Error('The page has no process.')
  process.kill(pid, 'SIGKILL')
  expect(await loaded).toBe(true)
  const asked = "muniment.ask({ ask: 'state' }).then(({ kind }) => kind)"
  const answer = running.app.evaluate(
    ({ webContents }, code) => webContents.getAllWebContents()[0]?.executeJavaScript(code),
    asked,
  )
  expect(await answer).toBe('state')
})

function titleOf({ app }: RunningApp): Promise<string | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
}

/** Orders a defect, and waits until the shell has seen it. */
async function crashHost(): Promise<void> {
  const restarting = await watchFor(running.page, 'restarting')
  await rm(join(vault, 'defect'), { force: true })
  await writeFile(join(vault, 'defect'), '')
  await restarting()
}
