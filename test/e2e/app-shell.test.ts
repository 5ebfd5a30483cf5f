// The app as a clerk meets it: started, given a vault, killed, started twice.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  appArguments,
  ask,
  electronExecutable,
  launchApp,
  type RunningApp,
  root,
  stateOf,
  temporaryFolder,
  untilVault,
  watchFor,
} from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { answerDialogs, answerInTurn, proposedPaths, warningsShown } from './support/dialogs.ts'
import { photograph } from './support/look.ts'
import { callVault } from './support/vault-client.ts'

let running: RunningApp
let folder: string
let vault: string

beforeAll(async () => {
  folder = await temporaryFolder()
  vault = join(folder, 'Alder Bay.muniment')
  running = await launchApp()
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

test('it starts without a vault, in a window that is seen', async () => {
  expect(await stateOf(running.page)).toEqual({
    ...{ vault: 'none', name: null, practice: false, making: null, refusal: null, recent: [], warning: null },
    ...{ reading: null, moved: false },
  })
  const shown = () =>
    running.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      return [window?.isVisible(), window?.getTitle(), window?.getMinimumSize()]
    })
  await expect.poll(shown).toEqual([true, 'Muniment', [900, 600]])
})

test('a vault is made where the clerk says', async () => {
  await answerDialogs(running.app, [join(folder, 'Alder Bay')])
  const made = await ask(running.page, { ask: 'create-vault', city: 'City of Alder Bay', zone: 'America/Los_Angeles' })
  expect(made).toMatchObject({
    kind: 'state',
    state: { vault: 'open', name: 'Alder Bay', recent: [{ name: 'Alder Bay' }] },
  })
  expect((await proposedPaths(running.app)).map((path) => path.split('/').at(-1))).toEqual([
    'City of Alder Bay.muniment',
  ])
  expect(JSON.parse(await readFile(join(vault, 'vault.json'), 'utf8'))).toMatchObject({ city: 'City of Alder Bay' })
  expect(await callVault(running.page, 'vault.summary', {})).toMatchObject({
    type: 'result',
    value: { city: 'City of Alder Bay' },
  })
})

test('an operation that does not exist is refused by the vault', async () => {
  expect(await callVault(running.page, 'vault.erase', {})).toMatchObject({ refusal: { code: 'OPERATION_UNKNOWN' } })
})

test('a folder that is no vault is refused in words, and the vault in use stays open', async () => {
  await answerDialogs(running.app, [folder])
  const answer = await ask(running.page, { ask: 'open-vault' })
  expect(answer).toMatchObject({ kind: 'refused', refusal: { code: 'VAULT_NOT_FOUND' } })
  const { vault: state, name, warning } = await stateOf(running.page)
  expect({ state, name, warning }).toEqual({
    state: 'open',
    name: 'Alder Bay',
    warning: answer.kind === 'refused' ? answer.refusal.sentence : null,
  })
  expect(await callVault(running.page, 'vault.summary', {})).toMatchObject({ type: 'result' })
})

test('a place that is synchronised is warned about before a vault is made there: another is chosen, or the clerk insists', async () => {
  const city = { ask: 'create-vault', city: 'City of Alder Bay', zone: 'America/Los_Angeles' } as const
  const synced = join(folder, 'Dropbox', 'Synced.muniment')
  await mkdir(join(folder, 'Dropbox'))
  await answerInTurn(running.app, { paths: [synced], buttons: ['Choose another place'] })
  expect(await ask(running.page, city)).toEqual({ kind: 'cancelled' })
  const warning = {
    message: 'This is not a safe place for a vault',
    detail: expect.stringContaining('lies in Dropbox'),
  }
  expect(await warningsShown(running.app)).toEqual([warning])
  expect(await readdir(join(folder, 'Dropbox'))).toEqual([])
  expect((await stateOf(running.page)).name).toBe('Alder Bay')

  await answerInTurn(running.app, { paths: [synced], buttons: ['Make it here all the same'] })
  const made = await ask(running.page, city)
  expect(made).toMatchObject({ state: { vault: 'open', name: 'Synced', warning: warning.detail } })
  expect(await warningsShown(running.app)).toEqual([warning])

  await answerDialogs(running.app, [vault])
  expect(await ask(running.page, { ask: 'open-vault' })).toMatchObject({ state: { vault: 'open', name: 'Alder Bay' } })
})

