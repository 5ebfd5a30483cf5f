// Looking at a screen: by the rules of axe, and as pictures where a folder for them is named.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { RunningApp } from './app.ts'

/** Where pictures of the screens go, for eyes; without it none are taken. */
const PICTURES = process.env.MUNIMENT_PICTURES

/** Keeps a picture of the window as it is, as `NAME.png`. */
export async function photograph({ app }: RunningApp, name: string): Promise<void> {
  if (PICTURES === undefined) return
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const picture = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return picture?.toPNG().toString('base64') ?? ''
  })
  await mkdir(PICTURES, { recursive: true })
  await writeFile(join(PICTURES, `${name.toLowerCase().replaceAll(' ', '-')}.png`), Buffer.from(png, 'base64'))
}

/** Fails where the screen breaks a rule of axe. */
export async function expectNoAxeProblems(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}
