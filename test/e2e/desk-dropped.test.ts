// The room Jobs in the real app, with a capture that broke off: a clerk drops what it had fetched, after a question, and its room tells so.
import { rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestArchive } from '../support/archive.ts'
import { type FeedServer, feedServer } from '../support/feed-server.ts'
import { beginCapture } from '../support/killed-capture.ts'
import { launchApp, type RunningApp } from './support/app.ts'
import { violations } from './support/axe.ts'
import { actAs, goTo } from './support/desk.ts'
import { photograph } from './support/look.ts'

let vault: string
let city: FeedServer
let running: RunningApp

beforeAll(async () => {
  city = await feedServer()
  const asked = Promise.withResolvers<void>()
  // It begins to answer, and never ends.
  city.special.set('/stuck.xml', (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).write('<rss version="2.0"><channel>')
    asked.resolve()
  })
  const made = await openTestArchive()
  vault = made.folder
  await beginCapture(made, { account: made.account, way: 'feed', scope: { address: `${city.origin}/stuck.xml` } })
  await asked.promise
  await made.archive.close()
  running = await launchApp({ args: [vault] })
  await actAs(running.page, 'Pat Moreno')
})
afterAll(async () => {
  await running.close()
  await city.close()
  rmSync(dirname(vault), { recursive: true, force: true })
})

test('what an interrupted capture had fetched is dropped after a question, and its room says so', async () => {
  const { page } = running
  const staging = () => readdir(join(vault, 'staging'))
  await goTo(page, 'Jobs')
  const drop = page.getByRole('button', { name: /^Drop what was fetched/ })
  await drop.click()
  const question = page.getByRole('dialog', { name: 'Drop what was fetched' })
  await question.getByText('cannot be fetched again').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'dropped-question')
  await question.getByRole('button', { name: 'Keep it' }).click()
  await question.waitFor({ state: 'detached' })
  expect(await staging()).toHaveLength(1)
  await photograph(running, 'dropped-offered')
  await drop.click()
  await question.getByRole('button', { name: 'Drop it' }).click()
  await question.waitFor({ state: 'detached' })
  await page.getByText('what it had fetched was dropped by a person').waitFor()
  expect(await page.getByRole('button', { name: 'Resume' }).count()).toBe(0)
  expect(await staging()).toEqual([])
  expect(await violations(page)).toEqual([])
  await photograph(running, 'dropped-job')
  await goTo(page, 'Captures')
  await page
    .getByRole('row', { name: /Dropped/ })
    .getByRole('link')
    .click()
  await page.getByRole('heading', { name: 'Capture 1' }).waitFor()
  await page.getByText('Nothing of it is kept.').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'dropped-capture')
})
