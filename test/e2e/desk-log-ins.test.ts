// The list of log-ins in the real app: two officers and their keys, a log-in handed in, shown on purpose from the desk's copy and with a key, sealed again; and a backup under a passphrase.
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealedPair } from '../../electron/core/vault/key/age.ts'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { beginAsClerk, goTo, openNewDesk } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'
import { photograph } from './support/look.ts'
import { callVault } from './support/vault-client.ts'

let folder: string
let running: RunningApp
let page: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  running = await openNewDesk()
  page = running.page
  // Where there is no keyring, a copy is kept only under Electron's weak seal, and only where that is asked for.
  await running.app.evaluate(({ safeStorage }) => safeStorage.setUsePlainTextEncryption(true))
  await beginAsClerk(page)
  const account = {
    platform: 'x',
    handle: 'AlderBayCity',
    name: 'City of Alder Bay',
    department: '',
    liaison: '',
    nativeId: null,
  }
  expect((await callVault(page, 'account.add', account, randomUUID())).type).toBe('result')
})
afterAll(async () => {
  // It has crashed, where all went well.
  await running.close().catch(() => undefined)
  await rm(running.folder, { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
})

const PASSPHRASE = 'words that are long enough'
const SECRET = 'plum-Kettle-9417'
/** Rounds of scrypt, as a logarithm. */
const FEW = 4
let made = ''

test('two officers are named on the list of log-ins, each with a key that is made on the spot', async () => {
  for (const person of ['one', 'two']) {
    const added = { id: person, name: `Officer ${person}`, title: '', role: 'custodian' }
    expect((await callVault(page, 'person.add', added, randomUUID())).type).toBe('result')
  }
  await goTo(page, 'Accounts')
  await page.getByRole('link', { name: 'The list of log-ins' }).click()
  await page.getByRole('button', { name: 'Name the two officers …' }).click()
  const dialog = page.getByRole('dialog')
  // The first brings a key of her own, whose passphrase costs few rounds to try: it opens the list below. The second's is made here.
  const own = await sealedPair(PASSPHRASE, FEW)
  await writeFile(join(folder, 'one.key'), own.key, { mode: 0o600 })
  const officer = async (place: string, person: string) => {
    const fields = dialog.getByRole('group', { name: place })
    await fields
      .getByRole('button', { name: /Officer/ })
      .first()
      .click()
    await page.getByRole('option', { name: `Officer ${person}` }).click()
    return fields
  }
  await (await officer('First officer', 'one')).getByRole('textbox', { name: 'Public key' }).fill(own.recipient)
  const second = await officer('Second officer', 'two')
  await second.getByRole('button', { name: 'Make this officer’s key here …' }).click()
  await second.getByLabel('Passphrase of the key').fill(PASSPHRASE)
  await second.getByLabel('The passphrase again').fill(PASSPHRASE)
  await answerDialogs(running.app, [join(folder, 'two.key')])
  await photograph(running, 'log-in officers')
  await second.getByRole('button', { name: 'Make the key and save it …' }).click()
  await expect.poll(() => second.getByRole('textbox', { name: 'Public key' }).inputValue()).toMatch(/^age1/)
  expect(statSync(join(folder, 'two.key')).mode & 0o077).toBe(0)
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Seal to these two from now on' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Sealed to Officer one, Officer two.').waitFor()
})

/** Asks for the log-in with a reason, and waits until it is on the screen. */
async function showIt(reason: string, open: () => Promise<void>): Promise<void> {
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Show the log-in …' }).click()
  await dialog.getByRole('textbox', { name: 'Why it is shown' }).fill(reason)
  await open()
  await photograph(running, `log-in ${reason}`)
  await dialog.getByRole('button', { name: 'Write down and show' }).click()
  await dialog.getByText(SECRET).waitFor()
}

/** Chooses the list and an officer's key. */
async function openList(): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').nth(0).setInputFiles(join(folder, 'City.logins'))
  await dialog.locator('input[type=file]').nth(1).setInputFiles(join(folder, 'one.key'))
  await dialog.getByLabel('Its passphrase').fill(PASSPHRASE)
}

