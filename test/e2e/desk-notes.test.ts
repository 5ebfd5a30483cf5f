// Notes and files at the desk, in the real app: on an account from its list: written, chosen, pasted, changed, saved, taken back.
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawZip } from '../fixtures/zip/raw-zip.ts'
import { xFiles } from '../support/x-files.ts'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { beginAsClerk, carry, goTo, importArchive, openNewDesk } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'
import { expectNoAxeProblems, photograph } from './support/look.ts'
import { callVault } from './support/vault-client.ts'

let folder: string
let running: RunningApp
let page: Page
let copy = ''

beforeAll(async () => {
  folder = await temporaryFolder()
  running = await openNewDesk()
  page = running.page
  await beginAsClerk(page)
  const path = join(folder, 'one.zip')
  await writeFile(path, rawZip(Object.entries(xFiles()).map(([name, data]) => ({ name, data, method: 8 }))))
  await importArchive(running, path)
  await goTo(page, 'Accounts')
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const panel = () => page.getByRole('dialog', { name: 'Notes and files of @AlderBayCity' })

test('a note is written, changed and taken back by keyboard, and nothing that it said is lost', async () => {
  await page.getByRole('button', { name: 'Notes and files of @AlderBayCity' }).focus()
  await page.keyboard.press('Enter')
  await panel().getByRole('textbox', { name: 'New note' }).fill('The liaison left in May')
  await panel().getByRole('button', { name: 'Keep the note' }).press('Enter')
  await panel().getByText('The liaison left in May').waitFor()
  await panel().getByRole('button', { name: /^Edit/ }).press('Enter')
  await panel().getByRole('textbox', { name: 'Change the note' }).fill('The liaison left in June')
  await panel().getByRole('button', { name: 'Keep the change' }).press('Enter')
  await panel().getByText('The liaison left in June').waitFor()
  await panel().getByText('1 earlier wording').click()
  await panel().getByText('The liaison left in May').waitFor()
  await photograph(running, 'notes')
  await expectNoAxeProblems(page)
})

test('files are chosen, dropped and pasted, told by what they are, looked at, saved and taken back', async () => {
  const order = join(folder, 'order.eml')
  await writeFile(order, 'Received: from a\r\nSubject: Hold\r\n\r\nKeep everything.')
  const picture = join(folder, 'scan.png')
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  await writeFile(picture, Buffer.from(dot, 'base64'))
  await panel().locator('input[type=file]').setInputFiles([order, picture])
  await panel().getByText('order.eml', { exact: true }).waitFor()
  await panel()
    .getByText(/^Mail · /)
    .waitFor()
  await panel()
    .getByText(/^Picture · /)
    .waitFor()

  await panel().getByRole('button', { name: 'Look at it Look at scan.png' }).click()
  const seen = page.getByRole('dialog', { name: 'scan.png' }).getByRole('img')
  await expect.poll(() => seen.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
  await page.keyboard.press('Escape')
  await seen.waitFor({ state: 'detached' })

  const out = join(folder, 'saved.eml')
  await answerDialogs(running.app, [out])
  await panel().getByRole('button', { name: 'Save as … Save order.eml as …' }).click()
  await panel().getByText('order.eml was saved.').waitFor()
  expect(readFileSync(out)).toEqual(readFileSync(order))

  await page.evaluate(() => {
    // What was copied elsewhere and lies on no disk.
    const data = new DataTransfer()
    data.items.add(new File(['Copied words'], 'copied.txt', { type: 'text/plain' }))
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.querySelector('[role="dialog"] .papers')?.dispatchEvent(event)
  })
  await panel().getByText('copied.txt', { exact: true }).waitFor()

  const mail = join(folder, 'dropped.eml')
  await writeFile(mail, 'Received: from b\r\nSubject: Release\r\n\r\nKeep nothing more.')
  await carry(page, mail, '[role="dialog"] .papers', 'dragover')
  await page.locator('.papers.over').waitFor()
  await carry(page, mail, '[role="dialog"] .papers', 'drop')
  await panel().getByText('dropped.eml', { exact: true }).waitFor()
  expect(await page.locator('.papers.over').count()).toBe(0)

  await panel().getByRole('button', { name: 'Take back Take order.eml back' }).click()
  const asking = page.getByRole('dialog', { name: 'Take this file back' })
  await asking.getByLabel('Why').fill('Another matter')
  await asking.getByRole('button', { name: 'Take it back' }).click()
  await panel()
    .getByText(/Taken back by Maria Lopez.*Another matter/)
    .waitFor()
  await photograph(running, 'files')
  await expectNoAxeProblems(page)
  await panel().getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: '4 notes and files' }).waitFor()
})

test('a file is opened outside only after asking, under an ending of what it is', async () => {
  // A program that calls itself a scan, and a mail that calls itself a program.
  const [program, mail] = [join(folder, 'setup.pdf'), join(folder, 'hold.exe')]
  await writeFile(program, Buffer.concat([Buffer.from('MZ'), Buffer.alloc(64)]))
  await writeFile(mail, 'Received: from a\r\nSubject: Hold\r\n\r\nKeep it.')
  await running.app.evaluate(({ dialog, shell }) => {
    const opened: string[] = []
    Reflect.set(globalThis, 'opened', opened)
    Reflect.set(globalThis, 'agrees', false)
    Reflect.set(dialog, 'showMessageBox', async () => ({ response: Reflect.get(globalThis, 'agrees') ? 1 : 0 }))
    shell.openPath = async (path) => {
      opened.push(path)
      return ''
    }
  })
  await page.getByRole('button', { name: '4 notes and files' }).click()
  await panel().locator('input[type=file]').setInputFiles([program, mail])
  await panel().getByText('hold.exe', { exact: true }).waitFor()
  expect(
    await panel()
      .getByRole('button', { name: /Open setup.pdf outside/ })
      .count(),
  ).toBe(0)
  const button = panel().getByRole('button', { name: /Open hold.exe outside/ })
  const opened = () => running.app.evaluate((): string[] => Reflect.get(globalThis, 'opened'))
  await button.click()
  expect(await opened()).toEqual([])
  await running.app.evaluate(() => Reflect.set(globalThis, 'agrees', true))
  await button.click()
  await panel().getByText('hold.exe was opened.').waitFor()
  const [path = ''] = await opened()
  copy = path
  expect(path).toMatch(/muniment-[^/\\]+[/\\]hold\.exe\.eml$/)
  expect(readFileSync(path)).toEqual(readFileSync(mail))
})

test('a request has its notes on its page, and its hold beside its line', async () => {
  await panel().getByRole('button', { name: 'Close' }).click()
  await panel().waitFor({ state: 'detached' })
  const asked = {
    id: '26-0007',
    receivedOn: '2026-11-16',
    channel: 'portal',
    requester: 'R. Ortiz',
    text: 'All of it.',
  }
  const rest = { immediateDisclosure: false, accounts: [], from: null, to: null, search: '' }
  await callVault(page, 'request.open', { ...asked, ...rest }, randomUUID())
  await goTo(page, 'Requests')
  await page.getByRole('link', { name: '26-0007' }).click()
  const part = page.getByRole('region', { name: 'Notes and files' })
  await part.getByRole('textbox', { name: 'New note' }).fill('Ortiz asks for pictures, too')
  await part.getByRole('button', { name: 'Keep the note' }).click()
  await part.getByText('Ortiz asks for pictures, too').waitFor()
  await part.scrollIntoViewIfNeeded()
  await photograph(running, 'request with notes')
  await expectNoAxeProblems(page)
  await goTo(page, 'Holds')
  await page.getByRole('button', { name: /Notes and files of/ }).waitFor()
  await photograph(running, 'holds with notes')
  await expectNoAxeProblems(page)
})

test('an account is asked for item by item, and approved on a paper that is attached to it', async () => {
  await goTo(page, 'Accounts')
  await page.getByRole('link', { name: '@AlderBayCity', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const step = async (state: string, more: () => Promise<void> = async () => {}) => {
    await page.getByRole('button', { name: 'Next step …' }).click()
    await dialog.getByRole('button', { name: /What happened/ }).click()
    await page.getByRole('option', { name: state, exact: true }).click()
    await dialog.getByRole('textbox', { name: /^Who decided/ }).fill('K. Fell, Communications Director')
    await more()
    await dialog.getByRole('button', { name: 'Write it down' }).click()
  }
  await step('Asked for')
  await dialog.getByText('leaves out item i, ii, iii, iv, v, vi, which AI 599 asks for').waitFor()
  await photograph(running, 'account step refused')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Write the request …' }).click()
  for (const item of ['i', 'ii', 'iii', 'iv', 'v', 'vi'])
    await dialog.getByRole('textbox', { name: new RegExp(`^${item}\\.`) }).fill(`Words on item ${item}`)
  await photograph(running, 'account request')
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Save the request' }).click()
  await page.getByText('Words on item vi').waitFor()
  await step('Asked for')
  await dialog.waitFor({ state: 'detached' })
  await step('Approved', async () => {
    await dialog.getByRole('button', { name: /The paper, as a file/ }).click()
    await page.getByRole('option', { name: 'scan.png' }).click()
    await photograph(running, 'account step')
  })
  await page.getByRole('row', { name: /Approved .* K\. Fell, Communications Director scan\.png/ }).waitFor()
  await photograph(running, 'account')
  expect([await violations(page), await tooWide(running, 2)]).toEqual([[], 0])
  await goTo(page, 'Accounts')
  await page.getByRole('row', { name: /^@AlderBayCity .*Approved/ }).waitFor()
  await photograph(running, 'accounts')
})

test('a name that bears a title is told of while the account is registered', async () => {
  await page.getByRole('button', { name: 'Register an account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^Handle/ }).fill('AlderBayPoliceOfficer')
  await dialog.getByText('It bears “officer”, which is a title.').waitFor()
  await photograph(running, 'account name')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
})

test('a copy that was opened outside goes when the app ends', async () => {
  expect(existsSync(copy)).toBe(true)
  await running.close()
  expect(existsSync(copy)).toBe(false)
})