test('a vault that another program has open is refused in words, and a copy of it can be read', async () => {
  const second = await launchApp({ args: [vault] })
  try {
    const { refusal } = await untilVault(second.page, 'refused')
    expect(refusal?.code).toBe('VAULT_IN_USE')
    expect(refusal?.sentence).toMatch(/ at the computer .+ has this vault open since /)
    await second.page.getByText(refusal?.sentence ?? '').waitFor()
    await photograph(second, 'vault in use')
    await second.page.getByRole('button', { name: 'Read a copy' }).click()
    const band = second.page.locator('.reading-band')
    await band.getByText(/^This is a copy of .+Alder Bay\.muniment, as of .+ nothing can be changed in it\.$/).waitFor()
    expect(await violations(second.page)).toEqual([])
    expect(await tooWide(second, 2)).toBe(0)
    await photograph(second, 'copy to read')
    await second.page.getByRole('link', { name: 'Settings' }).click()
    await second.page.getByRole('link', { name: 'People' }).click()
    await second.page.getByRole('textbox', { name: 'Name' }).fill('Maria Lopez')
    await second.page.getByRole('button', { name: 'Add the person' }).click()
    await second.page.getByText(/nothing can be changed in it\. Nothing was done\.$/).waitFor()
    const copies = join(second.folder, 'settings', 'copies')
    expect(await readdir(copies)).toEqual(['Alder Bay (copy).muniment'])
    await ask(second.page, { ask: 'close-vault' })
    expect(await readdir(copies)).toEqual([])
  } finally {
    await second.close()
  }
  expect(await stateOf(running.page)).toMatchObject({ vault: 'open' })
})

test('started a second time, it shows the window that is open and opens there the vault that was named', async () => {
  await ask(running.page, { ask: 'close-vault' })
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const second = spawn(electronExecutable(), appArguments(running.folder, root, [vault]), { stdio: 'ignore' })
  expect(await once(second, 'exit')).toEqual([0, null])
  expect(await untilVault(running.page, 'open')).toMatchObject({ name: 'Alder Bay' })
  const visible = await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((each) => each.isVisible()),
  )
  expect(visible).toEqual([true])
})

test('when the vault process is killed, the vault is opened again and answers on a new port', async () => {
  const pid = await running.app.evaluate(
    ({ app }) =>
      app.getAppMetrics().find(({ name, serviceName }) => name === 'Muniment vault' || serviceName === 'Muniment vault')
        ?.pid,
  )
  if (pid === undefined) throw new Error('The vault process is not among the processes of the app.')
  const restarting = await watchFor(running.page, 'restarting')
  process.kill(pid, 'SIGKILL')
  await restarting()
  const { warning } = await untilVault(running.page, 'open')
  expect(warning).toContain('something outside Muniment ended it')
  expect(await callVault(running.page, 'vault.summary', {})).toMatchObject({
    type: 'result',
    value: { city: 'City of Alder Bay' },
  })
})

test('at the end the vault is let go, and at the next start the desk is as it was left', async () => {
  const settings = await temporaryFolder()
  const { page, app, quit } = await launchApp({ folder: settings })
  await page.evaluate(() => localStorage.setItem('desk', 'as it was left'))
  const bounds = { x: 40, y: 30, width: 1000, height: 700 }
  await app.evaluate(({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place), bounds)
  await answerDialogs(app, [join(settings, 'Second.muniment')])
  await ask(page, { ask: 'create-vault', city: 'City of Alder Bay', zone: 'America/Los_Angeles' })
  await quit()

  const again = await launchApp({ folder: settings })
  expect(await again.page.evaluate(() => localStorage.getItem('desk'))).toBe('as it was left')
  expect(await ask(again.page, { ask: 'open-recent', index: 0 })).toMatchObject({
    state: { vault: 'open', name: 'Second' },
  })
  expect(await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(bounds)
  await again.quit()
  await rm(settings, { recursive: true, force: true })
})