test('who answers for a log-in is told on its page; it is handed in sealed, and shown on purpose alone', async () => {
  await page.getByRole('link', { name: '@AlderBayCity', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Say who answers …' }).click()
  await dialog.getByRole('textbox', { name: 'Answers for it' }).fill('K. Fell, Director')
  await dialog.getByRole('textbox', { name: 'Password changed every … months' }).fill('6')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  const list = join(folder, 'City.logins')
  await answerDialogs(running.app, [list])
  await page.getByRole('button', { name: 'Hand in a log-in …' }).click()
  await dialog.getByRole('textbox', { name: 'User name' }).fill('alderbay')
  await dialog.getByLabel('Password', { exact: true }).fill(SECRET)
  const copy = dialog.getByRole('checkbox', { name: /Keep a copy on this computer/ })
  if (!(await copy.isChecked())) await copy.check()
  await photograph(running, 'log-in handed in')
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Seal and choose the list …' }).click()
  await dialog.waitFor({ state: 'detached' })
  const show = page.getByRole('button', { name: 'Show the log-in …' })
  await expect.poll(() => show.isEnabled()).toBe(true)
  const showOne = async (reason: string, open: () => Promise<void>) => {
    await showIt(reason, open)
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('row', { name: new RegExp(`Maria Lopez ${reason}`) }).waitFor()
  }
  await showOne('Second factor lost', async () => expect(await violations(page)).toEqual([]))
  await page.getByText(/^A copy is on this computer, kept/).waitFor()
  await showOne('Locked out', async () => {
    await dialog.getByRole('checkbox', { name: 'From the copy on this computer' }).uncheck()
    await openList()
  })
  await page.getByText('Its log-in, and who answers for it').scrollIntoViewIfNeeded()
  await photograph(running, 'log-in')
  expect([await violations(page), await tooWide(running, 2)]).toEqual([[], 0])
  expect(await page.content()).not.toContain(SECRET)
  await page.getByRole('button', { name: 'Forget the copy' }).click()
  await page.getByText(/^No copy is on this computer/).waitFor()
})

test('the list is sealed again to officers who were named anew', async () => {
  await page.getByRole('link', { name: 'The list of log-ins' }).click()
  await page.getByRole('button', { name: 'Name other officers …' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Seal to these two from now on' }).click()
  await dialog.waitFor({ state: 'detached' })
  const row = page.getByRole('row', { name: /^@AlderBayCity/ })
  await row.getByText('Seal again').waitFor()
  await photograph(running, 'list of log-ins')
  await page.getByRole('button', { name: 'Seal the list again …' }).click()
  await dialog.locator('input[type=file]').nth(0).setInputFiles(join(folder, 'City.logins'))
  await dialog.locator('input[type=file]').nth(1).setInputFiles(join(folder, 'one.key'))
  await dialog.getByLabel('Its passphrase').fill(PASSPHRASE)
  await photograph(running, 'log-ins sealed again')
  await dialog.getByRole('button', { name: 'Seal again and save …' }).click()
  await dialog.getByText('1 log-in is sealed to the officers of now.').waitFor()
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
  await dialog.waitFor({ state: 'detached' })
  await row.getByText('Seal again').waitFor({ state: 'detached' })
  expect([await violations(page), await tooWide(running, 2)]).toEqual([[], 0])
})

test('an encrypted backup of the whole vault is made under a passphrase that is kept nowhere', async () => {
  await goTo(page, 'Settings')
  await page.getByRole('link', { name: 'Safety' }).click()
  await page.getByRole('button', { name: 'Make an encrypted backup …' }).click()
  const dialog = page.getByRole('dialog')
  const choose = dialog.getByRole('button', { name: 'Choose the file and make it …' })
  await dialog.getByLabel('Passphrase', { exact: true }).fill('Alder Bay 2026')
  await dialog.getByText(/fewer than 15 characters/).waitFor()
  expect(await choose.isDisabled()).toBe(true)
  await photograph(running, 'encrypted backup refused')
  await dialog.getByRole('button', { name: 'Make one for me' }).click()
  made = await dialog.getByLabel('Passphrase', { exact: true }).inputValue()
  expect(made).toMatch(/^(?:[2-9A-Z]{4}-?){6}$/)
  await dialog.getByRole('checkbox', { name: /in two places/ }).check()
  await photograph(running, 'encrypted backup')
  expect(await violations(page)).toEqual([])
  const backup = join(folder, 'Alder Bay.zip')
  await answerDialogs(running.app, [backup])
  await choose.click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => existsSync(backup)).toBe(true)
  expect(readFileSync(backup).includes('SQLite format')).toBe(false)
  await photograph(running, 'safety')
  await goTo(page, 'Accounts')
  await page.getByRole('link', { name: 'The list of log-ins' }).click()
})

test('the app crashes while a log-in is shown, and no byte that it leaves holds the log-in', async () => {
  await page.getByRole('link', { name: '@AlderBayCity', exact: true }).click()
  await showIt('Before the crash', openList)
  const ended = new Promise<void>((resolve) => running.app.process().once('exit', () => resolve()))
  // The window first, which has the log-in on its screen; then all of it.
  await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  await running.app.evaluate(() => process.crash()).catch(() => undefined)
  await ended
  // Settings, workspace, caches, logs and crash dumps lie in the folder of the app; the vault beside them; the list and the keys in that of the test.
  const files = [running.folder, folder].flatMap(filesBelow)
  expect(files.some((file) => file.endsWith('catalog.sqlite'))).toBe(true)
  expect(files.some((file) => file.includes('IndexedDB') || file.includes('leveldb'))).toBe(true)
  expect(made).not.toBe('')
  const needles = [SECRET, PASSPHRASE, made].flatMap((words) => [
    Buffer.from(words),
    Buffer.from(words, 'utf16le'),
    Buffer.from(Buffer.from(words).toString('base64').slice(0, 16)),
  ])
  expect(files.filter((file) => needles.some((needle) => readFileSync(file).includes(needle)))).toEqual([])
})

function filesBelow(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
