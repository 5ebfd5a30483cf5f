// Looking at a screen: by the rules of axe, and as pictures where a folder for them is named.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { RunningApp } from './app.ts'

/** Where pictures of the screens go, for eyes; without it none are taken. */
const PICTURES = process.env.MUNIMENT_PICTURES

/** Keeps pictures of the window: as it is in light and dark, and in light at 200 %; as `NAME-light.png` and so on. */
export async function photograph(running: RunningApp, name: string): Promise<void> {
  if (PICTURES === undefined) return
  await mkdir(PICTURES, { recursive: true })
  const before = await running.page.evaluate(() => document.documentElement.dataset.look ?? '')
  for (const [look, zoom] of [
    ['light', 1],
    ['dark', 1],
    ['light', 2],
  ] as const) {
    await running.page.evaluate((to) => {
      document.documentElement.dataset.look = to
    }, look)
    const png = await pictureOf(running, zoom)
    const file = `${name.toLowerCase().replaceAll(' ', '-')}-${zoom === 2 ? 'large' : look}.png`
    await writeFile(join(PICTURES, file), Buffer.from(png, 'base64'))
  }
  await running.page.evaluate((to) => {
    document.documentElement.dataset.look = to
  }, before)
}

/** Keeps one picture of the window as it is, at a zoom. */
export async function photographAt(running: RunningApp, name: string, zoom: number): Promise<void> {
  if (PICTURES === undefined) return
  await mkdir(PICTURES, { recursive: true })
  const png = await pictureOf(running, zoom)
  await writeFile(join(PICTURES, `${name.toLowerCase().replaceAll(' ', '-')}.png`), Buffer.from(png, 'base64'))
}

/** Keeps a picture of the window that was opened last, beside the app's own. */
export async function photographWindow({ app }: RunningApp, name: string): Promise<void> {
  if (PICTURES === undefined) return
  await mkdir(PICTURES, { recursive: true })
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const last = BrowserWindow.getAllWindows()
      .toSorted((one, other) => one.id - other.id)
      .at(-1)
    return (await last?.capturePage())?.toPNG().toString('base64') ?? ''
  })
  await writeFile(join(PICTURES, `${name}.png`), Buffer.from(png, 'base64'))
}

/** The window as PNG in base64. The page's own screenshot crops where it is zoomed. */
function pictureOf({ app }: RunningApp, zoom: number): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }, factor) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.setZoomFactor(factor)
    await new Promise((resolve) => setTimeout(resolve, 400))
    const picture = await contents?.capturePage()
    contents?.setZoomFactor(1)
    return picture?.toPNG().toString('base64') ?? ''
  }, zoom)
}

/** Fails where the screen breaks a rule of axe. */
export async function expectNoAxeProblems(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}
/** Keeps pictures of a page of the disk: in light and dark as the system asks for, and in light at 200 %. */
export async function keepPicture(running: RunningApp, name: string): Promise<void> {
  if (PICTURES === undefined) return
  await mkdir(PICTURES, { recursive: true })
  for (const [look, zoom] of [
    ['dark', 1],
    ['light', 1],
    ['light', 2],
  ] as const) {
    await running.page.emulateMedia({ colorScheme: look })
    const png = await pictureOf(running, zoom)
    const file = `${name.replaceAll(' ', '-')}-${zoom === 2 ? 'large' : look}.png`
    await writeFile(join(PICTURES, file), Buffer.from(png, 'base64'))
  }
}
