// What axe finds on a screen, and whether a screen fits into a window that is enlarged.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { RunningApp } from './app.ts'

/** What axe finds, as rule and first place. Its legacy mode is needed: an Electron app opens no second page. */
export async function violations(where: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page: where }).setLegacyMode(true).analyze()
  expect(result.passes.length).toBeGreaterThan(10)
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)
}

/** How many pixels a screen has to be scrolled sideways at a zoom; the zoom is taken back. */
export async function tooWide({ app, page }: RunningApp, factor: number): Promise<number> {
  const zoom = (to: number) =>
    app.evaluate(({ BrowserWindow }, by) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(by), to)
  await zoom(factor)
  const beyond = await page.evaluate(() => {
    const main = document.querySelector('main')
    return Math.max(
      document.documentElement.scrollWidth - window.innerWidth,
      (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0),
    )
  })
  await zoom(1)
  return beyond
}
