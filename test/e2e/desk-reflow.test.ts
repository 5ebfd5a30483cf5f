// Enlarged four times (320 px of width), and in forced colours: every room with something in it, and nothing to be scrolled sideways.
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { holdPlace } from '../../shared/contract/hold.ts'
import { intakeImport } from '../../shared/contract/intake.ts'
import { rulesSave, scheduleImport } from '../../shared/contract/schedule.ts'
import { smallExport } from '../fixtures/x/small.ts'
import { rule, scheduleFile, seriesOf } from '../integration/retention/support.ts'
import { openTestArchive } from '../support/archive.ts'
import { launchApp, type RunningApp, temporaryFolder } from './support/app.ts'
import { goTo, roomNames } from './support/desk.ts'
import { photographAt } from './support/look.ts'

/** Parts in which one of several is chosen, by room: the chosen one must look otherwise than the others. */
const chosen: Readonly<Record<string, string>> = {
  Classify: '.ways a',
  Schedule: '.schedule-views a',
  Settings: '.parts-nav a',
}

/** The width and height that the criterion names (WCAG 1.4.10), before it is enlarged. */
const WINDOW = { width: 1280, height: 1024 }
const ZOOM = 4

let folder: string
let vault: string
let running: RunningApp
let page: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  const { path } = await smallExport(folder, { tweets: 60 })
  const made = await openTestArchive()
  vault = made.folder
  const sources = [made.archive.grant(path, 'read').grant]
  await made.run(intakeImport, { sources, account: made.account, platform: null })
  await made.call(scheduleImport, scheduleFile())
  await made.call(rulesSave, { rules: [rule('all', 1, seriesOf.post, { kinds: ['message'] })] })
  const scope = { search: null, accounts: [made.account], from: null, to: null, recordIds: [] }
  const hold = {
    label: 'Okafor v. City of Alder Bay',
    basis: 'litigation' as const,
    orderedBy: 'City Attorney',
    scope,
    document: null,
  }
  await made.call(holdPlace, hold)
  await made.archive.close()
  running = await launchApp({ folder, args: [vault] })
  page = running.page
  await running.app.evaluate(
    ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    WINDOW,
  )
})
afterAll(async () => {
  await running.close()
  rmSync(folder, { recursive: true, force: true })
  rmSync(dirname(vault), { recursive: true, force: true })
})

const enlarge = (to: number) =>
  running.app.evaluate(({ BrowserWindow }, by) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(by), to)

test.each(roomNames)('the room %s needs no scrolling sideways at four times its size', async (room) => {
  await enlarge(1)
  await goTo(page, room)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await enlarge(ZOOM)
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(WINDOW.width / ZOOM)
  const beyond = await page.evaluate(() => {
    const main = document.querySelector('main')
    return [document.documentElement, ...(main ? [main] : [])].map((part) => part.scrollWidth - part.clientWidth)
  })
  await photographAt(running, `reflow ${room}`, ZOOM)
  await enlarge(1)
  expect(beyond.filter((px) => px > 0)).toEqual([])
})

test.each(roomNames)(
  'the room %s is drawn in forced colours, with what is chosen and what has the focus to be seen',
  async (room) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
    await goTo(page, room)
    await page.getByRole('heading', { level: 1 }).waitFor()
    if (chosen[room]) await page.locator(chosen[room]).first().waitFor()
    await page.keyboard.press('F6')
    const focus = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(
        // The field of the search is drawn with its icon and its button as one.
        document.activeElement?.closest('.search-field') ?? document.activeElement ?? document.body,
      )
      return { outlineStyle, wide: Number.parseFloat(outlineWidth) > 0 }
    })
    const here = await page.evaluate(
      (parts) => {
        const look = (element: Element | null) => {
          if (element === null) return ''
          const { backgroundColor, borderBottomColor, outlineColor, outlineStyle } = getComputedStyle(element)
          return [backgroundColor, borderBottomColor, outlineColor, outlineStyle].join()
        }
        const isTold = (part: string) =>
          look(document.querySelector(`${part}[aria-current]`)) !==
          look(document.querySelector(`${part}:not([aria-current])`))
        return parts.every(isTold)
      },
      ['.navigation-entry', ...(chosen[room] ? [chosen[room]] : [])],
    )
    await photographAt(running, `forced ${room}`, 1)
    await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' })
    expect({ ...focus, here }).toEqual({ outlineStyle: expect.stringMatching(/solid|auto/), wide: true, here: true })
  },
)
