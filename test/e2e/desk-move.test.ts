// Moving the vault in the real app: moved, read where it was, called off, moved again and opened where it is.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, type RunningApp, untilVault } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { beginAsClerk, openNewDesk, vaultName } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'
import { photograph } from './support/look.ts'

let running: RunningApp
const old = () => join(running.folder, vaultName)
const moved = () => join(running.folder, 'usb', 'Moved.muniment')

beforeAll(async () => {
  running = await openNewDesk()
  await beginAsClerk(running.page)
})
afterAll(() => running.close())

test('it is moved with a reason, every window closes, and it says where the vault is now', async () => {
  const { page, app } = running
  await move('New computer', () => photograph(running, 'move dialog'))
  await page.getByText(`The vault was moved to ${moved()}.`).waitFor()
  expect(existsSync(join(moved(), 'vault.json'))).toBe(true)
  await photograph(running, 'moved')
  await answerDialogs(app, [old()])
  await page.getByRole('button', { name: 'Open a vault' }).click()
  await page
    .locator('.reading-band')
    .getByText(/^This vault was moved to .+ nothing can be changed in it\.$/)
    .waitFor()
})

test('the old one calls the move off by a name, and goes on', async () => {
  const { page } = running
  await safety()
  await page.getByRole('button', { name: 'Call the move off …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Call the move off' })
  expect(await violations(page)).toEqual([])
  expect(await tooWide(running, 2)).toBe(0)
  await photograph(running, 'call off')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('It did not come')
  await dialog.getByRole('button', { name: 'Sign and call it off' }).click()
  await dialog.getByText('Choose who signs.').waitFor()
  await dialog.getByRole('button', { name: /Who signs/ }).click()
  await page.getByRole('option', { name: 'Maria Lopez' }).click()
  await dialog.getByRole('button', { name: 'Sign and call it off' }).click()
  await page.getByRole('button', { name: 'Acting as Maria Lopez' }).waitFor()
  expect(await page.locator('.reading-band').count()).toBe(0)
})

test('where the place is taken it is refused in words, with the vault open as it was', async () => {
  await move('New computer')
  await untilVault(running.page, 'open')
  await running.page
    .getByText(/is not empty\. Nothing was moved/)
    .first()
    .waitFor()
})

test('it opens where it was moved to, once, and then the move stands', async () => {
  const { page, app } = running
  await move('New computer', undefined, `${moved()}-2.muniment`)
  await untilVault(page, 'none')
  await answerDialogs(app, [`${moved()}-2.muniment`])
  expect(await ask(page, { ask: 'open-vault' })).toMatchObject({
    kind: 'state',
    state: { vault: 'open', reading: null },
  })
  await page.getByText(/^This vault was moved here from /).waitFor()
  await answerDialogs(app, [old()])
  await ask(page, { ask: 'open-vault' })
  const late = await ask(page, { ask: 'call-off-move', person: 'maria-lopez', reason: 'Too late', lost: false })
  expect(late).toMatchObject({ kind: 'refused', refusal: { code: 'VAULT_READ_ONLY' } })
})

async function safety(): Promise<void> {
  await running.page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Settings' }).click()
  await running.page.getByRole('link', { name: 'Safety' }).click()
}

async function move(reason: string, look?: () => Promise<void>, to = moved()): Promise<void> {
  const { page, app } = running
  await safety()
  await page.getByRole('button', { name: 'Move the vault …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Move the vault' })
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason)
  expect(await violations(page)).toEqual([])
  await look?.()
  await answerDialogs(app, [to])
  await dialog.getByRole('button', { name: 'Choose the new folder' }).click()
}
